#!/bin/sh
# A transcript plays again byte for byte: of every word that can be typed, in every mode, begun in the middle of a case, with a
# store of earlier sittings that is not there when it is played. What cannot be played is refused in one sentence.
set -eu

ln -s "$MOOT_ROOT/protocols" "$MOOT_ROOT/examples" .

claim() { # NAME COMMAND...: ok if the command is
    name=$1
    shift
    if "$@" > said 2>&1; then echo "ok $name"; else echo "not ok $name"; tail -5 said; fi
}

# ---- what earlier sittings left: two forks, steps that were taken back, a score, a case of another council, one in a lesson ----

earlier() {
    printf '%s\n' 'new lut' 'fact dob 2009-02-11' 'presents homeless at 2026-05-21 09:15' 'note an old remark' undo |
        moot repl luton --store kept.db
    printf '%s\n' '.bail off' 'new ann' 'fact dob 2009-02-11' 'presents homeless at 2026-05-21 09:15' 'answer still homeless at 11:30' 'fork other' \
        'wait 1 day' undo 'quiz on' 'wait 2 days' 'guess Social worker' pass 'hide in_need' 'hide dob' 'show dob' |
        moot repl stockport-2018 --store kept.db
    printf '%s\n' 'lesson examples/lessons/refuses-care.lua' 1 | moot repl --store kept.db
}
earlier > said 2>&1 || true # some lines say what cannot be

cat > before <<'END'
.bail off
fact dob 2009-03-11
presents homeless at 2026-05-21 09:15
break at joint assessment
ask
pass
quiz on
answer still homeless at 2026-05-21 11:30
pass
END

