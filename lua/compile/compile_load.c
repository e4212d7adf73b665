/* Loading and compiling in one go, with the clause tables that the script and what it extends name. */
#include <string.h>

#include "lua/compile/clauses.h"
#include "lua/compile/compile_internal.h"
#include "lua/load/load.h"

/* The clause tables of a script's sources, in their order. */
typedef struct tables {
    moot_clauses *read[MOOT_SOURCES]; /* owned; NULL: none, or not there */
    moot_clause_ids view[MOOT_SOURCES];
} tables;

static const moot_node *table_name(const moot_script_text *source)
{
    const moot_node *name = source->header != NULL ? moot_node_field(source->header, "clauses") : NULL;
    return name != NULL && name->type == MOOT_NODE_STRING ? name : NULL;
}

/* A script without its clause table can still be run, so an absent file is a warning and the ids stay unchecked. */
static moot_code read_table(const moot_script_text *source, const moot_node *name, moot_clauses **out, moot_errs *errs,
                            moot_errs *warnings)
{
    moot_err err;
    moot_code code;
    moot_err_init(&err);
    code = moot_clauses_beside(source->path, name->name, out, &err);
    if (code == MOOT_OK) {
        return MOOT_OK;
    }
    if (err.line == 0) { /* not a mistake within the table */
        (void)moot_err_at(&err, name->file, name->line, name->col);
        err.width = name->width;
    }
    if (code == MOOT_ESYSTEM) {
        if (warnings != NULL) {
            moot_errs_take(warnings, &err);
        }
        return MOOT_OK;
    }
    moot_errs_take(errs, &err);
    return code;
}

/* One that names no table cites that of what it extends. So the last comes first. */
static moot_code read_tables(const moot_script *script, int checked, tables *t, moot_errs *errs, moot_errs *warnings)
{
    int32_t i;
    for (i = script->source_count - 1; i >= 0; i--) {
        const moot_script_text *source = &script->sources[i];
        const moot_node *name = table_name(source);
        moot_clause_ids *view = &t->view[i];
        const moot_clause_ids *next = i + 1 < script->source_count ? &t->view[i + 1] : NULL;
        if (name != NULL) {
            moot_code code = checked ? read_table(source, name, &t->read[i], errs, warnings) : MOOT_OK;
            if (code != MOOT_OK) {
                return code;
            }
            if (t->read[i] != NULL) {
                *view = t->read[i]->view;
            }
            view->name = name->name;
        } else if (next != NULL) {
            *view = *next;
        }
        view->file = source->file;
        view->next = next;
    }
    return MOOT_OK;
}

moot_code moot_compile_script(const moot_script *script, int checked, moot_protocol **out_protocol, moot_errs *errs,
                              moot_errs *warnings)
{
    tables clauses = { { NULL }, { { 0 } } };
    int32_t i;
    moot_code code = read_tables(script, checked, &clauses, errs, warnings);
    if (code == MOOT_OK) {
        code = moot_compile(script, clauses.view, out_protocol, errs, warnings);
    }
    for (i = 0; i < MOOT_SOURCES; i++) {
        moot_clauses_free(clauses.read[i]);
    }
    return code;
}

static moot_code refuse_variants(const moot_script *script, moot_errs *errs)
{
    moot_err err;
    moot_err_init(&err);
    (void)moot_fail(&err, MOOT_EDATA, "this is a file of variants; name the protocol \"%s\", and this with --variant FILE:NAME",
                    script->baseline->name);
    (void)moot_node_blame(script->baseline, &err);
    moot_errs_take(errs, &err);
    return MOOT_EDATA;
}

moot_code moot_protocol_load(const char *path, const char *stdlib_dir, moot_protocol **out_protocol, moot_errs *errs,
                             moot_errs *warnings)
{
    moot_load_options options = { .stdlib_dir = stdlib_dir };
    return moot_protocol_load_with(path, &options, out_protocol, errs, warnings);
}

moot_code moot_protocol_load_with(const char *path, const moot_load_options *options, moot_protocol **out_protocol,
                                  moot_errs *errs, moot_errs *warnings)
{
    moot_script *script = NULL;
    moot_code code = moot_script_load(path, options, &script, errs);
    if (code == MOOT_OK) {
        code = script->baseline != NULL ? refuse_variants(script, errs)
                                        : moot_compile_script(script, 1, out_protocol, errs, warnings);
    }
    moot_script_free(script);
    return code;
}

/* ---- files of variants ---- */

/* Of law only, which is compiled where something cites it. */
static int says_only_law(const moot_node *variant)
{
    int only = variant->item_count > 0;
    for (int32_t i = 0; i < variant->item_count; i++) {
        only &= moot_node_is(variant->items[i], "law");
    }
    return only;
}

static void same_is_told(const moot_script *script, const moot_variant *variant, moot_errs *warnings)
{
    moot_err err;
    char label[96];
    if (warnings == NULL) {
        return;
    }
    moot_err_init(&err);
    const char *baseline = script->baseline != NULL ? script->baseline->name : script->file;
    (void)moot_fail(&err, MOOT_EDATA, says_only_law(variant->node)
                        ? "the variant \"%s\" changes nothing: no rule of %s hangs on that law, or it says so already"
                        : "the variant \"%s\" changes nothing: all that it says is so in %s already",
                    variant->name, baseline);
    (void)moot_err_at(&err, variant->node->file, variant->node->line, variant->node->col);
    err.width = variant->node->width;
    (void)moot_err_in(&err, moot_node_label(variant->node, label, sizeof label), NULL);
    moot_errs_take(warnings, &err);
}

