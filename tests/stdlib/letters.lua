-- Reads letters.cases and writes what moot needs to hold each letter against it.
--
--     lua5.4 letters.lua TABLE protocol > letters-2026.lua    a stage of its own for each letter
--     lua5.4 letters.lua TABLE scenarios > s.scenario.lua     each letter without each of its facts, and with all
--     lua5.4 letters.lua TABLE cases > cases.jsonl            one case for each letter, all known

local words = { prevention_end_ground = "now homeless", relief_end_ground = "an offer was refused",
  accommodation_until = "2026-09-11", main_duty_end_ground = "left the temporary home",
  reduced_duty_end_ground = "left the temporary home" }

local function rows(path)
  local list = {}
  for line in io.lines(path) do
    local letter, facts, says = line:match("^([^#|]-) | (.-) | (.+)$")
    if letter then
      local one = { letter = letter, facts = {}, says = says }
      for fact in facts:gmatch("%S+") do
        one.facts[#one.facts + 1] = fact
      end
      list[#list + 1] = one
    end
  end
  return list
end

local function given(one, without, form)
  local list = {}
  for _, fact in ipairs(one.facts) do
    if fact ~= without then
      list[#list + 1] = form:format(fact, words[fact] or "as it is")
    end
  end
  return table.concat(list, ", ")
end

local write = {}

function write.protocol(list)
  print('protocol "letters-2026" { council = "Nowhere", effective = "2018-04-03" }\nrequire "notices"')
  print('local officer = role "Officer" { service = service "Housing" {} }\nevent "writes" {}')
  for _, one in ipairs(list) do
    print(('stage "%s" { clause = "1", owner = officer, on = event "writes",'):format(one.letter))
    print(('  notify { applicant, notice = "%s", as = "send %s" } }'):format(one.letter, one.letter))
  end
end

local function scenario(one, without, state)
  print(('scenario "%s, without %s" { clauses = { "1" } }'):format(one.letter, without or "nothing"))
  print(("given { %s }"):format(given(one, without, '%s = "%s"')))
  print('at "2026-06-01 09:00"\nevent "writes"')
  print(('expect.notice "%s" { state = "%s" }'):format(one.letter, state))
  if without then
    print(('expect.needs "%s" { kind = "letter" }'):format(without))
  end
end

function write.scenarios(list)
  print('use "letters-2026"')
  for _, one in ipairs(list) do
    for _, fact in ipairs(one.facts) do
      scenario(one, fact, "called")
    end
    scenario(one, nil, "done")
  end
end

function write.cases(list)
  for _, one in ipairs(list) do
    print(('{"id":"%s","facts":{%s},"events":[{"at":"2026-06-01 09:00","event":"writes"}]}'):format(one.letter,
      given(one, nil, '"%s":"%s"')))
  end
end

write[arg[2]](rows(arg[1]))
