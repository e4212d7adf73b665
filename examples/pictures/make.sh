#!/bin/sh
# The pictures of the README, made again from the examples: a walk at the prompt, a report, a flow chart; and by whatif.sh those of
# examples/whatif. `make pictures` runs it; it needs Chromium (apt-get install chromium) for the first two.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
moot=$root/build/moot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

photograph() { # PAGE WIDTH HEIGHT PICTURE SCALE
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor="$5" --window-size="$2,$3" \
        --screenshot="$here/$4" "file://$work/$1" > /dev/null 2>&1
    echo "$4"
}

# ---- a flow chart

"$moot" export "$root/protocols/worcestershire-2017.lua" --as svg --layout own -o "$here/chart.svg"
echo chart.svg

# ---- what surely changes, for each question

"$here/whatif.sh"

command -v chromium > /dev/null || { echo "no chromium here: walk.png and report.png stay as they are"; exit 0; }

# ---- a walk, as a terminal shows it

cat > lines << 'END'
fact dob 2009-02-11
presents homeless at 21 May 2026 9:15am
2
due joint assessment
END
{
    echo '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#0b0c0c"><pre style="margin:0;padding:16px;color:#ffffff;font:15px/1.35 monospace;white-space:pre-wrap">'
    printf '$ moot repl stockport-2018\n'
    : > before
    while read -r line; do
        printf '%s\n' "$line" >> soon
        "$moot" repl "$root/protocols/stockport-2018.lua" < soon > after 2>&1
        printf '<b style="color:#ffdd00">%s</b>\n' "moot&gt; $line"
        tail -n "+$(($(wc -l < before) + 1))" after | sed 's/&/\&amp;/g; s/</\&lt;/g'
        mv after before
    done < lines
    echo '</pre>'
} > walk.html
photograph walk.html 900 1500 walk.png 0.75

# ---- a report: what would change, in a year that is about nobody

"$moot" generate --count 600 --seed 7 --quiet > cases.jsonl
"$moot" whatif "$root/examples/stockport-2018/variants.lua" --cases cases.jsonl --assume "$root/protocols/stockport-2018.assume.lua" \
    --replicates 20 --store year.db --quiet > /dev/null
"$moot" report year.db -o report.html
photograph report.html 1000 2900 report.png 0.6
