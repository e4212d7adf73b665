#!/bin/sh
# moot export of a store: sums as its report has them, small counts hidden where the cases may be about people; rows only if that is asked
# for, and then the file says so first.
set -eu

# shellcheck source=tests/tools/expect.sh
. "$MOOT_ROOT/tests/tools/expect.sh"

cat > talk-2026.lua <<'END_OF'
protocol "talk-2026" { council = "Talk", effective = "2026-01-01" }
local hg = service "Homes Group" { clause = "1" }
stage "talk" {
  clause = "1/1", owner = hg, on = event "presents homeless",
  deadline "talk" { clause = "1/2", within = hours(48) },
  outcome "gone" { clause = "1/3", close "gone" },
  outcome "housed" { clause = "1/4", place { "home" }, close "housed" },
}
END_OF
# 20 cases: 12 talked to the day after (10 gone, 2 housed), 5 on the fifth day (gone), 3 not at all. Gone: 15, housed: 2, open: 3.
cases() { # MARK
    awk -v mark="$1" 'BEGIN {
        for (i = 1; i <= 20; i++) {
            printf "{\"id\":\"C%02d\",%s\"events\":[{\"at\":\"2026-06-01 09:00\",\"event\":\"presents homeless\"}", i, mark
            if (i <= 17) printf ",{\"at\":\"2026-06-%02d 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}", i <= 12 ? 2 : 6, i == 11 || i == 12 ? "housed" : "gone"
            printf "]}\n"
        }
    }'
}
cases "" > real.jsonl
cases '"generated":"a test",' > made-up.jsonl
for store in real made-up; do
    moot run talk-2026.lua --cases $store.jsonl --store $store.db --quiet
done

# Sums: 15 + 2 + 3 of 20. Two and three are small; 17 closed would tell the three, so that they closed is not told.
ends() { moot export "$@" --as jsonl | jq -rs 'map(select(.finding == "ends") | "\(.end) \(.cases)") | join(", ")'; }
expect "of people small sums are hidden" 'open c, closed: gone 15, closed: housed c' "$(ends real.db)"
expect "of made-up cases they are shown" 'open 3, closed: gone 15, closed: housed 2' "$(ends made-up.db)"
expect "--suppress-below moves the line: of 17 closed the 15 would tell the two" 'open 3, closed: gone c, closed: housed c' \
    "$(ends real.db --suppress-below 3)"
expect "the first line says what it is" 'disclosure,,1,says,sums; small counts are c,,' "$(moot export real.db --as csv | sed -n 2p)"
for form in csv jsonl; do
    case $form in csv) flag=--csv ;; *) flag=--json ;; esac
    expect "$form: the same as the report" same "$(moot export real.db --as $form > one; moot report real.db $flag > two; cmp -s one two && echo same)"
    expect "$form: no case is named" 0 "$(moot export real.db --as $form | grep -c 'C[012][0-9]')"
done

# Rows: 20 cases, 20 visits, 20 deadlines, and a header that says what they are.
expect "rows say so first" '# row by row (--internal): for use in the house only, not for publication; nothing is suppressed; protocol talk-2026, cases of real.jsonl' \
    "$(moot export real.db --as csv --internal | head -1)"
expect "made-up rows say that they are" '# row by row (--internal); the cases were made up and are about nobody; protocol talk-2026, cases of made-up.jsonl' \
    "$(moot export made-up.db --as csv --internal | head -1)"
expect "rows as JSON Lines say so first" 'row by row (--internal): for use in the house only, not for publication; nothing is suppressed' \
    "$(moot export real.db --as jsonl --internal | head -1 | jq -r .disclosure)"
expect "all rows" '20 case, 20 deadline, 20 stage' \
    "$(moot export real.db --as jsonl --internal | jq -rs 'map(select(.row)) | group_by(.row) | map("\(length) \(.[0].row)") | join(", ")')"
