#!/bin/bash
# `search`: the form of the answer, paging, filters, order.
source "$(dirname "$0")/lib.sh"
index_samples

run search woningbouw nieuwoord --format json
expect_status 0
expect_no_error
expect_json 'Object.keys(it).join() === "version,query,total,matching,offset,limit,sort,results,facets,suggestion"'
expect_json 'it.version === 1 && it.query === "woningbouw nieuwoord" && it.offset === 0 && it.limit === 10'
expect_json 'it.sort === "relevantie" && ["alle", "deels"].includes(it.matching)'
expect_json 'Number.isInteger(it.total) && it.total >= it.results.length && it.results.length > 0'
expect_json 'it.suggestion === null || typeof it.suggestion === "string"'
expect_json '["id","documentNummer","soort","titel","onderwerp","datum","dossier","volgnummer","url"]
  .every(name => it.results.every(r => typeof r[name] === "string"))'
expect_json 'it.results.every(r => typeof r.score === "number" && r.score > 0)'
expect_json 'it.results.every(r => r.url.startsWith("/") && r.id !== "")'
expect_json 'it.results.every(r => Array.isArray(r.snippet) && r.snippet.every(p => typeof p.text === "string"))'
expect_json 'it.results.some(r => r.snippet.some(p => p.match === true))'
expect_json '["soort","dossier","jaar","indiener"].every(f => it.facets[f].every(
  v => typeof v.value === "string" && Number.isInteger(v.count) && v.count > 0))'
expect_json 'it.results.every((r, i) => i === 0 || it.matching === "deels" || it.results[i - 1].score >= r.score)'

# A mistaken word: what was probably meant is a note in text, and a field in JSON.
run search wonigbouw
expect_status 0
expect_error 'Bedoelde u: woningbouw'
run search wonigbouw --format json
expect_json 'it.suggestion === "woningbouw" && it.total === 0'
run search woningbouw --format json
expect_json 'it.suggestion === null'

# Walking the pages gives every document once, and as many as `total` says.
walk() { # walk QUERY… : the ids of all pages of three, one a line
  local offset=0 total=1
  while ((offset < total)); do
    "$KAMERZOEK_BIN" search "$@" --limit 3 --offset "$offset" --format json >page.json || return 1
    node -e 'const it = JSON.parse(require("fs").readFileSync("page.json"));
      it.results.forEach(r => console.log(r.id)); console.error(it.total)' 2>total
    total=$(<total)
    offset=$((offset + 3))
  done
}
for query in minister "" "station OF water" "motie -spoor"; do
  for sort in relevantie nieuwste oudste; do
    run search "$query" --sort $sort --limit 1000 --format json
    total=$(json it.total)
    json 'it.results.map(r => r.id).join("\n")' >whole
    walk "$query" --sort $sort >walked
    expect "pages of '$query' by $sort are the whole list" cmp -s whole walked
    expect "'$query' by $sort: $total is exact" test "$(sort -u walked | wc -l)" = "$total"
  done
done
run search minister --limit 0 --format json
expect_status 0
expect_json 'it.results.length === 0 && it.total > 0'
run search minister --offset 9999 --format json
expect_status 0
expect_json 'it.results.length === 0 && it.total > 0'

run search minister --sort nieuwste --limit 100 --format json
expect_json 'it.results.every((r, i) => i === 0 || it.results[i - 1].datum >= r.datum)'
run search minister --sort oudste --limit 100 --format json
expect_json 'it.results.filter(r => r.datum !== "").every((r, i, all) => i === 0 || all[i - 1].datum <= r.datum)'

# A filter narrows, and says the same as the field in the query.
same() { # same 'FILTER…' 'FIELD'
  local filter=("${@:1:$#-1}") field=${!#}
  run search minister "${filter[@]}" --limit 1000 --format json
  expect_status 0
  expect_json 'it.total > 0'
  json 'it.results.map(r => r.id).sort().join("\n")' >by-filter
  run search "minister $field" --limit 1000 --format json
  json 'it.results.map(r => r.id).sort().join("\n")' >by-field
  expect "${filter[*]} is $field" cmp -s by-filter by-field
}
same --soort Motie 'soort:Motie'
same --dossier 99002 'dossier:99002'
same --dossier 99100-XXII 'dossier:99100-XXII'
same --van 2025-04-01 'van:2025-04-01'
same --tot 2025-04-01 'tot:2025-04-01'
run search --soort 'Brief regering' --limit 100 --format json
expect_json 'it.total > 0 && it.results.every(r => r.soort === "Brief regering")'
run search --dossier 99001 --limit 100 --format json
expect_json 'it.total >= 8 && it.results.every(r => r.dossier === "99001")'
run search --van 2025-04-04 --tot 2025-04-15 --limit 100 --format json
expect_json 'it.total > 0 && it.results.every(r => r.datum >= "2025-04-04" && r.datum <= "2025-04-15")'

# For people: the documents on standard output, the count beside it.
run search merenlijn
expect_status 0
expect_line "kst-99002-"
expect_error "documenten"
run search zzgeenenkelwoord
expect_status 0
expect_no_output
expect_error "0 documenten"

# An explanation only when it is asked for.
run search "woningen -spoor" --explain
expect_status 0
expect_line "Gelezen als: woningen EN NIET spoor"
expect_line "‘woningen’ is gelezen als een vorm van ‘woning’"
expect_line "    - ‘woningen’ staat er "
run search woningen --explain --format json
expect_json 'it.uitleg.vraag === "woningen" && it.uitleg.zinnen.length > 0'
expect_json 'it.uitleg.termen[0].wijzen.some(way => way.wijze === "vorm" && way.woorden[0] === "woning")'
expect_json 'it.results.every(r => Math.abs(r.score - r.uitleg.overig -
  r.uitleg.redenen.reduce((sum, reason) => sum + reason.punten, 0)) < 0.06)'

# Ordinary text never fails.
for text in 'wat kost het?' '100%' 'A/B' "rijk's" '2025/26' '"' ')' '-' '*' 'https://x.nl/a' '12:30' ':)'; do
  run search --format json -- "$text"
  expect_status 0
  expect_json 'Number.isInteger(it.total)'
done

finish
