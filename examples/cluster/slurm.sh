#!/bin/sh
# One what-if as a Slurm array, and a job that puts the parts together once all have come to their end.
set -eu

# shellcheck source=examples/cluster/settings.sh
. "$(dirname "$0")/settings.sh"
folder=$(cd "$(dirname "$0")" && pwd)
array=$(sbatch --parsable --array="1-$PARTS" --output="$OUT/part-%a.log" "$folder/part.sh")
sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$OUT/merge.log" "$folder/merge.sh"
