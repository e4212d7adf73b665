#!/bin/sh
# Calendars that moot writes, read by the npm package ical.js (README.md): each deadline with a date stands in it at that
# moment, each with a day on that day, the text of a long description is whole, and nothing else is there. Prints "ok NAME",
# "not ok NAME" or "SKIPPED NAME"; status 1 if they differ.
#
#   tests/extra/calendar.sh build/release
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
moot=$(cd "$1" && pwd)/moot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "SKIPPED calendars read by ical.js: $1"
    echo "        nothing was compared; install npm and node (apt-get install npm), with a network, and run this again"
    exit 0
}

command -v npm > /dev/null || skip "there is no npm on this machine"
command -v node > /dev/null || skip "there is no node on this machine"
(cd "$work" && npm install --silent --no-fund --no-audit ical.js@1 > npm.log 2>&1) ||
    skip "npm could not fetch ical.js@1: $(tail -n 1 "$work/npm.log")"

# Three stories with deadlines of hours over a change of the clocks, of days, of none.
story() { # NAME PROTOCOL LINES
    printf '%b\nexport calendar %s/%s.ics\n.mode csv\n.once %s/%s.csv\ndue\n' "$3" "$work" "$1" "$work" "$1" |
        (cd "$root" && "$moot" repl "$2") > "$work/$1.log" 2>&1
}
story clocks stockport-2018 'fact dob 2009-02-11\nfact care_status none\npresents homeless at 2026-10-23 15:00\nanswer still homeless'
story luton luton 'fact dob 2009-02-11\nfact household family\nfact at_town_hall yes\npresents homeless at 2026-05-22 16:10'
story sixteen stockport-2024 'fact dob 2010-05-11\nfact care_status eligible\npresents homeless at 2026-05-21 09:15'

# And a store: two cases at the moment of their last record, so that nothing is late, over the same change of the clocks.
cat > "$work/cases.jsonl" << 'END_OF_CASES'
{"id":"C1","facts":{"dob":"2009-02-11","care_status":"none"},"events":[{"at":"2026-10-23 15:00","event":"presents homeless"},{"at":"2026-10-23 15:30","stage":"mediation","outcome":"still homeless"}]}
{"id":"C2","facts":{"dob":"2009-02-11","care_status":"none"},"events":[{"at":"2026-10-24 15:00","event":"presents homeless"},{"at":"2026-10-24 15:30","stage":"mediation","outcome":"still homeless"}]}
END_OF_CASES
(
    cd "$root"
    "$moot" run protocols/stockport-2018.lua --cases "$work/cases.jsonl" --store "$work/store.db" --quiet
    "$moot" export "$work/store.db" --as ics --internal -o "$work/store.ics"
    printf '\r\n' > "$work/store.csv"
    "$moot" export "$work/store.db" --as jsonl --internal |
        jq -r 'select(.row == "deadline" and .status == "live" and .due) | "\"\(.id): \(.name)\",,,\(.due),\r"' >> "$work/store.csv"
) > "$work/store.log" 2>&1

cat > "$work/read.js" << 'END_OF_SCRIPT'
const ICAL = require('ical.js'), fs = require('fs');
const [calendar, list] = process.argv.slice(2);
const pad = n => String(n).padStart(2, '0');
const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(calendar, 'utf8')));
const theirs = root.getAllSubcomponents('vevent').map(e => new ICAL.Event(e)).map(e => {
  const t = e.startDate;
  const when = t.isDate ? `${t.year}-${pad(t.month)}-${pad(t.day)}` : london.format(t.toJSDate());
  if (!/not legal advice|Clause/i.test(e.description)) throw new Error(`no clause in: ${e.description}`);
  return `${e.summary.replace(/: due$/, '')} ${when}`;
});
const cell = '(?:"((?:[^"]|"")*)"|([^,]*))', line = new RegExp(`^${cell},${cell},${cell},${cell},`);
const ours = fs.readFileSync(list, 'utf8').split('\r\n').slice(1).map(l => line.exec(l)).filter(m => m && m[8])
  .map(m => `${(m[1] || m[2]).replace(/""/g, '"')} ${m[8]}`);
const only = (a, b, who) => a.filter(x => !b.includes(x)).map(x => `${who}: ${x}`);
const differ = [...only(ours, theirs, 'ours'), ...only(theirs, ours, 'theirs')];
console.log(differ.join('\n') || `same ${ours.length}`);
END_OF_SCRIPT

failed=0
for name in clocks luton sixteen store; do
    said=$(cd "$work" && node read.js "$name.ics" "$name.csv" 2>&1) || true
    case $said in
    'same '[1-9]*) echo "ok calendar of $name read by ical.js: ${said#same } dates" ;;
    *)
        echo "not ok calendar of $name read by ical.js"
        echo "$said" | sed 's/^/    /'
        failed=1
        ;;
    esac
done
exit "$failed"
