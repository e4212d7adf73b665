/* How long a protocol takes to load, in its parts, and what a variant costs in time and memory. The yardstick is a SHA-256 of
 * a mebibyte: work of a processor that reads no file. */
#include <stdlib.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "tests/bench/bench.h"
#include "vm/base/hash.h"

#define LARGEST "protocols/stockport-2024.md" /* by its stages, those of the law among them */
#define CLAUSES 250 /* of Luton's protocol */
#define VARIANTS 100

typedef struct timing {
    const char *path;
    moot_script *script;   /* for what comes after Lua */
    moot_variants all;
} timing;

static double yardstick(void *user)
{
    static char block[1 << 20];
    char hex[65];
    double before = bench_processor();
    moot_sha *sha = moot_sha_new();
    (void)user;
    if (!sha) {
        bench_fail("memory ended");
    }
    moot_sha_add(sha, block, sizeof block);
    moot_sha_take(sha, hex);
    return (bench_processor() - before) * 1000;
}

static void must(moot_code code, const moot_errs *errs)
{
    if (code) {
        bench_fail("%s", errs && errs->count ? errs->list[0].msg : moot_code_name(code));
    }
}

static moot_script *load(const char *path)
{
    moot_errs errs;
    moot_script *script = NULL;
    moot_errs_init(&errs, 0);
    must(moot_script_load(path, NULL, &script, &errs), &errs);
    moot_errs_done(&errs);
    return script;
}

static double lua_ms(void *user)
{
    const timing *t = user;
    double before = bench_processor();
    moot_script_free(load(t->path));
    return (bench_processor() - before) * 1000;
}

static double compiled_ms(const timing *t, int checked)
{
    moot_errs errs, warnings;
    moot_protocol *p = NULL;
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    double before = bench_processor();
    must(moot_compile_script(t->script, checked, &p, &errs, checked ? &warnings : NULL), &errs);
    double after = bench_processor();
    moot_protocol_free(p);
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return (after - before) * 1000;
}

static double compile_ms(void *user)
{
    return compiled_ms(user, 0);
}

/* Against the tables of clauses, which are read for it, and for warnings. */
static double checks_ms(void *user)
{
    double plain = compiled_ms(user, 0);
    return compiled_ms(user, 1) - plain;
}

static double zone_ms(void *user)
{
    moot_zone *zone = NULL;
    double before = bench_processor();
    (void)user;
    if (moot_zone_load("Europe/London", &zone, NULL)) {
        bench_fail("there is no Europe/London here");
    }
    double after = bench_processor();
    moot_zone_free(zone);
    return (after - before) * 1000;
}

static double whole_ms(void *user)
{
    const timing *t = user;
    moot_errs errs;
    moot_protocol *p = NULL;
    moot_errs_init(&errs, 0);
    double before = bench_processor();
    must(moot_protocol_load(t->path, NULL, &p, &errs, NULL), &errs);
    double after = bench_processor();
    moot_protocol_free(p);
    moot_errs_done(&errs);
    return (after - before) * 1000;
}

static void tell(const char *what, bench_side *side, timing *t, const char *aim, const char *limit)
{
    bench_pair pair = bench_in_turn(side, t, yardstick, NULL, BENCH_PAIRS);
    bench_tell(what, "ms", &pair, aim, limit);
}

/* What the table of protocols/README.md says of each. */
static void tell_each(void)
{
    static const char *const paths[] = { "protocols/stockport-2018.lua", "protocols/stockport-2024.md",
                                         "protocols/medway-2021.lua", "protocols/luton.lua",
                                         "protocols/worcestershire-2017.lua" };
    for (size_t i = 0; i < MOOT_COUNT(paths); i++) {
        timing t = { .path = paths[i] };
        char what[80];
        snprintf(what, sizeof what, "loading %s", paths[i] + strlen("protocols/"));
        tell(what, whole_ms, &t, "under 30 ms", "");
    }
}

/* ---- variants ---- */

/* A protocol as large as Luton's: a stage with a deadline, an act and two outcomes for each clause. */
static void write_large(const char *path, int clauses)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        bench_fail("%s cannot be written", path);
    }
    fprintf(out, "protocol \"large\" { council = \"L\", effective = \"2020-01-01\" }\n"
                 "local sw = role \"Social worker\" {}\npanel \"P\" { clause = \"1\", every = weeks(2), first = \"2020-01-07\" }\n"
                 "stage \"at panel\" { clause = \"1\", panel = \"P\", outcome \"heard\" { go \"s0\" } }\n");
    for (int i = 0; i < clauses; i++) {
        fprintf(out, "fact \"f%d\" { yesno, clause = \"%d\" }\n"
                     "stage \"s%d\" { clause = \"%d\", owner = sw, on = event \"presents homeless\", when = { f%d = true },\n"
                     "  notify { \"Social worker\", as = \"tell %d\", within = days(2) },\n"
                     "  deadline \"d%d\" { clause = \"%d\", within = working_days(10) },\n"
                     "  outcome \"yes %d\" { when = { age = under(18) }, go \"at panel\" }, outcome \"no %d\" { close \"c%d\" } }\n",
                i, i, i, i, i, i, i, i, i, i, i);
    }
    fclose(out);
}

