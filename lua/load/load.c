/* Runs a script and gathers what it declared: the vocabulary first, then the script, in one sandbox; at the end looks what
 * belongs to nobody. */
#include "lua/load/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/load/find.h"
#include "lua/load/loader.h"
#include "lua/sandbox/embedded.h"
#include "vm/base/hash.h"
#include "vm/base/names.h"

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

#define MODULES_MOST 64

/* The name of a module by what somebody took for it: "stdlib/part7", "part 7", "Part7". */
static const char *module_meant(const char *name)
{
    char plain[64];
    size_t used = 0;
    const char *names[MODULES_MOST] = { NULL };
    const char *slash = strrchr(name, '/');
    for (const char *at = slash ? slash + 1 : name; *at && used + 1 < sizeof plain; at++) {
        if (*at != ' ') {
            plain[used++] = *at;
        }
    }
    plain[used] = '\0';
    size_t count = moot_stdlib_count < MOOT_COUNT(names) ? moot_stdlib_count : MOOT_COUNT(names);
    for (size_t i = 0; i < count; i++) {
        names[i] = moot_stdlib_files[i].name;
        if (strcmp(names[i], plain) == 0) {
            return names[i];
        }
    }
    return moot_nearest(plain, names, count);
}

/* [-0, +0, e]  A file of that name that lies beside the script is taken over in another way. */
static void raise_no_module(lua_State *L, const char *name)
{
    const moot_loader *loader = moot_loader_of(L);
    const char *near = module_meant(name);
    char path[4096];
    int only_given = loader->options && loader->options->others;
    if (!near && is_module_name(name) && !only_given &&
        moot_find_protocol(loader->script->sources[0].path, name, path, sizeof path)) {
        moot_raise_as(L, MOOT_EDATA, "the standard library has no module \"%.60s\", and require brings in no other file; a "
                      "protocol takes over what another declares by protocol \"…\" { extends = \"%.60s\" }", name, name);
    }
    moot_raise_as(L, MOOT_EDATA, "the standard library has no module \"%.60s\"%s%s%s", name, near ? "; did you mean \"" : "",
                  near ? near : "", near ? "\"?" : "");
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
    moot_code code = is_module_name(name) ? moot_loader_add_module(loader, name, &found) : MOOT_OK;
    if (code) {
        raise_reported(L, code);
    } else if (!found) {
        raise_no_module(L, name);
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

/* ---- extends ---- */

/* `a, b, c` of a circle that comes back to where it began. */
static void tell_circle(const moot_script *script, char *buf, size_t size)
{
    size_t used = 0;
    for (int32_t i = 0; i < script->source_count && used < size; i++) {
        used += (size_t)snprintf(buf + used, size - used, "%s%s", i ? ", then " : "", script->sources[i].file);
    }
}

/* Among the texts that were given: the file of that name. */
static const moot_script_text *given_text(const moot_loader *loader, const char *name)
{
    const moot_load_options *options = loader->options;
    for (int32_t i = 0; i < options->other_count; i++) {
        const char *file = options->others[i].file, *slash = strrchr(file, '/');
        const char *base = slash ? slash + 1 : file, *dot = strrchr(base, '.');
        size_t len = dot ? (size_t)(dot - base) : strlen(base);
        if (strcmp(file, name) == 0 || strcmp(base, name) == 0 || (strlen(name) == len && memcmp(base, name, len) == 0)) {
            return &options->others[i];
        }
    }
    return NULL;
}

/* The base's name in places: as seen from the script's own folder. */
static const char *base_file(moot_loader *loader, const char *path)
{
    const moot_script_text *own = &loader->script->sources[0];
    size_t folder = strlen(own->path) - strlen(own->file);
    return moot_arena_str(&loader->script->arena, strncmp(path, own->path, folder) == 0 ? path + folder : path);
}

/* The text of a base: given, or read from where it was found. */
static moot_code read_base(moot_loader *loader, const moot_script_text *given, const char *path, moot_script_text *out)
{
    const char *file = base_file(loader, path);
    if (!file) {
        return moot_loader_no_memory(loader);
    }
    if (!given) {
        return moot_loader_read_script(loader, path, file, out);
    }
    *out = *given;
    out->path = out->file = file;
    out->text = moot_arena_strn(&loader->script->arena, given->text, given->len);
    return out->text ? moot_loader_take_text(loader, out) : moot_loader_no_memory(loader);
}

static moot_code add_base(moot_loader *loader, const moot_script_text *given, const char *path)
{
    moot_script *script = loader->script;
    moot_script_text *source = &script->sources[script->source_count];
    moot_code code = read_base(loader, given, path, source);
    if (code) {
        return code;
    }
    script->source_count++;
    moot_chunk like = { .file = source->file, .path = source->path };
    return moot_loader_add_chunk(loader, &like, source->text, source->len);
}

/* What a script declares before it says what it extends would come before what it changes. */
static int is_first(const moot_loader *loader, const moot_node *header)
{
    for (int32_t i = 1; i < loader->made_count; i++) {
        const moot_made *made = &loader->made[i];
        if (made->node && made->node->node.declared && made->node->node.file == header->file) {
            return 0;
        }
    }
    return 1;
}

/* Whether a base may be added; a report if not. */
static int may_extend(moot_loader *loader, const moot_node *at, const moot_node *decl, const char *path)
{
    char circle[240];
    const moot_script *script = loader->script;
    for (int32_t i = 0; i < script->source_count; i++) {
        if (moot_same_file(script->sources[i].path, path)) {
            tell_circle(script, circle, sizeof circle);
            moot_loader_report_node(loader, at, decl, "the protocols extend each other in a circle: %s, then again %s",
                                    circle, script->sources[i].file);
            return 0;
        }
    }
    if (script->source_count == MOOT_SOURCES) {
        moot_loader_report_node(loader, at, decl, "protocols extend each other more than %d deep", MOOT_SOURCES - 1);
        return 0;
    }
    return 1;
}

/* Runs the protocol of that name, now, so that what it declares is there before what changes it. */
static void run_base(lua_State *L, const char *name, const moot_node *at, const moot_node *decl)
{
    moot_loader *loader = moot_loader_of(L);
    const moot_script_text *own = &loader->script->sources[loader->script->source_count - 1];
    char path[4096];
    int only_given = loader->options && loader->options->others;
    const moot_script_text *given = only_given ? given_text(loader, name) : NULL;
    int found = given ? snprintf(path, sizeof path, "%s", given->file) > 0
                      : !only_given && moot_find_protocol(own->path, name, path, sizeof path);
    if (!found) {
        loader->no_base = 1;
        moot_loader_report_node(loader, at, decl, "no protocol \"%s\" was found beside this script, in a folder "
                                "protocols near it, or among the installed ones", name);
        return;
    }
    if (!may_extend(loader, at, decl, path)) {
        return;
    }
    moot_code code = add_base(loader, given, path);
    if (code) {
        raise_reported(L, code);
    }
    run_chunk(L, loader->chunks[loader->chunk_count - 1]);
    lua_pop(L, 1);
}

void moot_loader_extend(lua_State *L, const moot_node *header)
{
    moot_loader *loader = moot_loader_of(L);
    const moot_node *name = moot_node_field(header, "extends");
    moot_script_text *own = &loader->script->sources[loader->script->source_count - 1];
    if (header->file != own->file || own->header) {
        return; /* not the script's own header: the compiler refuses a second */
    }
    own->header = header;
    if (!name || name->type != MOOT_NODE_STRING) {
        return; /* none, or refused already */
    }
    if (!is_first(loader, header)) {
        moot_loader_report_node(loader, header, header, "a protocol that extends another begins with this line: what it "
                                "changes must be there before its own declarations");
    }
    run_base(L, name->name, name, header);
}

void moot_loader_baseline(lua_State *L, const moot_node *baseline)
{
    moot_loader *loader = moot_loader_of(L);
    moot_script *script = loader->script;
    if (baseline->file != script->file || script->baseline || script->source_count > 1 || !is_first(loader, baseline)) {
        moot_loader_report_node(loader, baseline, baseline, "a file of variants begins with baseline \"…\", once");
        return;
    }
    script->baseline = baseline;
    run_base(L, baseline->name, baseline, baseline);
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
        moot_err_at(&err, loader->script->sources[0].path, 0, 0);
        moot_loader_take(loader, &err);
    }
    return code;
}

static moot_code run_vocabulary(moot_loader *loader)
{
    int found = 0;
    moot_code code = moot_loader_add_module(loader, MOOT_VOCABULARY, &found);
    if (code) {
        return code;
    }
    if (!found) {
        return moot_loader_fail_file(loader, "stdlib/" MOOT_VOCABULARY ".lua", "it is missing");
    }
    return call(loader, l_run, loader->chunks[loader->chunk_count - 1]);
}

static moot_code run_script(moot_loader *loader)
{
    const moot_script_text *source = &loader->script->sources[0];
    moot_chunk like = { .file = source->file, .path = source->path };
    moot_code code = moot_loader_add_chunk(loader, &like, source->text, source->len);
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
        int dropped = made->chunk >= 0 && moot_scan_is_dropped(&loader->chunks[made->chunk]->scan, made->token);
        int stands = is_top(made) || (made->spec && (made->spec->is & MOOT_CLASS(BASELINE)));
        if (made->state > MOOT_MADE_WORD && !made->owned && !made->used && !stands && !dropped) {
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
        return moot_loader_no_memory(loader);
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

static moot_code hash_source(moot_loader *loader)
{
    moot_script *script = loader->script;
    moot_sha *sha = moot_sha_new();
    if (!sha) {
        return moot_loader_no_memory(loader);
    }
    for (int32_t i = 0; i < script->source_count; i++) {
        moot_loader_hash_text(sha, script->sources[i].text, script->sources[i].len);
    }
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
        return moot_loader_no_memory(loader);
    }
    moot_code code = moot_loader_read_script(loader, path, NULL, &loader->script->sources[0]);
    if (code) {
        return code;
    }
    loader->script->source_count = 1;
    loader->script->path = loader->script->sources[0].path;
    loader->script->file = loader->script->sources[0].file;
    code = moot_sandbox_new(&moot_sandbox_for_loading, &loader->sandbox, &err);
    if (code) {
        moot_errs_take(loader->errs, &err);
        return code;
    }
    loader->sandbox->owner = loader;
    loader->sandbox->explain = moot_loader_explain;
    code = call(loader, l_prepare, NULL);
    code = code ? code : run_vocabulary(loader);
    code = code ? code : run_script(loader);
    if (code) { /* what was declared until then is told of too */
        return moot_patch_script(loader, 0) ? MOOT_ENOMEM : code;
    }
    report_all_lone(loader);
    code = gather(loader);
    if (!code && (moot_patch_script(loader, !loader->no_base) || (!loader->no_base && moot_variants_make(loader)))) {
        code = moot_loader_no_memory(loader);
    }
    return code ? code : hash_source(loader);
}

/* Runs the script into a loader whose script is still empty. */
static moot_code load_and_sort(moot_loader *loader, const char *path)
{
    size_t dropped = loader->errs->dropped;
    loader->script = moot_calloc(1, sizeof *loader->script);
    if (!loader->script) {
        return moot_loader_no_memory(loader);
    }
    moot_arena_init(&loader->script->arena);
    loader->script->as_known = loader->options && loader->options->as_known;
    loader->script->known_on = loader->script->as_known ? loader->options->known_on : 0;
    moot_code code = load(loader, path);
    moot_errs_sort(loader->errs, loader->first_err);
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
        return moot_loader_no_memory(&none);
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
