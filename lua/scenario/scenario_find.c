/* Protocols of scenarios: found by id beside the script or in a folder `protocols` near it,
 * compiled once for all files. */
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/find.h"
#include "lua/scenario/scenario_internal.h"

struct moot_scenario_library {
    const char *stdlib_dir;
    const char *variants, *variant; /* a file and a name of it; NULL: none */
    int varied;
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

void moot_scenario_library_variant(moot_scenario_library *library, const char *path, const char *name)
{
    library->variants = path;
    library->variant = name;
}

int moot_scenario_library_varied(const moot_scenario_library *library)
{
    return library->varied;
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
             first->file[0] ? first->file : p->loaded, first->line, first->msg, more);
}

/* The variant of this protocol that stands for it. MOOT_ENO: the library's variants are another's. */
static moot_code compile_variant(const moot_scenario_library *library, scenario_protocol *p, moot_errs *errs)
{
    moot_load_options load = { .stdlib_dir = library->stdlib_dir, .variant = library->variant };
    moot_script *script = NULL;
    moot_code code = moot_script_load(library->variants, &load, &script, errs);
    if (!code && !moot_same_file(script->sources[1].path, p->path)) {
        code = MOOT_ENO;
    }
    code = code ? code : moot_compile_script(script, 1, &p->protocol, errs, NULL);
    moot_script_free(script);
    return code;
}

static void compile(moot_scenario_library *library, scenario_protocol *p)
{
    moot_errs errs;
    moot_err err;
    moot_errs_init(&errs, 0);
    moot_err_init(&err);
    moot_code code = library->variants ? compile_variant(library, p, &errs) : MOOT_ENO;
    if (code != MOOT_ENO) {
        library->varied = 1;
        p->loaded = library->variants;
    } else {
        code = moot_protocol_load(p->path, library->stdlib_dir, &p->protocol, &errs, NULL);
    }
    moot_load_options load = { .stdlib_dir = library->stdlib_dir, .variant = p->loaded == p->path ? NULL : library->variant };
    moot_helper_script_init(&p->helpers, p->loaded, &load);
    if (code) {
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
    p->loaded = p->path;
    compile(library, p);
    return p;
}

scenario_protocol *scenario_protocol_find(moot_scenario_library *library, const char *script,
                                          const char *name, moot_err *err)
{
    char path[4096];
    if (!moot_find_protocol(script, name, path, sizeof path)) {
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
