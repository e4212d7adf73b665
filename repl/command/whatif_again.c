#include "repl/command/whatif_again.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper.h"
#include "repl/cli/stored.h"
#include "repl/command/modelled.h"
#include "repl/command/whatif_kept.h"
#include "vm/case/input_json.h"

typedef struct side {
    moot_modelled modelled;
    moot_cases cases;
    moot_load_options load;
    moot_helper_script helpers;
    int has_helpers;
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
    int32_t count;
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
    for (int64_t i = 0; i < (int64_t)shape->branch_count * shape->case_count; i++) {
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
    return a->variants.count + 1 == a->of->side_count
               ? MOOT_OK
               : moot_fail(err, MOOT_ENO, "the file of variants has %d of them here; the what-if had %d", (int)a->variants.count, (int)a->of->side_count - 1);
}

static moot_code set_options(again *a, moot_err *err)
{
    char value[64];
    moot_day first;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    a->options = (moot_whatif_options){ .engine = moot_options_default(), .until = a->of->until, .seed = a->of->seed,
                                        .replicates = a->of->replicates, .by = a->of->by, .change_on = MOOT_DAY_MIN,
                                        .stop = moot_stop_flag(), .put = tell_replicate, .user = a };
    a->options.jobs = processors < 1 ? 1 : processors > MOOT_WHATIF_JOBS_MOST ? MOOT_WHATIF_JOBS_MOST : (int)processors;
    a->options.engine.keep_reads = 0;
    a->options.engine.law_as_at = a->of->law_as_at;
    if (moot_rerun_option(a->of->options, "--change-on", value, sizeof value) && moot_days_parse(value, &first, &a->options.change_on, err)) {
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
        return moot_fail(err, MOOT_ENO, "\"%.80s\" says something else here: its hash was %.12s and is %.12s; another moot, or another stdlib", of->name,
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
    moot_caseload_options options = { .as_of = MOOT_NEVER };
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
    const moot_protocol *p = i == 0 ? a->variants.baseline : a->variants.list[i - 1];
    s->load = a->texts.options;
    s->load.variant = i == 0 ? NULL : a->of->sides[i].name;
    moot_helper_script_init(&s->helpers, a->of->sources[0].file, &s->load);
    s->has_helpers = 1;
    if (moot_protocol_unfold(p, err)) {
        return err->code;
    }
    moot_code code = moot_modelled_bind(a->app, a->assumed, a->of->assumed[0].file, p, i == 0 ? NULL : a->variants.baseline, &s->modelled)
                         ? moot_fail(err, MOOT_EDATA, "the assumptions cannot be used, as was told")
                         : check_side(a, i, p, err);
    code = code ? code : read_cases(a, s, p, cases, err);
    moot_protocol_fold(p);
    if (!code && s->cases.count != a->sides[0].cases.count) {
        code = moot_fail(err, MOOT_EDATA, "\"%.80s\" cannot take some case that the baseline takes", a->of->sides[i].name);
    }
    a->branches[i] = (moot_whatif_branch){ a->of->sides[i].name, s->modelled.model, s->cases.list, &s->helpers.host };
    return code;
}

static moot_code make_sides(again *a, const char *cases, moot_err *err)
{
    moot_code code = MOOT_OK;
    a->sides = moot_calloc((size_t)a->of->side_count, sizeof *a->sides);
    a->branches = moot_calloc((size_t)a->of->side_count, sizeof *a->branches);
    if (!a->sides || !a->branches) {
        return moot_fail_memory(err);
    }
    while (a->count < a->of->side_count && !code) {
        code = make_side(a, a->count++, cases, err);
    }
    return code;
}

static moot_code tell_cases(const again *a, moot_whatif_again_case *each_case, moot_err *err)
{
    moot_buf text;
    const moot_protocol *p = a->variants.baseline;
    moot_code code = each_case ? moot_protocol_unfold(p, err) : MOOT_OK;
    moot_buf_init(&text);
    for (int32_t i = 0; each_case && i < a->sides[0].cases.count && !code; i++) {
        moot_buf_clear(&text);
        moot_input_json(p, &a->sides[0].cases.list[i], &text);
        code = moot_buf_ok(&text) ? each_case(a->user, moot_buf_text(&text), text.len, err) : moot_fail_memory(err);
    }
    if (each_case) {
        moot_protocol_fold(p);
    }
    moot_buf_done(&text);
    return code;
}

static void done(again *a)
{
    for (int32_t i = 0; i < a->count; i++) {
        if (a->sides[i].has_helpers) {
            moot_helper_script_done(&a->sides[i].helpers);
        }
        moot_modelled_done(&a->sides[i].modelled);
        moot_cases_done(&a->sides[i].cases);
    }
    moot_free(a->sides);
    moot_free(a->branches);
    moot_script_free(a->assumed);
    moot_variants_done(&a->variants);
}

moot_code moot_whatif_again_run(moot_app *app, const moot_whatif_again *of, const char *cases, moot_whatif_again_case *each_case,
                                moot_rerun_told *told, void *user, moot_err *err)
{
    again a = { .app = app, .of = of, .told = told, .user = user };
    moot_whatif *whatif = NULL;
    moot_code code = compile(&a, err);
    code = code ? code : set_options(&a, err);
    code = code ? code : make_sides(&a, cases, err);
    code = code ? code : tell_cases(&a, each_case, err);
    code = code ? code : moot_whatif_new(a.branches, a.count, a.sides[0].cases.count, &a.options, &whatif, err);
    code = code ? code : moot_whatif_run(whatif, err);
    code = code ? code : tell_effects(&a, whatif, err);
    moot_whatif_free(whatif);
    done(&a);
    return code;
}
