#include "corpus/lexicon/closed_classes.hpp"

namespace kamerzoek::lexicon {
namespace {

// Words that hold sentences together, and are nothing else (`in` is no form of `innen`).
constexpr std::string_view grammar =
    "de het een der des den dit dat deze die en of maar want dus noch dan als ook nog niet "
    "geen wel aan achter af bij binnen boven buiten door in langs mee met na naar naast om "
    "onder op over per rond sinds te tegen ten ter tijdens tot tussen uit van vanaf vanuit "
    "via volgens voor voorbij wegens zonder ik jij je u hij zij ze we wij jullie hen hun hem "
    "haar mij me ons onze zich zijn mijn jouw uw wie wat welk welke waar wanneer hoe waarom "
    "er hier daar toen nu al alle alles ander andere beide elk elke enkele ieder iedere "
    "iemand iets men niemand niets sommige zulke hoewel indien mits omdat opdat terwijl "
    "tenzij toch tevens totdat zodat zoals zo zelf zelfs weer reeds slechts steeds terug toe "
    "neer vast weg samen heen tegemoet anders bijvoorbeeld bovendien daarnaast deels echter eens "
    "eerst evenals evenzeer genoeg grotendeels immers inmiddels kwijt middels nader namelijk "
    "ondanks overigens soms tegelijk tegelijkertijd verder vervolgens voorts voren voornamelijk";

// What stands before nouns and adjectives and is not, or hardly, a word of its own.
constexpr std::string_view combining =
    "aarts agro amfi anti astro auto bio co contra duizend eco elektro euro ex extra fysio "
    "geo groot half honderd hydro hyper immuno inter kilo macro mede mega meta micro midden "
    "mini mono multi nano neo neuro non noord onder oost opper oud over para petro photo poly "
    "post pseudo psycho quasi radio semi socio sub super tegen tele thermo top trans tussen "
    "tweede ultra vice west zelf zuid";

}  // namespace

std::string_view grammatical_words() {
  return grammar;
}

std::string_view combining_forms() {
  return combining;
}

}  // namespace kamerzoek::lexicon
