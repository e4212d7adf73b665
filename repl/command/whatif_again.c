#include "repl/command/whatif_again.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper.h"
#include "repl/cli/stored.h"
#include "repl/command/modelled.h"
#include "repl/command/whatif_kept.h"
#include "vm/case/input_json.h"
#include "vm/run/ring.h"

typedef struct side {
    moot_modelled modelled;
    moot_cases cases;
    moot_load_options load;
    moot_helper_script helpers;
    int has_helpers;
    /* of a whole protocol; base: of which it is a variant, NULL */
    moot_stored_texts texts, assumed_texts;
    moot_protocol *own, *base;
    moot_script *assumed;
} side;

typedef struct again {
    moot_app *app;
    const moot_whatif_again *of;
    moot_rerun_told *told;
    void *user;
    moot_stored_texts texts, assumed_texts;
    moot_script *assumed;
    moot_variants variants;
    side *sides;
    moot_whatif_branch *branches;
    const moot_protocol **protocols; /* the whole ones, the baseline first */
    int32_t protocol_count;
    moot_whatif_options options;
} again;

/* ---- results ---- */

/* Ten digits are as many as another machine's arithmetic agrees on. */
static void put_real(moot_buf *out, double value)
{
    if (isnan(value)) {
        moot_buf_str(out, "null");
    } else {
        moot_buf_printf(out, "%.10g", value);
    }
}

static void put_values(const moot_whatif_shape *shape, const moot_whatif_replicate *r, moot_buf *out)
{
    size_t each = (size_t)shape->group_count * (size_t)shape->figure_count;
    moot_buf_printf(out, "{\"replicate\":%" PRId64, r->number + 1);
    for (int32_t b = 0; b < shape->branch_count; b++) {
        moot_buf_char(out, ',');
        moot_buf_json(out, shape->branches[b]);
        moot_buf_str(out, ":[");
        for (size_t i = 0; i < each; i++) {
            moot_buf_str(out, i ? "," : "");
            put_real(out, r->values[(size_t)b * each + i]);
        }
        moot_buf_char(out, ']');
    }
}

static void put_lives(const moot_whatif_shape *shape, const moot_whatif_replicate *r, moot_buf *out)
{
    moot_buf_str(out, ",\"lives\":[");
    for (int64_t i = 0; i < (int64_t)shape->branch_count * (shape->case_count + r->came_count); i++) {
        const moot_whatif_life *l = &r->lives[i];
        moot_buf_printf(out, "%s[%d,%d,%d,%d,%d,%d,%d,%d]", i ? "," : "", (int)l->breaches, (int)l->nights, (int)l->days_home, (int)l->group,
                        (int)l->spot, l->went, l->queue, l->had);
    }
    moot_buf_char(out, ']');
}

static moot_code tell_replicate(void *user, const moot_whatif *whatif, const moot_whatif_replicate *replicate, moot_err *err)
{
    const again *a = user;
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    moot_buf brief, full;
    moot_buf_init(&brief);
    moot_buf_init(&full);
    put_values(&shape, replicate, &brief);
    moot_buf_char(&brief, '}');
    put_values(&shape, replicate, &full);
    put_lives(&shape, replicate, &full);
    moot_buf_char(&full, '}');
    moot_code code = moot_buf_ok(&brief) && moot_buf_ok(&full)
                         ? a->told(a->user, moot_buf_text(&brief), brief.len, moot_buf_text(&full), full.len, err)
                         : moot_fail_memory(err);
    moot_buf_done(&brief);
    moot_buf_done(&full);
    return code;
}

static void put_effect(const moot_whatif *whatif, const moot_whatif_shape *shape, int32_t branch, int32_t figure, int32_t group, moot_buf *out)
{
    const moot_whatif_figure *f = &shape->figures[figure];
    moot_figure change = moot_whatif_effect(whatif, branch, figure, group);
    const double numbers[] = { moot_whatif_value(whatif, 0, figure, group).value, moot_whatif_value(whatif, branch, figure, group).value,
                               change.value, change.low, change.high };
    static const char *const keys[] = { "baseline", "value", "change", "low", "high" };
    moot_buf_str(out, "{\"variant\":");
    moot_buf_json(out, shape->branches[branch]);
    moot_buf_str(out, ",\"figure\":");
    moot_buf_json(out, moot_whatif_text(f->kind));
    moot_buf_str(out, ",\"name\":");
    moot_buf_json(out, f->name);
    moot_buf_str(out, ",\"clause\":");
    moot_buf_json(out, f->clause);
    moot_buf_str(out, ",\"group\":");
    moot_buf_json(out, shape->groups[group]);
    for (size_t i = 0; i < MOOT_COUNT(keys); i++) {
        moot_buf_printf(out, ",\"%s\":", keys[i]);
        put_real(out, numbers[i]);
    }
    moot_buf_char(out, '}');
}

