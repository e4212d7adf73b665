#!/bin/sh
# Bad input gets one clear sentence and the right status, and loses no other case. The kinds are those of
# examples/stockport-2018/bad/README.md; a case before and one after each mistake must come out as ever.
set -eu

protocol=$MOOT_ROOT/protocols/stockport-2018.lua
bad=$MOOT_ROOT/examples/stockport-2018/bad

try() { # NAME FILE STATUS RESULTS PATTERN: RESULTS are the ids that come out, in order; PATTERN stands on stderr ("" : nothing does)
    got=0
    moot run "$protocol" --cases "$2" --json --brief > out.json 2> /dev/null || got=$?
    moot run "$protocol" --cases "$2" --quiet > /dev/null 2> err.txt || true
    ids=$(sed -n 's/^{"id":"\([^"]*\)".*/\1/p' out.json | tr '\n' ' ')
    said=yes
    if [ -n "$5" ]; then
        grep -qiE -- "$5" err.txt || said=no
    elif [ -s err.txt ]; then
        said="no: it should be silent"
    fi
    if [ "$got" = "$3" ] && [ "${ids% }" = "$4" ] && [ "$said" = yes ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        echo "  status $got (expected $3); results: $ids(expected $4); said: $said"
        sed 's/^/  | /' err.txt | cut -c1-200 | head -8
    fi
}

both="before after"
try "malformed JSON"        "$bad/malformed.jsonl"      3 "$both" 'malformed\.jsonl:2'
try "a line cut short"      "$bad/cut-short.jsonl"      3 "$both" 'cut-short\.jsonl:3'
try "not UTF-8"             "$bad/not-utf8.jsonl"       3 "$both" 'UTF-8'
try "a NUL byte"            "$bad/nul.jsonl"            3 "$both" 'NUL'
try "an id used twice"      "$bad/duplicate-ids.jsonl"  3 "before twice after" 'twice'
try "a case without id"     "$bad/no-id.jsonl"          3 "$both" '"id"'
try "an unknown fact"       "$bad/unknown-fact.jsonl"   3 "$both" 'known_to_service'
try "an unknown event"      "$bad/unknown-event.jsonl"  3 "$both" 'presents homeless'
try "an unknown spell"      "$bad/unknown-spell.jsonl"  3 "$both" 'looked after'
try "a wrong type"          "$bad/wrong-type.jsonl"     3 "$both" 'known_to_service.*(true|false)'
try "31 June"               "$bad/no-such-day.jsonl"    3 "$both" '30 days'
try "the skipped hour"      "$bad/skipped-hour.jsonl"   3 "$both" '(forward|skipped|did not exist|does not exist)'
try "the repeated hour"     "$bad/repeated-hour.jsonl"  3 "$both" '\+01:00'
try "born in the future"    "$bad/born-in-the-future.jsonl" 3 "$both" '(born|birth)'
try "aged 40"               "$bad/aged-40.jsonl"        3 "$both" '40'
try "an event before birth" "$bad/before-birth.jsonl"   3 "$both" 'birth'
try "a correction of nothing" "$bad/correct-what.jsonl" 3 "$both" '7'
try "CSV: 31 June"          "$bad/csv-no-such-day"      3 "$both" '30 days'
try "CSV: an open quote"    "$bad/csv-open-quote"       3 "before" 'quote'
try "CSV: no id column"     "$bad/csv-no-id"            3 "" '"?id"?'
try "a file that is not there" "$bad/no-such-file.jsonl" 3 "" 'no-such-file\.jsonl'
try "events out of order are sorted" "$bad/out-of-order.jsonl" 0 "before mixed after" 'order'
try "an empty file"         "$bad/empty.jsonl"          0 "" '(no cases|empty)'
try "an outcome for a stage that is not open is a departure" "$bad/stage-not-open.jsonl" 0 "before again after" ''
try "a skipped step is a departure" "$bad/step-skipped.jsonl" 0 "before skipped after" ''

printf '{"id":"big","facts":{},"events":[{"at":"2026","event":"presents homeless","note":"%s"}]}\n' \
    "$(head -c 10485760 /dev/zero | tr '\0' x)" > big.jsonl
try "a field of 10 MB"      big.jsonl                   4 "" '(limit|MB|long|large)'

store() { # NAME STORE PATTERN: status 5, and the file is left as it was
    before=$(cksum < "$2" 2> /dev/null || echo none)
    got=0
    moot run "$protocol" --cases "$MOOT_ROOT/examples/stockport-2018/cases.jsonl" --store "$2" --quiet > out.txt 2> err.txt || got=$?
    after=$(cksum < "$2" 2> /dev/null || echo none)
    if [ "$got" = 5 ] && grep -qiE -- "$3" err.txt && [ "$before" = "$after" ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        echo "  status $got (expected 5)"
        sed 's/^/  | /' err.txt | head -5
    fi
}
echo "this is not a store" > text.db
store "a store that is a text file" text.db 'text\.db'
sqlite3 other.db "CREATE TABLE t(a); INSERT INTO t VALUES(1);"
store "a store of another program" other.db 'other\.db'
sqlite3 newer.db "PRAGMA application_id = 1836019572; PRAGMA user_version = 9999; CREATE TABLE t(a);"
store "a store of a newer moot" newer.db 'newer'
if [ "$(id -u)" != 0 ]; then
    moot run "$protocol" --cases "$MOOT_ROOT/examples/stockport-2018/cases.jsonl" --store ro.db --quiet > /dev/null 2>&1 || true
    chmod 400 ro.db
    store "a read-only store" ro.db '(read-only|cannot be written|permission)'
fi
