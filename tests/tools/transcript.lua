-- Runs a transcript of the command line: what was typed, and exactly what came back.
-- Usage: lua5.4 tests/tools/transcript.lua FILE...
--
--   # A comment, before a command.
--   $ moot due "10 working days" --from "2026-05-21 12:00"
--   ...the exact output, standard output and standard error together...
--   [status 0]
--
-- A command starts at "$ " and goes on over lines ended by a backslash and over a here-document. What follows is its
-- output, up to "[status N]" or the next command; without a status, 0 is meant, and blank lines and "# " comments at
-- the end are not output (end with "[status 0]" where they are). A line "..." stands for any lines, also none.
-- Output whose last line lacks its newline shows "[no newline at end]" as one more line.
--
-- Each file runs in a fresh folder, each command by `sh -e` with an empty environment but for PATH, HOME, TMPDIR,
-- MOOT_ROOT (the source tree), LC_ALL and TZ; first with LC_ALL=C and TZ=UTC, then with LC_ALL=C.UTF-8 and
-- TZ=Europe/London. The same output is expected of both. Expected results are worked out by hand, so nothing here
-- writes them.

local NO_NEWLINE = "[no newline at end]"
local SECONDS = 60 * (tonumber(os.getenv("PATIENCE")) or 1)
local DIFF_CELLS = 4000000

local ENVIRONMENTS = {
  { name = "UTC", "LC_ALL=C", "TZ=UTC" },
  { name = "London", "LC_ALL=C.UTF-8", "TZ=Europe/London" },
}

-- ---- small helpers