expect "one housed the day after" 'case,C11,,talk-2026,,,,,closed,housed
stage,C11,,talk,1/1,"[""Homes Group""]",2026-06-01 09:00,,housed,2026-06-02 10:00
deadline,C11,,talk,1/2,"[""Homes Group""]",2026-06-01 09:00,2026-06-03 09:00,met,2026-06-02 10:00' "$(moot export real.db --as csv --internal | grep C11)"
expect "one who was not talked to" 'case open -, stage open -, deadline live -' \
    "$(moot export real.db --as jsonl --internal | jq -rs 'map(select(.id == "C20") | "\(.row) \(.status) \(.ended // "-")") | join(", ")')"
expect "late ones" 5 "$(moot export real.db --as csv --internal | grep -c ',late,')"
moot export real.db --as csv --internal -o rows.csv
expect "into a file" 62 "$(wc -l < rows.csv)"

# A calendar: the three that were not talked to are 48 hours on, 3 June 09:00 of summer time, 08:00 in UTC. They asked at 1 June 08:00 UTC.
expect "a calendar names cases" 'a calendar names cases, and these may be about people: --internal writes it, for use in the house only|2' "$(says export real.db --as ics)"
moot export real.db --as ics --internal -o real.ics
expect "what waits" 'UID:talk-2026.C18.talk.1@moot.invalid
UID:talk-2026.C19.talk.1@moot.invalid
UID:talk-2026.C20.talk.1@moot.invalid' "$(tr -d '\r' < real.ics | grep ^UID)"
expect "one of them" 'BEGIN:VEVENT
UID:talk-2026.C20.talk.1@moot.invalid
DTSTAMP:20260601T080000Z
DTSTART:20260603T080000Z
SUMMARY:C20: talk
DESCRIPTION:Due 2026-06-03 09:00. For Homes Group. Clause 1/2.
TRANSP:TRANSPARENT
END:VEVENT' "$(tr -d '\r' < real.ics | sed -n '/C20.talk/,/END:VEVENT/p' | sed '1i BEGIN:VEVENT' | grep -v ^SEQUENCE)"
expect "it says first what it is" 'X-WR-CALDESC:row by row (--internal): for use in the house only\, not for p ublication\; nothing is suppressed' \
    "$(tr -d '\r' < real.ics | sed -n 5,6p | paste -sd '\0')"
expect "each line ends in CR LF and has 75 bytes at most" 0 "$(LC_ALL=C awk '!/\r$/ || length($0) > 76 { n++ } END { print n + 0 }' real.ics)"
moot export made-up.db --as ics -o made-up.ics
expect "made-up cases are about nobody" 3 "$(grep -c ^BEGIN:VEVENT made-up.ics)"
# Told more a day later, each date is the same one and its number went up; C20, who was talked to by then, is left out.
sed 's/\("id":"C20".*\)]}/\1,{"at":"2026-06-02 10:00","stage":"talk","outcome":"gone"}]}/; s/\("id":"C19".*\)]}/\1,{"at":"2026-06-05 10:00","fact":"in_need","value":true}]}/' \
    real.jsonl > later.jsonl
moot run talk-2026.lua --cases later.jsonl --store real.db --quiet
moot export real.db --as ics --internal -o later.ics
number() { tr -d '\r' < "$1" | sed -n '/^UID:.*C19/,/^SEQUENCE/s/^SEQUENCE://p'; }
expect "what is done is left out" 'UID:talk-2026.C18.talk.1@moot.invalid UID:talk-2026.C19.talk.1@moot.invalid' "$(tr -d '\r' < later.ics | grep ^UID | paste -sd ' ')"
expect "late and not done" 'DESCRIPTION:Due 2026-06-03 09:00\, and late. For Homes Group. Clause 1/2.' \
    "$(tr -d '\r' < later.ics | sed -n '/^UID:.*C19/,/^DESCR/s/^DESCR/DESCR/p')"
# C18 is over, late as it was: a late date of a stage that was left is history, as in a walk.
sed 's/\("id":"C18".*\)]}/\1,{"at":"2026-06-05 10:00","stage":"talk","outcome":"gone"}]}/' later.jsonl | grep -e C18 -e C19 > over.jsonl
moot run talk-2026.lua --cases over.jsonl --store over.db --quiet
expect "history is not to be done" 'UID:talk-2026.C19.talk.1@moot.invalid' "$(moot export over.db --as ics --internal | tr -d '\r' | grep ^UID)"
if [ "$(number later.ics)" -gt "$(number real.ics)" ]; then
    echo "ok its number went up"
else
    failed "its number went up" later.ics
fi

# An event log: C13 was talked to on the fifth day, C11 was housed the day after. 20 ask, 20 stages begin, 17 end and close, 5 of them late; 2
# are placed: 81. Of C18 to C20 nothing is known behind the first day, so that they are late is not either. Summer time is an hour before UTC.
moot run talk-2026.lua --cases real.jsonl --store log.db --quiet
expect "an event log names cases" 'an event log names cases, and these may be about people: --internal writes it, for use in the house only|2' "$(says export log.db --as xes)"
moot export log.db --as xes --internal -o log.xes
xmllint --noout log.xes
expect "so many of each" '17 closes, 20 enters, 20 event, 5 late, 17 leaves, 2 placed' \
    "$(sed -n 's/.*moot:kind" value="\(.*\)".*/\1/p' log.xes | sort | uniq -c | sed 's/^ *//' | paste -sd ',' | sed 's/,/, /g')"
trace() { # CASE: "MOMENT ACTIVITY PART outcome clause", an event a line, as a foreign reader has them
    xmllint --xpath "//trace[string[@key='concept:name']/@value='$1']/event" log.xes | tr -d '\n' | sed 's:</event>:\n:g' |
        sed 's/<[a-z]* key="[^"]*" value="\([^"]*\)"\/>/\1|/g; s/<event>//; s/  *\([^ |]\)/ \1/g; s/^ *//; s/| /|/g; s/ *$//'
}
expect "one who was talked to late" 'presents homeless|2026-06-01T09:00:00.000+01:00|complete|event|
talk|2026-06-01T09:00:00.000+01:00|start|Homes Group|enters|1/1|
late: talk|2026-06-03T09:00:00.000+01:00|complete|Homes Group|late|1/2|
talk|2026-06-06T10:00:00.000+01:00|complete|Homes Group|leaves|gone|1/3|
case closes|2026-06-06T10:00:00.000+01:00|complete|closes|gone|1/3|' "$(trace C13)"
expect "one of whom no more is known" 2 "$(trace C20 | grep -c '|')"
expect "one housed the day after" 'talk|2026-06-02T10:00:00.000+01:00|complete|Homes Group|leaves|housed|1/4|
placed|2026-06-02T10:00:00.000+01:00|complete|placed|home|1/4|
case closes|2026-06-02T10:00:00.000+01:00|complete|closes|housed|1/4|' "$(trace C11 | tail -n +3)"
moot export log.db --as ocel --internal -o log.json
expect "the same events with their objects" '81 case closes, late: talk, placed, presents homeless, talk begins, talk ends' \
    "$(jq -r '"\(.events | length) \([.eventTypes[].name] | join(", "))"' log.json)"
expect "each object that is named is there, once" '21 0 0' \
    "$(jq -r '([.objects[].id] | unique) as $ids | "\($ids | length) \((.objects | length) - ($ids | length)) \([.events[].relationships[].objectId] - $ids | length)"' log.json)"
expect "one of them in UTC" '{"type":"late: talk","time":"2026-06-03T08:00:00Z","attributes":[{"name":"kind","value":"late"},{"name":"clause","value":"1/2"}],"relationships":[{"objectId":"case: C13","qualifier":"subject"},{"objectId":"party: Homes Group","qualifier":"by"}]}' \
    "$(jq -c '.events[] | select(.type == "late: talk" and .relationships[0].objectId == "case: C13") | del(.id)' log.json)"
expect "it says what it is" 'row by row (--internal): for use in the house only, not for publication; nothing is suppressed' \
    "$(jq -r '[.objects[].attributes[] | select(.name == "disclosure").value] | unique[]' log.json)"
moot run talk-2026.lua --cases made-up.jsonl --store none-kept.db --log none --quiet
expect "no log, no event log" 'nothing stands in the log of the newest run: nothing happened in it, or it kept none (--log none)|3' "$(says export none-kept.db --as xes)"
printf '{"id":"X<&\\"\u00e9 it'"'"'s","events":[{"at":"2026-06-01","event":"presents homeless"}]}\n' > signs.jsonl
moot run talk-2026.lua --cases signs.jsonl --store signs.db --quiet
moot export signs.db --as xes --internal -o signs.xes
expect "signs of XML in a name, and a moment of which only the day is known" "X<&\"é it's 2026-06-01T00:00:00.000+01:00 day" \
    "$(xmllint --xpath 'concat(//trace/string/@value, " ", //trace/event[1]/date/@value, " ", //trace/event[1]/string[@key="moot:precision"]/@value)' signs.xes)"
expect "an event log has no sums" 'an event log has no sums: --suppress-below goes with csv and jsonl|2' "$(says export log.db --as ocel --suppress-below 3)"

# Cases one by one for use outside: without names and dates, and only if each is like five others in what is known of it. Of 20 there are
# 6 girls of January and 6 boys of February 2009, and 4 girls each of March and May: 8 are like 3 others. By the year 14 and 6 are alike.
awk 'BEGIN {
    n = split("01 female 6 02 male 6 03 female 4 05 female 4", of, " ")
    for (k = 1; k < n; k += 3) {
        for (i = 1; i <= of[k + 2]; i++) {
            printf "{\"id\":\"R%02d\",\"facts\":{\"dob\":\"2009-%s-1%d\",\"sex\":\"%s\",\"disabled\":false},\"events\":[{\"at\":\"2026-06-01 09:00\",", ++id, of[k], i, of[k + 1]
            printf "\"event\":\"presents homeless\"},{\"at\":\"2026-06-02 10:00\",\"stage\":\"talk\",\"outcome\":\"%s\"}]}\n", i == 1 ? "housed" : "gone"
        }
    }
}' > rare.jsonl
moot run talk-2026.lua --cases rare.jsonl --store rare.db --quiet
expect "rows that point at people are refused" \
    '8 of 20 cases are like fewer than 5 others in born, sex and disabled: --generalise tells it more coarsely (born helps most); --internal is for use in the house only|3' \
    "$(says export rare.db --as csv --rows)"
