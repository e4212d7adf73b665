#!/bin/sh
# The five councils side by side: the answers of the scripts to 24 questions against what the documents say (five-councils.tsv, by
# hand), and one young person under all five (the README of the example).
set -eu

ln -s "$MOOT_ROOT/protocols" "$MOOT_ROOT/examples" .
example=examples/five-councils
all="stockport-2018 stockport-2024 medway-2021 luton worcestershire-2017"

check() { # NAME: what was written to the file "found" is wrong
    if [ -s found ]; then
        echo "not ok $1"
        sed 's/^/    /' found
    else
        echo "ok $1"
    fi
}

# shellcheck disable=SC2086 # names
moot compare $all --questions $example/questions.tsv --json > answers.jsonl 2> found || echo "status $?" >> found
check "every clause of the table has an answer"

# Silent is what has an empty cell, and nothing else.
awk -F '\t' 'NR == 1 { for (i = 2; i <= NF; i++) id[i] = $i; next }
    { for (i = 2; i <= NF; i++) if ($i == "") print $1 "\t" id[i] }' $example/questions.tsv | sort > empty
jq -r 'select(.says == null) | [.question, .protocol] | @tsv' answers.jsonl | sort > silent
comm -3 empty silent > found
[ "$(sed 1d $example/questions.tsv | wc -l)" = 24 ] || echo "not 24 questions" >> found
check "a text is silent where its cell is empty"

: > found
grep -v '^#' "$MOOT_ROOT/tests/protocols/five-councils.tsv" | while IFS="$(printf '\t')" read -r question protocol words clause; do
    if [ "$clause" = - ]; then
        jq -e -s --arg q "$question" --arg p "$protocol" 'any(.[]; .question == $q and .protocol == $p and .says == null)
            and all(.[]; .question != $q or .protocol != $p or .says == null)' answers.jsonl > /dev/null || echo "$question, $protocol: silent"
    else
        jq -e -s --arg q "$question" --arg p "$protocol" --arg w "$words" --arg c "$clause" 'any(.[]; .question == $q and
            .protocol == $p and .clause == $c and (.says | contains($w)))' answers.jsonl > /dev/null ||
            echo "$question, $protocol: $words [$clause]"
    fi
done > found
check "the answers are those of the documents"

# Sam. What stands here was worked out from the clauses: 48 hours from the referral on 21 May 11:30 are 23 May 11:30.
# shellcheck disable=SC2086
moot compare $all --cases $example/cases.jsonl --until 2026-05-22 --json > early.jsonl 2> /dev/null
# shellcheck disable=SC2086
moot compare $all --cases $example/cases.jsonl --json > late.jsonl 2> /dev/null
says() { # FILE ASPECT PROTOCOL WHAT CLAUSE [WHEN]
    jq -e -s --arg a "$2" --arg p "$3" --arg w "$4" --arg c "$5" --arg t "${6:-}" '[.[] | select(.id) | .[$a].answers[] |
        select(.protocol == $p) | .things[]] | any(.[]; .what == $w and .clause == $c and ($t == "" or .when == $t))' "$1" \
        > /dev/null || echo "$*"
}
{
    says early.jsonl due stockport-2018 "joint assessment" 3.7/1 "2026-05-23 11:30"
    says early.jsonl lead stockport-2018 "Social worker and Housing Options Officer" 3.6/2
    says early.jsonl owed stockport-2024 "a personal adviser" 7.1/2
    # At 17 the door decides whether anybody applied to housing, and Sam's record does not tell which it was.
    says early.jsonl stages stockport-2024 "16 or 17: no track in this text, the law alone follows" title
    says early.jsonl needed stockport-2024 approached 7.3/1
    says early.jsonl stages medway-2021 "16 or 17: no track in this text, the law alone follows" title
    says early.jsonl needed medway-2021 approached 12.3/1
    says early.jsonl lead luton "Duty social worker" first-approach-16-17.9
    says early.jsonl needed luton approached first-approach-16-17.1
    says early.jsonl stages worcestershire-2017 "relevant child" "CA89 s.23A(2)"
    says late.jsonl stages stockport-2018 "adult application" 1.1
    says late.jsonl breaches stockport-2018 "joint assessment" 3.7/1 "2026-05-23 11:30"
    says late.jsonl stages worcestershire-2017 "former relevant child" "CA89 s.23C(2)"
    for file in early.jsonl late.jsonl; do
        [ "$(jq -c 'select(.id) | [.set_aside[]]' $file)" = "[0,1,1,1,1]" ] || echo "set aside: $file"
        jq -c 'select(.id) | .bed.answers[].things[].what' $file | sort -u | grep -vx '"a friend.s sofa"' || true
    done
    jq -e -s '.[0].protocols[4].note | test("the protocol itself was attached to the paper and is not in it")' early.jsonl \
        > /dev/null || echo "what is missing in Worcestershire"
} > found
check "one young person under all five"

: > found
sed -n 's/^    \(moot .*\)/\1/p' $example/README.md > commands
[ "$(wc -l < commands)" = 3 ] || echo "not three commands" >> found
while read -r command; do
    sh -c "$command" > out 2>&1 < /dev/null || echo "$command" >> found
done < commands
check "the commands of the README can be typed"
