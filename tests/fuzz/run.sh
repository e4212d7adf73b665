#!/bin/sh
# Feeds each fuzz target broken input for a while: tests/fuzz/run.sh build/fuzz SECONDS
# A target is tests/fuzz/fuzz_NAME.c; tests/fuzz/corpus/NAME/ holds inputs to start from, if there are any. What is
# found stays in build/fuzz/found/; a crash is kept beside it, and its path is the last thing printed.
set -eu

build=${1:?the fuzz build, build/fuzz}
seconds=${2:-60}
root=$(cd "$(dirname "$0")/../.." && pwd)
passed=0
failed=0
for source in "$root"/tests/fuzz/fuzz_*.c; do
    [ -e "$source" ] || continue
    name=$(basename "$source" .c)
    name=${name#fuzz_}
    found=$build/found/$name
    mkdir -p "$found"
    seeds=$root/tests/fuzz/corpus/$name
    [ -d "$seeds" ] || seeds=
    echo "$name: $seconds seconds"
    if "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -verbosity=0 \
        -print_final_stats=0 -artifact_prefix="$build/found/crash-$name-" "$found" ${seeds:+"$seeds"}; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
