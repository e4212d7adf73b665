#!/bin/sh
# Whole screens, compared row by row: at 80x24 and 200x50, with letters that take two cells or none, dumb, without colour,
# while the window changes its size, and while an editor saves beside it.
set -eu

# shellcheck source=tests/tools/screens.sh
. "$MOOT_ROOT/tests/tools/screens.sh"

cat > demo.lua <<'EOF'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sf = service "Gofal Môn 児童福祉" { clause = "1" }
stage "cyfryngu" {
  clause = "3.5", owner = sf, on = event "presents homeless",
  deadline "児童と家族の話し合い、どこで眠るか 一緒に考える場、三日のうちに開く" { clause = "3.5", within = hours(48) },
  outcome "adref" { clause = "3.6", close "adref" },
}
EOF

# The rows of a screen without the empty ones below; a row may end in blanks that nobody sees.
rows() { screen | sed 's/ *$//' | awk '{ row[NR] = $0; if ($0 != "") last = NR } END { for (i = 1; i <= last; i++) print row[i] }'; }
same_rows() { # FILE WITH WHAT SHOULD BE THERE
    rows > seen
    cmp -s "$1" seen || {
        diff "$1" seen | sed 's/^/  /'
        return 1
    }
}

cat > narrow.rows <<'EOF'
demo-2026 (Demo): a new case, in which nothing has happened yet.
Type ask, or what happens: presents homeless at 2026-05-21 09:15; or help.
new case> presents homeless at 2026-05-21 09:15
Thu 2026-05-21 09:15, open
Changed:
   1  the case C1 starts
   2  "presents homeless" happens
   3  the stage "cyfryngu" begins  [3.5]
   4  the deadline "児童と家族の話し合い、どこで眠るか
       一緒に考える場、三日のうちに開く" starts, due 2026-05-23 09:15  [3.5]
Open:
  cyfryngu, since 2026-05-21 09:15, for Gofal Môn 児童福祉  [3.5]
Tonight: not recorded
Due:
  児童と家族の話し合い、どこで眠るか 一緒に考える場、三日のうちに開く: by
      2026-05-23 09:15, in 2 days, for Gofal Môn 児童福祉  [3.5]
Choose:
  1  cyfryngu: adref  [3.6]
C1 2026-05-21 09:15 cyfryngu>
EOF
narrow() { # TERM
    rm -rf .local
    open_at 80 24 "$1" demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'cyfryngu>' || return 1
    same_rows narrow.rows
}
verdict "80x24: a letter that takes two cells is counted as two, and nothing runs over the edge" narrow screen
# Of many stages that are open the screen shows, where it is short of rows, those that began last: the prompt names the last one.
{
    echo 'protocol "many-2026" { council = "Many", effective = "2026-01-01" }'
    echo 'local sw = role "Worker" {}'
    for n in one two three four five six; do
        echo "stage \"$n\" { clause = \"1\", owner = sw, on = event \"presents homeless\","
        for d in 1 2 3; do echo "  deadline \"$n $d\" { clause = \"2\", within = days($d) },"; done
        echo "  outcome \"$n done\" { clause = \"3\" } }"
    done
} > many.lua
prompt_is_seen() {
    rm -rf .local
    open_at 80 24 screen many.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits '2026-05-21 09:15 six>' || return 1
    screen | grep -qF '  six, since 2026-05-21 09:15, for Worker  [1]' && screen | grep -q '^  … [45] more: who$'
}
verdict "80x24: the stage that the prompt names is in the list of what is open, however short" prompt_is_seen
# A screen that is longer than the terminal: 25 rows, of which 23 and the prompt fit. What changed loses its oldest line, what
# is due its last two, each for a line that says so; `look` asks for all of it.
{
    echo 'protocol "long-2026" { council = "Long", effective = "2026-01-01" }'
    echo 'local sw = role "Worker" {}'
    echo 'stage "talk" { clause = "1", owner = sw, on = event "presents homeless",'
    for n in 1 2 3 4 5 6 7 8 9 10; do echo "  deadline \"step $n\" { clause = \"2\", within = days($n) },"; done
    echo '  outcome "home" { clause = "3", close "home" }, outcome "away" { clause = "4", close "away" } }'
} > long.lua
cat > cut.rows <<'EOF'
Thu 2026-05-21 09:15, open
Changed:
  … 1 more: log
   2  "presents homeless" happens
   3  the stage "talk" begins  [1]
   4  10 deadlines start: step 1 by 2026-05-22  [2]; step 2 by 2026-05-23  [2];
       step 3 by 2026-05-24  [2]; due tells all
Open:
  talk, since 2026-05-21 09:15, for Worker  [1]
