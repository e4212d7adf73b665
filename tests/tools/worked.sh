#!/bin/sh
# Runs folders of worked cases: small protocols with cases whose results were worked out by hand.
# Usage: sh tests/tools/worked.sh DIR [PART]      every folder of DIR, or those whose name contains PART
#
#   DIR/NAME/
#       protocol.lua     as small a protocol as shows it; its first comment says why the answer is what it is
#       cases.jsonl      cases, as for `moot run --cases`
#       expected.jsonl   what each result must hold (tests/tools/expect.c says how it is compared), worked out by hand
#       options          more options of `moot run`, if it needs any, on one line
#       status           its exit status, if that is not 0
#
# What the checker finds (rule 17) is tested by the same folders with another file in place of the cases:
#
#       findings.txt     each finding of `moot check` on a line: its kind, line and declaration, and (expected) if the script
#                        marks it so; nothing if nothing is to be found. Each witness must run under `moot run`.
#
# And what is refused, with:
#
#       refused.txt      what `moot check` says of the script, to the byte
#
# Prints "ok FOLDER" or "not ok FOLDER" and what differs; run by hand it uses build/moot.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
here=$(cd "${1:?the folder of worked cases}" && pwd)
part=${2:-}
command -v moot > /dev/null || PATH=$root/build:$PATH
if ! command -v moot > /dev/null; then
    echo "not ok rules: there is no build/moot; make builds it"
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2046 # the flags are words
if ! ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -o "$work/expect" "$root/tests/tools/expect.c" \
    $(pkg-config --cflags --libs jansson); then
    echo "not ok rules: the tool that compares results does not compile"
    exit 1
fi

tell() { # what was said, indented
    sed 's/^/    /' "$1"
}

try() { # FOLDER: 0 if every case comes out as expected
    folder=$here/$1
    options=
    wanted=0
    got=0
    [ ! -e "$folder/options" ] || options=$(cat "$folder/options")
    [ ! -e "$folder/status" ] || wanted=$(cat "$folder/status")
    eval "set -- $options" # an option may hold a quoted moment
    (cd "$folder" && moot run protocol.lua --cases cases.jsonl --json "$@") > "$work/actual" 2> "$work/said" || got=$?
    if [ "$got" != "$wanted" ]; then
        echo "status $wanted expected, $got came" > "$work/verdict"
        cat "$work/said" >> "$work/verdict"
        return 1
    fi
    "$work/expect" "$folder/expected.jsonl" "$work/actual" > "$work/verdict" 2>&1
}

try_findings() { # FOLDER: 0 if the checker finds what is expected, and each witness runs
    folder=$here/$1
    wanted=0
    got=0
    ! grep -qv '(expected)$' "$folder/findings.txt" || wanted=1
    (cd "$folder" && moot check protocol.lua --json) > "$work/actual" 2> "$work/said" || got=$?
    jq -r 'select(.finding) | "\(.finding) \(.line) \(.declaration)" + (if .expected then " (expected)" else "" end)' \
        "$work/actual" > "$work/found"
    diff "$folder/findings.txt" "$work/found" > "$work/verdict" || return 1
    if [ "$got" != "$wanted" ]; then
        echo "status $wanted expected, $got came" > "$work/verdict"
        return 1
    fi
    jq -c 'select(.witness) | .witness' "$work/actual" > "$work/witnesses.jsonl"
    [ -s "$work/witnesses.jsonl" ] || return 0
    (cd "$folder" && moot run protocol.lua --cases "$work/witnesses.jsonl" --json) > "$work/ran" 2> "$work/verdict" || true
    [ "$(wc -l < "$work/ran")" = "$(wc -l < "$work/witnesses.jsonl")" ]
}

try_refused() { # FOLDER: 0 if the script is refused in the words that are expected
    folder=$here/$1
    if (cd "$folder" && moot check protocol.lua) > "$work/actual" 2>&1; then
        echo "it is not refused" > "$work/verdict"
        return 1
    fi
    diff "$folder/refused.txt" "$work/actual" > "$work/verdict"
}

for folder in "$here"/*"$part"*/; do
    [ -e "$folder/protocol.lua" ] || continue
    name=$(basename "$folder")
    way=try
    [ ! -e "$folder/findings.txt" ] || way=try_findings
    [ ! -e "$folder/refused.txt" ] || way=try_refused
    if "$way" "$name"; then
        echo "ok $name"
    else
        echo "not ok $name"
        grep -v '^ok ' "$work/verdict" > "$work/differs" || true
        tell "$work/differs"
    fi
done
