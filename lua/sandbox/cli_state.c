/* The Lua half is `glue` below. It builds one parser from plain tables and returns plain tables;
 * everything that it needs is passed to it, so the state has no globals of ours. */
#include "lua/sandbox/cli_state.h"

#include <string.h>

#include "lua/sandbox/embedded.h"
#include "lua/sandbox/lua_api.h"

/* glue(argparse, program, command, args) -> { key, value, key, value, … }; program is its name
 * Help is raised as { help = text }, a mistake as { mistake = sentence }; anything else that is raised is a bug of ours.
 * The word -h is looked for by argparse itself, so it counts only where an option may stand. */
static const char glue[] =
    "local argparse, program, command, args = ...\n"
    "local shape = { help_max_width = 78, usage_max_width = 78, help_description_margin = 24,\n"
    "  help_usage_margin = 2 }\n"
    "local function key_of(names) return (names:match('%-%-(%S+)$')) end\n"
    "local function add_options(parser, options)\n"
    "  for _, o in ipairs(options) do\n"
    "    local made\n"
    "    if o.value then\n"
    "      local short, long = o.names:match('^(%-%a) (%-%-%S+)$')\n" /* else two lines of help */
    "      local value = o.value:match('^(%S+) %.%.%.$')\n"
    "      made = parser:option(long or o.names):args(1):count(value and '*' or '?'):overwrite(false)\n"
    "      made:argname(value or o.value)\n"
    "      if short then made:hidden_name(short) end\n"
    "    else\n"
    "      made = parser:flag(o.names):count('*')\n"
    "    end\n"
    "    made:target(key_of(o.names)):description(o.help):show_default(false)\n"
    "  end\n"
    "end\n"
    "local function help_of(parser, epilog)\n" /* whose lines are not wrapped */
    "  return parser:get_help() .. '\\n\\n' .. epilog\n"
    "end\n"
    "local function new_parser(name, about, epilog)\n"
    "  local parser = argparse(name, about):add_help(false)(shape)\n"
    "  parser.error = function(_, message) error({ mistake = message }, 0) end\n"
    "  parser:flag('-h --help'):description('Show this help.'):action(function()\n"
    "    error({ help = help_of(parser, epilog) }, 0)\n"
    "  end)\n"
    "  return parser\n"
    "end\n"
    "local function add_arguments(parser, arguments)\n"
    "  for _, a in ipairs(arguments) do\n"
    "    local made = parser:argument(a.name):argname(a.name):target(a.name:lower())\n"
    "    made:args(a.times):description(a.help)\n"
    "  end\n"
    "end\n"
    "local function put(list, key, value)\n"
    "  if type(value) == 'table' then\n"
    "    for _, one in ipairs(value) do put(list, key, one) end\n"
    "  elseif type(value) == 'number' then\n"
    "    if value > 0 then put(list, key, '') end\n"
    "  elseif value then\n"
    "    list[#list + 1] = key\n"
    "    list[#list + 1] = value\n"
    "  end\n"
    "end\n"
    "local full_name = program .. ' ' .. command.name\n"
    "local parser = new_parser(full_name, command.about, command.examples)\n"
    "add_arguments(parser, command.arguments)\n"
    "add_options(parser, command.options)\n"
    "local found = parser:parse(args)\n"
    "local list = {}\n"
    "local function put_key(key) put(list, key, found[key]) end\n"
    "for _, a in ipairs(command.arguments) do put_key(a.name:lower()) end\n"
    "for _, o in ipairs(command.options) do put_key(key_of(o.names)) end\n"
    "return list\n";

/* What the protected call works on: no other way in or out. */
typedef struct job {
    const moot_cli_program *program;
    const moot_cli_command *command;
    const char *const *args;
    size_t count;
    moot_cli_words *out;
    int no_memory; /* of ours, not Lua's */
} job;

static void *allocate(void *user, void *ptr, size_t old_size, size_t new_size)
{
    (void)user;
    (void)old_size;
    if (new_size == 0) {
        moot_free(ptr);
        return NULL;
    }
    return moot_reallocarray(ptr, new_size, 1);
}

static int panic(lua_State *L)
{
    const char *text = lua_tostring(L, -1);
    MOOT_BUG("Lua raised outside a protected call: %s", text ? text : "no message");
}

static const moot_embedded *find_argparse(void)
{
    for (size_t i = 0; i < moot_stdlib_count; i++) {
        if (strcmp(moot_stdlib_files[i].name, "argparse") == 0) {
            return &moot_stdlib_files[i];
        }
    }
    MOOT_BUG("argparse was not embedded in this program");
}

/* ---- in: C tables to Lua tables ---- */

/* [-0, +0, m]  sets t[key] = text (or leaves it nil) in the table on top */
static void set_text(lua_State *L, const char *key, const char *text)
{
    if (text) {
        lua_pushstring(L, text);
        lua_setfield(L, -2, key);
    }
}

/* [-0, +1, m] */
static void push_options(lua_State *L, const moot_cli_option *const *options)
{
    lua_newtable(L);
    for (lua_Integer i = 0; options[i]; i++) {
        lua_createtable(L, 0, 3);
        set_text(L, "names", options[i]->names);
        set_text(L, "value", options[i]->value);
        set_text(L, "help", options[i]->help);
        lua_rawseti(L, -2, i + 1);
    }
}

