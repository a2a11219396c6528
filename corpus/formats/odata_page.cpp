#include "corpus/formats/odata_page.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/formats/hostile_json.hpp"
#include "corpus/formats/odata_properties.hpp"

namespace kamerzoek {
namespace {

/// "Document" of "https://…/$metadata#Document(Zaak())".
std::string type_in(const std::string& context) {
  const std::size_t hash = context.find('#');
  if (hash == std::string::npos) return {};
  return context.substr(hash + 1, context.find('(', hash) - hash - 1);
}

}  // namespace

Result<OdataPage> odata_page(std::string_view bytes) {
  auto parsed = parse_hostile_json(bytes);
  if (!parsed) return tl::unexpected(std::move(parsed.error()));
  const auto records = parsed->is_object() ? parsed->find("value") : parsed->end();
  if (records == parsed->end() || !records->is_array()) {
    return failure(ErrorCode::unreadable, "geen bladzijde van OData");
  }
  OdataPage page;
  page.type = type_in(text_in(*parsed, "@odata.context"));
  page.size = records->size();
  page.has_next = !text_in(*parsed, "@odata.nextLink").empty();
  if (const auto count = parsed->find("@odata.count");
      count != parsed->end() && count->is_number_unsigned()) {
    page.count = count->get<std::size_t>();
  }
  for (const nlohmann::json& record : *records) {
    if (!record.is_object()) continue;
    OdataPage::Place place{stamp_of(record), guid_in(record, "Id"), text_in(record, "GewijzigdOp"),
                           is_withdrawn(record)};
    if (!place.stamp.empty() && !place.id.empty()) page.places.push_back(std::move(place));
  }
  return page;
}

}  // namespace kamerzoek
