/* Texts and where they come from: a script's file, the modules of the standard library, another protocol. Each becomes a
 * chunk: scanned, relined for Lua, and known by its names. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"
#include "lua/load/markdown.h"
#include "lua/sandbox/embedded.h"
#include "vm/base/hash.h"
#include "vm/base/text.h"

#define SOURCE_LIMIT ((size_t)1 << 20)
#define CHUNK_NAME 60 /* with its @ and NUL: Lua shortens longer ones */

/* Embedded beside the standard library, for the program itself. */
static const char *const not_for_scripts[] = { "argparse" };

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

moot_code moot_loader_add_chunk(moot_loader *loader, const moot_chunk *like, const char *source, size_t len)
{
    if (!moot_grow((void **)&loader->chunks, &loader->chunk_cap, (size_t)loader->chunk_count + 1,
                   sizeof *loader->chunks)) {
        return moot_loader_no_memory(loader);
    }
    moot_chunk *chunk = moot_calloc(1, sizeof *chunk);
    if (!chunk) {
        return moot_loader_no_memory(loader);
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
    return chunk->name && moot_buf_ok(&chunk->relined) ? MOOT_OK : moot_loader_no_memory(loader);
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

moot_code moot_loader_fail_file(moot_loader *loader, const char *path, const char *why)
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
        return moot_loader_fail_file(loader, path, strerror(errno));
    }
    moot_code code = MOOT_OK;
    char *text = moot_malloc(SOURCE_LIMIT + 1);
    size_t len = text ? fread(text, 1, SOURCE_LIMIT + 1, file) : 0;
    if (text && ferror(file)) {
        code = moot_loader_fail_file(loader, path, strerror(errno));
        goto out;
    }
    *out_text = text ? moot_arena_strn(&loader->script->arena, text, len) : NULL;
    *out_len = len;
    if (!*out_text) {
        code = moot_loader_no_memory(loader);
    }
out:
    moot_free(text);
    fclose(file);
    return code;
}

/* What Lua gets of a text that was given or read: all of it, or the fences of a Markdown document. */
moot_code moot_loader_take_text(moot_loader *loader, moot_script_text *text)
{
    moot_err err;
    moot_err_init(&err);
    moot_code code = check_source(loader, text->path, text->text, text->len);
    if (code || !moot_is_markdown(text->path)) {
        return code;
    }
    char *script = moot_arena_alloc(&loader->script->arena, text->len + 1);
    if (!script) {
        return moot_loader_no_memory(loader);
    }
    if (moot_markdown_script(text->text, text->len, script, &err)) {
        code = err.code;
        moot_err_at(&err, text->path, 0, 0);
        moot_errs_take(loader->errs, &err);
        return code;
    }
    text->text = script;
    text->len = strlen(script);
    return MOOT_OK;
}

/* Reads a script and checks that it is text; its path, name and source are kept in the arena. */
moot_code moot_loader_read_script(moot_loader *loader, const char *path, const char *file, moot_script_text *out)
{
    const moot_load_options *options = loader->options;
    moot_arena *arena = &loader->script->arena;
    const char *slash = strrchr(path, '/');
    moot_code code = MOOT_OK;
    char *text = NULL;
    out->path = moot_arena_str(arena, path);
    out->file = file || !out->path ? file : out->path + (slash ? slash - path + 1 : 0);
    if (!out->path) {
        return moot_loader_no_memory(loader);
    }
    if (!file && options && options->source) { /* the script itself, given as text */
        out->len = options->source_len;
        text = moot_arena_strn(arena, options->source, out->len);
        code = text ? MOOT_OK : moot_loader_no_memory(loader);
    } else {
        code = read_file(loader, path, &text, &out->len);
    }
    out->text = text;
    return code ? code : moot_loader_take_text(loader, out);
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

void moot_loader_hash_text(moot_sha *sha, const char *text, size_t len)
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
            return moot_loader_fail_file(loader, dir, "its path is too long");
        }
        moot_code code = read_file(loader, path, &text, out_len);
        if (code) {
            return code;
        }
        *out_text = text;
    }
    *out_path = moot_arena_str(&loader->script->arena, path);
    return *out_path ? MOOT_OK : moot_loader_no_memory(loader);
}

moot_code moot_loader_add_module(moot_loader *loader, const char *name, int *out_found)
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
    moot_loader_hash_text(loader->sha, text, len);
    moot_chunk like = { .file = moot_arena_str(&loader->script->arena, file), .path = path, .is_stdlib = 1,
                        .common = strcmp(name, MOOT_VOCABULARY) == 0 };
    return like.file ? moot_loader_add_chunk(loader, &like, text, len) : moot_loader_no_memory(loader);
}

