-- Reads definitions for editors (---@meta) as a server of LuaLS would: each file is Lua, each type that is used is one
-- that a file declares, none is declared twice, and what is said of an argument is said of one that the function has.
-- Usage: lua5.4 tests/tools/definitions.lua FILE...        Prints what is wrong, a line each; nothing if all is right.

local BUILT_IN = { string = true, number = true, integer = true, boolean = true, table = true, fun = true, any = true,
  ["function"] = true, ["nil"] = true, ["true"] = true, ["false"] = true }
local declared, used = {}, {}

local function tell(file, line, text)
  print(("%s:%d: %s"):format(file, line, text))
end

-- Names of types in what follows a tag: texts in quotes, remarks, names of fields and arguments of fun(…) are none.
local function types_in(text)
  local found = {}
  text = text:gsub('"[^"]*"', " "):gsub("#.*", ""):gsub("[%a_][%w_]*%??:", " ")
  for name in text:gmatch("[%a_][%w_.]*") do
    found[#found + 1] = name
  end
  return found
end

local function use(file, line, text)
  for _, name in ipairs(types_in(text)) do
    used[#used + 1] = { file = file, line = line, name = name }
  end
end

local function declare(file, line, name)
  if declared[name] then
    tell(file, line, name .. " is declared twice")
  end
  declared[name] = true
end

local function read_tag(file, n, tag, rest, params)
  if tag == "class" then
    local name, parents = rest:match("^([%w_.]+)%s*:?%s*(.*)")
    declare(file, n, name)
    use(file, n, parents)
  elseif tag == "alias" then
    local name, of = rest:match("^([%w_.]+)%s*(.*)")
    declare(file, n, name)
    use(file, n, of)
  elseif tag == "param" then
    local name, of = rest:match("^([%w_.]+)%??%s+(.*)")
    params[#params + 1] = name
    use(file, n, of)
  elseif tag == "field" then
    use(file, n, rest:match("^%b[]%s*(.*)") or rest:match("^[%w_]+%??%s+(.*)") or "")
  elseif tag == "return" or tag == "type" or tag == "overload" then
    use(file, n, rest)
  elseif tag ~= "meta" and tag ~= "operator" then
    tell(file, n, "no tag of LuaLS that is expected here: @" .. tag)
  end
end

local function check_function(file, n, arguments, params)
  local has = {}
  for name in arguments:gmatch("[%w_.]+") do
    has[name] = true
  end
  for _, name in ipairs(params) do
    if not has[name] then
      tell(file, n, "@param " .. name .. " is of no argument")
    end
  end
end

for _, file in ipairs(arg) do
  local loads, why = loadfile(file, "t")
  if not loads then
    tell(file, 1, why)
  end
  local n, params = 0, {}
  for line in io.lines(file) do
    n = n + 1
    local tag, rest = line:match("^%-%-%-@(%w+)%s*(.*)")
    local arguments = line:match("^function [%w_.:]+(%b())")
    if tag then
      read_tag(file, n, tag, rest, params)
    elseif arguments then
      check_function(file, n, arguments, params)
      params = {}
    end
  end
end
for _, one in ipairs(used) do
  if not declared[one.name] and not BUILT_IN[one.name] then
    tell(one.file, one.line, "no type is called " .. one.name)
  end
end
