# Sourced by tests that kill a run with -9 and go on with it. Each prints "ok" or "not ok", and what was seen where it is not.
# shellcheck shell=sh

# killed SECONDS STORE CLAIM COMMAND...: starts the command, kills it after so long; then the store is whole as far as it goes.
# The command must be a program by itself: a function would be a shell's, which would be killed in its place.
killed() {
    delay=$1
    store=$2
    claim=$3
    shift 3
    "$@" > killed.out 2>&1 &
    victim=$!
    sleep "$delay"
    kill -9 "$victim" 2> /dev/null || true
    wait "$victim" 2> /dev/null || true
    # Stopped before anything was stored, it may be empty; it is never half a store.
    if [ -e "$store" ] && ! moot store check "$store" > check.out 2>&1 && ! grep -q 'is empty' check.out; then
        echo "not ok $claim"
        cat check.out
    else
        echo "ok $claim"
    fi
}

# same_store WHOLE.sql STORE CLAIM [FILE]: the store's dump is that one; else FILE, what went on before, is shown too.
same_store() {
    sqlite3 "$2" .dump > same.sql
    if cmp -s "$1" same.sql; then
        echo "ok $3"
    else
        echo "not ok $3"
        [ -z "${4:-}" ] || cat "$4"
        diff "$1" same.sql | cut -c 1-200 | head -5 || true
    fi
}
