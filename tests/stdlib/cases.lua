-- Reads a table of cases (status.cases says how it is written) and writes what `moot run` needs.
--
--     lua5.4 cases.lua TABLE cases > cases.jsonl       one case for each moment, called NUMBER.MOMENT
--     lua5.4 cases.lua TABLE expected > expected.tsv    id, name, fact, value, provision

local kinds = { "looked after", "short breaks", "at home", "in custody", "on remand", "in hospital", "special guardianship",
  "privately fostered", "accommodated by others", "in a residential school or home" }

local function value(text)
  if text == "true" or text == "false" or text:match("^%d+$") then
    return text
  end
  return '"' .. text .. '"'
end

local function facts_of(line)
  local list = {}
  for part in (line .. ","):gmatch("%s*(.-)%s*,") do
    local fact, said = part:match("^(%S+) (.+)$")
    if part == "complete" then
      fact, said = "history_complete", "true"
    end
    list[#list + 1] = '"' .. assert(fact, line) .. '":' .. value(said)
  end
  return table.concat(list, ",")
end

local function spell_of(line)
  for _, kind in ipairs(kinds) do
    if line:sub(1, #kind + 1) == kind .. " " then
      local from, to = line:sub(#kind + 2):match("^(.-) %.%.%s*(.*)$")
      local ends = to ~= "" and (',"to":"' .. to .. '"') or ""
      return ('{"kind":"%s","from":"%s"%s}'):format(kind, assert(from, line), ends)
    end
  end
end

local function write_moment(case, line, what)
  local moment, rest = line:match("^at (%d+%-%d+%-%d+ %d+:%d+): (.+)$")
  case.moments = case.moments + 1
  local id = ("%03d.%d"):format(case.number, case.moments)
  if what == "cases" then
    io.write(('{"id":"%s","facts":{%s},"spells":[%s],"events":[{"at":"%s","event":"presents homeless"}]}\n'):format(
      id, case.facts, table.concat(case.spells, ","), assert(moment, line)))
    return
  end
  for part in (rest .. ", "):gmatch("(.-), ") do
    local fact, said = part:match("^(%S+) = (.+)$")
    local plain, provision = assert(said, line):match("^(.-) %[(.-)%]$")
    io.write(table.concat({ id, case.name .. ", on " .. moment, fact, plain or said, provision or "" }, "\t"), "\n")
  end
end

local case, number = nil, 0
for line in io.lines(arg[1]) do
  if line:match("^#") or line == "" then
    case = nil
  elseif not case then
    number = number + 1
    case = { name = line, number = number, moments = 0, facts = "", spells = {} }
  elseif line:match("^facts ") then
    case.facts = facts_of(line:sub(7))
  elseif line:match("^at %d") then
    write_moment(case, line, arg[2])
  else
    case.spells[#case.spells + 1] = assert(spell_of(line), line)
  end
end
