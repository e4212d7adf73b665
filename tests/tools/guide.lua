-- Turns a guide in Markdown into a transcript (tests/tools/transcript.lua), so that what it shows is run in its order.
-- Usage: lua5.4 tests/tools/guide.lua GUIDE.md > FILE.txt
--
-- A fence with a name behind its kind, "```lua x.lua", is a file of that name. Blocks of Lua, divided by blank lines, are
-- added at its end, but one that begins as a block of the file does (`stage "x" {`, after remarks) takes that one's place;
-- other files are written anew. A fence "```console" holds commands, "$ ...", and what each must answer, to the byte.
-- A fence of four ticks or more may hold such of fewer.

local END = "END_OF_THE_GUIDES_FILE"

-- What a block declares: its first line that is no remark, up to the brace; a block without one is only itself.
local function key_of(block)
  for line in (block .. "\n"):gmatch("(.-)\n") do
    local declared = line:match('^([%a_]+ "[^"]*") {')
    if declared then
      return declared
    elseif line:sub(1, 2) ~= "--" then
      break
    end
  end
  return block
end

local function blocks_of(text)
  local blocks = {}
  for block in (text .. "\n\n"):gmatch("(.-)\n\n+") do
    blocks[#blocks + 1] = block
  end
  return blocks
end

local function put_block(file, block)
  for i, old in ipairs(file) do
    if key_of(old) == key_of(block) then
      file[i] = block
      return
    end
  end
  file[#file + 1] = block
end

local files = {}

local function write_file(name, text)
  files[name] = name:match("%.lua$") and files[name] or {}
  for _, block in ipairs(blocks_of(text)) do
    put_block(files[name], block)
  end
  print(("$ cat > %s <<'%s'"):format(name, END))
  print(table.concat(files[name], "\n\n"))
  print(END)
end

-- Whether moot finds the answer to be no is not what the guide shows: the status is not compared.
local function run(text)
  for line in (text .. "\n"):gmatch("(.-)\n") do
    print(line:sub(1, 2) == "$ " and line .. " || true" or line)
  end
end

local ticks, kind, name, lines
for line in io.lines(arg[1]) do
  if not kind then
    ticks, kind, name = line:match("^(```+)(%a+) ?(%S*)$")
    lines = {}
  elseif line == ticks then
    local text = table.concat(lines, "\n")
    if name ~= "" then
      write_file(name, text)
    elseif kind == "console" then
      run(text)
    end
    kind = nil
  else
    lines[#lines + 1] = line
  end
end
