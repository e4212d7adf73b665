/* Protocols of scenarios: found by id beside the script or in a folder `protocols` near it,
 * compiled once for all files. */
#include <stdio.h>
#include <string.h>

#include "lua/compile.h"
#include "lua/scenario_internal.h"

struct moot_scenario_library {
    const char *stdlib_dir;
    scenario_protocol **list; /* owned; addresses stay */
    size_t cap;
    int32_t count;
};

moot_code moot_scenario_library_new(const char *stdlib_dir, moot_scenario_library **out_library,
                                    moot_err *err)
{
    moot_scenario_library *library = moot_calloc(1, sizeof *library);
    if (!library) {
        return moot_fail_memory(err);
    }
    library->stdlib_dir = stdlib_dir;
    *out_library = library;
    return MOOT_OK;
}

static void protocol_free(scenario_protocol *p)
{
    moot_helper_script_done(&p->helpers);
    moot_protocol_free(p->protocol);
    moot_clauses_free(p->clauses);
    moot_free(p->path);
    moot_free(p);
}

void moot_scenario_library_free(moot_scenario_library *library)
{
    if (!library) {
        return;
    }
    for (int32_t i = 0; i < library->count; i++) {
        protocol_free(library->list[i]);
    }
    moot_free(library->list);
    moot_free(library);
}

/* ---- where it is ---- */

static int exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file) {
        fclose(file);
    }
    return file != NULL;
}

static int has_suffix(const char *name, const char *suffix)
{
    size_t len = strlen(name), more = strlen(suffix);
    return len > more && strcmp(name + len - more, suffix) == 0;
}

/* Tries FOLDER/BETWEEN NAME SUFFIX. */
static int try_path(const char *folder, const char *between, const char *name, const char *suffix,
                    char *out, size_t size)
{
    int len = snprintf(out, size, "%s%s%s%s", folder, between, name, suffix);
    return len > 0 && (size_t)len < size && exists(out);
}

/* A path is taken as it stands, seen from the script's folder, then from here. An id is looked
 * for beside the script, in `protocols` beside it, and likewise in the folders above; then in
 * `protocols` here. */
static int find_path(const char *script, const char *name, char *out, size_t size)
{
    static const char *const places[] = { "",       "protocols/",      "../", "../protocols/",
                                          "../../", "../../protocols/" };
    char folder[4096];
    const char *slash = strrchr(script, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - script) + 1 : 0, script);
    if (strchr(name, '/') || has_suffix(name, ".lua") || has_suffix(name, ".md")) {
        return (name[0] != '/' && try_path(folder, "", name, "", out, size)) ||
               try_path("", "", name, "", out, size);
    }
    for (size_t i = 0; i < MOOT_COUNT(places); i++) {
        if (try_path(folder, places[i], name, ".lua", out, size) ||
            try_path(folder, places[i], name, ".md", out, size)) {
            return 1;
        }
    }
    return try_path("", "protocols/", name, ".lua", out, size) ||
           try_path("", "protocols/", name, ".md", out, size);
}

/* ---- compiling ---- */

static void say_trouble(scenario_protocol *p, const moot_errs *errs)
{
    if (errs->count == 0) {
        snprintf(p->trouble, sizeof p->trouble, "the protocol %.400s could not be compiled",
                 p->path);
        return;
    }
    const moot_err *first = &errs->list[0];
    char more[64] = "";
    if (errs->count > 1) {
        snprintf(more, sizeof more, " (and %zu more: moot check tells them)", errs->count - 1);
    }
    snprintf(p->trouble, sizeof p->trouble, "the protocol could not be compiled: %s:%d: %s%s",
             first->file[0] ? first->file : p->path, first->line, first->msg, more);
}

static void compile(const moot_scenario_library *library, scenario_protocol *p)
{
    moot_errs errs;
    moot_err err;
    moot_errs_init(&errs, 0);
    moot_err_init(&err);
    if (moot_protocol_load(p->path, library->stdlib_dir, &p->protocol, &errs, NULL)) {
        say_trouble(p, &errs);
    } else if (p->protocol->clause_file &&
               moot_clauses_beside(p->path, p->protocol->clause_file, &p->clauses, &err)) {
        p->clauses = NULL; /* the compiler warns of it; the clauses are then those that are cited */
    }
    moot_errs_done(&errs);
}

static scenario_protocol *add(moot_scenario_library *library, const char *path)
{
    scenario_protocol *p = moot_calloc(1, sizeof *p);
    if (!p) {
        return NULL;
    }
    p->path = moot_strdup(path);
    if (!p->path || !moot_grow((void **)&library->list, &library->cap, (size_t)library->count + 1,
                               sizeof *library->list)) {
        protocol_free(p);
        return NULL;
    }
    library->list[library->count++] = p;
    moot_load_options load = { .stdlib_dir = library->stdlib_dir };
    moot_helper_script_init(&p->helpers, p->path, &load);
    compile(library, p);
    return p;
}

scenario_protocol *scenario_protocol_find(moot_scenario_library *library, const char *script,
                                          const char *name, moot_err *err)
{
    char path[4096];
    if (!find_path(script, name, path, sizeof path)) {
        moot_fail(
            err, MOOT_EDATA,
            "no protocol \"%.100s\" was found beside the script or in a folder protocols near it",
            name);
        return NULL;
    }
    for (int32_t i = 0; i < library->count; i++) {
        if (strcmp(library->list[i]->path, path) == 0) {
            return library->list[i];
        }
    }
    scenario_protocol *p = add(library, path);
    if (!p) {
        moot_fail_memory(err);
    }
    return p;
}
