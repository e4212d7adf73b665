# Sourced by scripts that compare what came with what was worked out by hand.
# shellcheck shell=sh

expect() { # NAME EXPECTED GOT
    if [ "$2" = "$3" ]; then
        echo "ok $1"
    else
        echo "not ok $1"
        printf '  expected: %s\n  got:      %s\n' "$2" "$3" | head -20
    fi
}

says() { # ARGUMENTS: what moot says, with its status, on one line
    status=0
    moot "$@" > said 2>&1 || status=$?
    tr '\n' '|' < said
    echo "$status"
}