expect "told more coarsely they may be" '# each case by itself (--rows), without its name and its dates; each is like at least 5 others in born, sex and disabled; told more coarsely: born as a year; what came of all who are alike can still be the same; protocol talk-2026
born,sex,disabled,status,outcome,breaches' "$(moot export rare.db --as csv --rows --generalise | head -2)"
expect "and are those cases" '11 2009,female,no,closed,gone,0; 3 2009,female,no,closed,housed,0; 5 2009,male,no,closed,gone,0; 1 2009,male,no,closed,housed,0' \
    "$(moot export rare.db --as csv --rows --generalise | tail -n +3 | uniq -c | sed 's/^ *//' | paste -sd ';' | sed 's/;/; /g')"
expect "as JSON Lines too" '20 {"born":"2009","sex":"male","disabled":"no","status":"closed","outcome":"housed","breaches":0}' \
    "$(moot export rare.db --as jsonl --rows --generalise > rare.out; echo "$(tail -n +2 rare.out | wc -l) $(tail -n 1 rare.out)")"
expect "no name, no date" 0 "$(grep -cE 'R[0-9][0-9]|2009-0|2026-0' rare.out)"
expect "--suppress-below moves the line" 'each case by itself (--rows), without its name and its dates; each is like at least 3 others in born, sex and disabled; what came of all who are alike can still be the same' \
    "$(moot export rare.db --as jsonl --rows --suppress-below 4 | head -1 | jq -r .disclosure)"
