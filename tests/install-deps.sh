#!/bin/sh
# Finds out which Debian packages of tests/packages.txt are missing, and says so or installs them.
# Usage: tests/install-deps.sh --check|--install SET...     (sets: build, test, tools)
# Status 0: nothing is missing (any more). Where there is no dpkg nothing is checked: the compiler will tell.
set -eu

here=$(dirname "$0")
mode=${1:?--check or --install}
shift

missing() { # names of packages of the given sets that are not installed
    wanted=$(for set_name in "$@"; do
        awk -v s="$set_name" '$1 == s { print $2 }' "$here/packages.txt"
    done)
    # shellcheck disable=SC2086 # a list of words
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        awk '$1 == "installed" { print $2 }')
    for package in $wanted; do
        echo "$installed" | grep -qxF -- "$package" || printf ' %s' "$package"
    done
}

command -v dpkg-query >/dev/null || exit 0
list=$(missing "$@")
[ -n "$list" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo

if [ "$mode" = --check ]; then
    echo "Some Debian packages are missing. Install them with:" >&2
    echo "    ${as_root:+$as_root }apt-get install --no-install-recommends$list" >&2
    exit 1
fi
if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
    echo "Packages are missing and sudo is not here. As root, run:" >&2
    echo "    apt-get install --no-install-recommends$list" >&2
    exit 1
fi

echo "Installing through apt:$list" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # a list of words
if ! { $as_root apt-get update -qq &&
    $as_root apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 $list; } > "$log" 2>&1; then
    cat "$log" >&2
    echo "apt could not install them; what it said is above." >&2
    exit 1
fi
