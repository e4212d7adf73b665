#!/bin/sh
# One what-if by GNU parallel: on this machine, or with --sshlogin on others that see the same folder. Arguments go to parallel.
set -eu

# shellcheck source=examples/cluster/settings.sh
. "$(dirname "$0")/settings.sh"
folder=$(cd "$(dirname "$0")" && pwd)
seq "$PARTS" | parallel --halt now,fail=1 "$@" "$folder/part.sh" "{}"
"$folder/merge.sh"