void moot_whatif_again_effects(const moot_whatif *whatif, moot_buf *out)
{
    moot_whatif_shape shape = moot_whatif_shape_of(whatif);
    const char *comma = "";
    moot_buf_str(out, "{\"effects\":[");
    for (int32_t b = 1; b < shape.branch_count; b++) {
        for (int32_t f = 0; f < shape.figure_count; f++) {
            for (int32_t g = 0; g < shape.group_count; g++) {
                moot_buf_str(out, comma);
                put_effect(whatif, &shape, b, f, g, out);
                comma = ",";
            }
        }
    }
    moot_buf_str(out, "]}");
}

static moot_code tell_effects(const again *a, const moot_whatif *whatif, moot_err *err)
{
    moot_buf out;
    moot_buf_init(&out);
    moot_whatif_again_effects(whatif, &out);
    moot_code code = moot_buf_ok(&out) ? a->told(a->user, moot_buf_text(&out), out.len, moot_buf_text(&out), out.len, err) : moot_fail_memory(err);
    moot_buf_done(&out);
    return code;
}

/* ---- what is run ---- */

static int is_whole(const again *a, int32_t i)
{
    return a->of->sides[i].source_count > 0 || a->of->sides[i].assumed_count > 0;
}

/* Whole protocols stand behind all sides of the file of variants, as many as there are of them. */
static moot_code check_sides(const again *a, moot_err *err)
{
    int32_t own = 0;
    while (own < a->of->side_count && !is_whole(a, own)) {
        own++;
    }
    for (int32_t i = own; i < a->of->side_count; i++) {
        if (a->of->sides[i].source_count < 1 || a->of->sides[i].assumed_count < 1) {
            return moot_fail(err, MOOT_EDATA, "of \"%.80s\" no script is kept, or no file of assumptions", a->of->sides[i].name);
        }
    }
    return a->variants.count + 1 == own
               ? MOOT_OK
               : moot_fail(err, MOOT_ENO, "the file of variants has %d of them here; the what-if had %d", (int)a->variants.count, (int)own - 1);
}

static moot_code load(again *a, const moot_source *files, int32_t count, moot_stored_texts *texts, moot_script **out, moot_errs *errs)
{
    moot_stored_texts_of(a->app, "", files, count, NULL, texts);
    texts->options.readings = texts == &a->texts && strstr(a->of->options, MOOT_WHATIF_READINGS) != NULL;
    return moot_script_load(files[0].file, &texts->options, out, errs);
}