# Each word of both tables, and lines that are wrong, or begin as the lines of a transcript do.
cat > lines <<'END'
.again
guess Social worker
pass
quiz
quiz off
.again json
break
ask
pass
yes
why
why not prevented
why not
due
due joint assessment
needs
who
log
duties
timeline
readings
clause 3.7/1
what if in_need=no
what if reading assessment clock starts = approach
note A remark > with "things
> odd
= "> x\n# y\n+ z\n\\ w"
= {
1,
2
}
= (

steps
fork a
wait 1 day
next
until 18th birthday
undo
redo
back to 3
switch main
compare a
compare luton
step
step
open ann
switch
redo
wait 3 days
guess Social worker
look
quiz off
.again
.again json
.again markdown
due
.again csv
.mode csv
due
log
.mode presenter
wait 1 hour
timeline
.mode json
wait 1 hour
due
.mode plain
cases
new ann
presents homeless at 2026-05-22
new bob
presents homeless at 2026-05-22
hide dob
set dob 2009-01-01
show dob
open lut
steps
redo
open nobody
open anm
export handout - for Social worker
export handout h.md
export letter l.html
export scenario s.lua
export calendar c.ics
export case c.jsonl
inject evicted in 3 days
wait 5 days
save
open C1
2

help
.help
.help .mode
.config
.mode foo
foo
help wait
?joint assessment
lua #stages
consent share_information given
place hostel
notice "x" sent
panel x y
child A
fact dob 2020-01-01 of A
done joint assessment at 2026-06-01
sign Social worker returned home
answer foo
event evicted at 2026-07-01
.once once.txt
due
.timer on
due
.timer off
.edit
.view
.watch
.read more.txt
.read nothing
.bail off
open ann
show in_need
lesson examples/lessons/bank-holiday.lua
1

pass
open luton
presents homeless at 2026-05-21 09:15
open stockport-2018
presents homeless at 2026-05-22 09:15
cases
open examples/stockport-2018/cases.jsonl
wait 1 hour
.transcript
quit
END
printf '%s\n' 'note from a file' 'foo in a file' 'note never' > more.txt

all_words() { # each word stands in the lines
    sed -n 's/^    { "\([a-z]*\)[a-z ]*", [dN].*/\1/p; s/^    { "\(\.[a-z]*\)", tool_.*/\1/p' \
        "$MOOT_ROOT/repl/walk/walk_line.c" "$MOOT_ROOT/repl/walk/session_tool.c" | sort -u > words
    [ "$(wc -l < words)" -gt 50 ] || return 1
    echo .transcript > typed
    echo .quit >> typed # ends as quit does, and is not written
    sed 's/ .*//' before lines >> typed
    sort -u typed | comm -23 words - > missing
    cat missing
    [ ! -s missing ]
}
claim "the lines have each word that can be typed" all_words

# played NAME ARGUMENTS: the transcript of the lines plays again, in a folder without the store, and leaves nothing behind.
played() { # NAME WITH OPTIONS...
    made=$1.t
    with=$2
    shift 2
    cp kept.db own.db
    (cat before; echo ".transcript $made$with"; cat lines) | moot repl stockport-2018 "$@" > out 2> err || true
    rm -f own.db h.md l.html s.lua c.ics c.jsonl once.txt
    find . | sort > there
    echo "# $(grep -c '^> ' "$made") lines"
    [ "$(grep -c '^> ' "$made")" -gt 100 ] || return 1
    options=$(sed -n '1s/^# moot repl [^ ]*\(.*\) --check FILE plays.*/\1/p' "$made")
    # shellcheck disable=SC2086 # they are words of a command
    moot repl stockport-2018 $options --check "$made" > checked 2>&1 || { cat checked; return 1; }
    cat checked
    find . | sort | cmp - there
}
touch out err checked there said typed words missing kept.t alone.t looked.t law.t json.t
claim "where cases are kept" played kept ' with hidden facts' --store own.db
claim "where they are not" played alone ' with hidden facts'
claim "where they are only looked at" played looked ' with hidden facts' --store own.db --read-only
claim "with the law as at a day" played law ' with hidden facts' --law-as-at 2026-01-01
claim "for programs" played json ' with hidden facts' --store own.db --json

# ---- what it rests on ----

told_once() { # a case that the transcript tells is not told again as it is opened
    (cat before; printf '%s\n' 'pass' 'pass' 'quiz off' '.transcript once.t' 'wait 1 hour' undo 'new' 'presents homeless at 2026-05-21 09:15' \
        'open C1' redo 'open C2') | moot repl stockport-2018 --store once.db > out 2> err
    [ "$(grep -c '^+ {"case"' once.t)" = 1 ] && moot repl stockport-2018 --check once.t
}
claim "a case is told once" told_once

other_options() {
    moot repl stockport-2018 --check law.t > checked 2>&1 && return 1
    grep -qF 'law.t:1: it was told by another command: moot repl stockport-2018 --law-as-at 2026-01-01 --check law.t plays it again' checked
}
claim "another command than the one that it was told by is refused" other_options

# Another program goes on with the case while the transcript is written: what it did is told where the case is opened.
awaits_in() { # FILE TEXT
    tries=0
    until grep -qF -e "$2" "$1" 2> /dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || return 1
        sleep 0.1
    done
}
two_programs() {
    rm -f two.db
    mkfifo typed.fifo
    moot repl stockport-2018 --store two.db < typed.fifo > out 2> err &
    exec 3> typed.fifo
    printf '%s\n' '.bail off' 'fact dob 2009-02-11' 'presents homeless at 2026-05-21 09:15' '.transcript two.t' 'wait 1 hour' undo >&3
    awaits_in two.t '> undo' || return 1
    printf '%s\n' 'open C1' 'wait 2 hours' 'fork third' 'answer still homeless' 'switch main' | moot repl --store two.db > other 2>&1
    printf '%s\n' 'wait 3 hours' 'open C1' redo 'switch third' steps quit >&3
    exec 3>&-
    wait
    grep -q '^# another moot repl went on with this case' two.t && grep -q '^+.*"answer .*still homeless' two.t &&
        moot repl stockport-2018 --check two.t
}
claim "another program went on with the case in between" two_programs

# A lesson whose file was moved away since its sitting: that it cannot go on is told as the case is opened, and again where the
# transcript plays, whether the file is there by then or not.
lost_lesson() {
    printf '%s\n' 'lesson "One"' 'use "stockport-2018"' 'run "presents homeless at 2026-05-21 09:15"' 'checkpoint "first"' > one.lua
    printf '%s\n' 'lesson one.lua' | moot repl --store lost.db > out 2> err
    mv one.lua gone.lua
    printf '%s\n' 'open C1' '.transcript lost.t' 'wait 1 hour' 'open C1' new 'presents homeless at 2026-05-21 09:15' 'open C2' 'open C1' |
        moot repl stockport-2018 --store lost.db > out 2> err
    [ "$(grep -c 'The lesson .*one.lua cannot go on here: there is no file' out)" = 3 ] || return 1
    moot repl stockport-2018 --check lost.t || return 1
    mv gone.lua one.lua
    moot repl stockport-2018 --check lost.t
}
claim "that a lesson could not go on is played too" lost_lesson

# A hand-out has what happened before as the steps and the case as it stands; what is hidden is in none of it.
page() {
    (cat before; printf '%s\n' pass pass 'quiz off' 'hide dob' '.transcript page.html' 'wait 1 hour' '.transcript off') |
        moot repl stockport-2018 > out 2> err
    grep -q 'What happened before:' page.html && grep -q '   1  fact dob (hidden)' page.html &&
        grep -q '&gt; \|<kbd>wait 1 hour</kbd>' page.html && ! grep -q 2009 page.html
}
claim "a hand-out begins with the steps and the case" page
