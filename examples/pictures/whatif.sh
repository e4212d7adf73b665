#!/bin/sh
# The pictures of examples/whatif: each page's own command run once more with a store, and of the report on it what surely changes, under
# one another in one file beside the page; where nothing surely changes, how lives go. `make pictures` runs it.
#
#     whatif.sh [PAGE ...]    the names of pages, without .md; default: all
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$root/protocols" "$root/examples" "$work"
mkdir "$work/bin"
ln -s "$root/build/moot" "$work/bin/moot"
export PATH="$work/bin:$PATH"
cd "$work"

command_of() { # PAGE: what follows its $, up to the pipe
    awk '/^```/ { fence = !fence; next } fence && /^\$ / { sub(/^\$ /, ""); more = 1 }
        more { last = !/\\$/; sub(/ *\\$/, ""); sub(/ \|.*/, ""); printf "%s ", $0; more = !last }' "$1"
}

# Each picture of the report has its title and, as the first sentence of its description, what it measures: here they stand above it.
cat > stack.awk << 'AWK'
/^<svg / { n++; picture[n] = ""; match($0, /height="[0-9]+"/); height[n] = substr($0, RSTART + 8, RLENGTH - 9) + 0 }
/^<svg /, /^<\/svg>/ {
    if (/^<svg /) sub(/<svg /, "<svg x=\"16\" y=\"@\" ")
    if (/^<title /) { title[n] = $0; gsub(/<[^>]*>/, "", title[n]) }
    if (/^<desc /) { said[n] = $0; gsub(/<[^>]*>/, "", said[n]); sub(/\. .*/, "", said[n]) }
    picture[n] = picture[n] $0 "\n"
}
END {
    for (i = 1; i <= n; i++) changes += said[i] ~ /^Change under/
    for (i = 1; i <= n; i++) {
        if (said[i] !~ (changes ? "^Change under" : "^Cases under")) continue
        out = out sprintf("<text x=\"16\" y=\"%d\" font-size=\"16\" font-weight=\"bold\">%s</text>\n", y + 30, title[i])
        out = out sprintf("<text x=\"16\" y=\"%d\">%s</text>\n", y + 50, said[i])
        sub(/y="@"/, "y=\"" y + 60 "\"", picture[i])
        out = out picture[i]
        y += 60 + height[i] + 16
    }
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"712\" height=\"%d\" viewBox=\"0 0 712 %d\" ", y, y
    print "font-family=\"Arial,Helvetica,sans-serif\" font-size=\"14\" fill=\"#0b0c0c\">"
    print "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"
    printf "%s</svg>\n", out
}
AWK

if [ $# -eq 0 ]; then
    for page in examples/whatif/*.md; do
        name=$(basename "$page" .md)
        [ "$name" = README ] || set -- "$@" "$name"
    done
fi
for name in "$@"; do
    echo "$(command_of "examples/whatif/$name.md") --store $name.db --quiet > /dev/null" > asked
    sh ./asked
    moot report "$name.db" --suppress-below 0 -o report.html
    awk -f stack.awk report.html > "$root/examples/whatif/$name.svg"
    echo "../whatif/$name.svg"
done
