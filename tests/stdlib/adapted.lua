-- Writes a protocol and a scenario for each paragraph of adapted.cases into the folder at hand:
--
--     NAME
--     | a line of the protocol, behind its header
--     a line of the scenario
--
--     lua5.4 adapted.lua adapted.cases

local number, protocol, scenario, body = 0, nil, nil, false
local title, id_now, clause
os.execute("mkdir -p protocols")

local function finish()
  if protocol then
    protocol:close()
    scenario:close()
    protocol = nil
  end
end

local function begin(name)
  number = number + 1
  local id = ("adapted-%02d"):format(number)
  protocol = assert(io.open("protocols/" .. id .. ".lua", "w"))
  scenario = assert(io.open(id .. ".scenario.lua", "w"))
  protocol:write(('protocol "%s" { council = "Nowhere", effective = "2018-04-03" }\n'):format(id))
  title, id_now = name, id
end

for line in io.lines(arg[1]) do
  if line == "" then
    finish()
    body = false
  elseif line:sub(1, 1) ~= "#" then
    if not protocol then
      begin(line)
    elseif line:sub(1, 2) == "| " then
      protocol:write(line:sub(3), "\n")
      clause = clause or line:match('clause = "([^"]*)"')
    else
      if title then
        scenario:write(('use "%s"\nscenario "%s" { clauses = { "%s" } }\n'):format(id_now, title, assert(clause, title)))
        title, clause = nil, nil
      end
      scenario:write(line, "\n")
    end
    body = true
  end
end
assert(body)
finish()
