#!/bin/sh
# Writes C that holds the given Lua files as text, in the shape of lua/sandbox/embedded.h.
# Usage: lua/sandbox/embed.sh FILE.lua... > stdlib_data.c
# Bytes, not string literals: C promises only 4095 characters in a literal.
set -eu

by_name() { # "NAME FILE" a line, sorted by name as bytes
    for file in "$@"; do
        printf '%s %s\n' "$(basename "$file" .lua)" "$file"
    done | LC_ALL=C sort
}

bytes() { # the array of one file
    printf '\n/* %s */\nstatic const unsigned char text_%d[] = {\n' "$(basename "$2")" "$1"
    od -An -v -tu1 "$2" | sed 's/  */,/g; s/^,//; s/$/,/'
    printf '0};\n'
}

list=$(by_name "$@")
echo '/* Made by lua/sandbox/embed.sh; see lua/sandbox/embedded.h. */'
echo '#include "lua/sandbox/embedded.h"'
n=0
echo "$list" | while read -r _ file; do
    bytes "$n" "$file"
    n=$((n + 1))
done
printf '\nconst moot_embedded moot_stdlib_files[] = {\n'
n=0
echo "$list" | while read -r name _; do
    printf '    { "%s", (const char *)text_%d, sizeof text_%d - 1 },\n' "$name" "$n" "$n"
    n=$((n + 1))
done
printf '};\nconst size_t moot_stdlib_count = sizeof moot_stdlib_files / sizeof moot_stdlib_files[0];\n'
