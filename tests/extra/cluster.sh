#!/bin/sh
# examples/cluster on one machine: a what-if by GNU parallel, and as a Slurm array with a merge that depends on it, each against the same
# what-if in one piece. Slurm is started here, with one node, keys and ports of its own. Prints "ok NAME", "not ok NAME" or "SKIPPED NAME".
#
#   tests/extra/cluster.sh build/release
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
MOOT=$(cd "$1" && pwd)/moot
REPLICATES=8 PARTS=3 SEED=5
export MOOT REPLICATES PARTS SEED
work=$(mktemp -d /tmp/moot-cluster.XXXXXX) # its name must be short: a socket lies in it
chmod 755 "$work"
started=
failed=0

# shellcheck disable=SC2317 # called by the trap
stop() {
    for pid in $started; do
        kill "$pid" 2> /dev/null || :
        wait "$pid" 2> /dev/null || :
    done
    rm -rf "$work"
}
trap stop EXIT

"$MOOT" whatif "$root/examples/stockport-2018/variants.lua" --cases "$root/examples/stockport-2018/cases.jsonl" \
    --assume "$root/protocols/stockport-2018.assume.lua" --seed "$SEED" --replicates "$REPLICATES" --store "$work/one.db" --quiet > /dev/null
sqlite3 "$work/one.db" .dump > "$work/one.sql"

compare() { # NAME STORE
    if [ -e "$2" ] && sqlite3 "$2" .dump | cmp -s - "$work/one.sql"; then
        echo "ok $1: $PARTS parts, merged, are what one piece is"
    else
        echo "not ok $1: $PARTS parts, merged, are what one piece is"
        cat "$work"/"$1"/*.log 2> /dev/null | sed 's/^/  /' | tail -5
        failed=1
    fi
}

if command -v parallel > /dev/null; then
    OUT=$work/parallel "$root/examples/cluster/parallel.sh" --will-cite > "$work/parallel.told" 2>&1 || :
    compare parallel "$work/parallel/whole.db"
else
    echo "SKIPPED GNU parallel: it is not here (apt-get install parallel)"
fi

configure() {
    cat > "$work/slurm.conf" << END
ClusterName=moot
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$((20000 + $$ % 10000))
SlurmdPort=$((30001 + $$ % 10000))
AuthType=auth/munge
AuthInfo=socket=$work/munge.sock
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=moot Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:8
END
    mkdir -p "$work/state" "$work/spool" "$work/slurm"
    chmod 700 "$work/state"
    head -c 1024 /dev/urandom > "$work/munge.key"
    chmod 400 "$work/munge.key"
}

start_slurm() {
    configure
    munged --key-file="$work/munge.key" --socket="$work/munge.sock" --pid-file="$work/munge.pid" --seed-file="$work/munge.seed" \
        --log-file="$work/munge.log" --foreground --force > /dev/null 2>&1 &
    started="$started $!"
    SLURM_CONF=$work/slurm.conf
    export SLURM_CONF
    sleep 2
    slurmctld -D -f "$work/slurm.conf" > "$work/ctld.told" 2>&1 &
    started="$started $!"
    slurmd -D -f "$work/slurm.conf" -N "$(hostname -s)" > "$work/slurmd.told" 2>&1 &
    started="$started $!"
    tries=0
    until sinfo -h -o %t 2> /dev/null | grep -q idle; do
        tries=$((tries + 1))
        [ "$tries" -lt 60 ] || return 1
        sleep 1
    done
}

if ! command -v slurmctld > /dev/null || ! command -v slurmd > /dev/null || ! command -v munged > /dev/null || [ "$(id -u)" != 0 ]; then
    echo "SKIPPED Slurm: it is not here, or this is not root (apt-get install slurmd slurmctld slurm-client munge)"
elif ! start_slurm; then
    echo "SKIPPED Slurm: it does not start on this machine: $(tail -n 1 "$work/slurmctld.log" 2> /dev/null)"
    tail -n 3 "$work/slurmd.log" "$work/ctld.told" "$work/munge.log" 2> /dev/null | sed 's/^/  /'
else
    merge=$(OUT=$work/slurm "$root/examples/cluster/slurm.sh")
    tries=0
    while [ "$tries" -lt 240 ] && [ -n "$(squeue -h -j "$merge" 2> /dev/null)" ]; do
        tries=$((tries + 1))
        sleep 1
    done
    compare slurm "$work/slurm/whole.db"
fi
exit $failed
