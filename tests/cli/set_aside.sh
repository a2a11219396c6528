#!/bin/bash
# `stats --set-aside`: what could not be read is remembered, and tried again when that may help.
source "$(dirname "$0")/lib.sh"

run stats --set-aside --index nergens
expect_status 4
expect_error "kamerzoek index"

mkdir post
printf 'Een goede notitie\n\nover turfschepen\n' >post/goed.txt
printf '%%PDF-1.7\n' >'post/half af.pdf'
printf '' >post/leeg.xml
run index post
expect_status 3
expect_error "post/half af.pdf overgeslagen: het PDF-bestand is beschadigd of niet volledig"

run stats --set-aside
expect_status 0
expect_no_error
expect_line "$work/post/half af.pdf"
expect_line "  het PDF-bestand is beschadigd of niet volledig"
expect_line "$work/post/leeg.xml"
run stats --set-aside --format json
expect_json 'it.length === 2 && it.every(f => Object.keys(f).join() === "bestand,deel,reden,raad,tijd,lezer")'
expect_json 'Math.abs(Date.now() - Date.parse(it[0].tijd)) < 600000 && /^\d+, poppler /.test(it[0].lezer)'
run stats
expect_line "2 bestanden opzij gelegd"
run stats --format json
expect_json 'it.opzij === 2'

# A second time they are named as well, and are not tried.
run stats --set-aside
cp "$stdout" before
run index post --format json
expect_status 3
expect_error "post/half af.pdf overgeslagen: het PDF-bestand is beschadigd of niet volledig (opzij gelegd op 20"
expect_json 'it.skipped === 2 && it.unchanged === 1'
run stats --set-aside
expect "nothing is written anew" cmp -s "$stdout" before

# A rebuilt index knows them.
run rebuild
run stats --set-aside
expect "a rebuild keeps what was set aside" cmp -s "$stdout" before

# One that was mended is read, one that is gone is forgotten.
printf 'Een notitie over sluizen\n\nen kanalen\n' >'post/half af.pdf'
rm post/leeg.xml
run index post
expect_status 0
run stats --set-aside
expect_status 0
expect_no_output
run search sluizen --format json
expect_json 'it.total === 1'

# What could not be opened is tried every time: the file need not change for that.
run stats --set-aside --abbreviations
expect_status 2

finish
