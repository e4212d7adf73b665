-- Random histories, and the rule of thumb that councils' own queries use to give each a leaving-care status.
--
--     lua5.4 differential.lua cases N SEED > cases.jsonl
--     lua5.4 differential.lua compare N SEED derived.tsv     id and the status that the Act gives, as moot derived it
--
-- The rule of thumb: days looked after since the 14th birthday, summed with both ends in, at least 91, and at least one
-- since the 16th: eligible while looked after, relevant after it, former relevant from 18 to 24; else, with a day since
-- 16, qualifying from 16 to 24. Its birthdays are found by adding months, so that 29 February becomes the 28th. A day on which
-- one episode ends and the next begins is counted in both.
--
-- Where the two differ, the smallest set of corrections is sought that makes the rule of thumb say what the Act says.
-- Each correction has its provision. A difference that no set explains is a new kind, and fails the test.

local corrections = {
  { "shared", "SI 2010/959 reg 40(1)", "a day on which one placement follows another is one day, not two" },
  { "hours", "CA89 s.22(2)", "a stay of at most 24 hours is not being looked after" },
  { "leap", "FLRA69 s.9", "who is born on 29 February attains an age on 1 March" },
  { "birthday", "CA89 Sch 2 para 19B", "the 18th birthday is no day of care" },
  { "home", "SI 2010/2571 reg 3(5)", "six months at home end being relevant" },
  { "limb", "SI 2010/2571 reg 3", "in hospital or detained on turning 16" },
  { "guardianship", "CA89 s.24(1A)", "special guardianship right after care" },
  { "wide", "CA89 s.24(2)", "fostered or accommodated by others; three months in hospital or a residential home" },
  { "longer", "CA89 s.24(1B)", "who is still fostered or accommodated so is not qualifying yet" },
  { "twenty-one", "CA89 s.24(1B)", "qualifying ends at 21" },
}

-- ---- days ----

local function leap(y)
  return y % 4 == 0 and (y % 100 ~= 0 or y % 400 == 0)
end

local function month_days(y, m)
  return m == 2 and (leap(y) and 29 or 28) or ({ 31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 })[m]
end

