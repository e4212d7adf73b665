/* moot whatif: a baseline beside its variants and the points of its sweeps, or beside whole protocols, on one caseload, with the
 * same luck. The work is vm/run/whatif.h's; here the file of variants is compiled, the assumptions are bound to each, and the caseload
 * is read for each. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "lua/helper/helper.h"
#include "lua/load/load.h"
#include "repl/cli/cmd.h"
#include "repl/cli/term.h"
#include "repl/command/modelled.h"
#include "repl/command/whatif_kept.h"
#include "repl/command/whatif_page.h"
#include "vm/run/ring.h"

#define AGAINST_MOST 15

/* One of the protocols that are compared. */
typedef struct side {
    moot_protocol *protocol; /* borrowed */
    const char *variant;     /* its name in the file; NULL: the baseline, or a whole protocol */
    moot_modelled modelled;
    moot_cases cases;
    moot_load_options load;
    moot_helper_script helpers;
    int has_helpers;
} side;

/* A protocol of --against, with what is assumed of people under it. */
typedef struct against {
    moot_cmd_script script;
    moot_protocol *protocol, *base; /* base: of which it is a variant; NULL */
    moot_script *assumed;
    char assume[4096];
} against;

typedef struct asked {
    moot_app *app;
    const char *path, *cases;
    char named[4096];  /* the script that the path names */
    char assume[4096]; /* the baseline's assumptions */
    against *against;
    int32_t against_count;
    const moot_protocol **protocols; /* the whole ones, the baseline first */
    long jobs, seed, replicates, limit;
    moot_whatif_options options;
    moot_variants variants;
    moot_script *assumed;
    side *sides;
    int32_t count;
    moot_whatif_branch *branches;
    const char **paths; /* of the branches' scripts */
    const char **assumes; /* per branch: the file of its assumptions; NULL: the baseline's */
    uint8_t *is_own;    /* per branch: its assumptions are its own */
    moot_whatif_turn *turns; /* per branch: which reading it reads otherwise */
    moot_arena arena;        /* their texts */
    moot_whatif_kept kept;
    moot_progress progress;
} asked;

/* ---- options ---- */

static moot_code read_options(asked *a, moot_err *err)
{
    const moot_cli *cli = &a->app->cli;
    a->path = moot_cli_text(cli, "variants");
    if (moot_cmd_script_path(a->path, a->named, sizeof a->named)) {
        a->path = a->named;
    }
    a->cases = moot_cli_text(cli, "cases");
    a->jobs = a->seed = 1;
    a->replicates = 100;
    if (moot_cli_int(cli, "jobs", 1, MOOT_RING_JOBS_MOST, &a->jobs, err) ||
        moot_cli_int(cli, "seed", 0, INT32_MAX, &a->seed, err) ||
        moot_cli_int(cli, "replicates", 1, 100000, &a->replicates, err) ||
        moot_cli_int(cli, "limit", 1, INT32_MAX, &a->limit, err)) {
        return err->code;
    }
    if (!a->cases) {
        return moot_fail(err, MOOT_EUSAGE, "moot whatif needs --cases: a file of JSON Lines, a folder of CSV files, or a store");
    }
    if (moot_whatif_kept_check(a->app, a->cases, err) ||
        moot_whatif_shard(a->app, &a->options.shard, &a->options.shards, err)) {
        return err->code;
    }
    if (moot_cli_flag(cli, "csv") && a->app->say.json) {
        return moot_fail(err, MOOT_EUSAGE, "whatif writes CSV (--csv) or lines of JSON (--json), not both");
    }
    if (moot_cli_flag(cli, "by-case") && !a->app->say.json) {
        return moot_fail(err, MOOT_EUSAGE, "--by-case goes with --json: a page has no rows of cases");
    }
    if (strcmp(a->cases, "-") == 0) {
        return moot_fail(err, MOOT_EUSAGE, "moot whatif reads the caseload once for each variant: give a file or a folder");
    }
    return MOOT_OK;
}

