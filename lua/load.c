/* Runs a script and gathers what it declared: reads the file, scans it, loads the vocabulary and then the script in one
 * sandbox, and at the end looks what belongs to nobody. */
#include "lua/load.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/embedded.h"
#include "lua/loader.h"
#include "vm/hash.h"
#include "vm/text.h"

#define SOURCE_LIMIT ((size_t)1 << 20)
#define CHUNK_NAME 60 /* with its @ and NUL: Lua shortens longer ones */
#define VOCABULARY "vocabulary"

/* Embedded beside the standard library, for the program itself. */
static const char *const not_for_scripts[] = { "argparse" };

/* ---- reports ---- */

/* Once the list is full a mistake is only counted: a loop can make very many. */
static int is_full(moot_loader *loader)
{
    int full = loader->errs->count >= loader->errs->limit;
    loader->errs->dropped += (size_t)full;
    return full;
}

static void take_error(moot_loader *loader, moot_err *err)
{
    moot_errs *errs = loader->errs;
    for (size_t i = loader->first_err; i < errs->count; i++) {
        const moot_err *old = &errs->list[i];
        if (old->line == err->line && old->col == err->col && strcmp(old->msg, err->msg) == 0 &&
            strcmp(old->file, err->file) == 0) {
            return;
        }
    }
    moot_errs_take(errs, err);
}

static void finish_report(moot_loader *loader, moot_err *err, const moot_node *decl)
{
    if (decl && decl->type == MOOT_NODE_WORD && strcmp(decl->word, "?") != 0) {
        int32_t width = err->line ? err->width : decl->width;
        moot_node_blame(decl, err); /* fills what is still empty: the place, if it was not known */
        err->width = width;
    }
    take_error(loader, err);
}

static void blame_site(moot_loader *loader, moot_site site, moot_err *err)
{
    if (site.chunk < 0) {
        return;
    }
    const moot_scan *scan = &loader->chunks[site.chunk]->scan;
    if (site.token >= 0) {
        moot_token_blame(scan, site.token, err);
    } else {
        moot_err_at(err, scan->path, 0, 0);
    }
}

void moot_loader_report(moot_loader *loader, moot_site site, const moot_node *decl, const char *fmt, ...)
{
    char text[512];
    va_list args;
    if (is_full(loader)) {
        return;
    }
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "%s", text);
    blame_site(loader, site, &err);
    finish_report(loader, &err, decl);
}

/* Nodes know the file relative to the protocol's folder; messages name it as it was given. */
static const char *path_of(const moot_loader *loader, const char *file)
{
    for (int32_t i = 0; i < loader->chunk_count; i++) {
        if (loader->chunks[i]->file == file) {
            return loader->chunks[i]->path;
        }
    }
    return file;
}

void moot_loader_report_node(moot_loader *loader, const moot_node *at, const moot_node *decl, const char *fmt, ...)
{
    char text[512];
    va_list args;
    if (is_full(loader)) {
        return;
    }
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "%s", text);
    const moot_node *place = at->line || !decl ? at : decl;
    if (place->file) {
        moot_err_at(&err, path_of(loader, place->file), place->line, place->col);
        err.width = place->width;
    }
    finish_report(loader, &err, decl);
}

/* ---- where a call stands ---- */

int32_t moot_loader_chunk(const moot_loader *loader, const char *chunk_name)
{
    for (int32_t i = 0; i < loader->chunk_count; i++) {
        if (strcmp(loader->chunks[i]->name, chunk_name) == 0) {
            return i;
        }
    }
    return -1;
}

/* Where Lua has read one token ahead (a name that begins an item of a table), the line that it remembers for a call is
 * that of the token behind the name. */
static int32_t name_at_line(const moot_scan *scan, int line)
{
    int32_t token = moot_scan_at_line(scan, line);
    int before = token > 0 && scan->tokens[token].kind != MOOT_TOKEN_NAME &&
                 scan->tokens[token - 1].kind == MOOT_TOKEN_NAME;
    return before ? token - 1 : token;
}