expect "in the house it is told how rare they are" 1 "$(moot export rare.db --as csv --internal | head -1 | grep -c 'suppressed; 8 of 20 cases are like fewer than 5 others in born, sex and disabled; protocol')"
head -4 rare.jsonl > four.jsonl
moot run talk-2026.lua --cases four.jsonl --store four.db --quiet
expect "too few to be told one by one" 'there are 4 cases, too few to be told one by one: each would have to be like 5 others|3' "$(says export four.db --as csv --rows --generalise)"
sed 's/"facts"/"generated":"a test","facts"/' four.jsonl > nobody.jsonl
moot run talk-2026.lua --cases nobody.jsonl --store nobody.db --quiet
expect "made-up cases are told as they are" '2009-01,female,no,closed,housed,0' "$(moot export nobody.db --as csv --rows | tail -n 1)"

# What cannot be is one sentence.
expect "a calendar is of cases" 'a calendar names cases and their dates, and --rows has neither: it goes with csv and jsonl|2' "$(says export real.db --as ics --rows)"
expect "outside or in the house" '--rows is for use outside and --internal for use in the house: give one of them|2' "$(says export real.db --as csv --rows --internal)"
expect "coarser rows are rows" '--generalise tells rows more coarsely: it goes with --rows|2' "$(says export real.db --as csv --generalise)"
expect "rows of a chart" '--rows is about cases, and goes with a store|2' "$(says export talk-2026.lua --as svg --rows)"
expect "a calendar has no sums" 'a calendar has no sums: --suppress-below goes with csv and jsonl|2' "$(says export real.db --as ics --suppress-below 3)"
expect "no form" 'export of a store needs a form: --as csv, jsonl, ics, xes or ocel|2' "$(says export real.db)"
expect "a form of protocols" 'real.db is a store: --as csv, jsonl, ics, xes or ocel writes what is in it|2' "$(says export real.db --as svg)"
expect "a form of stores" 'talk-2026.lua is no store: --as csv writes what is in one|2' "$(says export talk-2026.lua --as csv)"
expect "rows of a protocol" '--internal is about cases, and goes with a store|2' "$(says export talk-2026.lua --as svg --internal)"
expect "rows are not suppressed" '--internal writes rows, of which nothing is suppressed: --suppress-below goes with sums|2' \
    "$(says export real.db --as csv --internal --suppress-below 3)"
: > none.jsonl
moot run talk-2026.lua --cases none.jsonl --store none.db --quiet
expect "nothing was run" 'no case of this store stands row by row: moot run PROTOCOL --cases FILE --store STORE keeps some|3' \
    "$(says export none.db --as csv --internal)"