static moot_code set_open_cases(asked *a, moot_err *err)
{
    const moot_cli *cli = &a->app->cli;
    moot_day first = 0;
    int how = MOOT_OPEN_SWITCH;
    a->options.change_on = MOOT_DAY_MIN;
    if (moot_cli_choice(cli, "open-cases", moot_whatif_open_words, MOOT_OPEN_WAYS, &how, err) ||
        moot_cmd_day(a->app, "change-on", &first, &a->options.change_on, err)) {
        return err->code;
    }
    if (!moot_cli_text(cli, "change-on") != !moot_cli_text(cli, "open-cases")) {
        return moot_fail(err, MOOT_EUSAGE, "%s", moot_cli_text(cli, "open-cases")
                                                     ? "--open-cases needs --change-on: the day on which the rules change"
                                                     : "--change-on needs --open-cases: keep, switch or better");
    }
    a->options.open_cases = (moot_whatif_open)how;
    if (first != a->options.change_on && moot_cli_text(cli, "change-on")) {
        return moot_fail(err, MOOT_EUSAGE, "--change-on takes one day, such as 2026-04-01; it was given \"%.80s\"",
                         moot_cli_text(cli, "change-on"));
    }
    if (moot_cli_text(cli, "open-cases") && a->against_count > 0) {
        return moot_fail(err, MOOT_EUSAGE, "--open-cases is about a day on which the rules of one protocol change: it does not go with "
                         "--against");
    }
    char day[16];
    for (int32_t i = 0; i < a->variants.count && a->options.change_on != MOOT_DAY_MIN; i++) {
        if (moot_protocol_unfold(a->variants.list[i], err)) {
            return err->code;
        }
        int changes = moot_whatif_changes_on(a->variants.list[i], a->options.change_on);
        moot_protocol_fold(a->variants.list[i]);
        if (!changes) {
            return moot_fail(err, MOOT_EDATA, "nothing in \"%.80s\" changes on %s: a figure dated from that day, or in_force from "
                             "or until it, says so", a->variants.list[i]->id, moot_day_text(a->options.change_on, day, sizeof day));
        }
    }
    return MOOT_OK;
}

static moot_code set_options(asked *a, moot_err *err)
{
    moot_day first = 0, until = MOOT_DAY_MIN, law = MOOT_DAY_MIN;
    const moot_zone *zone = a->variants.baseline->zone;
    if (moot_cmd_day(a->app, "until", &first, &until, err) || moot_cmd_day(a->app, "law-as-at", &first, &law, err)) {
        return err->code;
    }
    a->options.jobs = (int)a->jobs;
    a->options.engine = moot_options_default();
    a->options.engine.keep_reads = 0;
    a->options.engine.law_as_at = law;
    a->options.until = until == MOOT_DAY_MIN ? MOOT_NEVER : moot_day_end(zone, until);
    a->options.seed = (uint64_t)a->seed;
    a->options.replicates = a->replicates;
    a->options.by = moot_cli_text(&a->app->cli, "by");
    a->options.stop = moot_stop_flag();
    return moot_modelled_arrivals(a->app, &a->options.come_first, &a->options.come_last, err) ? err->code : set_open_cases(a, err);
}

/* ---- the sides ---- */

static int compile_variants(asked *a)
{
    moot_load_options load = { .stdlib_dir = moot_cli_text(&a->app->cli, "stdlib"), .readings = moot_cli_flag(&a->app->cli, "readings") };
    moot_script *script = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_code code = moot_script_load(a->path, &load, &script, &errs);
    code = code ? code : moot_variants_compile(script, 0, &a->variants, &errs, NULL);
    (void)moot_say_findings(&a->app->say, &errs, a->path, 0);
    if (code) {
        moot_say_raise(&a->app->say, moot_code_status(code));
    }
    moot_script_free(script);
    moot_errs_done(&errs);
    return code == MOOT_OK;
}