local function day_of(y, m, d)
  local days = d
  for k = 1, m - 1 do
    days = days + month_days(y, k)
  end
  return 365 * (y - 1) + (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400 + days
end

local function split(day)
  local y = day // 366 + 1
  while day_of(y + 1, 1, 1) <= day do
    y = y + 1
  end
  local m = 1
  while m < 12 and day_of(y, m + 1, 1) <= day do
    m = m + 1
  end
  return y, m, day - day_of(y, m, 1) + 1
end

local function text(day)
  return ("%04d-%02d-%02d"):format(split(day))
end

-- The birthday as it is attained, and as adding months finds it.
local function birthday(c, age, by_months)
  local y = c.y + age
  if c.m == 2 and c.d == 29 and not leap(y) then
    return by_months and day_of(y, 2, 28) or day_of(y, 3, 1)
  end
  return day_of(y, c.m, c.d)
end

local function months_later(day, n)
  local y, m, d = split(day)
  m = m - 1 + n
  y, m = y + m // 12, m % 12 + 1
  return day_of(y, m, math.min(d, month_days(y, m)))
end

-- ---- chance ----

local state

local function below(n) -- 0 to n - 1
  state = (state * 6364136223846793005 + 1442695040888963407)
  return (state >> 33) % n
end

local function one_in(n)
  return below(n) == 0
end

-- ---- histories ----

local function add(c, kind, from, to, hours)
  c.spells[#c.spells + 1] = { kind = kind, from = from, to = to, hours = hours }
end

local function edge(c, day)
  for _, s in ipairs(c.spells) do
    if (day >= s.from and day <= s.from + 2) or (s.to and day >= s.to - 1 and day <= s.to + 1) then
      return true
    end
  end
  return false
end

local function care(c)
  local at = birthday(c, 12) + below(1400)
  for _ = 1, 1 + below(3) do
    local long = one_in(2) and 60 + below(70) or 3 + below(700)
    local to = math.min(at + long, birthday(c, 18))
    if at + 3 > birthday(c, 18) then
      return
    end
    add(c, "looked after", at, to)
    if to < birthday(c, 18) and one_in(3) then
      add(c, "at home", to, to + 100 + below(200))
    elseif to < birthday(c, 18) and one_in(8) then
      add(c, "special guardianship", to, birthday(c, 18))
      return
    end
    at = to + 320 + below(300) -- behind what may be a time at home
  end
end

local function free(c, from, to)
  for _, s in ipairs(c.spells) do
    if s.from <= to + 3 and s.to >= from - 3 then
      return false
    end
  end
  return true
end

local function others(c)
  local b16 = birthday(c, 16)
  if one_in(5) then
    local from, to = b16 - 5 - below(90), b16 + 5 + below(60)
    if free(c, from, to) then
      add(c, one_in(2) and "in hospital" or "in custody", from, to)
    end
  elseif one_in(6) then
    local kind = below(3)
    local from = kind == 2 and b16 - 40 or b16 + below(500)
    local to = from + (kind == 2 and 60 + below(90) or 30 + below(300))
    if kind ~= 2 or free(c, from, to) then
      add(c, ({ "privately fostered", "accommodated by others", "in a residential school or home" })[kind + 1], from, to)
    end
  elseif one_in(4) then
    local from = b16 + 10 + below(600)
    if free(c, from, from + 1) then
      add(c, "looked after", from, from + 1, 10 + below(14))
    end
  end
end

-- 90 or 91 days up to the 18th birthday; or in two periods, the first of which began before the 14th; or in two placements of
-- 45 and 46 or 47 days that share the day of the move; or in care for three weeks, and fostered privately after it.
local function narrow(c)
  local b14, b16, b18 = birthday(c, 14), birthday(c, 16), birthday(c, 18)
  if one_in(4) then
    add(c, "looked after", b16 + 10, b16 + 30)
    add(c, "privately fostered", b16 + 60, b16 + 600)
  elseif one_in(3) then
    add(c, "looked after", b16 + 100, b16 + 144)
    add(c, "looked after", b16 + 144, b16 + 189 + below(2))
  elseif one_in(2) then
    add(c, "looked after", b18 - 89 - below(3), b18)
  else
    add(c, "looked after", b14 - 40, b14 + 86 + below(2))
    add(c, "looked after", b16 + 100, b16 + 102)
  end
end

local function history(n)
  local c = { id = ("R%05d"):format(n), spells = {} }
  if one_in(6) then
    c.y, c.m, c.d = 2000 + 4 * below(3), 2, 29
  else
    c.y, c.m = 2000 + below(11), 1 + below(12)
    c.d = 1 + below(month_days(c.y, c.m))
  end
  if one_in(12) then
    narrow(c)
  elseif not one_in(10) then
    care(c)
    others(c)
  end
  c.now = birthday(c, 14) + below(12 * 365)
  while edge(c, c.now) do
    c.now = c.now + 1
  end
  return c
end

-- ---- the rule of thumb, and its corrections ----

local function runs(c, kind, day, with)
  for _, s in ipairs(c.spells) do
    if s.kind == kind and s.from <= day and s.to >= day and not (s.hours and with["hours"]) then
      return s
    end
  end
end

local function days(c, kind, from, to, with)
  local sum = 0
  for _, s in ipairs(c.spells) do
    if s.kind == kind and s.from <= c.now and not (s.hours and with["hours"]) then
      sum = sum + math.max(0, math.min(s.to, to, c.now) - math.max(s.from, from) + 1)
      local before = with["shared"] and runs(c, kind, s.from, with)
      if before and before ~= s and s.from >= from and s.from <= to then
        sum = sum - 1
      end
    end
  end
  return sum
end

local function settled(c, day)
  local s = runs(c, "at home", day, {})
  return s and months_later(s.from, 6) <= day
end

local function age_of(c)
  local age = 0
  while birthday(c, age + 1) <= c.now do
    age = age + 1
  end
  return age
end

local function by_limb(c, with, b14, b16)
  return with["limb"] and (runs(c, "in hospital", b16, with) or runs(c, "in custody", b16, with))
    and days(c, "looked after", b14, b16 - 1, with) >= 91
end

local function wide(c, with, b16, b18)
  if not with["wide"] then
    return false
  end
  for _, s in ipairs(c.spells) do
    local long = (s.kind == "in hospital" or s.kind == "in a residential school or home")
      and months_later(s.from, 3) <= math.min(s.to, c.now)
    if (s.kind == "privately fostered" or s.kind == "accommodated by others" or long)
      and s.from <= math.min(b18 - 1, c.now) and s.to >= b16 then
      return true
    end
  end
  return false
end

-- Is it running now, so that nobody can say "was, but is no longer"?
local function still(c, with, age)
  if not with["longer"] or age >= 18 then
    return false
  end
  for _, s in ipairs(c.spells) do
    local long = s.kind == "in hospital" or s.kind == "in a residential school or home"
    if s.from <= c.now and s.to > c.now and (s.kind == "privately fostered" or s.kind == "accommodated by others"
      or (long and months_later(s.from, 3) <= c.now)) then
      return true
    end
  end
  return false
end

local function guarded(c, with, age)
  local day = age < 18 and c.now or birthday(c, 18)
  return with["guardianship"] and runs(c, "special guardianship", day, with)
end

local function status(c, with)
  local age = age_of(c)
  local b14, b16 = birthday(c, 14, not with["leap"]), birthday(c, 16, not with["leap"])
  local b18 = birthday(c, 18)
  local last = with["birthday"] and b18 - 1 or b18
  local enough = days(c, "looked after", b14, last, with) >= 91 and days(c, "looked after", b16, last, with) >= 1
  local limb = by_limb(c, with, b14, b16)
  local home = with["home"] and settled(c, math.min(c.now, b18))
  if age < 18 and runs(c, "looked after", c.now, with) then
    return age >= 16 and enough and "eligible" or "looked_after"
  elseif age < 16 or age > 24 then
    return "none"
  elseif age < 18 and (enough or limb) and not home then
    return "relevant"
  elseif age >= 18 and ((enough or limb) and not home or (enough and runs(c, "looked after", b18, with))) then
    return "former_relevant"
  elseif with["twenty-one"] and age > 20 then
    return "none"
  end
  local some = days(c, "looked after", b16, last, with) >= 1 or wide(c, with, b16, b18)
  some = (some and not still(c, with, age)) or (guarded(c, with, age) and age < 21)
  return some and "qualifying" or "none"
end

-- ---- what is written ----

local function write_case(c)
  local list = {}
  for i, s in ipairs(c.spells) do
    local from, to = text(s.from), text(s.to)
    if s.hours then
      from, to = from .. " 12:00", s.hours < 12 and ("%s %02d:00"):format(text(s.from), 12 + s.hours)
        or ("%s %02d:00"):format(text(s.to), s.hours - 12)
    end
    list[i] = ('{"kind":"%s","from":"%s","to":"%s"}'):format(s.kind, from, to)
  end
  io.write(('{"id":"%s","facts":{"dob":"%s","history_complete":true,"care_order":false},"spells":[%s],'):format(c.id,
    text(day_of(c.y, c.m, c.d)), table.concat(list, ",")))
  io.write(('"events":[{"at":"%s 12:00","event":"presents homeless"}]}\n'):format(text(c.now)))
end

-- The smallest set, in the order of the list; NIL if none explains it.
local function explain(c, law)
  for size = 1, 4 do
    for bits = 1, (1 << #corrections) - 1 do
      local with, names = {}, {}
      for i, one in ipairs(corrections) do
        if bits >> (i - 1) & 1 == 1 then
          with[one[1]] = true
          names[#names + 1] = one[1]
        end
      end
      if #names == size and status(c, with) == law then
        return names
      end
    end
  end
end

local function compare(n, derived)
  local agree, met, first = 0, {}, {}
  for i = 1, n do
    local c = history(i)
    local law, rule = derived[c.id] or "unknown", status(c, {})
    local names = law ~= rule and explain(c, law)
    if law == rule then
      agree = agree + 1
    elseif not names then
      print(("not ok a new kind: %s, the rule of thumb says %s and the Act %s"):format(c.id, rule, law))
    else
      for _, name in ipairs(names) do
        met[name] = (met[name] or 0) + 1
        first[name] = first[name] or ("%s: %s, not %s"):format(c.id, law, rule)
      end
    end
  end
  for _, one in ipairs(corrections) do
    local times = met[one[1]] or 0
    print(("%sok %s [%s] (%d, as %s)"):format(times > 0 and "" or "not ", one[3], one[2], times, first[one[1]] or "none"))
  end
  print((agree * 2 > n and "" or "not ") .. ("ok they agree on %d of %d"):format(agree, n))
end

local n = tonumber(arg[2])
state = tonumber(arg[3])
if arg[1] == "cases" then
  for i = 1, n do
    write_case(history(i))
  end
else
  local derived = {}
  for line in io.lines(arg[4]) do
    local id, value = line:match("^(%S+)\t(%S+)$")
    derived[id] = value
  end
  compare(n, derived)
end
