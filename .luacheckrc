-- What luacheck holds against our Lua. Protocols, stdlib and examples run in moot's sandbox: they start from nothing
-- and may read only the names that the sandbox gives, which are the words of the DSL and a few of Lua's own.

-- written by `make generate`: begin
local words = {
  "protocol", "service", "role", "calendar", "event", "fact", "consent", "decision", "param", "reading", "stage",
  "outcome", "deadline", "notice", "always", "never", "panel", "ladder", "entitlement", "quota", "measure", "helper",
  "not_run", "without", "baseline", "variant", "sweep", "late", "go", "stop", "close", "set", "escalate", "refer",
  "notify", "grant", "place", "entered", "left", "met", "missed", "due", "turns", "becomes", "any", "all", "none",
  "some_child", "every_child", "otherwise", "between", "under", "over", "at_least", "at_most", "earlier_than",
  "later_than", "one_of", "known", "unknown", "inside", "outside", "times", "total", "longest", "running", "any_at",
  "yesno", "integer", "money", "date", "instant", "text", "spells", "minutes", "hours", "days", "weeks", "months",
  "years", "working_days", "statutory_working_days", "same_day", "next_working_day", "undated", "applicant", "law",
  "standard", "assume", "lognormal", "weibull", "gamma", "exponential", "empirical",
}
local story = {
  "use", "scenario", "given", "present", "at", "after", "wait", "event", "answer", "sign", "done", "not_done", "fact",
  "consent", "place", "panel", "notice", "note", "correct",
}
local given = {
  "assert", "each", "error", "ipairs", "math", "math.abs", "math.ceil", "math.floor", "math.fmod", "math.huge",
  "math.max", "math.maxinteger", "math.min", "math.mininteger", "math.tointeger", "math.type", "select", "string",
  "string.format", "string.len", "string.lower", "string.rep", "string.sub", "string.upper", "table", "table.concat",
  "table.insert", "table.unpack", "tonumber", "tostring", "type",
}
local given_to_stdlib = {
  "sorted", "string.find", "string.gmatch", "string.gsub", "string.match",
}
-- written by `make generate`: end

-- Words of scripts that patch a protocol, or say how people behave.
local other_words = { "baseline", "variant", "sweep", "over", "without", "assume" }

-- "math.floor" is the field floor of math.
local function add(names, std)
  for _, name in ipairs(names) do
    local whole, field = name:match("^(%w+)%.(%w+)$")
    if whole then
      std[whole] = std[whole] or { fields = {} }
      std[whole].fields[field] = {}
    else
      std[name] = std[name] or { fields = {} }
    end
  end
  return std
end

stds.protocol = { read_globals = add(words, add(other_words, add(given, { require = {} }))) }
-- Ours, so trusted with a little more: patterns, and tables in a fixed order.
stds.stdlib = { read_globals = add(given_to_stdlib, {}) }

-- Scenario scripts have words of their own, told in direct style.
local scenario = add(given, {})
for _, word in ipairs(story) do
  scenario[word] = { other_fields = true }
end
for _, word in ipairs({ "expect", "nothing", "unknown", "minutes", "hours", "days", "weeks", "months", "years", "working_days" }) do
  scenario[word] = { other_fields = true }
end
stds.scenario = { read_globals = scenario }

std = "lua54"
max_line_length = 128 -- 100 is the aim
files["protocols"] = { std = "protocol" }
files["stdlib"] = { std = "protocol+stdlib" }
files["examples"] = { std = "protocol" }
files["tests/rules"] = { std = "protocol" }
files["tests/language"] = { std = "protocol" }
files["tests/mistakes"] = { std = "protocol" }
files["tests/bench"] = { std = "protocol" }
files["tests/protocols"] = { std = "protocol" }
files["tests/stdlib/status.lua"] = { std = "protocol" }
files["tests/stdlib/protocols"] = { std = "protocol" }
stds.lesson = { read_globals = { "ask", "checkpoint", "lesson", "run", "text", "use" } } -- lua/scenario/lesson.h
files["examples/lessons"] = { std = "lesson" }
files["tests/protocols/*.scenario.lua"] = { std = "scenario" }
files["tests/stdlib/*.scenario.lua"] = { std = "scenario" }
