#!/bin/bash
# Help and version, as the contract names the commands.
source "$(dirname "$0")/lib.sh"

commands=(index sync search show dossier export serve rebuild check stats analyze references)
# Of the contract, and still to come; each moves up when it is there.
missing=()

run --help
expect_status 0
expect_no_error
for command in "${commands[@]}"; do expect_line "  $command "; done

run --version
expect_status 0
expect_no_error
expect_line "kamerzoek ${KAMERZOEK_TEST_VERSION:-}"
expect "the version is one line" test "$(wc -l <"$stdout")" = 1

helps() {
  run "$1" --help
  expect_status 0
  expect_no_error
  expect_line "Gebruik: kamerzoek $1"
  expect_line "--index"
  expect_line "--format"
}
tells_version() {
  run "$1" --version
  expect_status 0
  expect_line "kamerzoek ${KAMERZOEK_TEST_VERSION:-}"
}
for command in "${commands[@]}"; do
  helps "$command"
  tells_version "$command"
done
for command in "${missing[@]}"; do known_broken "the command $command" helps "$command"; done

for option in --limit --offset --sort --soort --dossier --van --tot --queries; do
  run search --help
  expect_line "$option"
done
# Help needs no index and makes none.
expect "no index was made" test ! -e "$KAMERZOEK_INDEX"

finish