Tonight: not recorded
Due:
  step 1: by 2026-05-22, in 1 day 14 hours, for Worker  [2]
  step 2: by 2026-05-23, in 2 days 14 hours, for Worker  [2]
  step 3: by 2026-05-24, in 3 days 14 hours, for Worker  [2]
  step 4: by 2026-05-25, in 4 days 14 hours, for Worker  [2]
  step 5: by 2026-05-26, in 5 days 14 hours, for Worker  [2]
  step 6: by 2026-05-27, in 6 days 14 hours, for Worker  [2]
  step 7: by 2026-05-28, in 7 days 14 hours, for Worker  [2]
  step 8: by 2026-05-29, in 8 days 14 hours, for Worker  [2]
  … 2 more: due
Choose:
  1  talk: home  [3]
  2  talk: away  [4]
C1 2026-05-21 09:15 talk>
EOF
cut_screen() {
    rm -rf .local
    open_at 80 24 screen long.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'talk>' || return 1
    same_rows cut.rows || return 1
    type_line look
    awaits 'step 10: by'
}
verdict "80x24: a screen that is too long keeps the date, tonight and what is due first, and says what it left out" cut_screen
# An answer of two screens has each list twice; a row that was taken from one would be told under the other.
printf '%s\n' 'lesson "two screens"' 'use "long.lua"' 'run "presents homeless at 2026-05-21 09:15"' 'run "wait 1 hour"' \
    'ask("Whose?", { "Worker", "Nobody"; right = 1, because = "2" })' > two.lua
two_screens() {
    rm -rf .local
    open_at 80 24 screen long.lua
    awaits 'new case>' || return 1
    type_line 'lesson two.lua'
    awaits 'Whose?' || return 1
    tmux -L "$socket" capture-pane -p -S -100 > two.screens
    awk '/^[A-Z][a-z]*:$/ { if (heads) bare = 1; heads = 1; lists++; next } { if (heads && $0 !~ /^  /) bare = 1; heads = 0 }
        END { exit bare || lists < 7 }' two.screens
}
verdict "80x24: an answer of several screens keeps the rows of each" two_screens

FORCE_COLOR=1
export FORCE_COLOR
verdict "the same rows where colour is forced" narrow screen
unset FORCE_COLOR
NO_COLOR=1
export NO_COLOR
verdict "and where there is none" narrow xterm-256color
unset NO_COLOR

# A dumb terminal is plain: each entry with its time, the same words otherwise.
dumb() {
    rm -rf .local
    sed 's/^\(   [1-4]  \)/\12026-05-21 09:15  /' narrow.rows > dumb.rows
    open_at 200 50 dumb demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'cyfryngu>' || return 1
    # at 200 columns nothing is wrapped, so the rows that were wrapped are one
    awk '/眠るか$/ || /: by$/ { printf "%s ", $0; getline; sub(/^ */, "") } { print }' dumb.rows > one.rows
    same_rows one.rows && [ "$(screen -e | grep -c "$(printf '\033')" || true)" = 0 ]
}
verdict "200x50, dumb: plain words on whole rows, and no escapes" dumb

combining() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'cyfryngu>' || return 1
    # ten times "Zoë " of four letters in three cells and a blank: 40 cells, and 50 letters
    type_line "note $(awk 'BEGIN { for (i = 0; i < 19; i++) printf "Zoe\314\210 " }')end"
    awaits 'a note: ' || return 1
    printf '   5  a note: %s\n       %s\n' "$(awk 'BEGIN { for (i = 0; i < 16; i++) printf "%sZoe\314\210", i ? " " : "" }')" \
        "$(printf 'Zoe\314\210 Zoe\314\210 Zoe\314\210 end')" > wanted
    rows | grep -A1 'a note: ' > seen
    cmp -s wanted seen
}
verdict "a letter of two characters in one cell is counted as one" combining

resized() {
    rm -rf .local
    open_at 120 24 screen demo.lua
    awaits 'new case>' || return 1
    tmux -L "$socket" send-keys -l 'presents homeless at 2026-05-2'
    awaits 'presents homeless at 2026-05-2' || return 1
    resize_to 80 24 || return 1
    resize_to 90 30 || return 1
    sleep 0.5
    [ "$(rows | grep -c 'new case>')" = 1 ] || return 1 # the prompt is drawn once, wherever the edge was
    resize_to 80 24 || return 1
    type_line '1 09:15'
    awaits 'cyfryngu>' || return 1
    same_rows narrow.rows
}
verdict "the window changes while a line is typed: the line stays, and the answer fits the new width" resized

watched() {
    rm -rf .local
    cat > watched.lua <<'EOF'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
stage "talk" { clause = "1", owner = role "Officer" {}, on = event "presents homeless",
  deadline "talk" { clause = "2", within = hours(48) }, outcome "over" { clause = "3", close "over" } }
EOF
    open_at 100 40 screen watched.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'talk>' || return 1
    type_line '.watch'
    awaits 'Checking again after each save; Ctrl-C goes back to the case.' || return 1
    sed 's/hours(48)/hours(24)/' watched.lua > new
    mv new watched.lua
    awaits 'Deadline talk: by 2026-05-22 09:15, live  [2]' || return 1
    sed 's/hours(24)/hors(24)/' watched.lua > new
    mv new watched.lua
    awaits '"hors" is not a word of moot; did you mean "hours"?' || return 1
    sed 's/hors(24)/hours(72)/; s/presents homeless/evicted/' watched.lua > new
    mv new watched.lua
    awaits 'Only in the case before:' || return 1
    sed 's/evicted/presents homeless/' watched.lua > new
    mv new watched.lua
    awaits 'Deadline talk: by 2026-05-24 09:15, live  [2]' || return 1
    press C-c
    awaits 'The case, under the protocol as it is now:' || return 1
    awaits 'talk: by 2026-05-24 09:15, in 3 days, for Officer  [2]'
}
verdict "after each save .watch tells what is wrong, or what changes of the case; Ctrl-C goes on under what was saved" watched

