-- Runs a corpus of broken scripts: each mistake, and exactly what moot says of it.
-- Usage: lua5.4 tests/tools/mistakes.lua [--only PART] FILE...
--
--   # Remarks: lines before the first case that begin with "#".
--   scenario                    the scripts of this file are for `moot test`, not for `moot check`
--   assumptions                 they are assumptions of tests/mistakes/assumed_house.lua
--   variants                    they are variants of tests/mistakes/house.lua
--
--   == a comma is forgotten between two fields
--   stage "mediation" {
--     clause = "3.5/1"
--     owner = "Mediation Service",
--   }
--   -- moot says
--   script.lua:3:3: a comma is missing before owner
--       owner = "Mediation Service",
--       ^^^^^
--
-- Behind the title may stand, in square brackets: [house]: tests/mistakes/house.lua follows the script, which then
-- needs no protocol of its own (scenarios always find it as house.lua); [status N]: the exit status, if it is not the
-- usual 1; [crlf], [utf-16]: how the file is written; [no end]: without a newline at its end; [wherever]: the place and
-- the line shown are not compared, for where a script runs out of memory hangs on how much stdlib took before it.
--
-- What cannot be seen is written in double brackets, in the script and below it: ⟦C2 A0⟧ is these two bytes, and
-- ⟦300 times: local r%d = 1\n⟧ is that text again and again, with its number in place of %d.
--
-- Each script runs in a fresh folder as script.lua, beside the table of clauses tests/mistakes/house.tsv, by
-- `moot check --quiet`; what comes on standard output and standard error must be the lines below it. They are written
-- by hand, before the program can say them.

local USUAL_STATUS = 1
local root = assert(os.getenv("MOOT_ROOT"), "MOOT_ROOT is not set")

local function read_all(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write_all(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

-- ---- reading a file of mistakes

local function hex_bytes(text)
  return (text:gsub("(%x%x)%s*", function(byte) return string.char(tonumber(byte, 16)) end))
end

local function repeated(count, text)
  local parts = {}
  text = text:gsub("\\n", "\n")
  for i = 1, tonumber(count) do
    parts[i] = text:gsub("%%d", tostring(i))
  end
  return table.concat(parts)
end

local function expand(text)
  text = text:gsub("⟦(%d+) times: (.-)⟧", repeated)
  return (text:gsub("⟦([%x ]+)⟧", hex_bytes))
end

local function new_case(title, file, line)
  local case = { file = file, line = line, status = USUAL_STATUS, script = {}, says = {} }
  case.title = title:gsub("%s*%[([^%]]+)%]", function(flag)
    local status = flag:match("^status (%d+)$")
    if status then
      case.status = tonumber(status)
    else
      case[flag] = true
    end
    return ""
  end)
  return case
end

-- The lines as a text; blank lines at the end are not part of it.
local function joined(lines)
  local last = #lines
  while last > 0 and lines[last] == "" do
    last = last - 1
  end
  return last == 0 and "" or expand(table.concat(lines, "\n", 1, last)) .. "\n"
end

local function read_cases(path)
  local cases, case, into, number = {}, nil, nil, 0
  local kind = {}
  for line in (read_all(path) .. "\n"):gmatch("(.-)\n") do
    number = number + 1
    local title = line:match("^== (.+)$")
    if title then
      case = new_case(title, path, number)
      case.scenario, case.assumptions, case.variants = kind.scenario, kind.assumptions, kind.variants
      cases[#cases + 1] = case
      into = case.script
    elseif line == "-- moot says" then
      into = assert(case, path .. ": says before the first case").says
    elseif into then
      into[#into + 1] = line
    elseif line == "scenario" or line == "assumptions" or line == "variants" then
      kind[line] = true
    else
      assert(line == "" or line:sub(1, 1) == "#", ("%s:%d: neither a remark nor a case"):format(path, number))
    end
  end
  return cases
end

-- ---- running one

local function utf16(text)
  local parts = { "\xFF\xFE" }
  for _, code in utf8.codes(text) do
    parts[#parts + 1] = string.char(code & 0xFF, code >> 8)
  end
  return table.concat(parts)
end

local function script_of(case, house)
  local script = joined(case.script)
  if case.house then
    script = script .. house
  end
  if case["no end"] then
    script = script:gsub("\n$", "")
  end
  if case.crlf then
    script = script:gsub("\n", "\r\n")
  end
  return case["utf-16"] and utf16(script) or script
end

local function run(case, house)
  local dir = os.tmpname()
  os.remove(dir)
  assert(os.execute(("mkdir -p '%s/clauses'"):format(dir)))
  write_all(dir .. "/clauses/house.tsv", read_all(root .. "/tests/mistakes/house.tsv"))
  write_all(dir .. "/script.lua", script_of(case, house))
  local command = "moot check --quiet script.lua"
  if case.variants then
    write_all(dir .. "/house.lua", house)
  elseif case.scenario then
    write_all(dir .. "/house.lua", house)
    command = "moot test script.lua"
  elseif case.assumptions then
    write_all(dir .. "/house.lua", read_all(root .. "/tests/mistakes/assumed_house.lua"))
    command = "moot check --quiet house.lua --assume script.lua"
  end
  local pipe = assert(io.popen(("cd '%s' && %s 2>&1 < /dev/null"):format(dir, command)))
  local said = pipe:read("a")
  local _, _, status = pipe:close()
  os.execute("rm -r '" .. dir .. "'")
  return said, status
end

-- The last line of `moot test` only counts.
local function without_count(text)
  return (text:gsub("%d+ passed, %d+ failed\n$", ""))
end

-- Its sentences alone, without line, column and the lines of the script.
local function without_places(text)
  return (text:gsub("%.lua:[%d:]*", ".lua:"):gsub("\n  [^\n]*", ""))
end

local function show(label, text)
  print("    " .. label)
  for line in text:gmatch("([^\n]*)\n") do
    print("    | " .. line)
  end
end

local function try(case, house)
  local said, status = run(case, house)
  if case.scenario then
    said = without_count(said)
  end
  local name = ("%s:%d: %s"):format(case.file:match("[^/]*$"), case.line, case.title)
  local expected = joined(case.says)
  if case.wherever then
    said, expected = without_places(said), without_places(expected)
  end
  if said == expected and status == case.status then
    print("ok " .. name)
    return
  end
  print("not ok " .. name)
  if status ~= case.status then
    print(("    status %d expected, %s came"):format(case.status, tostring(status)))
  end
  if said ~= expected then
    show("expected:", expected)
    show("said:", said)
  end
end

local only, first = nil, 1
if arg[1] == "--only" then
  only, first = arg[2], 3
end
local house = read_all(root .. "/tests/mistakes/house.lua")
for i = first, #arg do
  for _, case in ipairs(read_cases(arg[i])) do
    if not only or case.title:find(only, 1, true) then
      try(case, house)
    end
  end
end