/* NAME.assume.lua beside a script that names the protocol, or among the protocols that come with moot. */
static moot_code find_assumptions(const char *id, const char *path, char *out, size_t size, moot_err *err)
{
    const char *slash = strrchr(path, '/'), *end = strstr(id, " / "); /* of a variant: its baseline's */
    char name[256], script[4096];
    (void)snprintf(name, sizeof name, "%.*s", end ? (int)(end - id) : (int)strlen(id), id);
    (void)snprintf(out, size, "%.*s%s.assume.lua", slash ? (int)(slash - path) + 1 : 0, path, name);
    if (access(out, R_OK) == 0) {
        return MOOT_OK;
    }
    size_t len = moot_cmd_script_path(name, script, sizeof script) ? strlen(script) : 0;
    size_t stem = len > 4 && strcmp(script + len - 4, ".lua") == 0 ? len - 4 : len > 3 && strcmp(script + len - 3, ".md") == 0 ? len - 3 : 0;
    if (stem > 0) {
        (void)snprintf(out, size, "%.*s.assume.lua", (int)(stem < 4000 ? stem : 4000), script);
        if (access(out, R_OK) == 0) {
            return MOOT_OK;
        }
    }
    return moot_fail(err, MOOT_EUSAGE, "moot whatif needs --assume, a file of how people behave; %.80s.assume.lua is not there", name);
}

/* The n-th --assume: the first is the baseline's, the next those of --against; without one it is looked for. */
static moot_code assumptions_of(const asked *a, size_t n, const char *id, const char *path, char *out, size_t size, moot_err *err)
{
    const char *given = moot_cli_nth(&a->app->cli, "assume", n);
    if (!given) {
        return find_assumptions(id, path, out, size, err);
    }
    int len = snprintf(out, size, "%s", given);
    return len >= 0 && (size_t)len < size ? MOOT_OK : moot_fail(err, MOOT_EUSAGE, "the name of the assumptions' file is too long");
}

/* ---- whole protocols ---- */

static int load_against(asked *a, size_t n, against *g, moot_err *err)
{
    const char *word = moot_cli_nth(&a->app->cli, "against", n);
    if (moot_cmd_script_named(a->app, word, &g->script, &g->protocol) ||
        (g->script.variant && moot_cmd_protocol(a->app, g->script.protocol, &g->base)) ||
        assumptions_of(a, n + 1, g->protocol->id, g->script.protocol, g->assume, sizeof g->assume, err)) {
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        if (strcmp(a->against[i].protocol->id, g->protocol->id) == 0) {
            moot_fail(err, MOOT_EUSAGE, "--against was given %.80s twice: give each protocol once", g->protocol->id);
            return 0;
        }
    }
    g->assumed = moot_modelled_script(a->app, g->assume);
    return g->assumed != NULL;
}

static int load_all_against(asked *a, moot_err *err)
{
    size_t count = 0;
    while (moot_cli_nth(&a->app->cli, "against", count)) {
        count++;
    }
    if (count > AGAINST_MOST || (moot_cli_nth(&a->app->cli, "assume", count + 1))) {
        moot_fail(err, MOOT_EUSAGE, count > AGAINST_MOST ? "moot whatif takes %d protocols --against the baseline at most"
                                    : count == 0         ? "--assume is given once, or once more for each --against"
                                                         : "--assume is given once for the baseline, and once for each --against",
                  AGAINST_MOST);
        return 0;
    }
    a->against = moot_calloc(count + 1, sizeof *a->against);
    a->protocols = moot_calloc(count + 1, sizeof *a->protocols);
    if (!a->against || !a->protocols) {
        moot_fail_memory(err);
        return 0;
    }
    a->protocols[0] = a->variants.baseline;
    for (size_t i = 0; i < count; i++) {
        a->against_count++;
        if (!load_against(a, i, &a->against[i], err)) {
            return 0;
        }
        a->protocols[i + 1] = a->against[i].protocol;
    }
    return 1;
}

static void free_against(asked *a)
{
    for (int32_t i = 0; i < a->against_count; i++) {
        moot_script_free(a->against[i].assumed);
        moot_protocol_free(a->against[i].protocol);
        moot_protocol_free(a->against[i].base);
    }
    moot_free(a->against);
    moot_free(a->protocols);
}