/* [-0, +1, m] */
static void push_arguments(lua_State *L, const moot_cli_argument *arguments)
{
    lua_newtable(L);
    for (lua_Integer i = 0; i < MOOT_CLI_ARGUMENTS && arguments[i].name; i++) {
        lua_createtable(L, 0, 3);
        set_text(L, "name", arguments[i].name);
        set_text(L, "times", arguments[i].times);
        set_text(L, "help", arguments[i].help);
        lua_rawseti(L, -2, i + 1);
    }
}

/* [-0, +1, m] */
static void push_command(lua_State *L, const moot_cli_command *command)
{
    lua_newtable(L);
    set_text(L, "name", command->name);
    set_text(L, "summary", command->summary);
    set_text(L, "about", command->about);
    set_text(L, "examples", command->examples);
    push_options(L, command->options);
    lua_setfield(L, -2, "options");
    push_arguments(L, command->arguments);
    lua_setfield(L, -2, "arguments");
}

/* [-0, +1, m] */
static void push_args(lua_State *L, const job *j)
{
    lua_createtable(L, (int)j->count, 0);
    for (size_t i = 0; i < j->count; i++) {
        lua_pushstring(L, j->args[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* ---- out: what the glue returned ---- */

static const char *keep(job *j, const char *text)
{
    const char *copy = moot_arena_str(&j->out->arena, text);
    j->no_memory |= !copy;
    return copy;
}

static void take_words(lua_State *L, int list, job *j)
{
    size_t count = lua_rawlen(L, list) / 2;
    j->out->words = moot_arena_array(&j->out->arena, count ? count : 1, sizeof *j->out->words);
    if (!j->out->words) {
        j->no_memory = 1;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)(2 * i + 1));
        lua_rawgeti(L, list, (lua_Integer)(2 * i + 2));
        j->out->words[i].key = keep(j, lua_tostring(L, -2));
        j->out->words[i].value = keep(j, lua_tostring(L, -1));
        lua_pop(L, 2);
    }
    j->out->count = count;
}

/* [-0, +0, e]  runs argparse; the job is the light userdata at index 1 */
static int run(lua_State *L)
{
    static const luaL_Reg libraries[] = {
        { LUA_GNAME, luaopen_base },
        { LUA_TABLIBNAME, luaopen_table },
        { LUA_STRLIBNAME, luaopen_string },
        { LUA_MATHLIBNAME, luaopen_math },
    };
    job *j = lua_touserdata(L, 1);
    for (size_t i = 0; i < MOOT_COUNT(libraries); i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    const moot_embedded *module = find_argparse();
    if (luaL_loadbufferx(L, glue, sizeof glue - 1, "=cli glue", "t") != LUA_OK ||
        luaL_loadbufferx(L, module->text, module->len, "=argparse", "t") != LUA_OK) {
        return lua_error(L);
    }
    lua_call(L, 0, 1);
    lua_pushstring(L, j->program->name);
    push_command(L, j->command);
    push_args(L, j);
    lua_call(L, 4, 1);
    take_words(L, lua_absindex(L, -1), j);
    return 0;
}

/* Text of a field of the table that was raised; NULL when it is not there. Does not raise. */
static const char *raised_text(lua_State *L, const char *key)
{
    if (!lua_istable(L, -1)) {
        return NULL;
    }
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        if (lua_type(L, -2) == LUA_TSTRING && strcmp(lua_tostring(L, -2), key) == 0) {
            const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
            lua_pop(L, 3);
            return text; /* still held by the table below */
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return NULL;
}

/* argparse puts its own guess on a second line; the caller, who knows all the names, guesses
 * better. */
static moot_code mistake(const char *text, moot_err *err)
{
    const char *newline = strchr(text, '\n');
    int len = newline ? (int)(newline - text) : (int)strlen(text);
    return moot_fail(err, MOOT_EUSAGE, "%.*s", len, text);
}

static moot_code take_raised(lua_State *L, int status, job *j, moot_err *err)
{
    const char *help = raised_text(L, "help");
    const char *sentence = raised_text(L, "mistake");
    if (status == LUA_ERRMEM) {
        return moot_fail_memory(err);
    }
    if (help) {
        j->out->help = keep(j, help);
        return j->no_memory ? moot_fail_memory(err) : MOOT_OK;
    }
    if (sentence) {
        return mistake(sentence, err);
    }
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "no message";
    MOOT_BUG("the command line's own Lua failed: %s", text);
}

static moot_code run_job(job *j, moot_err *err)
{
    memset(j->out, 0, sizeof *j->out);
    moot_arena_init(&j->out->arena);
    lua_State *L = lua_newstate(allocate, NULL);
    if (!L) {
        return moot_fail_memory(err);
    }
    lua_atpanic(L, panic);
    lua_pushcfunction(L, run); /* a light C function and a light userdata: neither allocates */
    lua_pushlightuserdata(L, j);
    int status = lua_pcall(L, 1, 0, 0);
    moot_code code = MOOT_OK;
    if (status != LUA_OK) {
        code = take_raised(L, status, j, err);
    } else if (j->no_memory) {
        code = moot_fail_memory(err);
    }
    lua_close(L);
    return code;
}

/* ---- public ---- */

moot_code moot_cli_state_parse(const moot_cli_program *program, const moot_cli_command *command,
                               const char *const *args, size_t count, moot_cli_words *out_words,
                               moot_err *err)
{
    job j = { program, command, args, count, out_words, 0 };
    return run_job(&j, err);
}

void moot_cli_words_done(moot_cli_words *words)
{
    if (words) {
        moot_arena_done(&words->arena);
        memset(words, 0, sizeof *words);
    }
}

const char *moot_cli_lua_release(void)
{
    return LUA_RELEASE;
}
