-- Lists, for each protocol, the clauses of its table that no rule or no test names.
-- Usage: lua5.4 tests/tools/clauses.lua [PROTOCOL...]     (default: every protocols/NAME.lua or NAME.md with a table)
--
-- A clause counts as having a rule where its script holds its id as a string ("3.7/1", also in not_run), and as
-- tested where a file below tests/ or examples/ says "CLAUSE NAME ID" or "NAME ID", or a scenario of that protocol lists
-- it among its clauses. Rows that the table itself calls not operational are left out unless something is wrong with
-- them. It is a list to work from: the status is 0.

local function read_all(path)
  local file = io.open(path, "rb")
  local text = file and file:read("a")
  if file then
    file:close()
  end
  return text
end

local function output_lines(command)
  local lines, pipe = {}, assert(io.popen(command))
  for line in pipe:lines() do
    lines[#lines + 1] = line
  end
  pipe:close()
  return lines
end

-- Rows of a clause table, in its order: { id, operational }.
local function read_table(path)
  local rows, first = {}, true
  for line in io.lines(path) do
    local cells = {}
    for cell in (line .. "\t"):gmatch("([^\t]*)\t") do
      cells[#cells + 1] = cell
    end
    if not first then
      rows[#rows + 1] = { id = cells[1], operational = cells[8] }
    end
    first = false
  end
  return rows
end

-- Every string literal of a script, as a set. Comments may add some; that does no harm here.
local function strings_of(text)
  local set = {}
  for literal in text:gmatch('"([^"\n]*)"') do
    set[literal] = true
  end
  return set
end

local function tests_text()
  local parts = {}
  for _, path in ipairs(output_lines("find tests examples -type f -size -1000k | sort")) do
    parts[#parts + 1] = read_all(path) or ""
  end
  return table.concat(parts, "\n")
end

-- The ids that tests name, for one protocol.
local function tested_ids(text, name)
  local set = {}
  for id in text:gmatch(name:gsub("%W", "%%%0") .. "%s+([%w./-]*[%w])") do
    set[id] = true
  end
  return set
end

-- Adds what the scenarios of that protocol list, as in: scenario "…" { clauses = { "3.7/1", "3.9" } }.
local function add_scenario_ids(set, name)
  for _, path in ipairs(output_lines("find tests -name '*.scenario.lua' | sort")) do
    local text = read_all(path) or ""
    if text:find('\nuse "' .. name .. '"', 1, true) then
      for listed in text:gmatch("clauses%s*=%s*(%b{})") do
        for id in listed:gmatch('"([^"\n]*)"') do
          set[id] = true
        end
      end
    end
  end
end

local function report(name, tests)
  local rows = read_table("protocols/clauses/" .. name .. ".tsv")
  local script = read_all("protocols/" .. name .. ".lua") or read_all("protocols/" .. name .. ".md")
  local rules = strings_of(script or "")
  local tested = tested_ids(tests, name)
  add_scenario_ids(tested, name)
  local known, missing, without_rule, without_test, wanted = {}, {}, 0, 0, 0
  for _, row in ipairs(rows) do
    known[row.id] = true
    if row.operational ~= "no" then
      wanted = wanted + 1
      local lacks = {}
      if not rules[row.id] then
        without_rule = without_rule + 1
        lacks[#lacks + 1] = "no rule"
      end
      if not tested[row.id] then
        without_test = without_test + 1
        lacks[#lacks + 1] = "no test"
      end
      if #lacks > 0 then
        missing[#missing + 1] = ("  %-16s %-7s %s"):format(row.id, row.operational, table.concat(lacks, ", "))
      end
    end
  end
  print(("%s: %d clauses that can run or be checked; %d without a rule, %d without a test"):format(
    name, wanted, without_rule, without_test))
  for _, line in ipairs(missing) do
    print(line)
  end
  for id in pairs(tested) do
    if not known[id] and id:match("^%d") and not id:match("^%d%d%d%d%-") then
      io.stderr:write(("%s: a test names clause %s, which the table does not have\n"):format(name, id))
    end
  end
end

local names = arg
if #names == 0 then
  names = {}
  for _, path in ipairs(output_lines("ls protocols/*.lua protocols/*.md 2>/dev/null")) do
    local name = path:match("([^/]+)%.%a+$")
    if read_all("protocols/clauses/" .. name .. ".tsv") then
      names[#names + 1] = name
    end
  end
end
local tests = tests_text()
for _, name in ipairs(names) do
  report(name, tests)
end
if #names == 0 then
  print("no protocol with a clause table")
end