moot_site moot_loader_site(lua_State *L)
{
    moot_loader *loader = moot_loader_of(L);
    const char *chunk_name;
    int line;
    if (!moot_script_frame(L, &chunk_name, &line)) {
        return (moot_site){ -1, -1 };
    }
    int32_t chunk = moot_loader_chunk(loader, chunk_name);
    return (moot_site){ chunk, chunk >= 0 ? name_at_line(&loader->chunks[chunk]->scan, line) : -1 };
}

/* moot_sandbox's explain: places and words an error that Lua raised. */
static void explain(void *owner, const char *chunk_name, int line, const char *message, moot_err *err)
{
    moot_loader *loader = owner;
    int32_t chunk = moot_loader_chunk(loader, chunk_name);
    if (chunk < 0 || line <= 0) {
        return;
    }
    const moot_scan *scan = &loader->chunks[chunk]->scan;
    int32_t token = moot_scan_at_line(scan, line);
    if (message) {
        moot_explain(scan, token, message, err);
    }
    if (err->line == 0) {
        moot_token_blame(scan, token, err);
    }
}

/* ---- chunks ---- */

/* Marks Lua's chunk name; a long file name keeps its end, behind its number, which makes it unique. */
static const char *chunk_name_of(moot_loader *loader, const char *file)
{
    char name[CHUNK_NAME];
    size_t len = strlen(file);
    if (len + 2 <= sizeof name) {
        snprintf(name, sizeof name, "@%s", file);
    } else {
        snprintf(name, sizeof name, "@%d-%s", (int)loader->chunk_count, file + len - (sizeof name - 16));
    }
    return moot_arena_str(&loader->script->arena, name);
}

static moot_code fail_memory(moot_loader *loader)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail_memory(&err);
    moot_errs_take(loader->errs, &err);
    return MOOT_ENOMEM;
}

/* Adds a text as the next chunk, scanned. It and its names live in the script's arena. */
static moot_code add_chunk(moot_loader *loader, const moot_chunk *like, const char *source, size_t len)
{
    if (!moot_grow((void **)&loader->chunks, &loader->chunk_cap, (size_t)loader->chunk_count + 1,
                   sizeof *loader->chunks)) {
        return fail_memory(loader);
    }
    moot_chunk *chunk = moot_calloc(1, sizeof *chunk);
    if (!chunk) {
        return fail_memory(loader);
    }
    *chunk = *like;
    chunk->name = chunk_name_of(loader, like->file);
    moot_scan_init(&chunk->scan, source, len, like->path);
    moot_buf_init(&chunk->relined);
    loader->chunks[loader->chunk_count++] = chunk;
    moot_code code = moot_scan_read(&chunk->scan, loader->errs);
    if (code) {
        return code;
    }
    moot_scan_doubled(&chunk->scan, loader->errs);
    if (!chunk->is_stdlib && moot_scan_slips(&chunk->scan, loader->errs)) {
        return MOOT_EDATA; /* run, it would only say the same again, worse */
    }
    moot_scan_relined(&chunk->scan, &chunk->relined);
    return chunk->name && moot_buf_ok(&chunk->relined) ? MOOT_OK : fail_memory(loader);
}

/* Refuses what is no text at the door. */
static moot_code check_source(moot_loader *loader, const char *path, const char *source, size_t len)
{
    moot_err err;
    moot_err_init(&err);
    if (len > 0 && source[0] == '\x1b') {
        moot_fail(&err, MOOT_EDATA, "this is compiled Lua; give the script as text");
        moot_err_at(&err, path, 1, 1);
    } else if (moot_text_foreign(source, len)) {
        moot_fail(&err, MOOT_EDATA, "%s", moot_text_foreign(source, len));
        moot_err_at(&err, path, 0, 0);
    } else if (len > SOURCE_LIMIT) {
        moot_fail(&err, MOOT_ELIMIT, "the script is over 1 MiB long; divide it");
        moot_err_at(&err, path, 0, 0);
    } else if (moot_text_check(source, len, "the script", &err)) {
        moot_err_at(&err, path, 0, 0);
    }
    moot_code code = err.code;
    if (code) {
        moot_errs_take(loader->errs, &err);
    }
    return code;
}

