// The files that documents were read from, given out as they were.

#include "web/originals.hpp"

#include <filesystem>
#include <utility>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "corpus/model/digest.hpp"
#include "corpus/model/file_uri.hpp"
#include "tests/unit/web/routes_fixture.hpp"
#include "web/answer.hpp"

namespace kamerzoek::web {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

class OriginalsTest : public RoutesTest {
 protected:
  /// A document that was read from this file.
  void put_read_from(const std::string& id, Source source, const std::string& origin,
                     const std::string& bytes) {
    Piece piece = test::document(id, "Stuk uit een bestand", "Tekst.\n");
    piece.source = source;
    piece.origin = origin;
    piece.digest = sha256(bytes);
    index_.put({std::move(piece)});
  }

  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return {};
  }

  test::TemporaryFolder folder_;
};

TEST_F(OriginalsTest, AreGivenOutAsTheyWereRead) {
  const std::string note =
      "99 001 Dijken\n\nNr. 30 Brief van de minister van Dijken\n\nAan de Voorzitter van de "
      "Tweede Kamer der Staten-Generaal\n\nDen Haag, 12 juni 2025\n\nDe dijk is klaar.\n";
  folder_.write("post/brief over \"Fryslân\".txt", note);
  index_.index({folder_.path()});
  const std::string address = "/kst-99001-30/origineel/brief%20over%20%22Frysl%C3%A2n%22.txt";
  EXPECT_THAT(get("/kst-99001-30").body,
              HasSubstr("<a href=\"" + address + "\" download>brief over"));
  const Response file = get(address);
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, note);
  EXPECT_EQ(file.type, "text/plain; charset=utf-8");
  EXPECT_EQ(header(file, "Content-Disposition"),
            "attachment; filename=\"brief over _Frysl__n_.txt\"; "
            "filename*=UTF-8''brief%20over%20%22Frysl%C3%A2n%22.txt");
  const auto json = nlohmann::json::parse(get("/api/v1/documents/kst-99001-30").body);
  EXPECT_EQ(json["bronnen"][0]["origineel"], address);
  EXPECT_EQ(json["bronnen"][0]["sha256"], sha256(note));
  EXPECT_FALSE(json["bronnen"][0].contains("oorsprong"));
}

TEST_F(OriginalsTest, HaveTheTypeOfWhatTheyWereReadAs) {
  const std::pair<Source, const char*> types[] = {
      {Source::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {Source::odt, "application/vnd.oasis.opendocument.text"},
      {Source::pdf, "application/pdf"},
      {Source::official_xml, "application/xml"},
      {Source::text, "text/plain; charset=utf-8"}};
  int number = 40;
  for (const auto& [source, type] : types) {
    const std::string id = "kst-99001-" + std::to_string(number++);
    const auto path = folder_.write(id, "inhoud");
    put_read_from(id, source, file_uri(path.native()), "inhoud");
    EXPECT_EQ(get("/" + id + "/origineel/" + id).type, type);
  }
  const auto archive = folder_.write("post.zip", "archief");
  put_read_from("kst-99001-39", Source::docx, entry_uri(file_uri(archive.native()), "brief.docx"),
                "archief");
  EXPECT_EQ(get("/kst-99001-39/origineel/post.zip").type, "application/zip");
}

TEST_F(OriginalsTest, OfADocumentByItsOtherNamesAreAtItsAddress) {
  const auto path = folder_.write("brief.pdf", "%PDF-");
  Piece piece;
  piece.source = Source::pdf;
  piece.name = "brief";
  piece.keys = {"2025D90001"};
  piece.origin = file_uri(path.native());
  piece.digest = sha256("%PDF-");
  index_.put({piece});
  const Response moved = get("/document/2025D90001/origineel/brief.pdf");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(moved.location, "/kst-99002-4/origineel/brief.pdf");
  EXPECT_EQ(get(moved.location).status, 200);
}

TEST_F(OriginalsTest, AreNothingElseThanWasIndexed) {
  const auto path = folder_.write("brief.txt", "De brief.");
  const auto secret = folder_.write("geheim.txt", "Geheim.");
  put_read_from("kst-99001-50", Source::text, file_uri(path.native()), "De brief.");
  const std::string address = "/kst-99001-50/origineel/brief.txt";
  ASSERT_EQ(get(address).status, 200);
  for (const char* other : {"geheim.txt", "..%2Fgeheim.txt", "%2Fetc%2Fpasswd", "..", ""}) {
    EXPECT_EQ(get(std::string("/kst-99001-50/origineel/") + other).status, 404) << other;
  }
  EXPECT_EQ(get("/kst-99001-1/origineel/brief.txt").status, 404);
  EXPECT_EQ(get(address + "?x=1").status, 400);

  const auto replaced = [&] {
    const Response answer = get(address);
    EXPECT_THAT(answer.body, Not(HasSubstr("Geheim")));
    return answer.status;
  };
  folder_.write("brief.txt", "Geheim.");
  EXPECT_EQ(replaced(), 404);
  fs::remove(path);
  EXPECT_EQ(replaced(), 404);
  fs::create_symlink(secret, path);
  EXPECT_EQ(replaced(), 404);
  fs::remove(path);
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(replaced(), 404);
  fs::remove(path);
  fs::create_directory(path);
  EXPECT_EQ(replaced(), 404);
  // An index that was made elsewhere may name any file; that it does not know what is in it.
  put_read_from("kst-99001-51", Source::text, file_uri(secret.native()), "iets anders");
  EXPECT_EQ(get("/kst-99001-51/origineel/geheim.txt").status, 404);
}

TEST_F(OriginalsTest, ThatArePackedAreNotPackedAgain) {
  const std::string bytes(100'000, 'a');
  const auto path = folder_.write("brief.pdf", bytes);
  put_read_from("kst-99001-60", Source::pdf, file_uri(path.native()), bytes);
  const Request request = {.accept_encoding = "gzip"};
  EXPECT_EQ(finished(request, get("/kst-99001-60/origineel/brief.pdf")).body.size(), bytes.size());
}

}  // namespace
}  // namespace kamerzoek::web