/* A view of the script in which a variant's declarations stand for the baseline's. */
static moot_script view_of(const moot_script *script, const moot_variant *variant)
{
    moot_script view = *script;
    view.variant = variant->name;
    view.notes = variant->notes;
    view.base_decls = script->decls;
    view.base_decl_count = script->decl_count;
    view.decls = variant->decls;
    view.decl_count = variant->decl_count;
    return view;
}

static moot_code no_memory(moot_errs *errs)
{
    moot_err err;
    moot_err_init(&err);
    (void)moot_fail_memory(&err);
    moot_errs_take(errs, &err);
    return MOOT_ENOMEM;
}

/* A rule of stdlib's that a patch names is switched on by it, whatever else that says. */
static int is_same(const moot_node *one, const moot_node *other)
{
    return moot_node_same(one, other) && (one->asked == other->asked || !moot_compile__is_stdlib(one));
}

/* The reading that a variant declares otherwise, if all else is as the baseline has it, be it said again; -1. */
static int32_t alone_of(const moot_script *script, const moot_variant *variant, const moot_protocol *baseline)
{
    const moot_node *other = NULL;
    int32_t i, k;
    if (variant->decl_count != script->decl_count) {
        return -1;
    }
    for (i = 0; i < script->decl_count; i++) {
        if (is_same(script->decls[i], variant->decls[i])) {
            continue;
        }
        if (other != NULL || !moot_node_is(script->decls[i], "reading") || !moot_node_is(variant->decls[i], "reading")
            || strcmp(script->decls[i]->name, variant->decls[i]->name) != 0) {
            return -1;
        }
        other = script->decls[i];
    }
    for (k = 0; other != NULL && k < baseline->readings_count; k++) {
        if (strcmp(baseline->readings[k].decl.name, other->name) == 0) {
            return k;
        }
    }
    return -1;
}

static moot_code compile_variants(const moot_script *script, const moot_clause_ids *clauses, moot_compile_kept *kept,
                                  moot_variants *out, moot_errs *errs, moot_errs *warnings)
{
    moot_code worst = MOOT_OK;
    int32_t i;
    out->list = moot_calloc((size_t)script->variant_count + 1, sizeof *out->list);
    out->alone = moot_calloc((size_t)script->variant_count + 1, sizeof *out->alone);
    if (out->list == NULL || out->alone == NULL) {
        return no_memory(errs);
    }
    for (i = 0; i < script->variant_count; i++) {
        moot_script view = view_of(script, &script->variants[i]);
        moot_code code = moot_compile__like(&view, clauses, out->baseline, kept, &out->list[out->count],
                                            errs, warnings);
        if (code == MOOT_ENOMEM) {
            return code;
        }
        worst = code != MOOT_OK ? code : worst;
        if (code == MOOT_OK) {
            if (moot_protocol_same(out->list[out->count], out->baseline)) {
                same_is_told(script, &script->variants[i], warnings);
            }
            moot_protocol_fold(out->list[out->count]);
            out->alone[out->count++] = alone_of(script, &script->variants[i], out->baseline);
        }
    }
    return worst;
}

moot_code moot_variants_compile(const moot_script *script, int checked, moot_variants *out, moot_errs *errs,
                                moot_errs *warnings)
{
    tables clauses = { { NULL }, { { 0 } } };
    int32_t i;
    moot_compile_kept *kept = moot_calloc(1, sizeof *kept);
    moot_code code = kept == NULL ? no_memory(errs) : read_tables(script, checked, &clauses, errs, warnings);
    memset(out, 0, sizeof *out);
    if (code == MOOT_OK && script->variant_count > 0) {
        kept->declared = moot_calloc(MOOT_DECLARED, sizeof *kept->declared);
        code = kept->declared == NULL ? no_memory(errs) : MOOT_OK;
    }
    if (code == MOOT_OK) {
        code = moot_compile__like(script, clauses.view, NULL, kept, &out->baseline, errs, warnings);
    }
    if (code == MOOT_OK && script->variant_count > 0) {
        code = compile_variants(script, clauses.view, kept, out, errs, warnings);
    }
    for (i = 0; i < MOOT_SOURCES; i++) {
        moot_clauses_free(clauses.read[i]);
    }
    moot_compile__kept_free(kept);
    return code;
}

moot_code moot_variants_load(const char *path, const char *stdlib_dir, moot_variants *out, moot_errs *errs,
                             moot_errs *warnings)
{
    moot_load_options options = { .stdlib_dir = stdlib_dir };
    moot_script *script = NULL;
    moot_code code = moot_script_load(path, &options, &script, errs);
    memset(out, 0, sizeof *out);
    if (code == MOOT_OK) {
        code = moot_variants_compile(script, 1, out, errs, warnings);
    }
    moot_script_free(script);
    return code;
}

void moot_variants_done(moot_variants *variants)
{
    int32_t i;
    for (i = 0; i < variants->count; i++) {
        moot_protocol_free(variants->list[i]);
    }
    moot_free(variants->list);
    moot_free(variants->alone);
    moot_protocol_free(variants->baseline);
    memset(variants, 0, sizeof *variants);
}
