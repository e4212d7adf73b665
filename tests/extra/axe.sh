#!/bin/sh
# moot's pages against axe-core, the checker of accessibility by Deque, in headless Chromium (README.md): the documents of the protocols,
# coverage, and reports of recorded cases, of drawn lives, of one case, of a comparison and of what-ifs. Prints "ok NAME", "not ok NAME" with what axe found, or
# "SKIPPED NAME"; status 1 if it found anything.
#
#   tests/extra/axe.sh build/release
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
moot=$(cd "$1" && pwd)/moot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

skip() {
    echo "SKIPPED pages against axe-core: $1"
    echo "        nothing was looked at; install npm and chromium (apt-get install npm chromium), with a network, and run this again"
    exit 0
}

command -v npm > /dev/null || skip "there is no npm on this machine"
command -v chromium > /dev/null || skip "there is no chromium on this machine"
cd "$work"
npm install --silent --no-fund --no-audit axe-core@4 > npm.log 2>&1 || skip "npm could not fetch axe-core@4: $(tail -n 1 npm.log)"

for path in "$root"/protocols/*.lua "$root"/protocols/stockport-2024.md; do
    name=$(basename "$path")
    case $name in *.assume.lua) continue ;; esac
    "$moot" export "$path" --as html -o "document-${name%.*}.html"
done
"$moot" coverage "$root/protocols/luton.lua" --html > coverage.html || :
script=$root/protocols/stockport-2018.lua
assume=$root/protocols/stockport-2018.assume.lua
"$moot" run "$script" --cases "$root/examples/stockport-2018/cases.jsonl" --store run.db --quiet 2> /dev/null
"$moot" generate --count 200 --quiet > made-up.jsonl
"$moot" run "$script" --cases made-up.jsonl --assume "$assume" --replicates 2 --store drawn.db --quiet 2> /dev/null
"$moot" whatif "$root/examples/stockport-2018/variants.lua" --cases made-up.jsonl --assume "$assume" --replicates 6 --store asked.db --quiet > /dev/null
"$moot" report run.db -o report-run.html
"$moot" report run.db --case S04 -o report-case.html
"$moot" report drawn.db -o report-drawn.html
"$moot" report asked.db -o report-whatif.html
cd "$root"
"$moot" whatif stockport-2018 --readings --cases "$work/made-up.jsonl" --replicates 2 --store "$work/readings.db" --quiet > "$work/told"
"$moot" whatif stockport-2018 --against stockport-2024 --cases "$work/made-up.jsonl" --replicates 5 --store "$work/against.db" --quiet > "$work/told"
"$moot" compare stockport-2018 luton --cases "$root/examples/stockport-2018/cases.jsonl" --store "$work/compare.db" --quiet 2> "$work/told"
cd "$work"
for of in readings against compare; do
    "$moot" report $of.db -o report-$of.html
done

cat > look.js << 'END'
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(function (found) {
  var told = found.violations.map(function (v) {
    return v.id + ' (' + v.impact + ', ' + v.nodes.length + '): ' + v.help + ': ' + v.nodes[0].html.slice(0, 120);
  });
  document.body.textContent = 'AXE ' + found.passes.length + ' rules passed|' + told.join('|') + '|END';
});
END

# No page is wider than a screen of 320 CSS pixels (WCAG 1.4.10): what may be, tables and pictures, scrolls in a box of its own.
cat > reflow.htm << 'END'
<!doctype html><body><script>
var of = decodeURIComponent(location.hash.slice(1)).split(','), told = '';
function next() {
  if (of.length === 0) { document.body.textContent = 'WIDE ' + told + '|END'; return; }
  var page = document.createElement('iframe');
  page.style.cssText = 'border:0;width:320px;height:800px';
  page.src = of.shift();
  page.onload = function () {
    var root = page.contentDocument.documentElement;
    if (root.scrollWidth > root.clientWidth) { told += '|' + page.src.replace(/.*\//, '') + ': ' + root.scrollWidth + ' of ' + root.clientWidth; }
    page.remove();
    next();
  };
  document.body.appendChild(page);
}
next();
</script></body>
END
all=$(printf '%s,' *.html)
chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=120000 --dump-dom \
    "file://$work/reflow.htm#${all%,}" 2> /dev/null | grep -o 'WIDE .*|END' | tr '|' '\n' > told || :
if [ "$(wc -l < told)" -eq 2 ]; then
    echo "ok reflow: no page is wider than a screen of 320 pixels"
else
    echo "not ok reflow: wider than a screen of 320 pixels, or the pages did not load"
    sed '1d;$d;s/^/  /' told
    failed=1
fi

for page in ./*.html; do
    name=$(basename "$page" .html)
    { cat "$page" && echo '<script>' && cat node_modules/axe-core/axe.min.js && echo '</script><script>' && cat look.js && echo '</script>'; } > looked.htm
    chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=60000 --dump-dom "file://$work/looked.htm" 2> /dev/null |
        grep -o 'AXE .*|END' | tr '|' '\n' > told || :
    if ! grep -q '^END' told; then
        echo "not ok $name: axe did not come to its end"
        failed=1
    elif [ "$(wc -l < told)" -gt 3 ] || [ -n "$(sed -n 2p told)" ]; then
        echo "not ok $name: axe found"
        sed '1d;$d;s/^/  /' told
        failed=1
    else
        echo "ok $name: $(sed -n '1s/^AXE //p' told), none failed"
    fi
done
exit $failed
