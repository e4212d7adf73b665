#!/bin/sh
# The writer's guide, protocols/README.md and the pages beside it: each step's script is written and each command answers
# what the guide shows. Fences that are excerpts are put into their frames by guides/PAGE.txt, a transcript that goes on
# behind the page's own.
set -eu

here=$MOOT_ROOT/tests/protocols
for page in "$MOOT_ROOT"/protocols/*.md; do
    name=$(basename "$page" .md)
    fences=$(awk '/^````*[a-z]/ && !ticks { ticks = $0; sub(/[^`].*/, "", ticks); print; next } $0 == ticks { ticks = "" }' "$page")
    if ! echo "$fences" | grep -qv '^```moot$'; then
        continue # a protocol, which is run as one
    fi
    lua5.4 "$MOOT_ROOT/tests/tools/guide.lua" "$page" > "$name.txt"
    [ ! -e "$here/guides/$name.txt" ] || { echo; cat "$here/guides/$name.txt"; } >> "$name.txt"
    lua5.4 "$MOOT_ROOT/tests/tools/transcript.lua" "$name.txt" || true

    # None is only shown: each is commands, or a file that a command names.
    shown=$(echo "$fences" | sed 's/^`*//' | while read -r kind file; do
        case $kind$file in
            console) ;;
            sh) cat "$here/guide.test.sh" "$here/guides/$name.txt" | grep -qF '/^```sh$/' || echo "sh" ;;
            *) [ -n "$file" ] && grep -v "^\\$ cat > $file <<" "$name.txt" | grep -qF -- "$file" || echo "$kind $file" ;;
        esac
    done)
    if [ -z "$shown" ]; then
        echo "ok protocols/$name.md: every fence is run"
    else
        echo "not ok protocols/$name.md: fences that nothing runs: $shown"
    fi
done
if [ "$(grep -c '^\$ moot' README.txt)" -lt 12 ]; then
    echo "not ok the guide shows fewer commands than it has steps"
fi

# Where the terminal finds moot, and the folder: the guide's own lines, in a folder that has no more than make leaves.
awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' "$MOOT_ROOT/protocols/README.md" > lines.sh
mkdir -p clone/build
cp "$(command -v moot)" clone/build/moot
version=$(moot --version)
# shellcheck disable=SC2016 # the inner shell expands it
if said=$(cd clone && env -i PATH=/usr/bin:/bin sh -ec '. ../lines.sh; moot --version; test "${PWD##*/}" = larkshire') &&
    [ "$said" = "$version" ]; then
    echo "ok the terminal finds moot as the guide says"
else
    echo "not ok the terminal finds moot as the guide says"
    echo "$said"
fi
