# Checks the #include lines of C files: who may include whom, and in which order. Prints one finding a line.
# Usage: awk -v layers=tests/lint/layers.txt -f tests/lint/includes.awk FILES, from the root of the tree.
# Own header first, then system headers, then the project's, each sorted as bytes. Tests keep only the layering, as
# cmocka's header wants others before it.

function find(message) { print FILENAME ":" FNR ": " message }

function load_layers(    line, part, n, i) {
    while ((getline line < layers) > 0) {
        if (line ~ /^#/ || line == "") continue
        n = split(line, part, "\t")
        if (part[1] == "@") for (i = 2; i <= n; i++) rank[part[i]] = i
        else if (part[2] in rank) layer[part[1]] = part[2]
        else print layers ": layer \"" part[2] "\" of " part[1] " is not among the layers named there"
    }
}

function folder_of(path) { return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "" }
# The layer of a module; sisters (protocol_hash) without an entry have that of the shorter name (protocol).
function layer_of(name) {
    while (!(name in layer) && name ~ /_/) sub(/_[^_]*$/, "", name)
    return (name in layer) ? layer[name] : ""
}
function module_of(path) { sub(/^.*\//, "", path); sub(/\.[ch]$/, "", path); return path }

BEGIN {
    load_layers()
    below["vm"] = "vm"
    below["lua"] = "vm lua"
    below["repl"] = "vm lua repl"
    below["tests"] = "vm lua repl tests"
}

FNR == 1 {
    folder = folder_of(FILENAME)
    me = module_of(FILENAME)
    own = FILENAME; sub(/\.c$/, ".h", own)
    if (own == FILENAME || (getline line < own) < 0) own = ""; else close(own)
    seen = 0; phase = ""; last = ""
    mine = layer_of(me)
    if (folder == "vm" && mine == "") find("its layer is not in " layers)
}

# A header that is configured by macros stands after them, and the order starts anew.
/^[ \t]*#[ \t]*define/ && FILENAME ~ /\.c$/ { phase = ""; last = "" }

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    system_header = index($0, "<") > 0
    name = $0; sub(/^[^<"]*[<"]/, "", name); sub(/[>"].*$/, "", name)
    path = system_header ? name : (name ~ /\// ? name : folder "/" name)
    seen++

    # Who may include whom.
    if (name == "sqlite3.h" && FILENAME !~ /^vm\/(store|spool)[a-z0-9_]*\.[ch]$/ && folder != "tests")
        find("only vm/store*.c and vm/spool*.c include sqlite3.h")
    if (name == "sqlite3.h" && FILENAME ~ /^vm\/.*\.h$/)
        find("sqlite3.h belongs into a .c file, not into a header")
    if (name ~ /^(lua|lauxlib|lualib|luaconf)\.h$/ && FILENAME != "lua/lua_api.h")
        find("Lua's headers are included through lua/lua_api.h only")
    if (path == "lua/lua_api.h" && FILENAME !~ /^(lua|tests\/(lua|bench|fuzz|hostile|sandbox))\//)
        find("only lua/ includes lua/lua_api.h")
    if (!system_header) {
        target = folder_of(path)
        if (index(" " below[folder] " ", " " target " ") == 0)
            find(folder "/ may not include " target "/ (repl -> lua -> vm)")
        theirs = target == "vm" ? layer_of(module_of(path)) : ""
        if (folder == "vm" && mine != "" && theirs != "" && rank[theirs] > rank[mine])
            find("layer " mine " may not include " path " of layer " theirs)
    }

    # In which order.
    if (folder == "tests" || FILENAME == "lua/lua_api.h") next # which has the order that Lua asks for
    if (own != "" && path == own) {
        if (seen > 1) find("its own header comes first")
        next
    }
    if (own != "" && seen == 1) find("its own header, " own ", comes first")
    # Sister files without a header of their own (zone.c of time.h) start with the header whose functions they define.
    if (seen == 1 && !system_header && target == folder && FILENAME ~ /\.c$/) next
    now = system_header ? "system" : "project"
    if (now == "system" && phase == "project") find("system headers come before the project's")
    if (now == phase && name < last) find("\"" name "\" sorts before \"" last "\"")
    phase = now; last = name
}
