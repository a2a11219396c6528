#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/schema/annex_title.hpp"
#include "search/database.hpp"
#include "search/linked_papers.hpp"
#include "search/listing.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// A dossier of the budget has hundreds of amendments.
constexpr std::size_t most_related = 500;

constexpr std::string_view bill = "voorstel van wet";

/// How the kinds of papers begin that belong to a bill, folded.
constexpr auto bill_papers = std::to_array<std::string_view>(
    {"memorie van toelichting", "advies afdeling advisering raad van state", "nader rapport",
     "amendement", "nota van wijziging", "nota n.a.v.", "verslag (initiatief)wetsvoorstel",
     "gewijzigd voorstel van wet", "eindtekst", "koninklijke boodschap"});

bool begins_with(const std::string& soort, std::string_view beginning) {
  return fold(soort).starts_with(beginning);
}

bool belongs_to_a_bill(const std::string& soort) {
  return std::ranges::any_of(
      bill_papers, [&](std::string_view beginning) { return begins_with(soort, beginning); });
}

bool is_annex(const std::string& soort) {
  return begins_with(soort, "bijlage");
}

/// What the other paper of a zaak is to this one.
std::string_view in_same_zaak(const std::string& soort, const std::string& other) {
  constexpr std::string_view question = "schriftelijke vragen";
  constexpr std::string_view answer = "antwoord schriftelijke vragen";
  constexpr std::string_view delay = "mededeling (uitstel antwoord)";
  const bool answers = begins_with(soort, answer) || begins_with(soort, delay);
  if (answers && begins_with(other, question)) return "vraag";
  if (begins_with(soort, question) && begins_with(other, answer)) return "antwoord";
  if (begins_with(soort, question) && begins_with(other, delay)) return "uitstel";
  return "zelfde-zaak";
}

class Gathering {
 public:
  Gathering(const Xapian::Database& database, const Record& record)
      : database_(database), fields_(view(record)), keys_(keys(record)) {
    seen_.insert(id(record));
  }

  std::vector<Link> run() && {
    annexes();
    same_zaak();
    around_a_bill();
    return std::move(links_);
  }

 private:
  void add(Link link, std::string_view relation) {
    if (links_.size() == most_related || !seen_.insert(link.paper.id).second) return;
    link.relation = relation;
    link.basis = Link::Basis::metadata;
    links_.push_back(std::move(link));
  }

  void add_key(const std::string& key, std::string_view relation) {
    if (!key.empty()) add(link_to(database_, {key}), relation);
  }

  /// The documents with this label, oldest first, with the relation their soort gives them.
  template <class RelationOf>
  void add_labelled(const std::string& term, RelationOf relation_of) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(term));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(schema::datum, false);
    const auto found = enquire.get_mset(0, most_related);
    for (auto at = found.begin(); at != found.end(); ++at) {
      auto paper = listed(at.get_document());
      if (!paper) continue;
      const std::string_view relation = relation_of(paper->soort);
      if (relation.empty()) continue;
      Link link;
      link.held = true;
      link.paper = *std::move(paper);
      add(std::move(link), relation);
    }
  }

  /// By date and title, where only one annex has them and one paper lists it: `Beslisnota` is the
  /// title of several on many a day.
  void add_titled(const std::string& title, std::string_view relation) {
    const std::string value = schema::annex_title(fields_.datum, fold(title));
    if (value.empty()) return;
    const std::string term = label_term(Label::annex_title, value);
    if (database_.get_termfreq(term) != 2) return;
    const bool annex_wanted = relation == "bijlage";
    add_labelled(term, [&](const std::string& soort) {
      return is_annex(soort) == annex_wanted ? relation : "";
    });
  }

  void annexes() {
    add_key(fields_.bronDocument, "bijlage-bij");
    if (fields_.bronDocument.empty() && is_annex(fields_.soort)) {
      add_titled(fields_.onderwerp, "bijlage-bij");
    }
    for (const Bijlage& annex : fields_.bijlagen) {
      if (annex.id.empty()) {
        add_titled(annex.titel, "bijlage");
      } else {
        add_key(annex.id, "bijlage");
      }
    }
    for (const std::string& key : keys_) {
      add_labelled(label_term(Label::annex_of, key), [](const std::string&) { return "bijlage"; });
    }
  }

  void same_zaak() {
    for (const std::string& zaak : fields_.zaken) {
      add_labelled(label_term(Label::zaak, zaak),
                   [&](const std::string& soort) { return in_same_zaak(fields_.soort, soort); });
    }
  }

  void around_a_bill() {
    const bool is_bill = begins_with(fields_.soort, bill);
    if (fields_.dossiers.empty() || (!is_bill && !belongs_to_a_bill(fields_.soort))) return;
    const std::string number = fields_.dossiers.front().nummer.text();
    add_labelled(label_term(Label::dossier, number),
                 [&](const std::string& soort) -> std::string_view {
                   if (is_bill) return belongs_to_a_bill(soort) ? "bij-wetsvoorstel" : "";
                   return begins_with(soort, bill) ? "wetsvoorstel" : "";
                 });
  }

  const Xapian::Database& database_;
  Fields fields_;
  std::vector<std::string> keys_;
  std::set<std::string> seen_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> related_papers(const Xapian::Database& database, const Record& record) {
  return Gathering(database, record).run();
}

}  // namespace kamerzoek
