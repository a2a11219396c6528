#!/usr/bin/env bash
# scripts/evaluate from end to end, on relevance sets of two motions.
set -euo pipefail
work=$(mktemp -d "${TMPDIR:-/tmp}/kamerzoek-scripts-XXXXXX")
trap 'rm -rf "$work"' EXIT
evaluate=$KAMERZOEK_ROOT/scripts/evaluate

fail() {
  echo "FAILED: $1"
  cat "$work/out"
  exit 1
}

status=0
KAMERZOEK_SHARED=$work/nergens "$evaluate" >"$work/out" 2>&1 || status=$?
[ $status -eq 2 ] && grep -q "$work/nergens/eval" "$work/out" || fail 'absent sets are no usage error'
status=0
"$evaluate" --wat >"$work/out" 2>&1 || status=$?
[ $status -eq 2 ] || fail 'an unknown option is no usage error'
"$evaluate" --help >"$work/out" || fail 'no help'
grep -q -- --failures "$work/out" || fail 'the help does not tell the options'

sets=$work/shared/eval
mkdir -p "$sets" "$work/tmp"
printf '%s\n' '{"id":"kst-99001-1","tekst":"De huizen in de polder."}' \
  '{"id":"kst-99001-2","tekst":"Een brug over de rivier."}' | zstd -q -o "$sets/moties-zonder-titel.jsonl.zst"
printf 'm1\thuizen polder\tde huizen (in de polder\tkst-99001-1 kst-99001-9\nm2\tzzniets\tbrug\tkst-99001-2\n' \
  >"$sets/known-item.tsv"
printf 'i1\tbrug rivier\tkst-99001-2\n' >"$sets/inflected.tsv"
printf 'm1\thuizen\tkst-99001-1\nm1\tzzniets\tkst-99001-1\n' >"$sets/bridge.tsv"
printf 'huizen\thuis\tNOUN\t2\nbrug\tbrug\tNOUN\t1\n' >"$sets/lemmas.tsv"
printf 'huizenbouw\thuis_bouw\tNOUN\t1\n' >"$sets/compounds.tsv"

TMPDIR=$work/tmp KAMERZOEK_SHARED=$work/shared "$evaluate" --program "$KAMERZOEK_BIN" \
  --failures "$work/failures" >"$work/out" 2>&1 || fail 'it does not run'
[ -z "$(ls "$work/tmp")" ] || fail 'something is left behind'
# Of three words one of two is found, and first; of the bridging words one, with half of the motions.
expect() { grep -qE "^  $1" "$work/out" || fail "no '$1'"; }
expect 'MRR@10 +0\.5000 '
expect 'without a result +50\.00 % .*missed'
expect 'nDCG@10 +1\.0000 .*met'
expect 'found +0\.5000 '
expect 'load +0\.2500 '
[ "$(sed -n 2p "$work/failures/known-item.tsv")" = $'m2\tzzniets\tkst-99001-2\tabsent\tnothing' ] ||
  fail 'the failing query is not told'
