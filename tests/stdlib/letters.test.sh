#!/bin/sh
# Each letter of stdlib: it is not sent while any one thing that it must say is missing, and is once none is; it tells its reader
# what the law makes it tell; it says from whom it is and of which day; and its own words are plain.
set -eu

here=$MOOT_ROOT/tests/stdlib
tab=$(printf '\t')

mkdir protocols
lua5.4 "$here/letters.lua" "$here/letters.cases" protocol > protocols/letters-2026.lua
lua5.4 "$here/letters.lua" "$here/letters.cases" scenarios > letters.scenario.lua
lua5.4 "$here/letters.lua" "$here/letters.cases" cases > cases.jsonl
moot test letters.scenario.lua > out 2>&1 || true
sed -n -e "s/^ok      /ok letters: /p" -e "s/^failed  /not ok letters: /p" -e '/^ /p' out
grep -q '^ok  ' out || sed 's/^/not ok letters: /' out

grep -oE '^notice "[^"]*"' "$MOOT_ROOT/stdlib/notices.lua" | sed 's/notice "\(.*\)"/\1/' | sort > all
grep -v -e '^#' -e '^$' "$here/letters.cases" | sed "s/ | /$tab/g" > rows
cut -f 1 rows | sort > told
if [ -s all ] && cmp -s all told; then
    echo "ok letters.cases has each letter of stdlib"
else
    echo "not ok letters.cases has each letter of stdlib"
    diff all told | sed 's/^/    /'
fi

# As its reader gets it, on one line.
moot run protocols/letters-2026.lua --cases cases.jsonl --store letters.db --quiet
while IFS=$tab read -r letter facts says; do
    moot why letters.db "$letter" --notice "$letter" < /dev/null > text
    tr '\n' ' ' < text > line
    wrong=""
    grep -q '^From: Officer, Housing$' text || wrong="$wrong; no sender"
    grep -q '^To: the young person$' text || wrong="$wrong; nobody to whom"
    grep -q 'Monday 1 June 2026 at 09:00' text || wrong="$wrong; no date"
    grep -q '^Not legal advice; law as at ' text || wrong="$wrong; it does not say that it is no legal advice"
    grep -q '^This letter rests on the ' text || wrong="$wrong; it does not say on which law it rests"
    ! grep -q 'rule at' text || wrong="$wrong; it names a line of a script"
    echo "$says" | sed 's/; /\n/g' > parts
    while read -r part; do
        grep -qF "$part" line || wrong="$wrong; \"$part\" is not said"
    done < parts
    # From the first heading to the foot: no sentence of more than 25 words, and no word of an office.
    awk '/^This letter rests on/ { exit } /^$/ { heading = 1; next } heading { print $0 "."; heading = 0; body = 1; next } body' text |
        tr '\n' ' ' | sed 's/[.!?:] /\n/g' > sentences
    long=$(awk 'NF > 25' sentences | head -1)
    [ -z "$long" ] || wrong="$wrong; a long sentence: $long"
    if grep -qiE 'pursuant|hereby|aforesaid|herewith|thereof|subject to|s\.1|section [0-9]|discharge|applicant|in accordance' sentences; then
        wrong="$wrong; not plain words"
    fi
    if [ -z "$wrong" ]; then
        echo "ok letters: \"$letter\" says what it must, from whom and when, in plain words"
    else
        echo "not ok letters: \"$letter\"$wrong"
    fi
    [ -n "$facts" ]
done < rows
