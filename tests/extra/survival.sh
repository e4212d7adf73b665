#!/bin/sh
# The golden figures of tests/vm/test_stats.c against R's package survival, made again. Prints "ok NAME", "not ok NAME" or
# "SKIPPED NAME"; status 1 if they differ. R is no part of any other test.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
kept=$here/../vm/survival_golden.h
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! Rscript -e 'library(survival)' > /dev/null 2>&1; then
    echo "SKIPPED survival curves against R: there is no R with its package survival on this machine"
    echo "        nothing was compared; apt-get install r-cran-survival, and run this again"
    exit 0
fi
Rscript "$here/survival.R" > "$work/golden.h"
# The first line names the version of the package.
tail -n +2 "$kept" > "$work/kept"
tail -n +2 "$work/golden.h" > "$work/made"
if diff "$work/kept" "$work/made"; then
    echo "ok survival curves against R"
else
    echo "not ok survival curves against R: tests/vm/survival_golden.h is not what R gives"
    exit 1
fi
