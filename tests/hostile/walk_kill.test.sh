#!/bin/sh
# A program that is killed at any moment, between two lines or in the middle of one, leaves the case as it stood on the
# screen: what was answered is kept, of what was not answered yet at most the line at hand. Stories and moments are drawn
# from seeds, so what once went wrong comes again.
set -eu

cat > demo.lua <<'END_OF_PROTOCOL'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sw = role "Social worker" {}
stage "talk" { clause = "1", owner = sw, on = event "presents homeless", deadline "talk" { clause = "1", within = hours(48) },
  outcome "done" { clause = "1", when = { welfare_concern = false }, go "rest" } }
stage "rest" { clause = "2", owner = sw, outcome "home" { clause = "2", close "home" } }
END_OF_PROTOCOL

# A story of 150 lines: time passes, things are told, taken back, told again, tried in forks. Some lines say what cannot be.
story() { # SEED
    awk -v seed="$1" 'BEGIN {
        srand(seed)
        count = split("wait 1 hour|next|note a remark|undo|undo|redo|back to 2|back to 0|fork other|fork third|switch main|" \
                      "switch other|save|hide dob|show dob|sign Social worker done|export case x.jsonl|export handout h.md|" \
                      "what if welfare_concern=no|fact welfare_concern no|fact welfare_concern yes|place nowhere|answer talk done|answer rest home|" \
                      "inject presents homeless in 2 days|until next deadline|until 18th birthday|done talk", words, "|")
        print ".bail off"
        print "fact dob 2009-02-11"
        print "presents homeless at 2026-05-21 09:15"
        for (i = 0; i < 147; i++) print words[1 + int(rand() * count)]
    }'
}

# Where the case stands, as somebody sees it who looks: the screen without what changed last, the steps, the forks.
standing() { jq -c 'select(.line > 0) | [.line, (.screen | del(.changed)?), .text]'; }

# The whole story, with three looks after each line: what stands after line N is looked at in lines 4N-2 to 4N.
whole() {
    awk '{ print; print "look"; print "steps"; print "switch" }' lines > looked
    rm -f whole.db*
    moot repl demo.lua --store whole.db --json < looked 2> /dev/null | standing > whole.out
}
after() { # N: what stands after that line; nothing when there was no case yet
    jq -c --argjson n "$1" 'select(.[0] > 4 * $n - 3 and .[0] <= 4 * $n) | .[1:]' whole.out
}
took() { # N: the number of the first line behind N that was carried out, or N when none was
    jq -r '.[0]' whole.out | awk -v n="$1" '$1 % 4 == 1 && ($1 + 3) / 4 > n && !found { found = ($1 + 3) / 4 } END { print found ? found : n }'
}

# Killed as soon as somebody has seen so many answers, wherever it is by then.
killed() { # ANSWERS
    rm -f killed.db* shown
    mkfifo shown
    moot repl demo.lua --store killed.db --json < lines > shown 2> /dev/null &
    victim=$!
    awk -v most="$1" -v victim="$victim" '{ print } NR == most { system("kill -9 " victim " 2> /dev/null") }' < shown > answers
    wait "$victim" 2> /dev/null || true
}

# The last answer that was written whole.
answered() { awk '/}$/ { last = $0 } END { print last }' answers | jq -r '.line // 0'; }

stands_as_seen() { # SEED
    story "$1" > lines
    whole
    killed "$(awk -v seed="$1" 'BEGIN { srand(seed + 1000); print 1 + int(rand() * 25) }')"
    n=$(answered)
    n=${n:-0}
    if ! printf 'open C1\nsteps\nswitch\n' | moot repl --store killed.db --json 2> /dev/null | standing > again.out; then
        echo "  seed $1: the store cannot be read after line $n"
        return 1
    fi
    jq -c '.[1:]' again.out > again
    after "$n" > seen
    after "$(took "$n")" > next
    if [ ! -s again ]; then # killed before there was a case
        [ "$n" -le 1 ] && return 0
    fi
    moot store check killed.db > /dev/null || return 1
    cmp -s again seen || cmp -s again next || {
        echo "  seed $1: after line $n it stands otherwise:"
        diff seen again | head -5
        return 1
    }
}

for seed in 1 2 3 4 5 6 7 8 9 10; do
    if stands_as_seen "$seed"; then echo "ok killed in story $seed, it stands as it stood"; else echo "not ok killed in story $seed"; fi
done

# A lesson goes on where the class saw it stand, or at the next place, which was kept and not seen any more. A place is known by
# its question, or by the words of the checkpoint.
places() {
    awk '/goes on\)$/ { print } /^\(a number answers/ { print last } /\?$/ { last = $0 }' "$1"
}
goes_on_as_seen() { # LESSON PLACES: killed as soon as somebody has seen so many
    { echo .bail off; echo "lesson $1"; yes '1

' | head -40; } > lesson
    moot repl < lesson 2> /dev/null > told || true
    places told > all
    rm -f lesson.db* shown
    mkfifo shown
    moot repl --store lesson.db < lesson > shown 2> /dev/null &
    victim=$!
    awk -v most="$2" -v victim="$victim" '
        { print }
        /goes on\)$|^\(a number answers/ && ++n == most { system("kill -9 " victim " 2> /dev/null") }' < shown > answers
    wait "$victim" 2> /dev/null || true
    places answers > seen
    moot store check lesson.db > /dev/null || return 1
    id=$(echo cases | moot repl --store lesson.db 2> /dev/null | awk 'END { print $1 }')
    echo "open $id" | moot repl --store lesson.db > opened 2> /dev/null
    places opened | tail -1 > stands
    n=$(wc -l < seen)
    [ ! -s stands ] && [ "$n" = "$(wc -l < all)" ] && return 0 # it had ended
    sed -n "${n}p" all | cmp -s - stands || sed -n "$((n + 1))p" all | cmp -s - stands || {
        echo "  killed at place $n it stands at $(cat stands)"
        return 1
    }
}
ln -s "$MOOT_ROOT/protocols" "$MOOT_ROOT/examples" .
for lesson in bank-holiday four-councils medway-before-a-finding; do
    for place in 2 3; do
        if goes_on_as_seen "examples/lessons/$lesson.lua" "$place"; then
            echo "ok killed in the lesson $lesson at place $place, it goes on there"
        else
            echo "not ok killed in the lesson $lesson at place $place"
        fi
    done
done
