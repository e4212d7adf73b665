#!/bin/sh
# moot's bank holidays against those of the npm package date-holidays (README.md). Prints "ok NAME", "not ok NAME" or
# "SKIPPED NAME"; status 1 if they differ in a way that date-holidays.differences does not explain.
#
#   tests/extra/date-holidays.sh build/release
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "SKIPPED bank holidays against date-holidays: $1"
    echo "        nothing was compared; install npm and node (apt-get install npm), with a network, and run this again"
    exit 0
}

command -v npm > /dev/null || skip "there is no npm on this machine"
command -v node > /dev/null || skip "there is no node on this machine"
(cd "$work" && npm install --silent --no-fund --no-audit date-holidays@3 > npm.log 2>&1) ||
    skip "npm could not fetch date-holidays@3: $(tail -n 1 "$work/npm.log")"

# shellcheck disable=SC2046 # the flags are words
${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE -pthread -I"$root" -o "$work/holidays" "$here/holidays.c" "$build/libmoot_vm.a" \
    $(pkg-config --libs sqlite3 jansson libsodium libutf8proc gsl) -lcsv -lm
"$work/holidays" > "$work/ours"

cat > "$work/list.js" << 'END'
const Holidays = require('date-holidays');
const england = new Holidays('GB', 'ENG');
const days = new Set();
for (let year = 1995; year <= 2045; year++) {
  for (const h of england.getHolidays(year)) {
    const day = h.date.slice(0, 10);
    const weekday = new Date(day + 'T12:00:00Z').getUTCDay();
    if ((h.type === 'public' || h.type === 'bank') && weekday !== 0 && weekday !== 6) {
      days.add(day);
    }
  }
}
console.log([...days].sort().join('\n'));
END
(cd "$work" && node list.js) > "$work/theirs"

{
    comm -23 "$work/ours" "$work/theirs" | sed 's/$/ ours/'
    comm -13 "$work/ours" "$work/theirs" | sed 's/$/ theirs/'
} | sort > "$work/differ"
sed -n 's/^\([0-9-]* [a-z]*\) .*/\1/p' "$here/date-holidays.differences" | sort > "$work/explained"

unexplained=$(comm -23 "$work/differ" "$work/explained")
gone=$(comm -13 "$work/differ" "$work/explained")
if [ -n "$gone" ]; then
    echo "    no longer different, so date-holidays.differences need not explain it:"
    echo "$gone" | sed 's/^/        /'
fi
if [ -n "$unexplained" ]; then
    echo "not ok bank holidays against date-holidays: date-holidays.differences does not explain"
    echo "$unexplained" | sed 's/^/        /'
    exit 1
fi
echo "ok bank holidays against date-holidays: $(wc -l < "$work/ours") days, $(wc -l < "$work/differ") differ, each explained"
