#!/bin/sh
# Ctrl-C stops after the chunk at hand, with status 130, and leaves a store that --resume accepts; a reader that closes the
# pipe hears nothing about it; a full disk is told once.
set -eu

cat > demo.lua <<'END'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sf = service "Stockport Family" { clause = "1" }
stage "mediation" {
  clause = "3.5", owner = sf, on = event "presents homeless",
  outcome "prevented" { clause = "3.5", close "prevented" },
}
END

cases() { # FROM TO
    for n in $(seq "$1" "$2"); do
        echo "{\"id\":\"c$n\",\"events\":[{\"at\":\"2026-05-21 09:15\",\"event\":\"presents homeless\"}]}"
    done
}

verdict() { # NAME CONDITION...
    name=$1
    shift
    if "$@"; then
        echo "ok $name"
    else
        echo "not ok $name"
        sed 's/^/  | /' err | head -5
    fi
}

# The caseload comes through a pipe, so that the signal meets a run that waits in the middle of a chunk. The shell that runs
# tests may ignore interrupts in background jobs, so `env` sets them back.
mkfifo pipe
env --default-signal=INT moot run demo.lua --cases - --store out.db < pipe > out 2> err &
moot=$!
exec 3> pipe
cases 1 70 >&3
tries=0
while [ ! -s out.db ] && [ "$tries" -lt 300 ]; do # it is reading once the store is there
    sleep 0.1
    tries=$((tries + 1))
done
sleep 0.5
kill -INT "$moot"
sleep 0.2
cases 71 200 >&3
exec 3>&-
status=0
wait "$moot" || status=$?
verdict "an interrupted run ends with status 130" test "$status" = 130
verdict "it says that it stops, and after how many cases" grep -qE '^stopped after (50|100) cases' err
verdict "its store is whole" moot store check out.db

cases 1 3000 > many.jsonl
(moot run demo.lua --cases many.jsonl --json; echo $? > piped) 2> err | head -1 > first
verdict "a reader that closes the pipe hears nothing" test ! -s err
verdict "and has had its line" grep -q '^{"id":"c1",' first

status=0
moot run demo.lua --cases many.jsonl --json > /dev/full 2> err || status=$?
verdict "a full disk has status 5" test "$status" = 5
verdict "and is told once" test "$(wc -l < err)" = 1
