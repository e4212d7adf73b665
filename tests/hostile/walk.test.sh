#!/bin/sh
# A walk is never lost: killed at any moment, open gives the case as it stood on the screen. Two at once on one store
# neither spoil nor lose anything.
set -eu

cat > demo.lua <<'END'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sw = role "Social worker" {}
stage "talk" { clause = "1", owner = sw, on = event "presents homeless", deadline "talk" { clause = "1", within = hours(48) },
  outcome "done" { clause = "1", close "done" } }
END

verdict() { # NAME CONDITION...
    name=$1
    shift
    if "$@"; then echo "ok $name"; else echo "not ok $name"; fi
}

# Waits until a file has a text, for half a minute at most.
shown() { # FILE TEXT
    tries=0
    until grep -qF -- "$2" "$1" 2> /dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || return 1
        sleep 0.1
    done
}

# Each answer was read by somebody, then the program is killed: all steps answered are kept.
kill_after() { # N
    rm -f kept.db* answers
    mkfifo lines
    moot repl demo.lua --store kept.db < lines > answers 2>&1 &
    pid=$!
    exec 3> lines
    echo 'presents homeless at 2026-05-21 09:15' >&3
    i=1
    while [ "$i" -lt "$1" ]; do
        echo 'wait 1 hour' >&3
        i=$((i + 1))
    done
    tries=0
    while [ "$(grep -c ', open' answers || true)" -lt "$1" ] && [ "$tries" -lt 300 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    # -9 to the program itself, which may run under a wrapper of the tests
    kill -9 "$pid"
    wait "$pid" 2>/dev/null || true
    exec 3>&-
    rm -f lines
    grep ', open' answers | tail -1 > stood
    printf 'open C1\n' | moot repl --store kept.db 2>/dev/null | grep ', open' > again || true
    cmp -s stood again
}
for n in 1 2 7; do
    verdict "a walk killed after $n steps stands as it stood" kill_after "$n"
done

# Two programs, one store, each its own case.
two_cases() {
    rm -f two.db*
    { echo 'presents homeless at 2026-05-21 09:15'; yes 'wait 1 hour' | head -20; } > many
    moot repl demo.lua --store two.db < many > one.out 2>&1 &
    first=$!
    moot repl demo.lua --store two.db < many > two.out 2>&1 &
    second=$!
    wait "$first" && wait "$second" || return 1
    [ "$(printf 'cases\n' | moot repl --store two.db | sort | tr -d '\n')" = \
        "  C1  demo-2026, 21 steps  C2  demo-2026, 21 steps" ] && moot store check two.db >/dev/null
}
verdict "two walks at once are both kept whole" two_cases

# A store that another program is just making is waited for: SQLite itself does not while the log is made.
made_at_once() {
    rm -f new.db* hold
    mkfifo hold
    sqlite3 new.db < hold > holder.out 2>&1 &
    holder=$!
    exec 4> hold
    printf "BEGIN IMMEDIATE;\n.print held\n" >&4
    shown holder.out held || return 1
    printf 'presents homeless at 2026-05-21 09:15\n' | moot repl demo.lua --store new.db > new.out 2>&1 &
    walker=$!
    sleep 0.5
    printf 'ROLLBACK;\n' >&4
    exec 4>&-
    wait "$holder"
    wait "$walker" && [ "$(printf 'cases\n' | moot repl --store new.db)" = "  C1  demo-2026, 1 step" ]
}
verdict "a walk waits for a store that another program is making" made_at_once

# Two programs on the same case: the second is told, and nothing of the first is lost.
same_case() {
    rm -f same.db* lines
    printf 'presents homeless at 2026-05-21 09:15\n' | moot repl demo.lua --store same.db > /dev/null 2>&1
    mkfifo lines
    moot repl --store same.db < lines > late.out 2>&1 &
    late=$!
    exec 3> lines
    echo 'open C1' >&3
    shown late.out ', open' || return 1
    printf 'open C1\nwait 1 hour\n' | moot repl --store same.db > /dev/null 2>&1
    echo 'wait 2 hours' >&3
    exec 3>&-
    wait "$late" || true
    rm -f lines
    grep -q 'another moot repl went on with this case' late.out &&
        [ "$(printf 'open C1\nsteps\n' | moot repl --store same.db 2>/dev/null | tail -1)" = '   2  until 2026-05-21 10:15' ]
}
verdict "two walks of the same case: the second is told" same_case

# Another program holds the store: the line is refused, nothing is lost, and it can be said again. (How long it is waited for
# at a terminal, tests/cli/screens.test.sh looks at.)
held_store() {
    rm -f held.db* lines hold
    mkfifo lines hold
    moot repl demo.lua --store held.db < lines > held.out 2>&1 &
    walker=$!
    exec 3> lines
    printf '.bail off\npresents homeless at 2026-05-21 09:15\nwait 1 hour\n' >&3
    shown held.out '10:15, open' || return 1
    sqlite3 held.db < hold > holder.out 2>&1 &
    holder=$!
    exec 4> hold
    printf "BEGIN IMMEDIATE;\n.print held\n" >&4
    shown holder.out held || return 1
    echo 'wait 2 hours' >&3
    shown held.out 'is being written by another program' || return 1
    echo 'steps' >&3 # looking needs no store
    shown held.out '   2  until 2026-05-21 10:15' || return 1
    printf 'ROLLBACK;\n' >&4
    exec 4>&-
    wait "$holder"
    echo 'wait 2 hours' >&3
    exec 3>&-
    wait "$walker" || true
    rm -f lines hold
    grep -q '^Thu 2026-05-21 12:15, open' held.out &&
        [ "$(printf 'open C1\nsteps\n' | moot repl --store held.db 2>/dev/null | tail -1)" = '   3  until 2026-05-21 12:15' ]
}
verdict "a store that another program holds loses nothing, and the line can be said again" held_store
