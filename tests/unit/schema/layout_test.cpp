#include "corpus/schema/layout.hpp"

#include <cerrno>

#include <gmock/gmock.h>

namespace kamerzoek::schema {
namespace {

using testing::HasSubstr;

TEST(IndexError, SaysThatADiskIsFullAndWhatToDo) {
  const Error error = index_error("/srv/index", "DatabaseError", "Error writing block 8",
                                  "No space left on device");
  EXPECT_THAT(error.message, HasSubstr("/srv/index"));
  EXPECT_THAT(error.message, HasSubstr("de schijf is vol"));
  EXPECT_THAT(error.hint, HasSubstr("maak ruimte vrij"));
}

TEST(IndexError, KnowsACauseWithinTheMessage) {
  const Error error =
      index_error("/srv/index", "DatabaseError",
                  "Modifications failed (DatabaseOpeningError: v.tmp (Input/output error))");
  EXPECT_THAT(error.message, HasSubstr("de schijf geeft een fout"));
  EXPECT_THAT(error.hint, HasSubstr("dmesg"));
}

TEST(IndexError, FindsTheCauseThatXapianDoesNotTell) {
  const auto of_errno = [](int number) {
    errno = number;
    return index_error("/srv/index", "DatabaseCreateError", "Failed to create iamglass file");
  };
  EXPECT_THAT(of_errno(ENOSPC).message, HasSubstr("de schijf is vol"));
  EXPECT_THAT(of_errno(EIO).hint, HasSubstr("dmesg"));
  EXPECT_THAT(of_errno(ENOENT).message, testing::Not(HasSubstr("No such file")));
}

TEST(IndexError, TellsALockOfAnotherFromOneThatCannotBeMade) {
  const Error held = index_error("/srv/index", "DatabaseLockError",
                                 "Unable to get write lock on /srv/index: already locked");
  EXPECT_THAT(held.message, HasSubstr("ander proces"));
  const Error not_made = index_error("/srv/index", "DatabaseLockError",
                                     "Unable to get write lock on /srv/index: Couldn't open "
                                     "lockfile: Read-only file system");
  EXPECT_THAT(not_made.message, HasSubstr("alleen te lezen"));
}

TEST(FileError, SaysWhichFileAndWhy) {
  const Error known = file_error("/srv/index/sync.json", {EACCES, std::generic_category()});
  EXPECT_THAT(known.message, HasSubstr("/srv/index/sync.json kan niet worden geschreven, dat mag"));
  EXPECT_THAT(known.hint, HasSubstr("rechten"));
  const Error other = file_error("/srv/index", {ENOTDIR, std::generic_category()});
  EXPECT_THAT(other.message, HasSubstr("/srv/index kan niet worden geschreven (Not a directory)"));
  EXPECT_FALSE(other.hint.empty());
}

}  // namespace
}  // namespace kamerzoek::schema
