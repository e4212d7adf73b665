#!/bin/sh
# What `make demo` shows: moot's main job on the example cases, a step at a time. Each command can be typed as shown.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/build:$PATH

if [ ! -x build/moot ]; then
    echo "There is no build/moot yet: run make first." >&2
    exit 1
fi

say() { printf '\n%s\n\n' "$*"; }
try() { # shows a command as one would type it, and runs it
    printf '$'
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=+-]*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

protocol=protocols/stockport-2018.lua
cases=examples/stockport-2018/cases.jsonl
store=$(mktemp -d)/demo.db
trap 'rm -rf "$(dirname "$store")"' EXIT

say "1. A deadline, counted day by day: ten working days from just before a bank holiday weekend."
try moot due "10 working days" --from "2026-05-21 12:00"

say "2. Is the protocol sound? Every stage and deadline names the clause of Stockport's document that it carries out."
try moot check $protocol

say "3. Hypothetical young people, run through it: what was due, what was late, where they sleep tonight."
try moot run $protocol --cases $cases --store "$store"

say "4. Why did the first case go the way it did? Every answer walks back to the clauses and the facts it read."
try moot why "$store" "$(sed -n '1s/.*"id": *"\([^"]*\)".*/\1/p' $cases)"

say "Next: walk a case yourself with   build/moot repl $protocol"
