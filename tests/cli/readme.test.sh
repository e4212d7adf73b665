#!/bin/sh
# What the README shows can be typed: each line of its code blocks that starts with moot or build/moot, and each
# question to the store, is run in the order of the page and must end with status 0. Then what the READMEs name is held
# against what there is.
set -eu

mkdir build
ln -s "$(command -v moot)" build/moot
ln -s "$MOOT_ROOT/protocols" "$MOOT_ROOT/examples" .
PATH=$PWD/build:$PATH

# Indented by four or inside a fence: that is a code block.
awk '/^```/ { fence = !fence; next } fence || /^    / { sub(/^    /, ""); print }' "$MOOT_ROOT/README.md" |
    grep -E '^(build/)?moot |^sqlite3 ' > commands || true

if [ ! -s commands ]; then
    echo "not ok README: it shows no command"
fi
while read -r command; do
    if sh -c "$command" > out 2>&1 < /dev/null; then
        echo "ok README: $command"
    else
        echo "not ok README: $command"
        sed 's/^/    /' out
    fi
done < commands

# A command is explained in repl/README.md, and so is each of its options.
moot help | awk '/^moot help/ { exit } /^  [a-z]/ { print $1 }' > names
while read -r name; do
    missing=
    grep -qF "moot $name" "$MOOT_ROOT/repl/README.md" || missing=$name
    for option in $(moot help "$name" | grep -oE '^  (-[a-z]( [A-Z]+)?, )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        grep -qF -- "\`$option\`" "$MOOT_ROOT/repl/README.md" || missing="$missing $option"
    done
    if [ -z "$missing" ]; then
        echo "ok repl/README.md explains moot $name"
    else
        echo "not ok repl/README.md explains moot $name: it lacks $missing"
    fi
done < names

for query in "$MOOT_ROOT"/examples/queries/*.sql; do
    name=$(basename "$query")
    if grep -qF "\`$name\`" "$MOOT_ROOT/README.md"; then
        echo "ok README names the query $name"
    else
        echo "not ok README names the query $name"
    fi
done