static moot_code compile(again *a, moot_err *err)
{
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (a->of->source_count < 1 || a->of->assumed_count < 1) {
        return moot_fail(err, MOOT_EDATA, "no file of variants, or none of assumptions, is kept of this what-if");
    }
    moot_code code = load(a, a->of->sources, a->of->source_count, &a->texts, &script, &errs);
    code = code ? code : moot_variants_compile(script, 0, &a->variants, &errs, NULL);
    code = code ? code : load(a, a->of->assumed, a->of->assumed_count, &a->assumed_texts, &a->assumed, &errs);
    for (size_t i = 0; i < errs.count; i++) {
        moot_say_error(&a->app->say, &errs.list[i]);
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    if (code) {
        return moot_fail(err, MOOT_EDATA, "the files of the what-if cannot be compiled, as was told");
    }
    return check_sides(a, err);
}

/* The protocol of a side of its own, what it is a variant of, and what is assumed of it. */
static moot_code compile_whole(again *a, int32_t i, moot_err *err)
{
    const moot_whatif_again_side *of = &a->of->sides[i];
    side *s = &a->sides[i];
    moot_errs errs;
    char base[160];
    const char *variant = strstr(of->name, " / ");
    moot_errs_init(&errs, 0);
    moot_code code = moot_stored_protocol(a->app, of->name, of->sources, of->source_count, NULL, &s->own);
    if (!code && variant) {
        snprintf(base, sizeof base, "%.*s", (int)(variant - of->name), of->name);
        code = moot_stored_protocol(a->app, base, of->sources, of->source_count, NULL, &s->base);
    }
    moot_stored_texts_of(a->app, of->name, of->sources, of->source_count, NULL, &s->texts);
    moot_stored_texts_of(a->app, "", of->assumed, of->assumed_count, NULL, &s->assumed_texts);
    code = code ? code : moot_script_load(of->assumed[0].file, &s->assumed_texts.options, &s->assumed, &errs);
    for (size_t k = 0; k < errs.count; k++) {
        moot_say_error(&a->app->say, &errs.list[k]);
    }
    moot_errs_done(&errs);
    return code ? moot_fail(err, MOOT_EDATA, "the files of \"%.80s\" cannot be compiled, as was told", of->name) : MOOT_OK;
}

static moot_code set_options(again *a, moot_err *err)
{
    char value[64];
    moot_day first;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    a->options = (moot_whatif_options){ .engine = moot_options_default(), .until = a->of->until, .seed = a->of->seed,
                                        .replicates = a->of->replicates, .by = a->of->by, .change_on = MOOT_DAY_MIN, .come_first = MOOT_DAY_MIN,
                                        .stop = moot_stop_flag(), .put = tell_replicate, .user = a };
    a->options.jobs = moot_ring_jobs(processors, a->of->replicates);
    a->options.engine.keep_reads = 0;
    a->options.engine.law_as_at = a->of->law_as_at;
    if (moot_rerun_option(a->of->options, "--change-on", value, sizeof value) && moot_days_parse(value, &first, &a->options.change_on, err)) {
        return err->code;
    }
    if (moot_rerun_option(a->of->options, MOOT_MODELLED_ARRIVALS, value, sizeof value) &&
        moot_modelled_days(value, &a->options.come_first, &a->options.come_last, err)) {
        return err->code;
    }
    if (moot_rerun_option(a->of->options, "--open-cases", value, sizeof value)) {
        for (size_t i = 0; i < MOOT_OPEN_WAYS; i++) {
            a->options.open_cases = strcmp(value, moot_whatif_open_words[i]) == 0 ? (moot_whatif_open)i : a->options.open_cases;
        }
    }
    return MOOT_OK;
}

/* The protocol and what is assumed are those of the what-if, or what comes of them could not be held against it. */
static moot_code check_side(const again *a, int32_t i, const moot_protocol *p, moot_err *err)
{
    const moot_whatif_again_side *of = &a->of->sides[i];
    const char *assumed = a->sides[i].modelled.assume->hash;
    if (strcmp(p->hash, of->hash) != 0) {
        return moot_fail(err, MOOT_ENO, "\"%.80s\" says something else here: its hash was %.12s and is %.12s; another moot, or another stdlib, which --stdlib DIR names", of->name,
                         of->hash, p->hash);
    }
    if (strcmp(assumed, of->assumptions) != 0) {
        return moot_fail(err, MOOT_ENO, "something else is assumed of \"%.80s\": it had %.12s, the files come to %.12s", of->name, of->assumptions, assumed);
    }
    return MOOT_OK;
}

static moot_code read_cases(again *a, side *s, const moot_protocol *p, const char *cases, moot_err *err)
{
    char value[32];
    moot_caseload_options options = { MOOT_NEVER, a->protocols, a->protocol_count }; /* what only another knows is set aside */
    moot_caseload *caseload = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    long limit = moot_rerun_option(a->of->options, "--limit", value, sizeof value) ? strtol(value, NULL, 10) : 0;
    moot_code code = moot_cmd_caseload(cases, p, &options, &caseload, err);
    code = code ? code : moot_cases_read(caseload, limit, &s->cases, &errs, err);
    moot_caseload_close(caseload);
    moot_errs_done(&errs); /* bad cases were told as it was first run */
    return code || s->cases.count > 0 ? code : moot_fail(err, MOOT_EDATA, "%.200s has no good case", cases);
}

static moot_code make_side(again *a, int32_t i, const char *cases, moot_err *err)
{
    side *s = &a->sides[i];
    const moot_whatif_again_side *of = &a->of->sides[i];
    const moot_protocol *p = is_whole(a, i) ? s->own : i == 0 ? a->variants.baseline : a->variants.list[i - 1];
    s->load = is_whole(a, i) ? s->texts.options : a->texts.options;
    s->load.variant = is_whole(a, i) ? s->load.variant : i == 0 ? NULL : of->name;
    moot_helper_script_init(&s->helpers, is_whole(a, i) ? of->sources[0].file : a->of->sources[0].file, &s->load);
    s->has_helpers = 1;
    if (moot_protocol_unfold(p, err)) {
        return err->code;
    }
    moot_code code = (is_whole(a, i) ? moot_modelled_bind(a->app, s->assumed, of->assumed[0].file, p, s->base, &s->modelled)
                                     : moot_modelled_bind(a->app, a->assumed, a->of->assumed[0].file, p, i == 0 ? NULL : a->variants.baseline, &s->modelled))
                         ? moot_fail(err, MOOT_EDATA, "the assumptions cannot be used, as was told")
                         : check_side(a, i, p, err);
    code = code ? code : read_cases(a, s, p, cases, err);
    moot_protocol_fold(p);
    if (!code && s->cases.count != a->sides[0].cases.count) {
        code = moot_fail(err, MOOT_EDATA, "\"%.80s\" cannot take some case that the baseline takes", of->name);
    }
    a->branches[i] = (moot_whatif_branch){ of->name, s->modelled.model, s->cases.list, &s->helpers.host };
    return code;
}

/* All protocols are there before the first case is read: what a case may hold is what any of them knows. */
static moot_code make_protocols(again *a, moot_err *err)
{
    moot_code code = MOOT_OK;
    a->protocols[a->protocol_count++] = a->variants.baseline;
    for (int32_t i = 1; i < a->of->side_count && !code; i++) {
        if (is_whole(a, i)) {
            code = compile_whole(a, i, err);
            a->protocols[a->protocol_count++] = a->sides[i].own;
        }
    }
    return code;
}

static moot_code make_sides(again *a, const char *const *cases, moot_err *err)
{
    a->sides = moot_calloc((size_t)a->of->side_count, sizeof *a->sides);
    a->branches = moot_calloc((size_t)a->of->side_count, sizeof *a->branches);
    a->protocols = moot_calloc((size_t)a->of->side_count, sizeof *a->protocols);
    if (!a->sides || !a->branches || !a->protocols) {
        return moot_fail_memory(err);
    }
    moot_code code = make_protocols(a, err);
    for (int32_t i = 0; i < a->of->side_count && !code; i++) {
        code = make_side(a, i, cases[i], err);
    }
    return code;
}

static moot_code tell_cases_of(const again *a, int32_t of, moot_whatif_again_case *each_case, moot_err *err)
{
    moot_buf text;
    const moot_protocol *p = of == 0 ? a->variants.baseline : a->sides[of].own;
    const moot_cases *cases = &a->sides[of].cases;
    if (moot_protocol_unfold(p, err)) {
        return err->code;
    }
    moot_code code = MOOT_OK;
    moot_buf_init(&text);
    for (int32_t i = 0; i < cases->count && !code; i++) {
        moot_buf_clear(&text);
        moot_input_json(p, &cases->list[i], &text);
        code = moot_buf_ok(&text) ? each_case(a->user, of, moot_buf_text(&text), text.len, err) : moot_fail_memory(err);
    }
    moot_protocol_fold(p);
    moot_buf_done(&text);
    return code;
}

static moot_code tell_cases(const again *a, moot_whatif_again_case *each_case, moot_err *err)
{
    moot_code code = MOOT_OK;
    for (int32_t i = 0; each_case && i < a->of->side_count && !code; i++) {
        code = i == 0 || is_whole(a, i) ? tell_cases_of(a, i, each_case, err) : MOOT_OK;
    }
    return code;
}

static void done(again *a)
{
    for (int32_t i = 0; a->sides && i < a->of->side_count; i++) {
        if (a->sides[i].has_helpers) {
            moot_helper_script_done(&a->sides[i].helpers);
        }
        moot_modelled_done(&a->sides[i].modelled);
        moot_cases_done(&a->sides[i].cases);
        moot_script_free(a->sides[i].assumed);
        moot_protocol_free(a->sides[i].own);
        moot_protocol_free(a->sides[i].base);
    }
    moot_free(a->sides);
    moot_free(a->branches);
    moot_free(a->protocols);
    moot_script_free(a->assumed);
    moot_variants_done(&a->variants);
}

moot_code moot_whatif_again_run(moot_app *app, const moot_whatif_again *of, const char *const *cases, moot_whatif_again_case *each_case,
                                moot_rerun_told *told, void *user, moot_err *err)
{
    again a = { .app = app, .of = of, .told = told, .user = user };
    moot_whatif *whatif = NULL;
    moot_code code = compile(&a, err);
    code = code ? code : set_options(&a, err);
    code = code ? code : make_sides(&a, cases, err);
    code = code ? code : tell_cases(&a, each_case, err);
    code = code ? code : moot_whatif_new(a.branches, of->side_count, a.sides[0].cases.count, &a.options, &whatif, err);
    code = code ? code : moot_whatif_run(whatif, err);
    code = code ? code : tell_effects(&a, whatif, err);
    moot_whatif_free(whatif);
    done(&a);
    return code;
}
