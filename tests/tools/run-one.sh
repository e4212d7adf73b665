#!/bin/sh
# Runs one test for tests/run.sh: its output goes to $MOOT_WORK/NUMBER.out, and "PASSED FAILED NOTE" to NUMBER.count.
# Usage: tests/tools/run-one.sh NUMBER KIND PATH
set -u

number=$1
kind=$2
path=$3
out=$MOOT_WORK/$number.out
here=$MOOT_WORK/$number.dir
mkdir "$here"

limit=$((600 * PATIENCE))

# Nothing of the caller's environment reaches a test but what the sanitizers read.
clean() {
    env -i PATH="$MOOT_WORK/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" HOME="$here" TMPDIR="$here" \
        LC_ALL=C TZ=UTC MOOT_ROOT="$MOOT_ROOT" MOOT_BUILD="$MOOT_BUILD" WRAP="$WRAP" SLOW="$SLOW" PATIENCE="$PATIENCE" CC="${CC:-gcc}" \
        ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} ${LSAN_OPTIONS:+"LSAN_OPTIONS=$LSAN_OPTIONS"} \
        ${UBSAN_OPTIONS:+"UBSAN_OPTIONS=$UBSAN_OPTIONS"} ${TSAN_OPTIONS:+"TSAN_OPTIONS=$TSAN_OPTIONS"} \
        timeout "$limit" "$@" > "$out" 2>&1 < /dev/null
}

cd "$here" || exit
# shellcheck disable=SC2086 # WRAP is a command with its arguments
case $kind in
cmocka) clean $WRAP "$MOOT_BUILD/$path" ;;
transcript) clean lua5.4 "$MOOT_ROOT/tests/tools/transcript.lua" "$MOOT_ROOT/$path" ;;
*) clean "$MOOT_ROOT/$path" ;;
esac
status=$?

# cmocka marks lines with [  OK ] and sums its failures up at the end of each group.
if [ "$kind" = cmocka ]; then
    counts=$(LC_ALL=C awk '
        /^\[       OK \]/ { p++ }
        /^\[  FAILED  \] [0-9]+ test/ { f += $4 }
        /^\[  SKIPPED \] [0-9]+ test/ { s += $4 }
        END { print p + 0, f + 0, (s ? s " skipped" : "") }' "$out")
else
    counts=$(LC_ALL=C awk '/^ok / { p++ } /^not ok / { f++ } END { print p + 0, f + 0 }' "$out")
fi
# shellcheck disable=SC2086 # two numbers and a note
set -- $counts
passed=$1
failed=$2
shift 2
note=$*
if [ "$failed" = 0 ] && [ "$status" != 0 ]; then
    failed=1
    note="it ended with status $status"
elif [ "$failed" = 0 ] && [ "$passed" = 0 ]; then
    failed=1
    note="it tested nothing"
fi
echo "$passed $failed $note" > "$MOOT_WORK/$number.count"
cd / && rm -rf "$here"
