# Sourced by every script here: a folder of its own, and words to say what is expected. A failed
# expectation is printed and counted, and the script goes on; `finish` ends it.
#
#   run search woning --format json     runs the program; sets $status, fills $stdout and $stderr
#   expect_status 0
#   expect_json 'it.total > 3'          `it` is the one JSON value on standard output, `lines` all

set -u
: "${KAMERZOEK_BIN:?the program to test}" "${KAMERZOEK_SAMPLES:?the sample corpus}"
# Node is there for the browser tests; this is one package less than jq.
command -v node >/dev/null || { echo "node is missing: skipped"; exit 77; }

work=$(mktemp -d "${TMPDIR:-/tmp}/kamerzoek-cli-XXXXXX")
trap 'rm -rf "$work"' EXIT
stdout=$work/stdout
stderr=$work/stderr
export HOME=$work/home XDG_DATA_HOME=$work/data KAMERZOEK_INDEX=$work/index
mkdir -p "$HOME"
cd "$work" || exit 1

failures=0
command_run=
status=

shown_of() { # the first lines, cut where they are long
  [[ -s $2 ]] && head -n 8 "$2" | cut -c 1-300 | sed "s/^/  $1: /"
  return 0
}

fail() {
  failures=$((failures + 1))
  echo "FAILED (line ${BASH_LINENO[1]}): $*"
  echo "  ran: $command_run"
  shown_of stderr "$stderr"
  shown_of stdout "$stdout"
  return 0
}

run() {
  command_run="kamerzoek $*"
  "$KAMERZOEK_BIN" "$@" >"$stdout" 2>"$stderr" </dev/null
  status=$?
}

expect_status() { [[ $status == "$1" ]] || fail "status $status, expected $1"; }
expect() { "${@:2}" || fail "$1"; }

# A line of standard output, or of standard error, holds this text.
expect_line() { grep -qF -- "$1" "$stdout" || fail "no '$1' on standard output"; }
expect_error() { grep -qF -- "$1" "$stderr" || fail "no '$1' on standard error"; }
expect_no_output() { [[ ! -s $stdout ]] || fail "something on standard output"; }
expect_no_error() { [[ ! -s $stderr ]] || fail "something on standard error"; }

# JavaScript that must be true of the last answer.
expect_json() {
  node -e '
    const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\n")
      .filter(line => line !== "").map(line => JSON.parse(line));
    const it = lines[0];
    if (!eval(process.argv[2])) process.exit(1);
  ' "$stdout" "$1" 2>>"$stderr" || fail "not so: $1"
}

# A value out of the last answer.
json() {
  node -e '
    const it = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").split("\n")[0]);
    console.log(eval(process.argv[2]));
  ' "$stdout" "$1"
}

# For a fault that is known: the expectation stays as it should be, and does not count until it
# holds; then it must lose its mark.
known_broken() {
  local why=$1 before=$failures
  shift
  local said
  said=$("$@"; echo "$failures")
  if [[ ${said##*$'\n'} == "$before" ]]; then
    fail "works now, take the mark off: $why"
  else
    echo "known broken: $why"
  fi
}

index_samples() {
  run index "$KAMERZOEK_SAMPLES"
  [[ $status == 0 ]] || { fail "the sample corpus cannot be indexed"; exit 1; }
}

finish() {
  [[ $failures == 0 ]] || { echo "$failures expectations failed"; exit 1; }
}
