#!/bin/sh
# Queues at a panel against closed forms and against a simulation of a few lines of awk, which knows nothing of moot; and paired
# intervals against what is true. WHATIF_RUNS=400 for more runs of the last (100).
set -eu
runs=${WHATIF_RUNS:-100}

say() { # say NAME, after a test of what holds
    if [ "$1" -eq 0 ]; then echo "ok $2"; else echo "not ok $2"; fi
}

# A panel each Wednesday at midday, from 7 January 2026, with so many places: until December 2029 no bank holiday moves one.
protocol() {
    cat > p-2020.lua << END
protocol "p-2020" { council = "P", effective = "2020-01-01" }
panel "Panel" { clause = "1", every = days(7), first = "2026-01-07", places = $1 }
stage "heard" { clause = "1", panel = "Panel", on = event "presents homeless", outcome "yes" { clause = "1", close "heard" } }
END
}
# Hours since 7 January 2026, 12:00, one a line, to cases: hours of the clock on the wall, which the sessions go by, too.
cases() {
    awk 'function two(n) { return n < 10 ? "0" n : n }
        { t = int($1 * 60 + 0.5) + 720; day = int(t / 1440); t %= 1440
          y = 2026; n = day + 7
          while (n > (len = (y % 4 == 0) ? 366 : 365)) { n -= len; y++ }
          split("31 " (y % 4 == 0 ? 29 : 28) " 31 30 31 30 31 31 30 31 30 31", m, " ")
          for (k = 1; n > m[k]; k++) n -= m[k]
          printf "{\"id\":\"C%06d\",\"events\":[{\"at\":\"%d-%s-%s %s:%s\",\"event\":\"presents homeless\"}]}\n", NR, y, two(k), two(n),
              two(int(t / 60)), two(t % 60) }' > cases.jsonl
}
# Minutes that each waited, in the order of the cases, by moot.
by_moot() {
    echo "-- nothing has to be assumed" > p.assume.lua
    moot run p-2020.lua --cases cases.jsonl --assume p.assume.lua --until 2040-01-01 --json --brief > results
    jq -r '.stages[0] | [.entered, .left] | map(sub(" "; "T") | sub("Z?$"; ":00Z") | fromdate) | (.[1] - .[0]) / 60' results
}
# The same by a simulation: at each session the first so many in the queue are heard.
by_awk() {
    awk -v places="$1" '{ at[NR] = int($1 * 60 + 0.5) } END {
        for (t = 0; head < NR; t += 10080)
            for (k = 0; k < places && head < NR && at[head + 1] <= t; k++) { head++; print t - at[head] } }'
}
mean() { awk '{ s += $1 } END { printf "%.6f\n", s / NR }'; }

# Nobody waits for a place: one comes each hour of a week, at its half, and waits half of a week on the mean, 84 hours.
protocol 500
awk 'BEGIN { for (i = 0; i < 168; i++) print i + 0.5 }' > moments
cases < moments
by_moot > waits
[ "$(mean < waits)" = 5040.000000 ] && r=0 || r=1
say "$r" "where places are not scarce the mean wait is half of the time between sessions"

# Sixty come at once, 100 hours before a session with five places: they are heard in 12 sessions, so the mean wait is
# 100 + 168 * (12 - 1) / 2 = 1024 hours.
protocol 5
awk 'BEGIN { for (i = 0; i < 60; i++) print 68 }' > moments
cases < moments
by_moot > waits
[ "$(mean < waits)" = 61440.000000 ] && r=0 || r=1
say "$r" "a batch is served at so many a session"

# Poisson arrivals, one place a session, half as many cases as sessions: the wait to a session is half a week, and in the queue of
# M/D/1 another r / (2 (1 - r)) = 1/2 of one: a week in all. So far the simulation; with it moot agrees case by case.
arrivals() { # how many, mean hours between
    awk -v n="$1" -v mean="$2" 'BEGIN { x = 4321; for (i = 0; i < n; i++) { x = x * 16807 % 2147483647
        t += -mean * log(x / 2147483647)
        day = int((t + 12) / 24); hour = t + 12 - 24 * day; print 24 * day - 9 + hour * 21 / 24 } }' # no clock changes after 3 o'clock
}
protocol 1
arrivals 80 336 > moments
cases < moments
by_moot > waits
by_awk 1 < moments > simulated
cmp -s waits simulated && r=0 || r=1
say "$r" "one place: each of 80 cases waits as long as in the simulation"
protocol 3
arrivals 500 60 > moments
cases < moments
by_moot > waits
by_awk 3 < moments > simulated
cmp -s waits simulated && r=0 || r=1
say "$r" "three places, nearly all taken: each of 500 cases waits as long as in the simulation"
arrivals 20000 336 > moments
by_awk 1 < moments | mean | awk '{ exit !($1 > 10080 * 0.9 && $1 < 10080 * 1.1) }' && r=0 || r=1
say "$r" "the simulation waits as long as M/D/1 between sessions says"

# A paired interval. A thing takes 1 to 10 days, each alike; five are in time under the baseline, seven under the variant: of twenty
# cases the variant has four breaches fewer. Of so many what-ifs of ten replicates 95 in 100 should have 4 in their interval; fewer
# or more than three standard errors from that would be a fault.
cat > q-2020.lua << 'END'
protocol "q-2020" { council = "Q", effective = "2020-01-01" }
local officer = role "Officer" {}
stage "look" { clause = "1", owner = officer, on = event "presents homeless",
  deadline "look" { clause = "1", within = days(5) }, outcome "seen" { clause = "1", close "seen" } }
END
echo 'assume { stage = "look", outcomes = { seen = 1 }, takes = between(days(1), days(10)), source = "assumed" }' > q.assume.lua
printf '%s\n' 'baseline "q-2020"' 'variant "seven" { stage "look" { deadline "look" { within = days(7) } } }' > q.lua
awk 'BEGIN { for (i = 1; i <= 20; i++) printf "{\"id\":\"Q%02d\",\"events\":[{\"at\":\"2026-03-02 10:00\",\"event\":\"presents homeless\"}]}\n", i }' > q.jsonl
for seed in $(seq "$runs"); do
    moot whatif q.lua --cases q.jsonl --assume q.assume.lua --replicates 10 --seed "$seed" --json
done | grep '"figure":"breaches","' | jq -r '[.low, .high] | @tsv' > intervals
awk -v runs="$runs" '{ n += $1 <= -4 && -4 <= $2; all++; middle += ($1 + $2) / 2 }
    END { e = 3 * sqrt(0.95 * 0.05 / runs); share = n / runs; printf "%d of %d hold, mean %.3f\n", n, all, middle / all
          exit !(all == runs && share >= 0.95 - e && share <= 0.95 + e) }' intervals > held && r=0 || r=1
say "$r" "paired intervals hold the truth as often as they say"
[ "$r" -eq 0 ] || sed 's/^/    /' held
echo "# $(cat held)" >&2
