#!/bin/sh
# Each sentence of sentences.cases has its rule in stdlib, its source in the table of law with at least the mark that our notes
# give it, and a test.
set -eu

here=$MOOT_ROOT/tests/stdlib

# What stdlib declares, as KIND "NAME"; the names that reviews.lua puts together are asked of the program.
{
    grep -ohE '(fact|event|consent|param|reading|decision|stage|deadline|notice|entitlement|always|never|law) "[^"]*"' \
        "$MOOT_ROOT"/stdlib/*.lua
    moot law --json | jq -r 'select(.rule != null) | "\(.kind) \"\(.rule)\""'
} | sort -u > declared
# The right to a review is one rule for each kind of decision.
grep -q '^deadline "ask for a review of the decision"$' declared && echo 'deadline "ask for a review of …"' >> declared

moot law --json | jq -r '[.source, .mark // "-"] | @tsv' | sort -u > marks

# Names of tests, as FILE: NAME.
{
    for file in "$here"/*.scenario.lua; do
        sed -n "s/^scenario \"\(.*\)/$(basename "$file" .scenario.lua): \1/p" "$file"
    done
    awk '/^#/ || /^$/ { body = 0; next } !body { print "status: " $0; body = 1 }' "$here/status.cases"
    sed -n 's/^\([a-z][^|]*[^ |]\) *|.*/vocabulary: \1/p' "$here/vocabulary.cases"
    sed -n 's/^# \([A-Z].*\)/law: \1/p' "$MOOT_ROOT/tests/cli/law.txt"
} > names

tab=$(printf '\t')
grep -v -e '^#' -e '^$' "$here/sentences.cases" | sed "s/ | /$tab/g" > sentences
while IFS=$tab read -r number says mark source rules test; do
    wrong=""
    [ -n "$test" ] || wrong="; a field is missing"
    if [ "$source" != "-" ]; then
        has=$(awk -F "$tab" -v s="$source" '$1 == s { print $2 }' marks)
        [ -n "$has" ] || wrong="$wrong; the table of law has no source \"$source\""
        [ "$mark" = "-" ] || [ "$has" = "$mark" ] || wrong="$wrong; $source bears the mark $has, our notes say $mark"
    fi
    case $rules in
    "no rule: "*) ;;
    *)
        echo "$rules" | sed 's/ + /\n/g' > wanted
        while read -r rule; do
            grep -qxF "$rule" declared || wrong="$wrong; stdlib has no $rule"
        done < wanted
        ;;
    esac
    awk -v t="$test" 'index($0, t) == 1 { found = 1 } END { exit !found }' names || wrong="$wrong; no test \"$test\""
    if [ -z "$wrong" ]; then
        echo "ok sentence $number: $says"
    else
        echo "not ok sentence $number: $says$wrong"
    fi
done < sentences

# One number once, and no part without a sentence.
cut -f 1 sentences | sort | uniq -d > twice
parts=$(cut -d . -f 1 sentences | sort -u | wc -l)
if [ ! -s twice ] && [ "$parts" -eq 12 ]; then
    echo "ok the twelve parts, each sentence once"
else
    echo "not ok the twelve parts, each sentence once: $parts parts, twice: $(tr '\n' ' ' < twice)"
fi
