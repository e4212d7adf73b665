#!/bin/sh
# Runs the tests against one build and ends with "N passed, N failed".
# Usage: tests/run.sh [--lint] build/CONFIG [PART-OF-PATH]
#
# Four kinds of test, found by their place:
#   tests/*/test_*.c     C unit tests (cmocka), built to build/CONFIG/tests/...; each function in the table counts
#   tests/*/*.txt        transcripts of the command line (tests/tools/transcript.lua says how to write one)
#   tests/*/*.test.sh    scripts that print "ok NAME" or "not ok NAME" for each thing they tried
#   tests/lint/lint.sh   with --lint: style, in the same form
#
# Environment: WRAP (a command put before each program, such as valgrind), JOBS (how many at once), PATIENCE
# (how many times as long as usual a test may take), SLOW=1 (run each transcript in one environment instead of two),
# KEEP=1 (leave the working folder).
# What a failing test printed is shown after all have run, in the order of their paths.
set -eu

lint=
if [ "${1:-}" = --lint ]; then
    lint=1
    shift
fi
MOOT_ROOT=$(cd "$(dirname "$0")/.." && pwd)
MOOT_BUILD=$(cd "${1:?the build to test, such as build/release}" && pwd)
part=${2:-}
WRAP=${WRAP:-}
SLOW=${SLOW:-} PATIENCE=${PATIENCE:-1}
export MOOT_ROOT MOOT_BUILD WRAP SLOW PATIENCE

MOOT_WORK=$(mktemp -d "${TMPDIR:-/tmp}/moot-test.XXXXXX")
export MOOT_WORK
[ -n "${KEEP:-}" ] || trap 'rm -rf "$MOOT_WORK"' EXIT
trap 'exit 130' INT TERM

# The `moot` that tests find in PATH, wrapped where a tool is asked for.
mkdir "$MOOT_WORK/bin"
printf '#!/bin/sh\nexec %s %s/moot "$@"\n' "$WRAP" "$MOOT_BUILD" > "$MOOT_WORK/bin/moot"
chmod +x "$MOOT_WORK/bin/moot"

list_tests() { # "KIND PATH" a line
    cd "$MOOT_ROOT"
    for source in tests/*/test_*.c; do
        [ -e "$source" ] && echo "cmocka ${source%.c}"
    done
    for file in tests/*/*.txt; do
        [ -e "$file" ] && echo "transcript $file"
    done
    for file in tests/*/*.test.sh; do
        [ -e "$file" ] && echo "script $file"
    done
    if [ -n "$lint" ]; then
        echo "lint tests/lint/lint.sh"
    fi
}

# The lint tables are text, and no transcripts.
list_tests | grep -v '^transcript tests/lint/' | grep -F -- "$part" > "$MOOT_WORK/list" || true

cores=$(nproc 2>/dev/null || echo 2)
awk '{ print NR, $1, $2 }' "$MOOT_WORK/list" |
    xargs -r -P "${JOBS:-$cores}" -L 1 "$MOOT_ROOT/tests/tools/run-one.sh" || true

passed=0
failed=0
number=0
while read -r kind path; do
    number=$((number + 1))
    p=0 f=1 note="it did not run to its end"
    [ ! -e "$MOOT_WORK/$number.count" ] || read -r p f note < "$MOOT_WORK/$number.count"
    passed=$((passed + p))
    failed=$((failed + f))
    if [ "$f" -gt 0 ]; then
        printf -- '--- %s (%s): %s passed, %s failed%s\n' "$path" "$kind" "$p" "$f" "${note:+; $note}"
        cat "$MOOT_WORK/$number.out" 2>/dev/null || true
    fi
done < "$MOOT_WORK/list"

if [ "$((passed + failed))" = 0 ]; then
    echo "No test matches '$part'."
    failed=1
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