/* "weekly panel" of "stockport-2018 / weekly panel". */
static const char *variant_name(const moot_protocol *baseline, const moot_protocol *variant)
{
    size_t len = strlen(baseline->id);
    return strncmp(variant->id, baseline->id, len) == 0 && strncmp(variant->id + len, " / ", 3) == 0 ? variant->id + len + 3
                                                                                                       : variant->id;
}

static moot_code read_cases(asked *a, side *s, int is_first, moot_err *err)
{
    moot_caseload_options options = { MOOT_NEVER, a->protocols, a->against_count + 1 }; /* what only another knows is set aside */
    moot_caseload *caseload = NULL;
    moot_errs errs;
    moot_errs_init(&errs, 0);
    moot_code code = moot_cmd_caseload(a->cases, s->protocol, &options, &caseload, err);
    code = code ? code : moot_cases_read(caseload, a->limit, &s->cases, &errs, err);
    for (size_t i = 0; i < errs.count && is_first; i++) {
        moot_say_error(&a->app->say, &errs.list[i]);
    }
    if (!code && s->cases.count == 0) {
        code = moot_fail(err, MOOT_EDATA, "%.200s has no good case", a->cases);
    }
    moot_caseload_close(caseload);
    moot_errs_done(&errs);
    return code;
}

/* A bad case of one side is bad in all: else cases could not be compared. */
static moot_code check_cases(const asked *a, const side *s, const char *name, moot_err *err)
{
    int same = s->cases.count == a->sides[0].cases.count;
    for (int32_t i = 0; i < s->cases.count && same; i++) {
        same = strcmp(s->cases.list[i].id, a->sides[0].cases.list[i].id) == 0;
    }
    return same ? MOOT_OK
                : moot_fail(err, MOOT_EDATA, "\"%.80s\" cannot take some case that the baseline takes: cases must be the same on both "
                            "sides", name);
}

/* The protocol of a --against, which is a side of its own; NULL: a side of the file. */
static const against *against_of(const asked *a, int32_t i)
{
    return i > a->variants.count ? &a->against[i - a->variants.count - 1] : NULL;
}

static moot_code bind(asked *a, side *s, const against *whole, int32_t i)
{
    return whole ? moot_modelled_bind(a->app, whole->assumed, whole->assume, s->protocol, whole->base, &s->modelled)
                 : moot_modelled_bind(a->app, a->assumed, a->assume, s->protocol, i == 0 ? NULL : a->variants.baseline, &s->modelled);
}

/* What a variant reads otherwise than the baseline, if it does nothing else. Both are unfolded. */
static moot_code find_turn(asked *a, int32_t variant, moot_whatif_turn *out, moot_err *err)
{
    const moot_protocol *base = a->variants.baseline, *p = a->variants.list[variant];
    const moot_reading *before = a->variants.alone[variant] >= 0 ? &base->readings[a->variants.alone[variant]] : NULL;
    for (int32_t i = 0; before && i < p->readings_count; i++) {
        const moot_reading *r = &p->readings[i];
        const char *stands = moot_symbol(base, before->chosen), *read_as = moot_symbol(p, r->chosen);
        if (strcmp(before->decl.name, r->decl.name) != 0 || strcmp(stands, read_as) == 0) {
            continue;
        }
        *out = (moot_whatif_turn){ before->decl.name, before->decl.clause, stands, moot_arena_str(&a->arena, read_as) };
        return out->option ? MOOT_OK : moot_fail_memory(err);
    }
    return MOOT_OK;
}

