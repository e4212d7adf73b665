#!/bin/sh
# Checks of style.md's rules that a machine can make. Prints "ok NAME", or findings and "not ok NAME".
# Run by `make lint` and `make check`; each check is one function that prints a finding a line.
set -u
cd "$(dirname "$0")/../.." || exit
export LC_ALL=C

here=tests/lint
folders="vm lua stdlib protocols repl tests examples"
flags="-std=c11 -D_DEFAULT_SOURCE -I. -Wall -Wextra -Wpedantic -Werror"
flags="$flags $(pkg-config --cflags lua5.4 sqlite3 jansson libutf8proc smartcols 2>/dev/null)"

# Files below the folders (default: all of ours) by name pattern.
files() { # PATTERN [FOLDER...]
    pattern=$1
    shift
    # shellcheck disable=SC2086 # a list of folders
    [ $# -gt 0 ] || set -- $folders
    find "$@" -name "$pattern" -type f | sort
}

c_files() { files '*.[ch]' "$@"; }

# Lines of C code with one of the words, as whole words outside comments and strings.
code_words() { # EXTENDED-REGEX FOLDER...
    regex=$1
    shift
    c_files "$@" | xargs -r awk -v strings=1 -f $here/strip.awk |
        grep -E "^[^:]*:[0-9]+: .*(^|[^A-Za-z0-9_])($regex)([^A-Za-z0-9_]|\$)"
}

check_luacheck() {
    found=$(files '*.lua' stdlib protocols tests examples | grep -v '\.d\.lua$')
    [ -n "$found" ] || return
    told=$(echo "$found" | xargs luacheck --no-color --quiet --codes --no-cache 2>&1) || echo "$told"
    # Protocols that are documents: what stands in their fences, in the lines of the document.
    grep -l '^```moot' protocols/*.md | while read -r document; do
        told=$(awk '/^```/ { code = /^```moot/; print ""; next } { print code ? $0 : "" }' "$document" |
            luacheck --no-color --quiet --codes --no-cache --filename "${document%.md}.lua" - 2>&1) || echo "$told"
    done
}

check_shellcheck() {
    { files '*.sh' && echo .ci/run; } | xargs shellcheck
}

check_includes() {
    c_files vm lua repl tests | xargs -r awk -v layers=$here/layers.txt -f $here/includes.awk
    # What repl includes may not bring Lua's headers in by another door.
    for file in repl/*.c repl/*/*.c; do
        [ -e "$file" ] || continue
        # shellcheck disable=SC2086 # a list of flags
        "${CC:-gcc}" $flags -MM "$file" 2>/dev/null | grep -q 'lua/sandbox/lua_api\.h' &&
            echo "$file: it sees Lua's headers through one of its own"
    done
}

check_banned_functions() {
    code_words 'sprintf|vsprintf|strcpy|strcat|atoi|atol|atof|gets|localtime|gmtime|ctime|asctime' vm lua repl tests
    code_words 'strtok|rand|srand|drand48|alloca' vm lua repl tests
    code_words 'localtime_r' vm lua repl tests | grep -vE '^(vm/time/zone|tests/vm/test_time)\.c:'
    code_words 'setlocale' vm lua tests
    code_words 'malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf' vm lua repl | grep -v '^vm/base/base\.[ch]:'
    code_words 'luaL_openlibs|luaL_newstate|luaL_dostring|luaL_dofile' lua
}

check_metamethods() { # both are unsafe in Debian's Lua 5.4.4: see lua/README.md
    c_files lua | xargs -r awk -f $here/strip.awk | grep -E '__concat|__mode'
    files '*.lua' stdlib protocols | xargs -r grep -nHE '__concat|__mode'
}

check_file_size() { # a protocol is as long as its document
    { c_files; files '*.lua' | grep -v '^protocols/'; files '*.sh'; echo Makefile; } |
        while read -r file; do
            lines=$(wc -l < "$file")
            [ "$lines" -le 800 ] || echo "$file: $lines lines, 800 at most"
        done
}

check_no_marks() {
    mark='TO''DO|FIX''ME|XX''X|HA''CK'
    { c_files; files '*.lua'; files '*.sh'; files '*.md'
        echo Makefile; echo README.md; } | xargs -r grep -nHE "(^|[^A-Za-z0-9_])($mark)([^A-Za-z0-9_]|\$)"
}

check_tabs() {
    { c_files vm lua repl tests; files '*.lua' stdlib protocols tests examples; } |
        xargs -r awk '/\t/ { print FILENAME ":" FNR ": a tab; indent by spaces" }'
}

check_readmes() {
    [ -f README.md ] || echo "README.md is missing"
    for folder in */; do
        case $folder in build/) continue ;; esac
        [ -f "${folder}README.md" ] || echo "${folder}README.md is missing"
    done
}

check_definitions() { # for editors, as a server of LuaLS would read them
    # shellcheck disable=SC2046 # a list of files
    lua5.4 tests/tools/definitions.lua $(files '*.d.lua' stdlib)
}

check_headers_alone() {
    headers=$(files '*.h' vm lua repl tests)
    [ -n "$headers" ] || return
    for compiler in gcc clang; do
        # shellcheck disable=SC2086 # lists of flags and files
        $compiler $flags -Wno-unused-function -Wno-unused-const-variable -fsyntax-only -x c $headers 2>&1 | grep -E 'error|warning'
    done
}

for name in luacheck shellcheck includes banned_functions metamethods file_size no_marks tabs readmes \
    definitions headers_alone; do
    found=$(check_$name 2>&1)
    if [ -z "$found" ]; then
        echo "ok $name"
    else
        echo "not ok $name"
        echo "$found" | sed 's/^/  /'
    fi
done
