#!/bin/sh
# moot check --watch: checks again when a file is saved, in place or by a new file that takes its name; when a table of
# clauses is saved; not when nothing was. Ctrl-C leaves with status 130.
set -eu

mkdir clauses
good='protocol "demo-2026" { council = "Demo", effective = "2026-01-01", clauses = "demo" }
not_run { "1", because = "principle" }'
printf '%s\n' "$good" > demo-2026.lua
printf 'clause\toperational\n1\tyes\n' > clauses/demo.tsv

verdict() { # NAME CONDITION...
    name=$1
    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name"
        sed 's/^/  | /' out err
    fi
}

# Waits until the answers hold so many lines that match, for half a minute at most.
answered() { # COUNT PATTERN
    tries=0
    while [ "$(grep -c -e "$2" out)" -lt "$1" ] && [ "$tries" -lt 300 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ "$(grep -c -e "$2" out)" = "$1" ]
}

: > out # both are there to look into before the program is
: > err
env --default-signal=INT moot check --watch demo-2026.lua > out 2> err &
moot=$!
verdict "it checks at once, and says in one line that all is well" answered 1 '^demo-2026.lua: ok'
tries=0
while ! grep -q Ctrl-C err && [ "$tries" -lt 300 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
verdict "it says how to leave" grep -qx 'Checking again after each save; Ctrl-C leaves.' err

printf '%s\nrolle "MASH" {}\n' "$good" > demo-2026.lua
verdict "a save in place is checked" answered 1 '^demo-2026.lua:3:1: "rolle" is not a word of moot'

printf '%s\n' "$good" > new
mv new demo-2026.lua
verdict "a save by renaming is checked" answered 2 '^demo-2026.lua: ok'

rm demo-2026.lua
sleep 0.6
verdict "a file that is gone for a moment is waited for" answered 2 '^demo-2026.lua: ok'
printf '%s\n\n' "$good" > demo-2026.lua
verdict "and checked when it is back" answered 3 '^demo-2026.lua: ok'

printf 'clause\toperational\n2\tyes\n' > clauses/demo.tsv
verdict "a save of the table of clauses is checked" answered 1 '^demo-2026.lua:2:11: .*"1"'

sleep 1
lines=$(wc -l < out)
sleep 1
verdict "without a save nothing is said" test "$(wc -l < out)" = "$lines"

kill -INT "$moot"
status=0
wait "$moot" || status=$?
verdict "Ctrl-C leaves with status 130" test "$status" = 130

status=0
moot check --watch nowhere.lua > out 2> err || status=$?
verdict "a file that is not there is not waited for" test "$status" = 3

# Assumptions are watched with their protocol: a save of either checks both.
cat > house-2026.lua << 'END'
protocol "house-2026" { council = "Demo", effective = "2026-01-01" }
stage "talk" { clause = "1", owner = role "Officer" {}, on = event "presents homeless",
  outcome "helped" { close "helped" }, outcome "not helped" { close "not helped" } }
END
rows='assume { stage = "talk", source = "assumed", takes = days(2), outcomes = { ["helped"] = 0.7, ["not helped"] = 0.3 } }'
printf '%s\n' "$rows" > house.assume.lua
: > out
: > err
env --default-signal=INT moot check --watch house-2026.lua --assume house.assume.lua > out 2> err &
moot=$!
verdict "assumptions are checked at once, with their protocol" answered 1 '^house.assume.lua: ok'

printf '%s\n' "$rows" | sed 's/\["helped"\]/["heled"]/' > new
mv new house.assume.lua
verdict "a save of the assumptions is checked" answered 1 '^house.assume.lua:1:.*"heled".*"helped"'

printf '%s\n' "$rows" > house.assume.lua
verdict "and checked when they are right again" answered 2 '^house.assume.lua: ok'

sed 's/outcome "not helped"/outcome "no help"/' house-2026.lua > new
mv new house-2026.lua
verdict "a save of the protocol checks its assumptions again" answered 1 '^house.assume.lua:1:.*"not helped"'

kill -INT "$moot"
status=0
wait "$moot" || status=$?
verdict "Ctrl-C leaves with status 130 here too" test "$status" = 130

# So is the protocol that a file of variants changes, and a protocol that is a document.
cat > base-2026.lua << 'END'
protocol "base-2026" { council = "Demo", effective = "2026-01-01" }
stage "talk" { clause = "1", owner = role "Officer" {}, on = event "presents homeless", outcome "helped" { close "helped" } }
END
printf 'baseline "base-2026"\nvariant "duty" { stage "talk" { duty = "talk" } }\n' > variants.lua
: > out
: > err
env --default-signal=INT moot check --watch variants.lua > out 2> err &
moot=$!
verdict "variants are checked at once" answered 1 '^variants.lua: ok'
sed 's/"talk"/"meeting"/' base-2026.lua > new
mv new base-2026.lua
verdict "a save of their baseline checks the variants again" answered 1 '^variants.lua:2:18: there is no stage "talk" to patch'
kill -INT "$moot"
wait "$moot" || true

# shellcheck disable=SC2016 # the ticks are a fence's
printf '# Demo\n\n```moot\n%s\n```\n' 'protocol "paper-2026" { council = "Demo", effective = "2026-01-01" }' > paper-2026.md
: > out
: > err
env --default-signal=INT moot check --watch paper-2026.md > out 2> err &
moot=$!
verdict "a document is checked at once" answered 1 '^paper-2026.md: ok'
# shellcheck disable=SC2016
printf '\n```moot\nrolle "MASH" {}\n```\n' >> paper-2026.md
verdict "a save of a document is checked, and the line is its own" answered 1 '^paper-2026.md:8:1: "rolle" is not a word'
kill -INT "$moot"
wait "$moot" || true
