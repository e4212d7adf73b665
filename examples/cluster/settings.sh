# What is asked, and of how many machines. Read by slurm.sh and parallel.sh; what is set already stays.
# shellcheck shell=sh
here=$(cd "$(dirname "$0")/../.." && pwd)
: "${MOOT:=$here/build/moot}"
: "${VARIANTS:=$here/examples/stockport-2018/variants.lua}"
: "${CASES:=$here/examples/stockport-2018/cases.jsonl}"
: "${ASSUME:=$here/protocols/stockport-2018.assume.lua}"
: "${SEED:=1}"
: "${REPLICATES:=100}" # of all parts together
: "${PARTS:=4}"
: "${OUT:=$PWD/moot-parts}"
mkdir -p "$OUT"
export MOOT VARIANTS CASES ASSUME SEED REPLICATES PARTS OUT
