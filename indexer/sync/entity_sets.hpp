#pragma once

#include <array>
#include <string_view>

namespace kamerzoek::sync {

/// An entity set of the OData service that is followed.
struct EntitySet {
  std::string_view name;
  std::string_view expand = "";  ///< what of its relations a record or its page shows
  /// Records of this set are read; of another only the records that show them are, again.
  bool holds_records = true;
  /// The set whose records show those of this one, though they do not count as changed with them,
  /// and the filter that finds them: `{}` is where the comparison of an Id stands.
  std::string_view shown_by = "";
  std::string_view shown_filter = "";
  bool in_syncfeed = true;  ///< the SyncFeed tells of its changes
};

inline constexpr std::array entity_sets = {
    EntitySet{"Document",
              "Zaak,DocumentActor,Kamerstukdossier,BijlageDocument,BronDocument,Activiteit,"
              "Agendapunt($expand=Activiteit),HuidigeDocumentVersie($expand=DocumentPublicatie)"},
    EntitySet{"Zaak", "ZaakActor,Kamerstukdossier,Activiteit,Agendapunt($expand=Activiteit)"},
    EntitySet{"Activiteit", "ActiviteitActor", true, "Document", "Activiteit/any(x:x/{})"},
    EntitySet{"Agendapunt", "", true, "Document", "Agendapunt/any(x:x/{})"},
    EntitySet{"Besluit", "Zaak"},
    EntitySet{"Stemming"},
    EntitySet{"Vergadering"},
    EntitySet{"Persoon"},
    EntitySet{"Fractie"},
    EntitySet{"DocumentActor", "", false, "Document", "DocumentActor/any(x:x/{})"},
    EntitySet{"ZaakActor", "", false, "Zaak", "ZaakActor/any(x:x/{})"},
    EntitySet{"Kamerstukdossier", "", false, "Document", "Kamerstukdossier/any(x:x/{})"},
    EntitySet{"DocumentVersie", "", false, "Document", "HuidigeDocumentVersie/{}"},
    EntitySet{"DocumentPublicatie", "", false, "Document",
              "HuidigeDocumentVersie/DocumentPublicatie/any(x:x/{})", false},
};

}  // namespace kamerzoek::sync
