# Blanks comments, and with -v strings=1 also the contents of string and character literals, out of C sources, so that
# a search for a word finds code only. Lines stay lines. Output: "FILE:LINE: text".
FNR == 1 { inside = "" }
{
    out = ""
    n = length($0)
    for (i = 1; i <= n; i++) {
        c = substr($0, i, 1)
        two = substr($0, i, 2)
        if (inside == "comment") {
            if (two == "*/") { inside = ""; i++ }
        } else if (inside != "") {
            if (c == "\\") { if (!strings) out = out two; i++ }
            else if (c == inside) { inside = ""; out = out c }
            else if (!strings) out = out c
        } else if (two == "//") break
        else if (two == "/*") { inside = "comment"; i++; out = out " " }
        else { if (c == "\"" || c == "'") inside = c; out = out c }
    }
    if (inside != "comment") inside = ""
    print FILENAME ":" FNR ": " out
}