static int make_side(asked *a, int32_t i, moot_err *err)
{
    side *s = &a->sides[i];
    const against *whole = against_of(a, i);
    const char *name = "baseline", *path = whole ? whole->script.path : a->path;
    s->protocol = whole ? whole->protocol : i == 0 ? a->variants.baseline : a->variants.list[i - 1];
    s->variant = whole ? whole->script.variant : i == 0 ? NULL : variant_name(a->variants.baseline, s->protocol);
    name = whole ? whole->protocol->id : i == 0 ? name : s->variant;
    s->load = (moot_load_options){ .stdlib_dir = moot_cli_text(&a->app->cli, "stdlib"), .variant = s->variant,
                                   .readings = !whole && moot_cli_flag(&a->app->cli, "readings") };
    moot_helper_script_init(&s->helpers, path, &s->load);
    s->has_helpers = 1;
    if (moot_protocol_unfold(s->protocol, err)) {
        return 0;
    }
    int bad = bind(a, s, whole, i) || read_cases(a, s, i == 0, err) || check_cases(a, s, name, err) ||
              (!whole && i > 0 && find_turn(a, i - 1, &a->turns[i], err));
    moot_protocol_fold(s->protocol);
    if (bad) {
        return 0;
    }
    a->paths[i] = path;
    a->assumes[i] = whole ? whole->assume : i == 0 ? a->assume : NULL;
    a->is_own[i] = whole != NULL;
    a->branches[i] = (moot_whatif_branch){ name, s->modelled.model, s->cases.list, &s->helpers.host };
    return 1;
}

static int make_sides(asked *a, moot_err *err)
{
    int32_t count = a->variants.count + 1 + a->against_count;
    if (count == 1) {
        moot_fail(err, MOOT_EDATA, "%.200s has no %s: moot whatif compares a baseline with what is changed of it, or with another "
                  "protocol (--against)", a->path, moot_cli_flag(&a->app->cli, "readings") ? "readings" : "variants");
        return 0;
    }
    a->assumed = moot_modelled_script(a->app, a->assume);
    a->sides = moot_calloc((size_t)count, sizeof *a->sides);
    a->branches = moot_calloc((size_t)count, sizeof *a->branches);
    a->paths = moot_calloc((size_t)count, sizeof *a->paths);
    a->assumes = moot_calloc((size_t)count, sizeof *a->assumes);
    a->is_own = moot_calloc((size_t)count, 1);
    a->turns = moot_calloc((size_t)count, sizeof *a->turns);
    if (!a->sides || !a->turns || !a->assumes || !a->branches || !a->paths || !a->is_own) {
        moot_fail_memory(err);
        return 0;
    }
    while (a->assumed && a->count < count) {
        if (!make_side(a, a->count++, err)) {
            return 0;
        }
    }
    return a->assumed != NULL;
}

static void close_sides(asked *a)
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
    moot_free(a->paths);
    moot_free(a->assumes);
    moot_free(a->is_own);
    moot_free(a->turns);
    moot_arena_done(&a->arena);
    moot_script_free(a->assumed);
    free_against(a);
    moot_variants_done(&a->variants);
}

/* ---- running ---- */

static void show_progress(void *user, int64_t done)
{
    asked *a = user;
    int64_t all = moot_whatif_of_shard(a->replicates, a->options.shard, a->options.shards);
    moot_progress_show(&a->progress, "replicates", done, all);
}

static moot_code keep(void *user, const moot_whatif *whatif, const moot_whatif_replicate *replicate, moot_err *err)
{
    return moot_whatif_kept_put(&((asked *)user)->kept, whatif, replicate, err);
}

/* One that was stopped keeps what it did, for --resume. */
static moot_code run(asked *a, moot_whatif *whatif, moot_err *err)
{
    const moot_script *assumed[AGAINST_MOST + 1] = { a->assumed };
    for (int32_t i = 0; i < a->against_count; i++) {
        assumed[i + 1] = a->against[i].assumed;
    }
    const moot_whatif_asked what = { a->branches, a->paths, a->count, a->sides[0].cases.count, a->cases, assumed, a->against_count + 1,
                                     a->is_own, &a->options, a->options.engine.law_as_at, a->limit, moot_cli_flag(&a->app->cli, "readings") };
    moot_code code = moot_whatif_kept_open(a->app, &what, whatif, &a->kept, err);
    if (code) {
        return code;
    }
    if (a->kept.found > 0) {
        moot_say_note(&a->app->say, "Going on after %" PRId64 " replicates.", a->kept.found);
    }
    moot_progress_begin(&a->progress, !a->app->say.quiet);
    a->progress.before = a->kept.found;
    code = moot_whatif_run(whatif, err);
    moot_progress_end(&a->progress);
    if (code == MOOT_EINTR && a->kept.store) {
        char said[sizeof err->msg];
        snprintf(said, sizeof said, "%s", err->msg);
        moot_err_init(err);
        return moot_fail(err, MOOT_EINTR, "%.200s; the same command with --resume goes on", said);
    }
    return code ? code : moot_whatif_kept_end(&a->kept, whatif, err);
}