/* ---- files ---- */

static moot_code fail_file(moot_loader *loader, const char *path, const char *why)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_ESYSTEM, "the script cannot be read: %s", why);
    moot_err_at(&err, path, 0, 0);
    moot_errs_take(loader->errs, &err);
    return MOOT_ESYSTEM;
}

/* Reads at most one byte over the limit, so that the size can be refused. Into the arena, with a NUL behind. */
static moot_code read_file(moot_loader *loader, const char *path, char **out_text, size_t *out_len)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return fail_file(loader, path, strerror(errno));
    }
    moot_code code = MOOT_OK;
    char *text = moot_malloc(SOURCE_LIMIT + 1);
    size_t len = text ? fread(text, 1, SOURCE_LIMIT + 1, file) : 0;
    if (text && ferror(file)) {
        code = fail_file(loader, path, strerror(errno));
        goto out;
    }
    *out_text = text ? moot_arena_strn(&loader->script->arena, text, len) : NULL;
    *out_len = len;
    if (!*out_text) {
        code = fail_memory(loader);
    }
out:
    moot_free(text);
    fclose(file);
    return code;
}

/* ---- the standard library ---- */

static const moot_embedded *find_embedded(const char *name)
{
    for (size_t i = 0; i < MOOT_COUNT(not_for_scripts); i++) {
        if (strcmp(not_for_scripts[i], name) == 0) {
            return NULL;
        }
    }
    for (size_t i = 0; i < moot_stdlib_count; i++) {
        if (strcmp(moot_stdlib_files[i].name, name) == 0) {
            return &moot_stdlib_files[i];
        }
    }
    return NULL;
}

static void hash_text(moot_sha *sha, const char *text, size_t len)
{
    const char *end = text + len;
    while (text < end) { /* line ends count as LF */
        const char *cr = memchr(text, '\r', (size_t)(end - text));
        const char *stop = cr ? cr : end;
        moot_sha_add(sha, text, (size_t)(stop - text));
        text = cr ? cr + 1 : end;
    }
}

/* The text of a module and the path for messages; *out_text stays NULL if there is no such module. */
static moot_code find_module(moot_loader *loader, const char *name, const char **out_path, const char **out_text,
                             size_t *out_len)
{
    char path[4096];
    const char *dir = loader->options ? loader->options->stdlib_dir : NULL;
    if (!dir) {
        const moot_embedded *embedded = find_embedded(name);
        snprintf(path, sizeof path, "stdlib/%s.lua", name);
        *out_text = embedded ? embedded->text : NULL;
        *out_len = embedded ? embedded->len : 0;
    } else {
        char *text = NULL;
        int len = snprintf(path, sizeof path, "%s/%s.lua", dir, name);
        if (len < 0 || (size_t)len >= sizeof path) {
            return fail_file(loader, dir, "its path is too long");
        }
        moot_code code = read_file(loader, path, &text, out_len);
        if (code) {
            return code;
        }
        *out_text = text;
    }
    *out_path = moot_arena_str(&loader->script->arena, path);
    return *out_path ? MOOT_OK : fail_memory(loader);
}

static moot_code add_module(moot_loader *loader, const char *name, int *out_found)
{
    char file[80];
    const char *path = NULL, *text = NULL;
    size_t len = 0;
    snprintf(file, sizeof file, "stdlib/%s.lua", name);
    moot_code code = find_module(loader, name, &path, &text, &len);
    *out_found = text != NULL;
    if (code || !text) {
        return code;
    }
    code = check_source(loader, path, text, len);
    if (code) {
        return code;
    }
    moot_sha_str(loader->sha, name);
    hash_text(loader->sha, text, len);
    moot_chunk like = { .file = moot_arena_str(&loader->script->arena, file), .path = path, .is_stdlib = 1,
                        .common = strcmp(name, VOCABULARY) == 0 };
    return like.file ? add_chunk(loader, &like, text, len) : fail_memory(loader);
}

