/* Mistakes and their places: what is wrong goes to the list of errors, once, with its token or node; what Lua raises is put
 * in plain words. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lua/load/loader.h"

/* ---- reports ---- */

/* Once the list is full a mistake is only counted: a loop can make very many. */
static int is_full(moot_loader *loader)
{
    int full = loader->errs->count >= loader->errs->limit;
    loader->errs->dropped += (size_t)full;
    return full;
}

void moot_loader_take(moot_loader *loader, moot_err *err)
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

moot_code moot_loader_no_memory(moot_loader *loader)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail_memory(&err);
    moot_errs_take(loader->errs, &err);
    return MOOT_ENOMEM;
}

static void finish_report(moot_loader *loader, moot_err *err, const moot_node *decl)
{
    if (decl && decl->type == MOOT_NODE_WORD && strcmp(decl->word, "?") != 0) {
        int32_t width = err->line ? err->width : decl->width;
        moot_node_blame(decl, err); /* fills what is still empty: the place, if it was not known */
        err->width = width;
    }
    moot_loader_take(loader, err);
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

void moot_loader_explain(void *owner, const char *chunk_name, int line, const char *message, moot_err *err)
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