pages() {
    rm -rf .local
    printf '#!/bin/sh\nhead -2\necho "(more)"\n' > pager
    chmod +x pager
    MOOT_PAGER=./pager
    export MOOT_PAGER
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'cyfryngu>' || return 1
    type_line 'help'
    awaits 'Leave             help [WORD], quit' || return 1 # a screen is not turned
    for n in 1 2 3 4 5 6 7; do type_line "wait $n hours"; done
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do type_line "note $n"; done
    awaits 'a note: 17' || return 1
    type_line 'steps'
    awaits '(more)'
}
verdict "what is longer than the screen goes to the pager, and help is not" pages
# The question of a lesson stands below two screens of the case: it is seen and answered, and .again has the pager turn the rest.
asked_at_once() {
    rm -rf .local
    open_at 80 24 screen long.lua
    awaits 'new case>' || return 1
    type_line 'lesson two.lua'
    awaits '(a number answers; pass goes on without)' || return 1
    awaits 'above this screen; .again turns page by page)' || return 1
    screen | grep -qF '(more)' && return 1
    type_line '.again'
    awaits '(more)' || return 1
    type_line '1'
    awaits 'Right. 2'
}
verdict "80x24: no pager stands between the question of a lesson and its answer" asked_at_once

refused() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at tomorrow'
    awaits 'that day needs a day' || return 1
    [ "$(rows | sed -n '4,5p')" = 'that day needs a day to count from, and nothing has happened yet: write the
    first time whole, as in 2026-05-21 09:15' ]
}
verdict "why a line is refused is wrapped at words too" refused

# Nobody sits before a screen that does not answer: a store that another program holds is waited for a second.
held() {
    rm -rf held.db* hold
    mkfifo hold
    open_at 100 40 screen demo.lua --store held.db
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'cyfryngu>' || return 1
    sqlite3 held.db < hold > holder.out 2>&1 &
    holder=$!
    exec 4> hold
    printf 'BEGIN IMMEDIATE;\n.print held\n' >&4
    tries=0
    until grep -q held holder.out || [ "$tries" = "$patience" ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    began=$(date +%s)
    type_line 'wait 1 hour'
    awaits 'held.db is being written by another program: try again when it has finished' || return 1
    ended=$(date +%s)
    printf 'ROLLBACK;\n' >&4
    exec 4>&-
    wait "$holder" || true
    type_line 'wait 1 hour'
    awaits 'Thu 2026-05-21 10:15, open' && [ $((ended - began)) -lt $((5 * ${PATIENCE:-1})) ]
}
verdict "a store that another program holds is waited for a second, and the line can be said again" held

# The terminal is the editor's until its end, also when the window changes its size or Ctrl-C is pressed there.
edited() {
    rm -rf .local
    # shellcheck disable=SC2016 # the editor's own
    printf '%s\n' 'trap "echo not now" INT' 'echo "editor at $1"' 'until read -r answer && [ "$answer" = go ]; do :; done' \
        'sed "s/hours(48)/hours(24)/" "$2" > new && mv new "$2"' > editor
    sed 's/hours(72)/hours(48)/' watched.lua > edited.lua
    EDITOR='sh editor'
    export EDITOR
    open_at 100 40 screen edited.lua
    unset EDITOR
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'talk>' || return 1
    type_line '.edit'
    awaits 'editor at +2' || return 1
    resize_to 90 40 || return 1
    press C-c
    awaits 'not now' || return 1
    type_line go
    awaits 'The case, under the protocol as it is now:' || return 1
    awaits 'talk: by 2026-05-22 09:15, in 1 day, for Officer  [2]'
}
verdict "an editor has the terminal until it ends: neither the window's size nor Ctrl-C takes it away" edited

# A list that asks whether it may be shown would take the keys that are typed next, and one that is longer than the screen
# would push away what it is about: 24 rows, of which 21 hold names.
many_matches() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    tmux -L "$socket" send-keys -l 'help '
    press Tab
    press Tab
    awaits 'more: type some letters of it' || return 1
    tmux -L "$socket" send-keys -l 'quiz n' # no key is lost
    awaits 'new case> help quiz n' || return 1
    screen | grep -c '^[a-z]' > seen_rows # the names, and the prompt
    [ "$(cat seen_rows)" -le 24 ]
}
verdict "80x24: of many names that fit, as many as the screen holds are shown, and none is asked about" many_matches
