#!/bin/sh
# Nothing of one council shows in another's run or compiled protocol. Each protocol of the folder runs the example cases of all
# councils; then, of what it declares and of all that its results say:
#   - each declaration, so each figure, comes from its own file, from stdlib, or from the protocol that it extends;
#   - each clause is of its own table, or a source in stdlib's table of law;
#   - no service, role or panel that only another protocol has is named, by itself or in a sentence, nor another council:
#     all pairs.
# And stdlib, which all share, names no council.
set -eu

check() { # NAME: what was written to the file "found" is wrong
    if [ -s found ]; then
        echo "not ok $1"
        sort -u found | sed 's/^/    /' | head -8
    else
        echo "ok $1"
    fi
}

query() { # ID QUERY
    sqlite3 -bail "$1.db" "$2"
}

# Lines of the file "said" that are in the file $1.
said_of() {
    comm -12 "$1" said
}

# Lines of the file "said" in which a line of the file $1 stands.
within() {
    grep -wFf "$1" said || true
}

council_of() { # ID
    sed -n 's/.*council = "\([^"]*\)".*/\1/p' "$MOOT_ROOT/protocols/$1".* | head -n 1
}

# The cases themselves say who provided a place or signed: that is taken out, so that whoever is named comes from the protocol.
for folder in "$MOOT_ROOT"/examples/*/; do
    [ ! -e "$folder/cases.jsonl" ] || jq -c --arg of "$(basename "$folder")" '.id = $of + " " + .id
        | del(.events[] | .who, .provider, .paid_by) | del(.events[].to.provider?)' "$folder/cases.jsonl"
done > all.jsonl

ids=
for protocol in "$MOOT_ROOT"/protocols/*.lua "$MOOT_ROOT"/protocols/*.md; do
    id=$(basename "${protocol%.*}")
    [ -e "$MOOT_ROOT/protocols/clauses/$id.tsv" ] || continue # README and the like
    ids="$ids $id"
    # Where a caseload uses words that only its own council has, that case is refused; the others are done.
    moot run "$protocol" --cases all.jsonl --json > "$id.jsonl" 2> "$id.err" || [ $? = 3 ] || cat "$id.err"
    moot run "$protocol" --cases all.jsonl --store "$id.db" --quiet 2> "$id.err" || [ $? = 3 ] || cat "$id.err"
    jq -r 'select(.id) | del(.id) | .. | strings' "$id.jsonl" | sort -u > "$id.said"
    query "$id" "SELECT name FROM declarations UNION SELECT who FROM declarations UNION SELECT via FROM declarations
        UNION SELECT paid_by FROM declarations UNION SELECT provider FROM declarations UNION SELECT service FROM declarations
        UNION SELECT value FROM declarations, json_each(owner);" | sort -u > "$id.declared"
    query "$id" "SELECT name FROM declarations WHERE kind IN ('party', 'panel');" | sort -u > "$id.names"
done

for id in $ids; do
    base=$(sed -n 's/.*extends = "\([^"]*\)".*/\1/p' "$MOOT_ROOT/protocols/$id".* | head -n 1)
    # Its cases were run, and others' with it.
    done=$(jq -r 'select(.id and .status != "failed") | .id | split(" ")[0]' "$id.jsonl" | sort -u | wc -l)
    : > found
    [ "$done" -ge 2 ] || echo "cases of $done folders were done" > found
    check "$id: the cases of more than one council were run"

    query "$id" "SELECT name || ', ' || file FROM declarations WHERE file NOT IN ('$id.lua', '$id.md', '$base.lua', '$base.md')
        AND file NOT LIKE 'stdlib/%' AND name <> 'applicant';" > found
    query "$id" "SELECT 'text of ' || file FROM sources WHERE file NOT IN ('$id.lua', '$id.md', '$base.lua', '$base.md')
        AND file NOT LIKE 'stdlib/%';" >> found
    check "$id: each declaration and figure is its own or stdlib's"

    {
        cut -f1 "$MOOT_ROOT/protocols/clauses/$id.tsv"
        sed -n 's/^law "\([^"]*\)".*/\1/p' "$MOOT_ROOT/stdlib/law.lua"
        [ -z "$base" ] || sed "1d; s/\t.*//; s/^/$base /" "$MOOT_ROOT/protocols/clauses/$base.tsv"
    } | sort -u > clauses
    {
        jq -r 'select(.id) | .. | objects | .clause | strings | select(. != "")' "$id.jsonl"
        query "$id" "SELECT clause FROM declarations WHERE clause <> '' UNION SELECT clause FROM entries WHERE clause <> '';"
    } | sort -u > cited
    comm -13 clauses cited > found
    [ -s cited ] || echo "no clause was cited" > found
    check "$id: each clause is of its own table or the law's"

    sort -u "$id.said" "$id.declared" > said
    for other in $ids; do
        if [ "$other" = "$id" ] || [ "$other" = "$base" ]; then
            continue
        fi
        comm -13 "$id.names" "$other.names" > foreign
        said_of foreign > found
        [ -s foreign ] || echo "$other has no name of its own" > found
        check "$id: no service, role or panel of $other"

        # In a sentence, too: a name that is no part of one of its own, and the other council's.
        grep -Ff foreign -o "$id.names" > own_parts || true
        grep -vxFf own_parts foreign > strange || true
        [ "$(council_of "$other")" = "$(council_of "$id")" ] || council_of "$other" >> strange
        within strange > found
        # What is open, or asked, is in no result of a case where nothing hangs on it: so the script itself is read, too.
        if [ "$(council_of "$other")" != "$(council_of "$id")" ]; then
            grep -hwF "$(council_of "$other")" "$MOOT_ROOT/protocols/$id".* >> found || true
        fi
        check "$id: no sentence speaks of a service, role or panel of $other"
    done
done

# What is looked for would be found: the names of the last pair, said by mistake.
head -n 1 foreign >> said
sort -u -o said said
said_of foreign > found
if [ -s found ]; then
    echo "ok a name of another council would be found"
else
    echo "not ok a name of another council would be found"
fi
echo "we ask the $(head -n 1 strange) by noon" > said
within strange > found
if [ -s found ]; then
    echo "ok a name of another council would be found in a sentence"
else
    echo "not ok a name of another council would be found in a sentence"
fi

for id in $ids; do
    sed -n 's/.*council = "\([^"]*\)".*/\1/p' "$MOOT_ROOT/protocols/$id".*
done | sort -u > councils
grep -rinFf councils "$MOOT_ROOT"/stdlib/*.lua > found || true
[ -s councils ] || echo "no council is known" > found
check "stdlib names no council"
