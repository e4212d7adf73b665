# Sourced by scripts that drive real terminals by tmux: one is opened, lines are typed, its screen is read and compared.
# shellcheck shell=sh disable=SC2119,SC2120 # screen has an option that few give

command -v tmux > /dev/null || { echo "not ok tmux is not installed"; exit 0; }
socket=moot-test-$$
number=0
trap 'tmux -L "$socket" kill-server 2>/dev/null || true' EXIT
export HOME="$PWD" MOOT_PAGER=cat LC_ALL=C.UTF-8
unset XDG_STATE_HOME NO_COLOR FORCE_COLOR COLUMNS 2>/dev/null || true
patience=$((100 * ${PATIENCE:-1}))

open_at() { # WIDTH HEIGHT TERM OPTIONS...
    width=$1 height=$2 term=$3
    shift 3
    number=$((number + 1)) # a server of its own: one that is being shut takes no more sessions
    socket=moot-test-$$-$number
    tmux -L "$socket" -f /dev/null new-session -d -x "$width" -y "$height" \
        "env TERM=$term moot repl $* 2>&1; echo left; sleep 60"
}
type_line() {
    tmux -L "$socket" send-keys -l -- "$1"
    tmux -L "$socket" send-keys Enter
}
press() { tmux -L "$socket" send-keys "$@"; }
screen() { tmux -L "$socket" capture-pane -p ${1:+"$1"} 2>/dev/null; }
# Waits until the screen has a line; 1 when it never comes.
awaits() { # TEXT
    tries=0
    until screen | grep -qF -- "$1"; do
        tries=$((tries + 1))
        [ "$tries" -lt "$patience" ] || return 1
        sleep 0.1
    done
}
# Waits until the terminal itself has the size: tmux tells it a moment after the window.
resize_to() { # WIDTH HEIGHT
    tmux -L "$socket" resize-window -x "$1" -y "$2"
    tries=0
    until [ "$(stty size < "$(tmux -L "$socket" display-message -p '#{pane_tty}')")" = "$2 $1" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt "$patience" ] || return 1
        sleep 0.1
    done
}
shut() { tmux -L "$socket" kill-server 2>/dev/null || true; }
verdict() { # NAME COMMAND...
    name=$1
    shift
    if "$@"; then echo "ok $name"; else
        echo "not ok $name"
        screen | sed 's/^/  /' || true
    fi
    shut
}