/* Under the answer, of each whole protocol: on which law it rests. */
static void tell_law(const asked *a)
{
    if (a->variants.baseline->laws_count > 0) {
        printf("\n");
        moot_cmd_law_note(a->variants.baseline);
    }
    for (int32_t i = 0; i < a->against_count; i++) {
        const moot_protocol *p = a->against[i].protocol;
        if (p->laws_count > 0) {
            printf("\n%s: ", p->id);
            moot_cmd_law_note(p);
        }
    }
}

static int are_generated(const asked *a)
{
    int generated = 1;
    for (int32_t i = 0; i < a->sides[0].cases.count; i++) {
        generated &= a->sides[0].cases.list[i].generated != NULL;
    }
    return generated;
}

/* "2026-01-01..2026-12-31" */
static const char *come_text(const asked *a, char *buf, size_t size)
{
    char from[16], to[16];
    (void)snprintf(buf, size, "%s..%s", moot_day_text(a->options.come_first, from, sizeof from),
                   moot_day_text(a->options.come_last, to, sizeof to));
    return buf;
}

static void compare(asked *a, moot_err *err)
{
    moot_whatif *whatif = NULL;
    a->options.progress = show_progress;
    a->options.put = keep;
    a->options.user = a;
    moot_code code = moot_whatif_new(a->branches, a->count, a->sides[0].cases.count, &a->options, &whatif, err);
    if (!code && moot_whatif_arrivals(whatif)) {
        moot_modelled_tell_arrivals(a->app, moot_whatif_arrivals(whatif), a->cases);
    }
    code = code ? code : run(a, whatif, err);
    moot_whatif_kept_close(&a->kept);
    if (code) {
        moot_whatif_free(whatif);
        return;
    }
    long replicates = (long)moot_whatif_replicates(whatif);
    if (a->options.shards > 1) {
        moot_say_note(&a->app->say, "part %d of %d: %ld of %ld replicates; moot merge puts the parts together", a->options.shard,
                      a->options.shards, replicates, a->replicates);
    }
    moot_whatif_page page = { &a->app->say, whatif, a->branches, a->count, a->sides[0].cases.count, a->assumes, a->seed, replicates,
                              a->options.by, moot_cli_flag(&a->app->cli, "equality"), a->turns,
                              moot_cli_flag(&a->app->cli, "readings"), moot_cli_flag(&a->app->cli, "by-case"), 0,
                              a->options.change_on != MOOT_DAY_MIN, NULL };
    int csv = moot_cli_flag(&a->app->cli, "csv");
    char come[MOOT_MODELLED_ARRIVALS_TEXT];
    page.come = moot_whatif_arrivals(whatif) ? come_text(a, come, sizeof come) : NULL;
    page.hides = !page.by_case && !are_generated(a);
    code = a->app->say.json ? moot_whatif_json(&page, err) : csv ? moot_whatif_csv(&page, err) : moot_whatif_tell(&page, err);
    if (!code && !a->app->say.json && !csv) {
        tell_law(a);
    }
    moot_whatif_free(whatif);
}

void moot_cmd_whatif(moot_app *app)
{
    asked a;
    moot_err err;
    memset(&a, 0, sizeof a);
    moot_err_init(&err);
    moot_arena_init(&a.arena);
    a.app = app;
    if (!read_options(&a, &err) && moot_cmd_exists(app, a.path) && compile_variants(&a) && load_all_against(&a, &err) &&
        !set_options(&a, &err) && !assumptions_of(&a, 0, a.variants.baseline->id, a.path, a.assume, sizeof a.assume, &err) &&
        make_sides(&a, &err)) {
        compare(&a, &err);
    }
    if (err.code) {
        moot_say_error(&app->say, &err);
    }
    close_sides(&a);
}
