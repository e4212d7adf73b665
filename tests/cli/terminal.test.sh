#!/bin/sh
# The REPL as somebody sits before it: real terminals of 80x24 and 200x50, with and without colour, dumb, with wide and
# combining characters. Screens are compared with what they should be.
set -eu

# shellcheck source=tests/tools/screens.sh
. "$MOOT_ROOT/tests/tools/screens.sh"

cat > demo.lua <<'END'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sf = service "Stockport Family" { clause = "1" }
local hg = service "Homes Group" { clause = "1" }
stage "mediation" {
  clause = "3.5", owner = { sf, hg }, on = event "presents homeless",
  deadline "a conversation with everybody who has a say in where the young person sleeps" { clause = "3.5", within = hours(48) },
  outcome "still homeless" { clause = "3.6", close "still homeless" },
}
END

two_lines() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    [ "$(screen | head -2)" = "demo-2026 (Demo): a new case, in which nothing has happened yet.
Type ask, or what happens: presents homeless at 2026-05-21 09:15; or help." ]
}
verdict "it opens with two lines that say where you are and what to type" two_lines

two_lines_of_law() {
    open_at 80 24 screen "$MOOT_ROOT/protocols/luton.lua"
    awaits 'new case>' || return 1
    screen | head -1 | grep -q '^luton, law as at 20..-..-.., not legal advice: a new case\.$' &&
        screen | sed -n 2p | grep -q '^Type ask, or what happens: ' && screen | sed -n 3p | grep -q '^new case>'
}
verdict "it does so too where there is law and a quota; readings tells the rest" two_lines_of_law

narrow() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    screen > shot
    grep -q '^  a conversation with everybody who has a say in where the young person sleeps:$' shot &&
        grep -q '^      by 2026-05-23 09:15, in 2 days, for Stockport Family and Homes Group$' shot &&
        [ "$(awk '{ if (length($0) > 80) n++ } END { print n + 0 }' shot)" = 0 ]
}
verdict "at 80 columns long lines wrap at words, further in" narrow

wide() {
    open_at 200 50 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    screen | grep -qF '  a conversation with everybody who has a say in where the young person sleeps: by 2026-05-23 09:15, in 2 days, for Stockport Family and Homes Group  [3.5]'
}
verdict "at 200 columns they do not" wide

bold() { # ENVIRONMENT WANTED
    NO_COLOR=$1
    export NO_COLOR
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    found=$(screen -e | grep -c "$(printf '\033')\[1m" || true)
    unset NO_COLOR
    if [ "$2" = some ]; then [ "$found" -gt 0 ]; else [ "$found" = 0 ]; fi
}
verdict "labels are bold at a terminal" bold '' some
verdict "and not with NO_COLOR" bold 1 none

dumb() {
    open_at 80 24 dumb demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    type_line timeline
    awaits 'stage mediation: from 2026-05-21 09:15, open' || return 1
    [ "$(screen -e | grep -c "$(printf '\033')" || true)" = 0 ]
}
verdict "a dumb terminal gets plain words and no escapes" dumb

unicode() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    type_line 'note Zoë Llŷr 漢字'
    awaits 'a note: Zoë Llŷr 漢字' || return 1
    type_line "note $(printf 'Ze\314\210')"
    awaits "a note: $(printf 'Ze\314\210')"
}
verdict "letters of any kind are typed and shown" unicode

keys() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    tmux -L "$socket" send-keys -l 'presents ho'
    press Tab
    awaits 'presents homeless' || return 1
    tmux -L "$socket" send-keys -l 'at 2026-05-21 09:15'
    press Enter
    awaits 'mediation>' || return 1
    tmux -L "$socket" send-keys -l 'why not never'
    press C-c
    type_line 'steps' # at once: no key behind it is lost
    awaits '   1  event "presents homeless" at 2026-05-21 09:15' || return 1
    press C-r
    tmux -L "$socket" send-keys -l 'presents'
    awaits 'presents homeless at 2026-05-21 09:15'
}
verdict "the tabulator completes, Ctrl-C keeps the case, Ctrl-R searches" keys

dropped() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    type_line '.transcript half.txt'
    type_line '= 1 +'
    awaits '...>' || return 1
    press C-c
    tmux -L "$socket" send-keys -l 'why not never'
    press C-c
    tmux -L "$socket" send-keys -l 'half a li'
    press C-c
    type_line '= 40 +'
    type_line '2'
    awaits '42' || return 1
    type_line 'quit'
    awaits 'is kept: moot repl' || return 1
    moot repl demo.lua --check half.txt > half.played
}
verdict "Ctrl-C drops the half of an expression, also when its transcript is played, and behind a half line never leaves" dropped

paste() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    printf 'fact dob 2009-01-01\npresents homeless at 2026-05-21 09:15\nsteps' > pasted
    tmux -L "$socket" load-buffer pasted
    tmux -L "$socket" paste-buffer -p
    press Enter
    awaits '   2  event "presents homeless" at 2026-05-21 09:15'
}
verdict "several lines pasted at once are carried out one by one" paste

wrong_paste() {
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line '.transcript paste.txt'
    printf 'presents homeless at 2026-05-21 09:15\nwiat 1 hour\nnote all of it\n\nsteps' > pasted
    tmux -L "$socket" load-buffer pasted
    tmux -L "$socket" paste-buffer -p
    press Enter
    awaits '"wiat 1 hour" was wrong, so the 2 lines pasted behind it were not carried out.' || return 1
    type_line 'wait 1 hour'
    awaits '10:15' || return 1
    type_line quit
    awaits 'is kept: moot repl' || return 1
    [ "$(grep -c '^> ' paste.txt)" = 5 ] && grep -qx '> wiat 1 hour' paste.txt && moot repl demo.lua --check paste.txt > paste.played
}
verdict "a wrong line in a paste ends it there, which is said, and the transcript has that line alone" wrong_paste

