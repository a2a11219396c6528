#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/model/result.hpp"

namespace kamerzoek {

/// Takes named members out of a JSON object, remembering the first that has the wrong type, so
/// that a list of fields reads as a list and is checked once at its end. An absent or null member
/// leaves the value alone. The object must outlive the reader.
class FieldReader {
 public:
  explicit FieldReader(const nlohmann::json& object);

  void text(const char* name, std::string& into);
  void texts(const char* name, std::vector<std::string>& into);
  void offset(const char* name, std::size_t& into);

  /// Calls `each(FieldReader&)` for every object in the array `name`.
  template <class Each>
  void objects(const char* name, Each each) {
    const nlohmann::json* array = member(name);
    if (array == nullptr) return;
    if (!array->is_array()) return wrong(name, "geen lijst");
    for (const nlohmann::json& element : *array) {
      FieldReader reader(element);
      each(reader);
      if (reader.error() && !error_) error_ = reader.error();
    }
  }

  /// The member, or null when it is absent or JSON's null.
  const nlohmann::json* member(const char* name) const;
  const nlohmann::json& object() const { return object_; }
  void wrong(const char* name, const char* why);
  const std::optional<Error>& error() const { return error_; }

 private:
  const nlohmann::json& object_;
  std::optional<Error> error_;
};

}  // namespace kamerzoek
