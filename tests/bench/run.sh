#!/bin/sh
# Runs every benchmark of one build in turn: tests/bench/run.sh build/release
# A benchmark is tests/bench/NAME.c; it prints its own yardstick and the ratio to it.
set -eu

build=${1:?the build to measure, such as build/release}
root=$(cd "$(dirname "$0")/../.." && pwd)
for source in "$root"/tests/bench/*.c; do
    [ -e "$source" ] || continue
    name=$(basename "$source" .c)
    echo "--- $name"
    "$build/tests/bench/$name"
done