leaving() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    type_line quit
    awaits 'C1 is kept: moot repl, then open C1' || return 1
    shut
    [ "$(stat -c %a .local/state/moot .local/state/moot/walks.db .local/state/moot/history | tr '\n' ' ')" = '700 600 600 ' ] || return 1
    open_at 80 24 screen
    awaits 'moot>' || return 1
    type_line 'open C1'
    awaits 'Thu 2026-05-21 09:15, open'
}
verdict "leaving asks nothing and loses nothing; what is kept is for its user alone" leaving

room() {
    open_at 120 40 screen demo.lua --presenter
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    screen > shot
    grep -q '^  "presents homeless" happens$' shot && [ "$(awk '!/>/ && length($0) > 72' shot | wc -l)" -le 2 ]
}
verdict "for a room: narrow, and no times before what changed" room

longer_than_the_screen() {
    MOOT_PAGER='less -FIRX' # what it is by itself
    open_at 80 10 screen demo.lua
    MOOT_PAGER='cat'
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'Space for more, b for back, q for the prompt' || return 1
    press '!'
    awaits 'Command not available' || return 1 # no shell behind a trainer's back
    press Enter
    press q
    awaits 'mediation>'
}
verdict "what is longer than the screen is read page by page: its foot says how to go on, and no shell is opened" longer_than_the_screen

no_pager_over_what_waits() {
    MOOT_PAGER='less -FIRX'
    open_at 80 10 screen demo.lua
    MOOT_PAGER='cat'
    awaits 'new case>' || return 1
    printf 'presents homeless at 2026-05-21 09:15\nnote all of it\nwait 1 hour\nlook\nsteps\n' > typed
    tmux -L "$socket" load-buffer typed
    tmux -L "$socket" paste-buffer # one by one, as typed ahead
    awaits '   3  until 2026-05-21 10:15'
}
verdict "lines that were typed ahead are carried out, and not read by a pager" no_pager_over_what_waits

no_pager() {
    MOOT_PAGER=there-is-no-such-pager
    open_at 80 10 screen demo.lua
    MOOT_PAGER='cat'
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits '2  mediation: ' || awaits '1  mediation: '
}
verdict "where there is no pager nothing is lost" no_pager

hints() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    tmux -L "$socket" send-keys -l 'ans'
    awaits 'mediation> answer still homeless' || return 1 # in grey: the one outcome that can be chosen
    screen -e | grep -q "ans.*$(printf '\033')\[90mwer still homeless" || return 1
    press Right
    press Enter
    awaits 'the stage "mediation" ends with "still homeless"'
}
verdict "the one outcome that can be chosen stands in grey behind the cursor, and the key to the right takes it" hints

no_hint_of_what_is_hidden() {
    rm -rf .local
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    type_line 'fact dob 2009-02-11'
    awaits 'Known: dob 2009-02-11' || return 1
    type_line 'hide dob'
    awaits 'The age is hidden from Lua too' || return 1
    press C-l
    tmux -L "$socket" send-keys -l 'fact d'
    awaits 'new case> fact dob' || awaits '> fact d' || return 1
    [ "$(screen | grep -c '> fact d.*2009' || true)" = 0 ]
}
verdict "what is hidden stands in no hint from the history" no_hint_of_what_is_hidden

no_hints() {
    open_at 80 24 screen demo.lua --plain
    awaits 'new case>' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    tmux -L "$socket" send-keys -l 'ans'
    awaits 'mediation> ans' || return 1
    [ "$(screen | grep -c 'answer' || true)" = 0 ]
}
verdict "plain has no hints" no_hints

files() {
    mkdir -p lessons
    echo 'lesson "One"' > lessons/first.lua
    open_at 80 24 screen demo.lua
    awaits 'new case>' || return 1
    tmux -L "$socket" send-keys -l 'lesson les'
    press Tab
    awaits 'lesson lessons/' || return 1
    press Tab
    awaits 'lesson lessons/first.lua' || return 1
    press C-u
    tmux -L "$socket" send-keys -l 'lesson ~/les' # the user's own folder, which is this one
    press Tab
    awaits 'lesson ~/lessons/' || return 1
    press Tab
    awaits 'lesson ~/lessons/first.lua' || return 1
    press Enter
    awaits 'Lesson: One'
}
verdict "the tabulator completes files, folder by folder" files

settings() {
    rm -rf .local .config
    mkdir -p .config/moot
    printf 'mode = plain\nhistory = commands\nhistry = all\n' > .config/moot/config
    open_at 200 24 screen demo.lua
    awaits 'config:3: there is no setting "histry"; did you mean "history"?' || return 1
    type_line 'fact dob 2009-02-11'
    awaits 'Known: dob 2009-02-11' || return 1
    type_line 'presents homeless at 2026-05-21 09:15'
    awaits 'mediation>' || return 1
    type_line 'timeline'
    awaits 'stage mediation: from 2026-05-21 09:15, open' || return 1
    type_line quit
    awaits 'is kept' || return 1
    rm -rf .config
    [ "$(grep -v '^#' .local/state/moot/history | tr '\n' ' ')" = 'timeline quit ' ]
}
verdict "the file of settings says the mode, and that the history keeps nothing of a case" settings
