#!/bin/sh
# Nothing that can be typed crashes the REPL or hangs it: thousands of lines made of its own words, names, times and
# rubbish, from seeds that are printed.
set -eu

cat > lines.lua <<'END'
local seed, count = tonumber(arg[1]), tonumber(arg[2])
local state = seed
local function draw(n) -- a small generator of its own, so that a seed means the same everywhere
  state = (state * 1103515245 + 12345) % 2147483648
  return state // 65536 % n + 1
end
local pieces = {
  "event", "answer", "done", "fact", "set", "consent", "place", "sign", "panel", "notice", "note", "ask", "pass", "wait", "until",
  "next", "step", "break", "look", "due", "needs", "who", "duties", "log", "timeline", "steps", "why", "not", "clause", "readings", "what", "if", "fork",
  "switch", "compare", "quiz", "on", "off", "again", "guess", "inject", "hide", "show", "undo", "redo", "back", "to", "new", "help",
  "cases", "save", "export", "handout", "letter", "-", "for", "by", "at", "in", "1", "2", "3", "0", "-1", "99999999999999999999",
  "presents homeless", "mediation", "still homeless", "prevented", "joint assessment", "dob", "welfare_concern", "yes", "no",
  "unknown", "Homes Group", "Stockport Family", "main", "x", "2026-05-21", "09:15", "Friday", "3pm", "tomorrow", "29", "February",
  "2026-02-30", "18th", "birthday", "panel", "deadline", "48h", "2 days", "400 years", "=", "= age", "= nil..1", "\"", "\"\"", "'",
  "\\", "\t", "%s%n", "\u{301}", "\u{6f22}", "\xff\xfe", ("a"):rep(300), "2008-05-24", ".mode", "plain", "presenter", "table",
  ".timer", ".again", ".help", ".bail", "#", "3.5",
}
print(".bail off\nfact dob 2008-05-24\npresents homeless at 2026-05-21 09:15")
for _ = 1, count do
  local words = {}
  for i = 1, draw(6) do
    words[i] = pieces[draw(#pieces)]
  end
  local line = table.concat(words, " ")
  if not line:find("^%s*%.bail") and not line:find("%f[%w]export%f[%W].*[%w\xff]+%s+[^-]") then
    print(line)
  end
end
END
cat > demo.lua <<'END'
protocol "demo-2026" { council = "Demo", effective = "2026-01-01" }
local sf = service "Stockport Family" { clause = "1" }
local hg = service "Homes Group" { clause = "1" }
panel "Accommodation Panel" { clause = "2.4", every = weeks(2), first = "2026-05-26" }
stage "mediation" {
  clause = "3.5", owner = hg, on = event "presents homeless", when = { age = between(16, 17) },
  outcome "prevented" { clause = "3.5", when = { welfare_concern = false }, close "prevented" },
  outcome "still homeless" { clause = "3.6", go "joint assessment" },
}
stage "joint assessment" {
  clause = "3.6", owner = { sf, hg }, deadline "joint assessment" { clause = "3.7", within = hours(48) },
  outcome "returned home" { clause = "3.8", close "returned home" }, outcome "turned 18" { on = turns(18), clause = "1", close "18" },
}
END
mkdir -p box
count=800
limit=60
if [ -n "${SLOW:-}" ]; then
    count=150
    limit=600
fi
for seed in 1 2 3 4 5; do
    lua5.4 lines.lua "$seed" "$count" > typed
    status=0
    (cd box && timeout "$limit" moot repl ../demo.lua) < typed > answers 2> mistakes || status=$?
    # 3: some lines were mistakes; anything above 5 is a crash or a hang
    if [ "$status" -le 5 ]; then
        echo "ok $count lines typed at random, seed $seed"
    else
        echo "not ok $count lines typed at random, seed $seed: status $status"
        tail -3 mistakes
    fi
done