local function quote(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function read_all(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write_all(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function split_lines(text)
  local lines = {}
  for line in text:gmatch("([^\n]*)\n") do
    lines[#lines + 1] = line
  end
  local rest = text:match("([^\n]*)$")
  if rest ~= "" then
    lines[#lines + 1] = rest
    lines[#lines + 1] = NO_NEWLINE
  end
  return lines
end

-- Control characters and broken UTF-8 are shown as \xNN.
local function show(line)
  if utf8.len(line) then
    return (line:gsub("[%c\127]", function(c) return ("\\x%02x"):format(c:byte()) end))
  end
  return (line:gsub("[^ -~]", function(c) return ("\\x%02x"):format(c:byte()) end))
end

-- ---- reading a transcript

-- The end mark of a here-document that `line` starts, or nil.
local function here_mark(line)
  return line:match("<<%-?%s*'([%w_]+)'") or line:match("<<%-?%s*([%w_]+)")
end

-- Reads the command that starts at lines[at]; returns it and the index after it.
local function read_command(lines, at)
  local text = lines[at]:sub(3)
  local mark = here_mark(text)
  at = at + 1
  while lines[at] and text:sub(-1) == "\\" do
    text = text .. "\n" .. lines[at]
    mark = mark or here_mark(lines[at])
    at = at + 1
  end
  while mark and lines[at] do
    text = text .. "\n" .. lines[at]
    at = at + 1
    if lines[at - 1]:match("^\t*(.*)$") == mark then
      mark = nil
    end
  end
  return text, at
end

local function drop_comments(expected)
  while #expected > 0 and (expected[#expected] == "" or expected[#expected]:match("^#%f[%s\0]")) do
    expected[#expected] = nil
  end
end

-- Returns a list of { line, command, expected, status }, or nil and a message.
local function parse(text)
  local lines, steps, at = split_lines(text), {}, 1
  if lines[#lines] == NO_NEWLINE then
    lines[#lines] = nil
  end
  while at <= #lines do
    local line = lines[at]
    if line:sub(1, 2) == "$ " then
      local step = { line = at, expected = {}, status = 0 }
      step.command, at = read_command(lines, at)
      local ended
      while lines[at] and not ended and lines[at]:sub(1, 2) ~= "$ " do
        ended = lines[at]:match("^%[status (%d+)%]$")
        if not ended then
          step.expected[#step.expected + 1] = lines[at]
        end
        at = at + 1
      end
      if ended then
        step.status = tonumber(ended)
      else
        drop_comments(step.expected)
      end
      steps[#steps + 1] = step
    elseif line == "" or line:match("^#%f[%s\0]") then
      at = at + 1
    else
      return nil, ("line %d: expected '$ command' or '# comment', found: %s"):format(at, show(line))
    end
  end
  return steps
end

-- ---- comparing

-- Cheapest way to turn expected[i..] into actual[j..], for all i and j; "..." takes lines for nothing.
local function costs(expected, actual)
  local cost = {}
  for i = #expected + 1, 1, -1 do
    cost[i] = {}
    for j = #actual + 1, 1, -1 do
      local e, a = expected[i], actual[j]
      if not e and not a then
        cost[i][j] = 0
      elseif e == "..." then
        cost[i][j] = math.min(cost[i + 1][j], a and cost[i][j + 1] or math.huge)
      elseif e and e == a then
        cost[i][j] = cost[i + 1][j + 1]
      else
        cost[i][j] = 1 + math.min(e and cost[i + 1][j] or math.huge, a and cost[i][j + 1] or math.huge)
      end
    end
  end
  return cost
end

local function plain_diff(expected, actual)
  local at = 1
  while expected[at] and expected[at] == actual[at] do
    at = at + 1
  end
  local function line_of(lines)
    return lines[at] and show(lines[at]) or "[end]"
  end
  return { ("first difference in output line %d (%d lines expected, %d came)"):format(at, #expected, #actual),
           "- " .. line_of(expected), "+ " .. line_of(actual) }
end

-- Walks the cheapest way and tells it: "- " expected only, "+ " came only, "  " both.
local function walk(expected, actual, cost)
  local out, i, j = {}, 1, 1
  while expected[i] or actual[j] do
    local e, a = expected[i], actual[j]
    if e == "..." and (not a or cost[i + 1][j] <= cost[i][j + 1]) then
      i = i + 1
      out[#out + 1] = "  ..."
    elseif e == "..." then
      j = j + 1
    elseif e and e == a then
      i, j = i + 1, j + 1
      out[#out + 1] = "  " .. show(e)
    elseif e and (not a or cost[i + 1][j] <= cost[i][j + 1]) then
      i = i + 1
      out[#out + 1] = "- " .. show(e)
    else
      j = j + 1
      out[#out + 1] = "+ " .. show(a)
    end
  end
  return out
end

-- nil if they agree, else the lines of a diff.
local function compare(expected, actual)
  if table.concat(expected, "\n") == table.concat(actual, "\n") and #expected == #actual then
    return nil
  end
  if (#expected + 1) * (#actual + 1) > DIFF_CELLS then
    return plain_diff(expected, actual)
  end
  local cost = costs(expected, actual)
  if cost[1][1] == 0 then
    return nil
  end
  return walk(expected, actual, cost)
end

-- ---- running

local function temporary_folder()
  local pipe = assert(io.popen("mktemp -d"))
  local path = pipe:read("l")
  pipe:close()
  return assert(path, "mktemp gave no folder")
end

local KEPT = { "PATH", "MOOT_ROOT", "MOOT_BUILD", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS" }

local function environment_words(folder, environment)
  local words = { "HOME=" .. quote(folder), "TMPDIR=" .. quote(folder) }
  for _, setting in ipairs(environment) do
    words[#words + 1] = setting
  end
  for _, name in ipairs(KEPT) do
    if os.getenv(name) then
      words[#words + 1] = name .. "=" .. quote(os.getenv(name))
    end
  end
  return table.concat(words, " ")
end

-- Returns the lines that came and the exit status (128 + N if signal N ended it, 124 if time ran out).
local function run(step, folder, environment)
  local script = os.tmpname()
  write_all(script, step.command .. "\n")
  local pipe = assert(io.popen(("cd %s && exec env -i %s timeout %d sh -e %s 2>&1 </dev/null"):format(
    quote(folder), environment_words(folder, environment), SECONDS, script)))
  local text = pipe:read("a")
  local _, how, code = pipe:close()
  os.remove(script)
  return split_lines(text), how == "signal" and 128 + code or code
end

-- nil if the step does what it says, else what to tell.
local function try(step, folder, environment)
  local actual, status = run(step, folder, environment)
  local diff = compare(step.expected, actual)
  if not diff and status == step.status then
    return nil
  end
  local out = { ("line %d: $ %s"):format(step.line, step.command) }
  for _, line in ipairs(diff or {}) do
    out[#out + 1] = "    " .. line
  end
  if status ~= step.status then
    out[#out + 1] = ("    status %d expected, %d came%s"):format(step.status, status,
      status == 124 and " (it took over " .. SECONDS .. " seconds)" or "")
    if not diff then
      for _, line in ipairs(actual) do
        out[#out + 1] = "      " .. show(line)
      end
    end
  end
  return table.concat(out, "\n")
end

local function run_file(path, environment)
  local name = (path:match("([^/]+/[^/]+)%.txt$") or path) .. " (" .. environment.name .. ")"
  local steps, problem = parse(read_all(path))
  local told = {}
  if not steps then
    told[1] = problem
  elseif #steps == 0 then
    told[1] = "there is no command in it"
  else
    local folder = temporary_folder()
    for _, step in ipairs(steps) do
      told[#told + 1] = try(step, folder, environment)
    end
    os.execute("chmod -R u+w " .. quote(folder) .. "; rm -rf " .. quote(folder))
  end
  print((#told == 0 and "ok " or "not ok ") .. name)
  if #told > 0 then
    print("  (- expected, + came)")
    print((table.concat(told, "\n"):gsub("([^\n]+)", "  %1")))
  end
  return #told == 0
end

local good = true
for _, path in ipairs(arg) do
  for index, environment in ipairs(ENVIRONMENTS) do
    if index == 1 or (os.getenv("SLOW") or "") == "" then
      good = run_file(path, environment) and good
    end
  end
end
os.exit(good and 0 or 1)
