#!/bin/sh
#SBATCH --job-name=moot-part
#SBATCH --ntasks=1
#SBATCH --requeue
# One part of a what-if: part.sh I. As a task of a Slurm array it is the part of its number. A part that was stopped, or is put into the
# queue again, goes on where it was.
set -eu

part=${1:-$SLURM_ARRAY_TASK_ID}
store=$OUT/part-$part.db
resume=
[ -e "$store" ] && resume=--resume
# shellcheck disable=SC2086 # a flag, or nothing
"$MOOT" whatif "$VARIANTS" --cases "$CASES" --assume "$ASSUME" --seed "$SEED" --replicates "$REPLICATES" \
    --shard "$part/$PARTS" --store "$store" --jobs "${SLURM_CPUS_PER_TASK:-1}" $resume --quiet > /dev/null
