#!/bin/sh
# The writer's guide, protocols/README.md: each step's script is written and each command answers what the guide shows.
set -eu

lua5.4 "$MOOT_ROOT/tests/tools/guide.lua" "$MOOT_ROOT/protocols/README.md" > guide.txt
if [ "$(grep -c '^\$ moot' guide.txt)" -lt 12 ]; then
    echo "not ok the guide shows fewer commands than it has steps"
fi
lua5.4 "$MOOT_ROOT/tests/tools/transcript.lua" guide.txt || true

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
