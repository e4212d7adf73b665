#!/bin/sh
# The common vocabulary, held against vocabulary.cases: each word has a row and each row its word, of that type and domain; each
# reason to be common names what it says it names; and each fact has its question and its source.
set -eu

here=$MOOT_ROOT/tests/stdlib
vocabulary=$MOOT_ROOT/stdlib/vocabulary.lua
tab=$(printf '\t')

script_of() {
    case $1 in
    S18) echo stockport-2018.lua ;;
    S24) echo stockport-2024.md ;;
    M) echo medway-2021.lua ;;
    L) echo luton.lua ;;
    *) echo worcestershire-2017.lua ;;
    esac
}

# KIND NAME, type and domain as a row writes them, source: one line a declaration.
cat > declared.lua <<'END'
local text = io.open(arg[1]):read("a"):gsub("%-%-[^\n]*", "")
for kind, name, body in text:gmatch('\n(%l+) "([^"]*)" (%b{})') do
  local of = body:match("^{ ([%l_]+)")
  local kinds = "-"
  if kind == "fact" then
    local list = {}
    for value in (body:match("^{ one_of (%b{})") or ""):gmatch('"([^"]*)"') do
      list[#list + 1] = value
    end
    local by = body:match('precision = "(%l+)"')
    kinds = of .. (#list > 0 and " " .. table.concat(list, " / ") or "") .. (by and " by " .. by or "")
  end
  print(table.concat({ kind .. " " .. name, kinds, body:match('source = "([^"]*)"') or "-",
    body:find("ask = ") and "asks" or "-" }, "\t"))
end
END
lua5.4 declared.lua "$vocabulary" > declared

# One reason; prints what is wrong with it.
reason() { # reason WORD SOURCE REASON
    name=${1#* }
    case $3 in
    return:*)
        case $1 in
        event*) ;; # an event bears no source; what a return makes of its codes is told in the row
        *) case $2 in "${3#return:}"*) ;; *) echo "its source is $2" ;; esac ;;
        esac
        ;;
    law:*) grep -qE "\"$name\"|(^|[^a-z_])$name( =|[^a-z_\"])" "$MOOT_ROOT/stdlib/${3#law:}.lua" || echo "$3 does not name it" ;;
    sentence:*) grep "^${3#sentence:} " "$here/sentences.cases" | grep -qF "\"$name\"" || echo "$3 does not name it" ;;
    scripts:*)
        for script in ${3#scripts:}; do
            grep -qE "\"$name\"|(^|[^a-z_])$name( =|[^a-z_\"])" "$MOOT_ROOT/protocols/$(script_of "$script")" ||
                echo "the script of $script does not use it"
        done
        ;;
    *)
        for cited in $3; do
            table=$(script_of "${cited%%:*}")
            cut -f 1 "$here/protocols/clauses/${table%.*}.tsv" | grep -qxF "${cited#*:}" || echo "no clause $cited"
        done
        [ "$(echo "$3" | tr ' ' '\n' | cut -d : -f 1 | sort -u | wc -l)" -ge 2 ] || echo "one document alone"
        ;;
    esac
}

grep -v -e '^#' -e '^$' "$here/vocabulary.cases" | sed "s/ | /$tab/g" > rows
while IFS=$tab read -r word type reasons; do
    line=$(awk -F "$tab" -v w="$word" '$1 == w' declared)
    is=$(echo "$line" | cut -f 2)
    source=$(echo "$line" | cut -f 3)
    wrong=""
    [ -n "$line" ] || wrong="the vocabulary lacks it"
    [ -z "$line" ] || [ "$is" = "$type" ] || wrong="it is $is"
    echo "$reasons" | sed 's/ + /\n/g' > each
    while read -r one; do
        wrong="$wrong$(reason "$word" "$source" "$one")"
    done < each
    case $word in
    event*) ;;
    *) [ "$(echo "$line" | cut -f 4)" = asks ] || wrong="$wrong; no question" ;;
    esac
    case $word in
    fact*) [ "$source" != "-" ] || wrong="$wrong; no source" ;;
    esac
    case $type in
    "date" | "instant" | "spells") wrong="$wrong; no precision" ;;
    esac
    if [ -z "$wrong" ]; then
        echo "ok the vocabulary holds $word"
    else
        echo "not ok the vocabulary holds $word: $wrong"
    fi
done < rows

cut -f 1 declared | sort > words
cut -f 1 rows | sort > told
if [ -s words ] && cmp -s words told; then
    echo "ok each word of the vocabulary has its row, once"
else
    echo "not ok each word of the vocabulary has its row, once"
    diff words told | sed 's/^/    /'
fi

# What two scripts of councils declare by the same name is common.
for script in stockport-2018.lua stockport-2024.md medway-2021.lua luton.lua worcestershire-2017.lua; do
    grep -oE '^(fact|event|consent) "[^"]*" \{' "$MOOT_ROOT/protocols/$script" | sed 's/ {$//' | sort -u
done | sort | uniq -d > twice
grep -ohE '^(fact|event|consent) "[^"]*"' "$MOOT_ROOT"/stdlib/*.lua | sort -u > common
comm -23 twice common > missing
if [ -s twice ] && [ ! -s missing ]; then
    echo "ok what two scripts declare by the same name is common"
else
    echo "not ok what two scripts declare by the same name is common"
    sed 's/^/    /' missing
fi
