#include "corpus/lexicon/verbal_nouns.hpp"

#include <array>

namespace kamerzoek::lexicon {
namespace {

constexpr auto nominal = std::to_array<VerbalNoun>({
    {"spreken", "spraak"},    {"bieden", "bod"},          {"kiezen", "keuze keus"},
    {"helpen", "hulp"},       {"komen", "komst"},         {"gaan", "gang"},
    {"staan", "stand"},       {"zien", "zicht"},          {"nemen", "name"},
    {"geven", "gave gifte"},  {"breken", "breuk braak"},  {"vliegen", "vlucht"},
    {"grijpen", "greep"},     {"sluiten", "sluit slot"},  {"dragen", "dracht"},
    {"vinden", "vondst"},     {"kunnen", "kunde"},        {"zenden", "zending"},
    {"winnen", "winst"},      {"houden", "houd"},         {"binden", "band"},
    {"snijden", "snede"},     {"stijgen", "stijging"},    {"drijven", "drift"},
    {"wegen", "wicht"},       {"schrijven", "schrift"},   {"lezen", "lezing"},
    {"trekken", "trek"},      {"springen", "sprong"},     {"schieten", "schot"},
    {"rijden", "rit"},        {"vangen", "vangst"},       {"denken", "gedachte dacht"},
    {"slaan", "slag"},        {"doen", "daad"},           {"weten", "wetenschap"},
    {"zoeken", "zoek"},       {"lopen", "loop"},          {"vallen", "val"},
    {"treden", "trede"},      {"wijzen", "wijs"},         {"jagen", "jacht"},
    {"zeggen", "zegging"},    {"vragen", "vraag"},        {"dienen", "dienst"},
    {"gunnen", "gunst"},      {"ontvangen", "ontvangst"}, {"groeien", "groei"},
    {"verliezen", "verlies"}, {"verbieden", "verbod"},    {"gebieden", "gebod"},
});

}  // namespace

std::span<const VerbalNoun> verbal_nouns() {
  return nominal;
}

}  // namespace kamerzoek::lexicon