/* ---- running ---- */

static const char words_key = 'w', modules_key = 'm'; /* addresses: registry keys */

/* [-0, +1, e]  runs a chunk; pushes what it returned */
static void run_chunk(lua_State *L, const moot_chunk *chunk)
{
    luaL_checkstack(L, 6, NULL);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &words_key);
    moot_sandbox_push_env(L, -1, moot_words_missing, moot_words_assigned, chunk->is_stdlib);
    lua_remove(L, -2);
    moot_sandbox_load_text(L, moot_buf_text(&chunk->relined), chunk->relined.len, chunk->name);
    lua_call(L, 0, 1);
}

static int is_module_name(const char *name)
{
    if (name[0] < 'a' || name[0] > 'z' || strlen(name) > 60) {
        return 0;
    }
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

/* A module that could not be loaded was reported with its own place: what raises only stops the script. */
static void raise_reported(lua_State *L, moot_code code)
{
    moot_loader *loader = moot_loader_of(L);
    moot_err *raised = &moot_sandbox_of(L)->raised;
    moot_err_init(raised);
    if (loader->errs->count > loader->first_err && loader->errs->list[loader->errs->count - 1].code == code) {
        *raised = loader->errs->list[--loader->errs->count]; /* it is taken again when the run has ended */
    } else {
        moot_fail(raised, code, "a module could not be loaded");
    }
    moot_raise(L);
}

/* [-1, +1, e]  require(name): a module of the standard library, run once */
int moot_loader_require(lua_State *L)
{
    moot_loader *loader = moot_loader_of(L);
    const char *name = luaL_checkstring(L, 1);
    lua_settop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &modules_key);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) == LUA_TBOOLEAN && !lua_toboolean(L, 3)) {
        moot_raise_as(L, MOOT_EDATA, "the modules require each other in a circle: \"%s\"", name);
    } else if (!lua_isnil(L, 3)) {
        return 1;
    }
    int found = 0;
    moot_code code = is_module_name(name) ? add_module(loader, name, &found) : MOOT_OK;
    if (code) {
        raise_reported(L, code);
    } else if (!found) {
        moot_raise_as(L, MOOT_EDATA, "the standard library has no module \"%.60s\"", name);
    }
    lua_pushvalue(L, 1);
    lua_pushboolean(L, 0);
    lua_rawset(L, 2);
    run_chunk(L, loader->chunks[loader->chunk_count - 1]);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}

static int l_prepare(lua_State *L)
{
    moot_words_push(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &words_key);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &modules_key);
    return 0;
}

static int l_run(lua_State *L)
{
    run_chunk(L, lua_touserdata(L, 1));
    return 0;
}

static moot_code call(moot_loader *loader, lua_CFunction body, void *arg)
{
    moot_err err;
    moot_err_init(&err);
    moot_code code = moot_lua_call(loader->sandbox, body, arg, &err);
    if (code) {
        moot_err_at(&err, loader->script->path, 0, 0);
        take_error(loader, &err);
    }
    return code;
}

static moot_code run_vocabulary(moot_loader *loader)
{
    int found = 0;
    moot_code code = add_module(loader, VOCABULARY, &found);
    if (code) {
        return code;
    }
    if (!found) {
        return fail_file(loader, "stdlib/" VOCABULARY ".lua", "it is missing");
    }
    return call(loader, l_run, loader->chunks[loader->chunk_count - 1]);
}

static moot_code run_script(moot_loader *loader)
{
    moot_script *script = loader->script;
    moot_chunk like = { .file = script->file, .path = script->path };
    moot_code code = add_chunk(loader, &like, script->source, script->source_len);
    return code ? code : call(loader, l_run, loader->chunks[loader->chunk_count - 1]);
}

/* ---- what belongs to nobody ---- */

