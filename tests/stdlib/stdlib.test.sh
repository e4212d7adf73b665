#!/bin/sh
# The modules of stdlib under small protocols: each scenario file one line a scenario; the example of stdlib/README.md; a
# letter as a young person gets it.
set -eu

here=$MOOT_ROOT/tests/stdlib

for file in "$here"/*.scenario.lua; do
    name=$(basename "$file" .scenario.lua)
    status=0
    moot test "$file" --store "$name.db" > out 2> err || status=$?
    sed -n -e "s/^ok      /ok stdlib, $name: /p" -e "s/^failed  /not ok stdlib, $name: /p" -e '/^ /p' out
    counted=$(grep -c -e '^ok  ' -e '^failed  ' out || true)
    if [ "$counted" = 0 ] || { [ "$status" != 0 ] && ! grep -q '^failed  ' out; }; then
        echo "not ok stdlib, $name: status $status"
        sed 's/^/    /' err
    fi
done

for file in "$here"/protocols/*.lua; do
    if moot check "$file" > out 2>&1; then
        echo "ok stdlib, $(basename "$file") is sound"
    else
        echo "not ok stdlib, $(basename "$file") is sound"
        sed 's/^/    /' out
    fi
done

# The example of the README: its first block is the protocol, its second the scenario.
awk '/^## The law, module/ { here = 1 } here && /^```/ { code = !code; block += code; next }
    here && code && block == 1 { print > "example-2026.lua" } here && code && block == 2' \
    "$MOOT_ROOT/stdlib/README.md" > readme.scenario.lua
if moot test readme.scenario.lua > out 2>&1 && grep -q '^1 passed, 0 failed$' out; then
    echo "ok the example of stdlib/README.md"
else
    echo "not ok the example of stdlib/README.md"
    sed 's/^/    /' out
fi

# Each module that a protocol can require is explained there.
for file in "$MOOT_ROOT"/stdlib/*.lua; do
    name=$(basename "$file" .lua)
    if grep -qF "\`$name" "$MOOT_ROOT/stdlib/README.md"; then
        echo "ok stdlib/README.md names $name"
    else
        echo "not ok stdlib/README.md names $name"
    fi
done

# Why of six weeks that begin afresh: since which event, and which stay took days of them.
moot why suitability.db "Read otherwise, the six weeks begin afresh with another application" \
    --deadline "a family leaves bed and breakfast" > reasons 2>&1 || true
cat > expected <<'END'
    added up since: latest of (event "presents homeless", event "duty comes back from another authority")
    which was 2026-06-22 16:00
    in all: param "six weeks in bed and breakfast" (6 weeks), of which stays before this one took
        2026-06-22 17:00 to 2026-07-01 09:00: 9 days
    33 days, counted from 2026-07-20 18:00:
        Mon 2026-07-20 day 0 (trigger)
        Sat 2026-08-22 day 33 (due)
END
if sed -n '/due 2026-08-22$/,$p' reasons | grep -A 99 'added up since' | grep -v ' day [1-9][0-9]*$' | head -7 |
    diff expected - > differs && grep -q '^    as clause SI 2003/3326 art 4 is read .*: "begin afresh"$' reasons; then
    echo "ok stdlib, why six weeks begin afresh"
else
    echo "not ok stdlib, why six weeks begin afresh"
    sed 's/^/    /' differs
fi

# Plain words, with what they rest on at the foot. The same shows what has still to be said.
case="It is not ended by a view, only by the letter that says so"
moot why part7.db "$case" --notice "adverse decision letter" > letter 2>&1 || true
cat > expected <<'END'
Our decision on your homelessness application
From: Housing officer, Housing authority
To: the young person
Sent: Wednesday 5 August 2026 at 09:30

What we decided
No main duty is owed.

Why
None of the grounds of priority need is met.

If you do not agree
If you think that this is wrong, you can ask us to look at it again. Ask
within 21 days. The day on which you get this letter is day 1. You do not
need a lawyer. If you have a personal adviser or a social worker, they can
help you.

By when
- You can ask us to look at this decision again. The last day is Tuesday 25
  August 2026, if you got this letter on Wednesday 5 August 2026.
END
if head -n "$(wc -l < expected)" letter | diff expected - > differs; then
    echo "ok stdlib, a letter reads plainly"
else
    echo "not ok stdlib, a letter reads plainly"
    sed 's/^/    /' differs
fi

# Who is told of a review in time has one appeal of it, and its last day is told once. 21 days of Friday 12 June end on 3 July.
case="Letter on a review: not without the outcome, nor without reasons; the appeal waits for it"
moot why letters.db "$case" --notice "review decision letter" 2>&1 | grep -A 1 '^- You can' > letter || true
cat > expected <<'END'
- You can appeal to the county court. The last day is Friday 3 July 2026, if
  you got this letter on Friday 12 June 2026.
END
moot why letters.db "$case" 2>&1 | grep -c 'the stage "appeal on the decision" begins' > count || true
if diff expected letter > differs && [ "$(cat count)" = 1 ]; then
    echo "ok stdlib, the last day to appeal is told once"
else
    echo "not ok stdlib, the last day to appeal is told once"
    sed 's/^/    /' differs count
fi