static void write_variants(const char *path, const char *kind)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        bench_fail("%s cannot be written", path);
    }
    fprintf(out, "baseline \"large\"\n");
    for (int i = 0; i < VARIANTS; i++) {
        if (strcmp(kind, "panel") == 0) {
            fprintf(out, "variant \"v%d\" { panel \"P\" { every = days(%d) } }\n", i, i + 1);
        } else if (strcmp(kind, "figure") == 0) {
            fprintf(out, "variant \"v%d\" { stage \"s%d\" { deadline \"d%d\" { within = days(%d) } } }\n", i, i, i, i + 11);
        } else if (strcmp(kind, "ten") == 0) {
            fprintf(out, "variant \"v%d\" { panel \"P\" { every = days(%d) }", i, i + 1);
            for (int j = 0; j < 9; j++) {
                int stage = i + j * 15;
                fprintf(out, ",\n  stage \"s%d\" { deadline \"d%d\" { within = days(%d) } }", stage, stage, i + 11);
            }
            fprintf(out, " }\n");
        } else if (strcmp(kind, "guard") == 0) {
            fprintf(out, "variant \"v%d\" { stage \"s%d\" { when = { f%d = true, age = under(18) } } }\n", i, i, i);
        } else if (strcmp(kind, "gone") == 0) {
            fprintf(out, "variant \"v%d\" { stage \"s%d\" { without { outcome \"yes %d\" } } }\n", i, i, i);
        } else if (strcmp(kind, "stage") == 0) {
            fprintf(out, "variant \"v%d\" { stage \"new\" { patch = false, clause = \"1\", owner = \"Social worker\", on = event \"left care\",\n"
                         "  outcome \"seen\" { close \"c%d\" } } }\n", i, i);
        } else {
            fprintf(out, "variant \"v%d\" { stage \"s%d\" { outcome \"third way\" { close \"third\" } } }\n", i, i);
        }
    }
    fclose(out);
}

/* One of them, as a file of variants makes them: all of it but the baseline, by their number. */
static double variants_ms(void *user)
{
    timing *t = user;
    moot_errs errs;
    moot_variants all;
    moot_script alone = *t->script;
    double at[3];
    moot_errs_init(&errs, 0);
    alone.variant_count = 0;
    at[0] = bench_processor();
    must(moot_variants_compile(&alone, 0, &all, &errs, NULL), &errs);
    moot_variants_done(&all);
    at[1] = bench_processor();
    must(moot_variants_compile(t->script, 0, &all, &errs, NULL), &errs);
    at[2] = bench_processor();
    int32_t count = all.count;
    moot_variants_done(&all);
    moot_errs_done(&errs);
    return (at[2] - at[1] - (at[1] - at[0])) * 1000 / count;
}

/* Each of them once. */
static double unfold_ms(void *user)
{
    timing *t = user;
    double before = bench_processor();
    for (int32_t i = 0; i < t->all.count; i++) {
        must(moot_protocol_unfold(t->all.list[i], NULL), NULL);
        moot_protocol_fold(t->all.list[i]);
    }
    return (bench_processor() - before) * 1000 / t->all.count;
}

/* Time and memory of each, and what it takes to read one that lies folded. */
static void tell_file(const char *path, const char *what, const char *aim)
{
    char text[80];
    moot_errs errs;
    timing t = { .path = path };
    moot_errs_init(&errs, 0);
    t.script = load(path);
    must(moot_variants_compile(t.script, 0, &t.all, &errs, NULL), &errs);
    snprintf(text, sizeof text, "a variant %s", what);
    tell(text, variants_ms, &t, aim, "");
    snprintf(text, sizeof text, "  unfolded, to be read");
    tell(text, unfold_ms, &t, "", "tables as long as the baseline's, and the index");
    size_t bytes = 0, base = moot_protocol_bytes(t.all.baseline);
    for (int32_t i = 0; i < t.all.count; i++) {
        bytes += moot_protocol_bytes(t.all.list[i]);
    }
    double hundred = (double)bytes / t.all.count * 100;
    double ours = ((double)base + hundred) / 1024, one = (double)base / 1024;
    bench_pair pair = bench_pair_of(&ours, &one, 1);
    bench_tell("  100 of them and the baseline, of the baseline", "KiB", &pair, "",
               "tables, names, index and digests; not zone and calendars");
    moot_variants_done(&t.all);
    moot_script_free(t.script);
    moot_errs_done(&errs);
}

static void tell_variants(const char *folder, const char *kind, const char *aim)
{
    char path[4200], what[80];
    snprintf(path, sizeof path, "%s/%s.lua", folder, kind);
    write_variants(path, kind);
    snprintf(what, sizeof what, "of 250 clauses frozen (%s)", kind);
    tell_file(path, what, aim);
}

void bench_load(const bench_place *place)
{
    char large[4200];
    timing t = { .path = LARGEST };
    t.script = load(LARGEST);
    tell("loading the largest protocol", whole_ms, &t, "under 30 ms", "");
    tell("  of that: reading and running it in Lua", lua_ms, &t, "", "its texts and those of the modules: tokens, calls, nodes");
    tell("  of that: compiling and freezing", compile_ms, &t, "", "names and texts looked up, the hash, the zone");
    tell("    of that: the zone", zone_ms, &t, "", "its file is read, and each change of 300 years worked out");
    tell("  of that: checks of clauses, and warnings", checks_ms, &t, "", "the tables of clauses are read");
    moot_script_free(t.script);
    tell_each();
    snprintf(large, sizeof large, "%s/large.lua", place->folder);
    write_large(large, CLAUSES);
    t.path = large;
    tell("loading one of 250 clauses", whole_ms, &t, "under 30 ms", "");
    tell_variants(place->folder, "panel", "under 1 ms");
    tell_variants(place->folder, "figure", "under 1 ms");
    tell_variants(place->folder, "ten", "under 1 ms");
    tell_variants(place->folder, "outcome", "under 1 ms");
    tell_variants(place->folder, "guard", "under 1 ms");
    tell_variants(place->folder, "gone", "under 1 ms");
    tell_variants(place->folder, "stage", "under 1 ms");
    tell_file("examples/luton/variants.lua", "of luton frozen", "under 1 ms");
}
