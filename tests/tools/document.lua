-- Looks at pages that moot wrote, as a reader of marks, of colours and of coordinates does.
-- Usage: lua5.4 tests/tools/document.lua FILE.html [page]
--
-- What `moot export --as html` writes has a chart; with "page" it is another page, which has none; with
-- "report" one whose pictures each stand before the table of their figures.
-- Prints "ok NAME" or "not ok NAME" with what is wrong, for each of:
--   each mark that opens is closed, in order, and no text holds a bare < or &
--   headings step down one level at a time, under one main heading; ids are there once, and links and names lead to one
--   each colour of a text stands at 4.5 to 1 or more on its ground, each line of the chart at 3 to 1 (WCAG 1.4.3 and 1.4.11)
--   the chart printed on A4: strips no higher than a page, no box across an edge, letters of 7 points or more
--   in the chart no box lies on another, and no line runs through a box
--   the description of the chart counts the rows of the table beside it
--   each figure of a report's picture, as its description tells it, stands in the table behind it

local file = assert(io.open(arg[1], "rb"))
local html = file:read("a")
file:close()

local failed = false

local function verdict(name, faults)
  print((#faults == 0 and "ok " or "not ok ") .. arg[1]:match("[^/]*$") .. ": " .. name)
  for i = 1, math.min(#faults, 5) do
    print("  " .. faults[i])
  end
  failed = failed or #faults > 0
end

-- ---- marks

local EMPTY = { meta = true, ["!DOCTYPE"] = true }

local function marks()
  local faults, open = {}, {}
  local body = html:gsub("<style>.-</style>", "")
  for text, slash, name, rest in body:gmatch("([^<]*)<(/?)([%w!]+)([^>]*)>") do
    if text:gsub("&%w+;", ""):gsub("&#%d+;", ""):find("[&>]") then
      faults[#faults + 1] = "a bare mark in the text " .. text:sub(1, 60)
    end
    if slash == "/" then
      if open[#open] ~= name then
        faults[#faults + 1] = "</" .. name .. "> closes <" .. tostring(open[#open]) .. ">"
      end
      open[#open] = nil
    elseif not EMPTY[name] and rest:sub(-1) ~= "/" then
      open[#open + 1] = name
    end
  end
  if #open > 0 then
    faults[#faults + 1] = "never closed: " .. table.concat(open, " ")
  end
  return faults
end

-- ---- structure

local function structure()
  local faults, level, mains, ids = {}, 0, 0, {}
  for l in html:gmatch("<h(%d)") do
    l = tonumber(l)
    mains = mains + (l == 1 and 1 or 0)
    if l > level + 1 then
      faults[#faults + 1] = "a heading of level " .. l .. " under one of level " .. level
    end
    level = l
  end
  if mains ~= 1 then
    faults[#faults + 1] = mains .. " main headings"
  end
  for id in html:gmatch(' id="([^"]*)"') do
    if ids[id] then
      faults[#faults + 1] = "two things are called " .. id
    end
    ids[id] = true
  end
  for link in html:gmatch('href="([^"]*)"') do
    if link:sub(1, 1) ~= "#" or not ids[link:sub(2)] then
      faults[#faults + 1] = "a link to " .. link
    end
  end
  for id in html:gmatch('aria%-labelledby="([^" ]*)') do
    if not ids[id] then
      faults[#faults + 1] = "a name from " .. id
    end
  end
  return faults
end

-- ---- colours

-- Relative luminance of "#rrggbb" or "#rgb", as WCAG 2.2 defines it.
local function luminance(colour)
  local r, g, b = colour:match("^#(%x%x)(%x%x)(%x%x)$")
  if not r then
    r, g, b = colour:match("^#(%x)(%x)(%x)$")
    r, g, b = r .. r, g .. g, b .. b
  end
  local function light(channel)
    local c = tonumber(channel, 16) / 255
    return c <= 0.04045 and c / 12.92 or ((c + 0.055) / 1.055) ^ 2.4
  end
  return 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b)
end

local function stands(faults, what, colour, ground, least)
  local one, other = luminance(colour), luminance(ground)
  local ratio = (math.max(one, other) + 0.05) / (math.min(one, other) + 0.05)
  if ratio < least then
    faults[#faults + 1] = ("%s: %s on %s is %.2f to 1"):format(what, colour, ground, ratio)
  end
end

-- A rule without a colour or a ground has those of its element (a:focus those of a), else the body's.
local function style_contrast(faults)
  local texts, grounds, count = {}, {}, 0
  for selectors, rules in html:match("<style>(.-)</style>"):gmatch("([^{}]+){([^{}]*)}") do
    for selector in selectors:gmatch("[^,%s]+") do
      local base = selector:match("^[^:]*")
      local text, ground = (";" .. rules):match("[;%s]color:(#%x+)"), (";" .. rules):match(";background:(#%x+)")
      texts[selector] = text or texts[selector] or texts[base] or texts.body
      grounds[selector] = ground or grounds[selector] or grounds[base] or grounds.body
    end
  end
  for selector, text in pairs(texts) do
    stands(faults, selector, text, grounds[selector], 4.5)
    count = count + 1
  end
  return count
end

local function chart_contrast(faults)
  local parts, grounds, count = {}, {}, 0
  for part in html:gmatch("<svg.-</svg>") do
    parts[#parts + 1] = part
  end
  local svg = table.concat(parts)
  for ground in svg:gmatch('<rect [^>]*fill="(#%x+)"') do
    grounds[ground] = true
  end
  for ground in pairs(grounds) do
    for mark, rest in svg:gmatch("<(%w+)([^>]*)>") do
      local text, line = rest:match(' fill="(#%x+)"'), rest:match(' stroke="(#%x+)"')
      if text and mark ~= "rect" then
        stands(faults, mark, text, ground, mark == "path" and 3 or 4.5)
        count = count + 1
      end
      if line then
        stands(faults, mark, line, ground, 3)
        count = count + 1
      end
    end
  end
  return count
end

local function contrast(has_chart)
  local faults = {}
  if style_contrast(faults) == 0 or (has_chart and chart_contrast(faults) == 0) then
    faults[#faults + 1] = "no colour was found"
  end
  return faults
end

-- ---- the chart

local function boxes_of()
  local boxes = {}
  local rect = '<rect x="(%-?%d+)" y="(%-?%d+)" width="(%d+)" height="(%d+)" fill="#ffffff" stroke%-width="2"'
  for x, y, w, h in html:gmatch(rect) do
    boxes[#boxes + 1] = { x0 = tonumber(x), y0 = tonumber(y), x1 = x + w, y1 = y + h }
  end
  return boxes
end

local function crosses(box, x0, y0, x1, y1)
  return math.max(x0, x1) > box.x0 and math.min(x0, x1) < box.x1 and math.max(y0, y1) > box.y0 and math.min(y0, y1) < box.y1
end

-- Returns the faults, how many boxes, how many arrows.
local function chart()
  local faults, boxes, arrows = {}, boxes_of(), 0
  for i, a in ipairs(boxes) do
    for k = i + 1, #boxes do
      local b = boxes[k]
      if a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1 then
        faults[#faults + 1] = ("boxes at %d,%d and %d,%d overlap"):format(a.x0, a.y0, b.x0, b.y0)
      end
    end
  end
  for x, y, ways in html:gmatch('<path d="M (%d+) (%d+)([HV%d ]+)" fill="none"') do
    local x0, y0 = tonumber(x), tonumber(y)
    arrows = arrows + 1
    for way, to in ways:gmatch("([HV]) (%d+)") do
      local x1, y1 = way == "H" and tonumber(to) or x0, way == "V" and tonumber(to) or y0
      for _, box in ipairs(boxes) do
        if crosses(box, x0, y0, x1, y1) then
          faults[#faults + 1] = ("a line from %d,%d to %d,%d runs through the box at %d,%d"):format(
            x0, y0, x1, y1, box.x0, box.y0)
        end
      end
      x0, y0 = x1, y1
    end
  end
  if #boxes == 0 then
    faults[#faults + 1] = "there is no box"
  end
  return faults, #boxes, arrows
end

-- The chart on paper: A4 on its side with margins of 8 mm is 281 mm by 194 mm. Each strip, as broad as that, is no higher; its
-- letters are 7 points or more; each box lies whole in the strip that has it.
local function printed()
  local faults, strips, words = {}, 0, 0
  local strip = '<svg [^>]-width="(%d+)" height="(%d+)" viewBox="0 (%d+) (%d+) (%d+)"[^>]-font%-size="(%d+)"[^>]*>(.-)</svg>'
  for width, height, y0, vw, vh, size, inside in html:gmatch(strip) do
    local scale = math.min(1, 281 / 25.4 * 96 / width)
    strips = strips + 1
    words = words + select(2, inside:gsub('<text [^>]*font%-weight="bold"', ""))
    if width ~= vw or height ~= vh or height * scale > 194 / 25.4 * 96 then
      faults[#faults + 1] = ("the strip from %d on, %d by %d, is higher than a page"):format(y0, width, height)
    end
    if size * scale * 72 / 96 < 7 then
      faults[#faults + 1] = ("letters of %.2f points"):format(size * scale * 72 / 96)
    end
    for y, h in inside:gmatch('<rect x="%d+" y="(%d+)" width="%d+" height="(%d+)" fill="#ffffff" stroke%-width="2"') do
      if y + 0 < y0 + 0 or y + h > y0 + height then
        faults[#faults + 1] = ("the box at %d lies across the edge of a page"):format(y)
      end
    end
    if not inside:find('<text x="%d+" y="%d+" font%-weight="bold">') then
      faults[#faults + 1] = "a strip does not name its lanes"
    end
  end
  return strips > 0 and words > strips and faults or { "there is no strip" }, strips
end

local function counts()
  local told = html:match("<desc[^>]*>%d+ stages in %d+ lanes, (%d+) ways")
  local rows, table_of_ways = 0, html:match("<caption>Ways from stage to stage</caption>(.-)</table>") or ""
  for _ in table_of_ways:gmatch('<tr><th scope="row">') do
    rows = rows + 1
  end
  return tonumber(told) == rows and {} or { ("%s ways are told, the table has %d"):format(tostring(told), rows) }
end



local function figures()
  local faults, count = {}, 0
  for description, rest in html:gmatch("<figure>.-<desc[^>]*>(.-)</desc>.-</figure>(.-</table>)") do
    local told = rest:gsub("<[^>]*>", " ")
    count = count + 1
    for number in description:gmatch("%d[%d,%.]*%d%%?") do
      if not told:find(number, 1, true) then
        faults[#faults + 1] = "the table has no " .. number .. ": " .. description:sub(1, 60)
      end
    end
  end
  if count == 0 then
    faults[#faults + 1] = "there is no picture"
  end
  return faults, count
end

verdict("every mark is closed, no text is one", marks())
verdict("headings, names and links", structure())
verdict("colours stand out from their grounds", contrast(not arg[2]))
if arg[2] == "report" then
  local faults, count = figures()
  verdict(("the figures of %d pictures are their tables'"):format(count), faults)
elseif arg[2] ~= "page" then
  local faults, boxes, arrows = chart()
  verdict(("no box of %d lies on another, no line of %d runs through one"):format(boxes, arrows), faults)
  local uncut, strips = printed()
  verdict(("the chart is printed on %d pages, no box is cut, and can be read"):format(strips), uncut)
  verdict("the picture's figures are the table's", counts())
end
os.exit(failed and 1 or 0)
