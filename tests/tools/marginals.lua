-- Holds the marginals of a synthetic caseload against the figures it is to have, from what was published or, where nothing
-- was, from what is called assumed. The figures below are written down by hand, not read from the program.
-- Usage: lua5.4 tests/tools/marginals.lua CASES.jsonl
-- Each must be within 3.5 standard errors of its figure.

local LIMIT = 3.5
local cases = {}

-- What a line says, by plain search: the keys of the facts and events of moot generate stand once in it.
local function parse(line)
  local case = { text = line }
  for key, value in line:gmatch('"([%w_]+)":"?([^",{}%[%]]+)') do
    case[key] = case[key] or value
  end
  case.presents = line:find('"event":"presents homeless"', 1, true) ~= nil
  case.born = case.dob:gsub("-", "") + 0
  return case
end

for line in io.lines(arg[1]) do
  cases[#cases + 1] = parse(line)
end

-- Completed years on the first of the year, 1 April 2026.
local function age(case)
  return (20260401 - case.born) // 10000
end

local function is_1617(case)
  return case.emergency ~= nil
end

local function is_leaver(case)
  return case.in_touch ~= nil
end

local function leaver_of(low, high)
  return function(case)
    return is_leaver(case) and age(case) >= low and age(case) <= (high or low)
  end
end

local function any()
  return true
end

local function has(key, value)
  return function(case)
    return case[key] == value
  end
end

local function both(a, b)
  return function(case)
    return a(case) and b(case)
  end
end

local failed, passed = 0, 0

local function check(name, among, is, share)
  local n, hits = 0, 0
  for _, case in ipairs(cases) do
    if among(case) then
      n = n + 1
      hits = hits + (is(case) and 1 or 0)
    end
  end
  local off = n > 0 and (hits / n - share) / math.sqrt(share * (1 - share) / n) or math.huge
  local good = math.abs(off) <= LIMIT
  print(string.format("%s %s: %d of %d is %.4f, %.4f is wanted, %.1f standard errors off", good and "ok" or "not ok",
    name, hits, n, hits / math.max(n, 1), share, off))
  if good then
    passed = passed + 1
  else
    failed = failed + 1
  end
end

-- 6,469 present at 16 or 17; 490, 10,730, 10,470, 10,030, 9,410 care leavers of 17 to 21; 58% of 11,670 and 43% of 11,320 at
-- 22 and 23; assumed: 8,000 and 10,730 eligible, 6,000 who come into care, 1,500 households.
local ALL = 6469 + 490 + 10730 + 10470 + 10030 + 9410 + 6769 + 4868 + 8000 + 10730 + 6000 + 1500
check("homeless at 16 or 17", any, is_1617, 6469 / ALL)
for i, count in ipairs({ 490, 10730, 10470, 10030, 9410, 6769, 4868 }) do
  check("care leavers of " .. 16 + i, any, leaver_of(16 + i), count / ALL)
end
check("eligible", any, has("care_status", "eligible"), 18730 / ALL)
check("come into care", any, has("event", "looked after"), 6000 / ALL)
check("households with children", any, function(case)
  return case.text:find('"children":', 1, true) ~= nil
end, 1500 / ALL)

check("unaccompanied, of those who present", is_1617, has("uasc", "true"), 1000 / 6469)
check("17, of those who present", is_1617, function(case)
  local at = case.text:match('"at":"(%S+) [%d:]+","event":"presents homeless"'):gsub("-", "")
  return (at - case.born) // 10000 == 17
end, 0.65)
check("an open case, of those who present", both(is_1617, has("known_to_service", "true")), has("open_case", "true"), 0.45)
check("put out by parents", both(is_1617, has("uasc", "false")), has("homeless_because", "family_or_friends"), 0.68)

-- Accommodation in 2020, of all of that age: at 18 parents or relatives 11%, residential 4%, semi-independent 30%, supported
-- lodgings 7.5%; at 19 to 21 these are 11, 4, 15 and 4%. Suitability in 2019; at 18, 90 + 5 + 6 are 101.
local homes = { "family", "residential_care", "semi_independent", "supported_lodgings" }
local at_18, older = { 0.11, 0.04, 0.30, 0.075 }, { 0.11, 0.04, 0.15, 0.04 }
for i, kind in ipairs(homes) do
  check(kind .. " at 18", leaver_of(18), has("accommodation", kind), at_18[i])
  check(kind .. " at 19 to 21", leaver_of(19, 21), has("accommodation", kind), older[i])
end
for i, shares in ipairs({ { 63, 13, 24 }, { 90, 5, 6 }, { 88, 6, 6 }, { 85, 6, 9 }, { 82, 7, 11 } }) do
  local years, all = 16 + i, shares[1] + shares[2] + shares[3]
  check("suitable at " .. years, leaver_of(years), has("accommodation_suitable", "true"), shares[1] / all)
  check("unsuitable at " .. years, leaver_of(years), has("accommodation_suitable", "false"), shares[2] / all)
  check("suitability unknown at " .. years, leaver_of(years), has("accommodation_suitable", nil), shares[3] / all)
end
check("in touch at 19 to 21", leaver_of(19, 21), has("in_touch", "yes"), 0.91)
check("in education or work, of those in touch", both(is_leaver, has("in_touch", "yes")), has("neet", "false"), 30 / 56)

-- 10.7% of those of 18 to 20 were owed a homelessness duty, 2,270 of 3,710 of them homeless already; of 18 to 25, 9.13%.
local function presents(case)
  return case.presents
end
check("homeless at 18 to 20", leaver_of(18, 20), presents, 0.107)
check("homeless at 21 to 23", leaver_of(21, 23), presents, 0.0913)
check("homeless already", both(leaver_of(18, 20), presents), function(case)
  return case.text:find('"homeless":true,"threatened":false', 1, true) ~= nil
end, 2270 / 3710)
local straight = has("homeless_because", "left_care_placement")
check("straight from a placement", both(leaver_of(18, 20), presents), straight, 600 / 4610)

-- What must be so of each.
local wrong = 0
for _, case in ipairs(cases) do
  local from, to = case.text:match('"from":"([%d-]+)"'), case.text:match('"to":"([%d-]+)"')
  local homeless_there = case.accommodation == "no_fixed_abode" or case.accommodation == "custody"
  if (from and to and to <= from) or (from and from <= case.dob) or (case.sex == "male" and case.pregnant == "true")
    or (homeless_there and case.accommodation_suitable ~= "false") or (case.neet and case.in_touch ~= "yes")
    or (case.accommodation == "not_known" and case.accommodation_suitable) then
    wrong = wrong + 1
    print("not ok this cannot be: " .. case.text)
  end
end
print(string.format("%d passed, %d failed", passed, failed + wrong))
os.exit(failed + wrong == 0)
