# Checks the #include lines of C files: who may include whom, and in which order. Prints one finding a line.
# Usage: awk -v layers=tests/lint/layers.txt -f tests/lint/includes.awk FILES, from the root of the tree.
# Own header first, then system headers, then the project's, each sorted as bytes. Tests keep only the layering, as
# cmocka's header wants others before it.

function find(message) { print FILENAME ":" FNR ": " message }

function load_layers(    line) {
    while ((getline line < layers) > 0)
        if (line !~ /^#/ && line != "") rank[line] = ++ranks
}

function folder_of(path) { return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "" }
function room_of(path) { sub(/\/[^\/]*$/, "", path); return path }

BEGIN {
    load_layers()
}

FNR == 1 {
    folder = folder_of(FILENAME)
    room = room_of(FILENAME)
    own = FILENAME; sub(/\.c$/, ".h", own)
    if (own == FILENAME || (getline line < own) < 0) own = ""; else close(own)
    seen = 0; phase = ""; last = ""
    if (folder != "tests" && !(room in rank)) find("its folder is not in " layers)
}

# A header that is configured by macros stands after them, and the order starts anew.
/^[ \t]*#[ \t]*define/ && FILENAME ~ /\.c$/ { phase = ""; last = "" }

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    system_header = index($0, "<") > 0
    name = $0; sub(/^[^<"]*[<"]/, "", name); sub(/[>"].*$/, "", name)
    path = system_header ? name : (name ~ /\// ? name : room "/" name)
    seen++

    # Who may include whom.
    if (name == "sqlite3.h" && FILENAME !~ /^vm\/(store\/store|base\/spool)[a-z0-9_]*\.[ch]$/ && folder != "tests")
        find("only vm/store/store*.c and vm/base/spool.c include sqlite3.h")
    if (name == "sqlite3.h" && FILENAME ~ /^vm\/.*\.h$/)
        find("sqlite3.h belongs into a .c file, not into a header")
    if (name ~ /^(lua|lauxlib|lualib|luaconf)\.h$/ && FILENAME != "lua/sandbox/lua_api.h")
        find("Lua's headers are included through lua/sandbox/lua_api.h only")
    if (path == "lua/sandbox/lua_api.h" && FILENAME !~ /^(lua|tests\/(lua|bench|fuzz|hostile|sandbox))\//)
        find("only lua/ includes lua/sandbox/lua_api.h")
    if (!system_header) {
        target = room_of(path)
        if (folder != "tests" && rank[target] == 0)
            find(folder "/ may not include " target "/")
        else if (folder != "tests" && rank[target] > rank[room])
            find(room "/ may not include " path ": " target "/ is a higher layer (" layers ")")
    }

    # In which order.
    if (folder == "tests" || FILENAME == "lua/sandbox/lua_api.h") next # which has the order that Lua asks for
    if (own != "" && path == own) {
        if (seen > 1) find("its own header comes first")
        next
    }
    if (own != "" && seen == 1) find("its own header, " own ", comes first")
    # Sister files without a header of their own (zone.c of time.h) start with the header whose functions they define.
    if (seen == 1 && !system_header && target == room && FILENAME ~ /\.c$/) next
    now = system_header ? "system" : "project"
    if (now == "system" && phase == "project") find("system headers come before the project's")
    if (now == phase && name < last) find("\"" name "\" sorts before \"" last "\"")
    phase = now; last = name
}