static void report_lone(moot_loader *loader, const moot_made *made)
{
    char label[96];
    const moot_node *node = &made->node->node;
    moot_node_label(node, label, sizeof label);
    moot_classes is = made->spec ? made->spec->is : MOOT_CLASS(SHIFT);
    if (is & MOOT_CLASS(OUTCOME)) {
        moot_loader_report_node(loader, node, NULL, "%s stands outside a stage; write it between the { and } of one",
                                label);
    } else if (is & MOOT_CLASS(VERB)) {
        moot_loader_report_node(loader, node, NULL,
                                "%s stands outside a stage; a verb is written between the { and } of "
                                "a stage, an outcome, a level or late",
                                label);
    } else if (is & MOOT_CLASS(LATE)) {
        moot_loader_report_node(loader, node, NULL,
                                "late stands outside a deadline; write it between the { and } of one");
    } else if (made->state == MOOT_MADE_NAMED) {
        moot_loader_report_node(loader, node, NULL, "%s has no body { … }, and nothing refers to it", label);
    } else {
        moot_loader_report_node(loader, node, NULL,
                                "%s stands alone; it belongs in a field or between the { and } of a "
                                "declaration",
                                label);
    }
}

static int is_top(const moot_made *made)
{
    return made->state == MOOT_MADE_DONE && !made->owned && made->spec && (made->spec->flags & MOOT_TOP) &&
           made->node->node.declared;
}

static void report_all_lone(moot_loader *loader)
{
    for (int32_t i = 1; i < loader->made_count; i++) {
        const moot_made *made = &loader->made[i];
        if (made->state > MOOT_MADE_WORD && !made->owned && !made->used && !is_top(made)) {
            report_lone(loader, made);
        }
    }
}

static moot_code gather(moot_loader *loader)
{
    moot_script *script = loader->script;
    int32_t count = 0;
    for (int32_t i = 1; i < loader->made_count; i++) {
        count += is_top(&loader->made[i]);
    }
    const moot_node **decls = moot_arena_array(&script->arena, (size_t)count + 1, sizeof *decls);
    if (!decls) {
        return fail_memory(loader);
    }
    for (int32_t i = 1; i < loader->made_count; i++) {
        if (is_top(&loader->made[i])) {
            decls[script->decl_count++] = &loader->made[i].node->node;
        }
    }
    script->decls = decls;
    return MOOT_OK;
}

/* ---- life ---- */

static void loader_done(moot_loader *loader)
{
    moot_sandbox_free(loader->sandbox);
    for (int32_t i = 0; i < loader->chunk_count; i++) {
        moot_scan_done(&loader->chunks[i]->scan);
        moot_buf_done(&loader->chunks[i]->relined);
        moot_free(loader->chunks[i]);
    }
    moot_free(loader->chunks);
    moot_free(loader->made);
    if (loader->sha) {
        char ignored[65];
        moot_sha_take(loader->sha, ignored);
    }
}

/* Errors of this run by file and place; equal places stay in the order in which they were found. */
static void sort_errors(moot_loader *loader)
{
    moot_err *list = loader->errs->list;
    for (size_t i = loader->first_err + 1; i < loader->errs->count; i++) {
        moot_err one = list[i];
        size_t j = i;
        for (; j > loader->first_err; j--) {
            const moot_err *before = &list[j - 1];
            int later_file = strcmp(before->file, one.file);
            if (later_file < 0 || (later_file == 0 && (before->line < one.line ||
                                                       (before->line == one.line && before->col <= one.col)))) {
                break;
            }
            list[j] = list[j - 1];
        }
        list[j] = one;
    }
}

/* The code of a run: the one with the highest exit status among its errors. */
static moot_code worst_code(const moot_loader *loader)
{
    moot_code worst = MOOT_OK;
    for (size_t i = loader->first_err; i < loader->errs->count; i++) {
        moot_code code = loader->errs->list[i].code;
        if (moot_code_status(code) > moot_code_status(worst)) {
            worst = code;
        }
    }
    return worst;
}

