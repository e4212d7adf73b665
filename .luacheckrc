-- What luacheck holds against our Lua. Protocols, stdlib and examples run in moot's sandbox: they start from nothing
-- and may read only the names that the sandbox gives, which are the words of the DSL and a few of Lua's own.

local words = {
  -- nouns
  "protocol", "service", "role", "calendar", "event", "fact", "spells", "consent", "decision", "row", "param",
  "reading", "stage", "duty", "outcome", "deadline", "panel", "ladder", "level", "notice", "entitlement", "quota",
  "measure", "always", "never", "not_run", "helper",
  -- verbs
  "go", "stop", "close", "set", "escalate", "refer", "notify", "grant", "place", "late", "without",
  -- triggers and durations
  "entered", "left", "met", "missed", "due", "turns", "becomes", "any", "all", "minutes", "hours", "days", "weeks",
  "months", "years", "working_days", "same_day", "next_working_day",
  -- types of facts
  "yesno", "integer", "money", "date", "instant", "one_of", "text",
  -- tests and groups
  "between", "under", "over", "at_least", "at_most", "earlier_than", "later_than", "known", "unknown", "inside",
  "outside", "times", "total", "longest", "any_at", "none", "some_child", "every_child", "otherwise",
  "applicant", "count", "share",
  -- variants, sweeps, assumptions, scenarios
  "baseline", "variant", "sweep", "assume", "use", "present", "wait", "answer", "expect",
}

local function fields(...)
  local set = {}
  for _, name in ipairs({ ... }) do
    set[name] = {}
  end
  return { fields = set }
end

local script = {
  assert = {}, each = {}, error = {}, ipairs = {}, require = {}, select = {}, tonumber = {}, tostring = {}, type = {},
  math = fields("abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "tointeger", "type"),
  string = fields("format", "lower", "upper", "sub", "len", "rep"),
  table = fields("insert", "concat", "unpack"),
}
for _, word in ipairs(words) do
  script[word] = {}
end

stds.protocol = { read_globals = script }
-- Ours, so trusted with a little more: patterns, and tables in a fixed order.
stds.stdlib = { read_globals = { sorted = {}, string = fields("find", "match", "gmatch", "gsub", "byte", "char") } }

-- Scenario scripts have words of their own (lua/scenario_schema.c), told in direct style.
local story = { "use", "scenario", "given", "present", "at", "after", "wait", "event", "answer", "sign", "done", "not_done",
  "fact", "consent", "place", "panel", "notice", "note", "correct", "expect", "nothing", "unknown", "minutes", "hours", "days",
  "weeks", "months", "years", "working_days" }
local scenario = {}
for _, name in ipairs({ "assert", "each", "error", "ipairs", "select", "tonumber", "tostring", "type", "math", "string",
  "table" }) do
  scenario[name] = script[name]
end
for _, word in ipairs(story) do
  scenario[word] = { other_fields = true }
end
stds.scenario = { read_globals = scenario }

std = "lua54"
max_line_length = 128 -- 100 is the aim
files["protocols"] = { std = "protocol" }
files["stdlib"] = { std = "protocol+stdlib" }
files["examples"] = { std = "protocol" }
files["tests/rules"] = { std = "protocol" }
files["tests/mistakes"] = { std = "protocol" }
files["tests/bench"] = { std = "protocol" }
files["tests/protocols"] = { std = "protocol" }
files["tests/protocols/*.scenario.lua"] = { std = "scenario" }