static moot_code fill_script(moot_loader *loader, const char *path)
{
    moot_script *script = loader->script;
    const moot_load_options *options = loader->options;
    const char *slash = strrchr(path, '/');
    script->path = moot_arena_str(&script->arena, path);
    if (!script->path) {
        return fail_memory(loader);
    }
    script->file = script->path + (slash ? slash - path + 1 : 0);
    moot_code code = MOOT_OK;
    if (options && options->source) {
        script->source_len = options->source_len;
        script->source = moot_arena_alloc(&script->arena, script->source_len + 1);
        if (!script->source) {
            return fail_memory(loader);
        }
        memcpy(script->source, options->source, script->source_len);
    } else {
        code = read_file(loader, path, &script->source, &script->source_len);
    }
    return code ? code : check_source(loader, script->path, script->source, script->source_len);
}

static moot_code hash_source(moot_loader *loader)
{
    moot_script *script = loader->script;
    moot_sha *sha = moot_sha_new();
    if (!sha) {
        return fail_memory(loader);
    }
    hash_text(sha, script->source, script->source_len);
    moot_sha_take(sha, script->source_hash);
    moot_sha_take(loader->sha, script->stdlib_hash);
    loader->sha = NULL;
    return MOOT_OK;
}

static moot_code load(moot_loader *loader, const char *path)
{
    moot_err err;
    moot_err_init(&err);
    loader->sha = moot_sha_new();
    if (!loader->sha) {
        return fail_memory(loader);
    }
    moot_code code = fill_script(loader, path);
    if (code) {
        return code;
    }
    code = moot_sandbox_new(&moot_sandbox_for_loading, &loader->sandbox, &err);
    if (code) {
        moot_errs_take(loader->errs, &err);
        return code;
    }
    loader->sandbox->owner = loader;
    loader->sandbox->explain = explain;
    code = call(loader, l_prepare, NULL);
    code = code ? code : run_vocabulary(loader);
    code = code ? code : run_script(loader);
    if (code) { /* what was declared until then is told of too */
        return moot_patch_script(loader, 0) ? MOOT_ENOMEM : code;
    }
    report_all_lone(loader);
    code = gather(loader);
    if (!code && moot_patch_script(loader, 1)) {
        code = fail_memory(loader);
    }
    return code ? code : hash_source(loader);
}

/* Runs the script into a loader whose script is still empty. */
static moot_code load_and_sort(moot_loader *loader, const char *path)
{
    size_t dropped = loader->errs->dropped;
    loader->script = moot_calloc(1, sizeof *loader->script);
    if (!loader->script) {
        return fail_memory(loader);
    }
    moot_arena_init(&loader->script->arena);
    moot_code code = load(loader, path);
    sort_errors(loader);
    moot_code worst = worst_code(loader);
    if (moot_code_status(worst) > moot_code_status(code)) {
        code = worst;
    }
    return code == MOOT_OK && loader->errs->dropped > dropped ? MOOT_EDATA : code;
}

moot_code moot_script_load(const char *path, const moot_load_options *options, moot_script **out_script,
                           moot_errs *errs)
{
    moot_loader loader = { .options = options, .errs = errs, .first_err = errs->count };
    moot_code code = load_and_sort(&loader, path);
    loader_done(&loader);
    if (code) {
        moot_script_free(loader.script);
    } else {
        *out_script = loader.script;
    }
    return code;
}

moot_code moot_loader_open(const char *path, const moot_load_options *options, moot_loader **out_loader, moot_errs *errs)
{
    moot_loader *loader = moot_calloc(1, sizeof *loader);
    if (!loader) {
        moot_loader none = { .errs = errs };
        return fail_memory(&none);
    }
    loader->options = options;
    loader->errs = errs;
    loader->first_err = errs->count;
    moot_code code = load_and_sort(loader, path);
    loader->errs = NULL; /* nothing is reported any more: what runs from now on raises */
    if (code) {
        moot_loader_close(loader);
        return code;
    }
    *out_loader = loader;
    return MOOT_OK;
}

void moot_loader_close(moot_loader *loader)
{
    if (!loader) {
        return;
    }
    loader_done(loader);
    moot_script_free(loader->script);
    moot_free(loader);
}

void moot_script_free(moot_script *script)
{
    if (!script) {
        return;
    }
    moot_arena_done(&script->arena);
    moot_free(script);
}
