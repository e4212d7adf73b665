/* moot pack: the newest run of a store as one file that others can run again. moot verify: runs one again, and says whether the same comes
 * of it, or where it first differs. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "repl/cli/put.h"
#include "repl/command/pack.h"
#include "repl/command/whatif_kept.h"
#include "vm/base/hash.h"
#include "vm/store/store_report.h"
#include "vm/store/store_whatif.h"

/* ---- packing ---- */

typedef struct packing {
    moot_app *app;
    moot_pack pack;
    moot_store *store;
    int64_t run;
    moot_sha *together; /* of the results that one hash is of */
    size_t in_it;
    moot_buf assumptions;
} packing;

static moot_code find_run(packing *p, moot_err *err)
{
    moot_report_rows rows;
    moot_pack *pack = &p->pack;
    if (moot_store_report(p->store, MOOT_REPORT_RUNS, 0, NULL, &pack->arena, &rows, err)) {
        return err->code;
    }
    if (rows.count == 0) {
        return moot_fail(err, MOOT_EDATA, "nothing was run into this store: moot run PROTOCOL --cases FILE --store STORE comes first");
    }
    const moot_report_cell *run = &rows.cells[(rows.count - 1) * rows.columns];
    if (run[MOOT_RUN_FINISHED].number < 1) {
        return moot_fail(err, MOOT_EDATA, "the newest run was stopped before its end: the same moot run with --resume ends it");
    }
    if (strncmp(run[MOOT_RUN_OPTIONS].text, MOOT_COMPARED_WITH, strlen(MOOT_COMPARED_WITH)) == 0) {
        return moot_fail(err, MOOT_EDATA, "the newest run was compared with others, which set aside what it did not know: moot run makes one that can be packed");
    }
    p->run = (int64_t)run[MOOT_RUN_NO].number;
    pack->caseload = run[MOOT_RUN_CASELOAD].text;
    pack->caseload_sha = run[MOOT_RUN_SHA].text;
    pack->moot = moot_about_number();
    pack->has_cases = moot_cli_flag(&p->app->cli, "internal") || run[MOOT_RUN_GENERATED].number >= run[MOOT_RUN_CASES].number;
    pack->run = (moot_rerun){ .protocol = run[MOOT_RUN_PROTOCOL].text, .hash = run[MOOT_RUN_HASH].text, .as_of = run[MOOT_RUN_AS_OF].text,
                              .law_as_at = run[MOOT_RUN_LAW].text, .options = run[MOOT_RUN_OPTIONS].text, .seed = (uint64_t)run[MOOT_RUN_SEED].number,
                              .replicates = (int64_t)run[MOOT_RUN_REPLICATE].number + 1 };
    return MOOT_OK;
}

typedef struct first {
    moot_arena *arena;
    const char *id;
} first;

static int keep_first(void *user, int64_t run, const char *id, const char *status)
{
    first *f = user;
    (void)run;
    (void)status;
    f->id = moot_arena_str(f->arena, id);
    return 1;
}

static moot_code find_sources(packing *p, moot_err *err)
{
    moot_store_found found;
    first f = { &p->pack.arena, NULL };
    if (moot_store_each_case(p->store, p->run, keep_first, &f, err)) {
        return err->code;
    }
    if (!f.id) {
        return moot_fail(err, MOOT_EDATA, "the newest run has no case");
    }
    if (moot_store_find_case(p->store, p->run, f.id, &p->pack.arena, &found, err)) {
        return err->code;
    }
    p->pack.run.sources = found.sources;
    p->pack.run.source_count = found.source_count;
    return MOOT_OK;
}

static moot_code find_assumptions(packing *p, moot_err *err)
{
    const char *path = moot_cli_text(&p->app->cli, "assume");
    int drawn = p->pack.run.options && strstr(p->pack.run.options, "--assume ") != NULL;
    if (drawn != (path != NULL)) {
        return moot_fail(err, MOOT_EUSAGE, drawn ? "what people did was drawn in this run: --assume FILE gives what it was drawn from"
                                                 : "--assume has no place here: what people did is as recorded");
    }
    if (path && moot_file_read(path, (size_t)16 << 20, &p->assumptions, err)) {
        return err->code;
    }
    p->pack.run.assumptions = path ? moot_buf_text(&p->assumptions) : NULL;
    return MOOT_OK;
}

static moot_code end_together(packing *p, moot_err *err)
{
    char sha[65];
    if (p->in_it == 0) {
        return MOOT_OK;
    }
    moot_sha_take(p->together, sha);
    p->together = NULL;
    p->in_it = 0;
    return moot_pack_add(&p->pack, &p->pack.hashes, sha, strlen(sha), err);
}

static moot_code keep_result(void *user, const char *brief, size_t brief_len, const char *full, size_t full_len, moot_err *err)
{
    packing *p = user;
    p->together = p->together ? p->together : moot_sha_new();
    if (!p->together) {
        return moot_fail_memory(err);
    }
    moot_sha_add(p->together, full, full_len);
    p->in_it++;
    moot_code code = p->pack.has_cases || p->in_it == MOOT_PACK_TOGETHER ? end_together(p, err) : MOOT_OK;
    return code || !p->pack.has_cases ? code : moot_pack_add(&p->pack, &p->pack.results, brief, brief_len, err);
}

static moot_code keep_cases(packing *p, moot_err *err)
{
    moot_report_rows rows;
    if (!p->pack.has_cases) {
        return MOOT_OK;
    }
    if (moot_store_report(p->store, MOOT_REPORT_INPUTS, p->run, NULL, &p->pack.arena, &rows, err)) {
        return err->code;
    }
    for (size_t i = 0; i < rows.count; i++) {
        if (moot_pack_add(&p->pack, &p->pack.cases, rows.cells[i].text, strlen(rows.cells[i].text), err) ||
            moot_pack_add(&p->pack, &p->pack.case_of, "", 0, err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code pack_run(packing *p, moot_err *err)
{
    if (moot_cli_text(&p->app->cli, "cases")) {
        return moot_fail(err, MOOT_EUSAGE, "--cases has no place here: the store holds the cases of its runs");
    }
    return find_run(p, err) || find_sources(p, err) || find_assumptions(p, err) ||
                   moot_rerun_run(p->app, &p->pack.run, moot_cli_text(&p->app->cli, "store"), keep_result, p, err) || end_together(p, err) ||
                   keep_cases(p, err)
               ? err->code
               : MOOT_OK;
}

/* ---- packing a what-if ---- */

/* The files of assumptions of each whole protocol stand behind those of the baseline, as many as the options say: "--against 1,1". Such
 * sides are the last. */
static moot_code take_whole(packing *p, const moot_whatif_told *told, const char *counts, moot_whatif_again_side *sides, moot_err *err)
{
    int32_t whole = 0, at = p->pack.whatif.assumed_count = (int32_t)strtol(counts, NULL, 10);
    for (const char *comma = strchr(counts, ','); comma; comma = strchr(comma + 1, ',')) {
        whole++;
    }
    moot_code code = MOOT_OK;
    int32_t i = told->side_count - whole;
    for (const char *comma = strchr(counts, ','); comma && i > 0 && !code; comma = strchr(comma + 1, ','), i++) {
        moot_store_found found = { 0 };
        code = moot_store_whatif_sources(p->store, told->no, i, &p->pack.arena, &found, err);
        sides[i].sources = found.sources;
        sides[i].source_count = found.source_count;
        sides[i].assumed = told->files + at;
        sides[i].assumed_count = (int32_t)strtol(comma + 1, NULL, 10);
        at += sides[i].assumed_count;
    }
    return code || (whole > 0 && i == told->side_count && at == told->file_count)
               ? code
               : moot_fail(err, MOOT_EDATA, "a moot before this one made this what-if, and did not keep whose each file of assumptions is: run it "
                                            "again, into another store");
}

static moot_code take_sides(packing *p, const moot_whatif_told *told, moot_err *err)
{
    char counts[128];
    moot_whatif_again_side *sides = moot_arena_array(&p->pack.arena, (size_t)told->side_count, sizeof *sides);
    if (!sides) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < told->side_count; i++) {
        sides[i] = (moot_whatif_again_side){ .name = told->sides[i].name, .hash = told->sides[i].hash, .assumptions = told->sides[i].assumptions };
    }
    p->pack.whatif.sides = sides;
    p->pack.whatif.side_count = told->side_count;
    p->pack.whatif.assumed = told->files;
    p->pack.whatif.assumed_count = told->file_count;
    return moot_rerun_option(told->options, MOOT_WHATIF_AGAINST, counts, sizeof counts) ? take_whole(p, told, counts, sides, err) : MOOT_OK;
}

/* All that a pack tells of it, from what the store has. */
static moot_code take_told(packing *p, const moot_whatif_told *told, moot_err *err)
{
    char day[16];
    moot_pack *pack = &p->pack;
    moot_store_found found = { 0 };
    if (!told->finished || told->shards > 1) {
        return moot_fail(err, MOOT_EDATA, told->shards > 1 ? "this is a part of a what-if: moot merge puts the parts together"
                                                           : "the what-if was stopped before its end: the same moot whatif with --resume ends it");
    }
    if (take_sides(p, told, err) || moot_store_whatif_sources(p->store, told->no, 0, &pack->arena, &found, err)) {
        return err->code;
    }
    pack->is_whatif = 1;
    pack->caseload = told->caseload;
    pack->caseload_sha = told->caseload_sha;
    pack->moot = moot_about_number();
    pack->has_cases = told->generated || moot_cli_flag(&p->app->cli, "internal");
    pack->run = (moot_rerun){ .protocol = told->sides[0].protocol, .hash = told->sides[0].hash, .options = told->options, .seed = told->seed,
                              .replicates = told->replicates, .sources = found.sources, .source_count = found.source_count };
    pack->whatif.until = told->until;
    pack->whatif.by = told->by;
    if (told->law_as_at != MOOT_DAY_MIN) {
        pack->run.law_as_at = moot_arena_str(&pack->arena, moot_day_text(told->law_as_at, day, sizeof day));
        return pack->run.law_as_at ? MOOT_OK : moot_fail_memory(err);
    }
    return MOOT_OK;
}

/* What a run and a what-if have in common is told once. */
static moot_code complete(moot_pack *pack, moot_err *err)
{
    moot_day from;
    moot_whatif_again *w = &pack->whatif;
    w->sources = pack->run.sources;
    w->source_count = pack->run.source_count;
    w->seed = pack->run.seed;
    w->replicates = pack->run.replicates;
    w->options = pack->run.options;
    w->law_as_at = MOOT_DAY_MIN;
    return pack->run.law_as_at ? moot_days_parse(pack->run.law_as_at, &from, &w->law_as_at, err) : MOOT_OK;
}

static moot_code keep_case(void *user, int32_t side, const char *json, size_t len, moot_err *err)
{
    packing *p = user;
    const char *of = side > 0 ? p->pack.whatif.sides[side].name : "";
    if (!p->pack.has_cases) {
        return MOOT_OK;
    }
    moot_code code = moot_pack_add(&p->pack, &p->pack.cases, json, len, err);
    return code ? code : moot_pack_add(&p->pack, &p->pack.case_of, of, strlen(of), err);
}

/* Keeps the last result too: the effects, to hold those of the store against. */
static moot_code keep_figures(void *user, const char *brief, size_t brief_len, const char *full, size_t full_len, moot_err *err)
{
    packing *p = user;
    moot_buf_clear(&p->assumptions);
    moot_buf_add(&p->assumptions, brief, brief_len);
    return keep_result(user, brief, brief_len, full, full_len, err);
}

/* The same cases for each side. */
static moot_code run_again(packing *p, const char *cases, moot_err *err)
{
    const moot_whatif_again *of = &p->pack.whatif;
    const char **each = moot_arena_array(&p->pack.arena, (size_t)of->side_count, sizeof *each);
    if (!each) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < of->side_count; i++) {
        each[i] = cases;
    }
    return moot_whatif_again_run(p->app, of, each, keep_case, keep_figures, p, err);
}

static moot_code same_effects(packing *p, const moot_whatif *whatif, moot_err *err)
{
    moot_buf kept;
    moot_buf_init(&kept);
    moot_whatif_again_effects(whatif, &kept);
    moot_code code = !moot_buf_ok(&kept) || !moot_buf_ok(&p->assumptions) ? moot_fail_memory(err)
                     : strcmp(moot_buf_text(&kept), moot_buf_text(&p->assumptions)) == 0
                         ? MOOT_OK
                         : moot_fail(err, MOOT_ENO, "what the store holds of this what-if is not what comes of it here: nothing was packed");
    moot_buf_done(&kept);
    return code;
}

static moot_code pack_whatif(packing *p, moot_err *err)
{
    char sha[65];
    const char *cases = moot_cli_text(&p->app->cli, "cases");
    moot_whatif_told told;
    moot_whatif *whatif = NULL;
    if (!cases) {
        return moot_fail(err, MOOT_EUSAGE, "a what-if's store does not hold the cases: --cases FILE gives them, to run them again");
    }
    if (moot_cli_text(&p->app->cli, "assume")) {
        return moot_fail(err, MOOT_EUSAGE, "--assume has no place here: a what-if's store holds what it was drawn from");
    }
    if (moot_cmd_caseload_sha(cases, sha, err) || moot_store_whatif_load(p->store, 0, &p->pack.arena, &told, &whatif, err)) {
        return err->code;
    }
    moot_code code = strcmp(sha, told.caseload_sha) == 0 ? MOOT_OK
                     : moot_fail(err, MOOT_ENO, "these are not the cases of the what-if: theirs had the SHA-256 %.12s, these have %.12s", told.caseload_sha, sha);
    code = code ? code : take_told(p, &told, err);
    code = code ? code : complete(&p->pack, err);
    code = code ? code : run_again(p, cases, err);
    code = code ? code : end_together(p, err);
    code = code ? code : same_effects(p, whatif, err);
    moot_whatif_free(whatif);
    return code;
}

static moot_code pack(packing *p, moot_err *err)
{
    const char *path = moot_cli_text(&p->app->cli, "store"), *output = moot_cli_text(&p->app->cli, "output");
    int64_t whatifs = 0;
    moot_buf out;
    if (!output || !*output) {
        return moot_fail(err, MOOT_EUSAGE, "moot pack needs -o FILE: where the pack is written");
    }
    if (moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &p->store, err) || moot_store_whatif_count(p->store, &whatifs, err) ||
        (whatifs > 0 ? pack_whatif(p, err) : pack_run(p, err))) {
        return err->code;
    }
    moot_buf_init(&out);
    moot_code code = moot_pack_write(&p->pack, &out, err);
    code = code ? code : moot_put_file(output, moot_buf_text(&out), out.len, err);
    moot_buf_done(&out);
    if (!code) {
        moot_say_note(&p->app->say, "%s: %s%s; %s", output, p->pack.is_whatif ? "the what-if of " : "", p->pack.run.protocol,
                      p->pack.has_cases ? "the cases are inside, row by row" : "the cases are not inside: whoever verifies it needs them");
    }
    return code;
}

void moot_cmd_pack(moot_app *app)
{
    moot_err err;
    char sha[65];
    packing p = { .app = app };
    moot_err_init(&err);
    moot_pack_init(&p.pack);
    moot_buf_init(&p.assumptions);
    if (pack(&p, &err)) {
        moot_say_error(&app->say, &err);
    }
    if (p.together) {
        moot_sha_take(p.together, sha);
    }
    moot_store_close(p.store);
    moot_buf_done(&p.assumptions);
    moot_pack_done(&p.pack);
}

/* ---- verifying ---- */

typedef struct verifying {
    moot_app *app;
    moot_pack pack;
    moot_sha *together;
    size_t in_it, hashes, results; /* met so far */
    moot_buf where;                /* the first difference; empty: none */
} verifying;

/* The member of the outermost object in which two texts of JSON first differ. */
static void name_member(const char *a, const char *b, size_t b_len, moot_buf *out)
{
    size_t at = 0, from = 0, len = 0;
    int depth = 0, in_text = 0;
    while (a[at] && at < b_len && a[at] == b[at]) {
        char c = a[at];
        if (in_text) {
            at += c == '\\' && a[at + 1] && at + 1 < b_len && a[at + 1] == b[at + 1];
            if (c == '"') {
                in_text = 0;
                len = depth == 1 && a[at + 1] == ':' ? at - from : len;
            }
        } else if (c == '"') {
            in_text = 1;
            from = depth == 1 && (a[at - 1] == ',' || a[at - 1] == '{') ? at + 1 : from;
        } else {
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        }
        at++;
    }
    moot_buf_printf(out, "its \"%.*s\": packed %.60s, here %.*s", (int)(len < 40 ? len : 40), a + from, a + (at > 20 ? at - 20 : 0),
                    (int)(b_len - (at > 20 ? at - 20 : 0) < 60 ? b_len - (at > 20 ? at - 20 : 0) : 60), b + (at > 20 ? at - 20 : 0));
}

static void name_case(const char *brief, moot_buf *out)
{
    const char *id = strstr(brief, "\"id\":\"");
    if (strncmp(brief, "{\"replicate\":", 13) == 0) {
        moot_buf_printf(out, "replicate %.*s: ", (int)strcspn(brief + 13, ",}"), brief + 13);
        return;
    }
    if (strncmp(brief, "{\"effects\":", 11) == 0) {
        moot_buf_str(out, "what all replicates come to: ");
        return;
    }
    moot_buf_printf(out, "case %.*s: ", id ? (int)strcspn(id + 6, "\"") : 1, id ? id + 6 : "?");
}

/* Returns 1 if the hash at hand is that of the pack. */
static int same_hash(verifying *v)
{
    char sha[65];
    moot_sha_take(v->together, sha);
    v->together = NULL;
    v->in_it = 0;
    size_t i = v->hashes++;
    return i < v->pack.hashes.count && strcmp(v->pack.hashes.list[i], sha) == 0;
}

/* What the pack shows is held against what comes of it too, not its hash alone. */
static int same_result(const verifying *v, const char *brief, size_t brief_len)
{
    size_t i = v->results - 1;
    return !v->pack.has_cases || (i < v->pack.results.count && strlen(v->pack.results.list[i]) == brief_len &&
                                  memcmp(v->pack.results.list[i], brief, brief_len) == 0);
}

static void differs(verifying *v, const char *brief, size_t brief_len)
{
    size_t i = v->results - 1;
    if (i >= v->pack.results.count) {
        moot_buf_printf(&v->where, v->pack.has_cases ? "the pack has %zu results, here there are more" : v->pack.is_whatif ? "replicates %zu to %zu, or what all come to" : "cases %zu to %zu of the run",
                        v->pack.has_cases ? v->pack.results.count : (v->hashes - 1) * MOOT_PACK_TOGETHER + 1, v->results);
        return;
    }
    name_case(v->pack.results.list[i], &v->where);
    if (same_result(v, brief, brief_len)) {
        moot_buf_str(&v->where, v->pack.is_whatif ? "how lives went, though its figures are the same" : "its log, though all else is the same");
    } else {
        name_member(v->pack.results.list[i], brief, brief_len, &v->where);
    }
}

static moot_code hold_against(void *user, const char *brief, size_t brief_len, const char *full, size_t full_len, moot_err *err)
{
    verifying *v = user;
    v->together = v->together ? v->together : moot_sha_new();
    if (!v->together) {
        return moot_fail_memory(err);
    }
    moot_sha_add(v->together, full, full_len);
    v->in_it++;
    v->results++;
    if (((v->pack.has_cases || v->in_it == MOOT_PACK_TOGETHER) && !same_hash(v)) || !same_result(v, brief, brief_len)) {
        differs(v, brief, brief_len);
        return moot_fail(err, MOOT_ENO, "it differs");
    }
    return MOOT_OK;
}

static moot_code last_hash(verifying *v, moot_err *err)
{
    if (v->in_it > 0 && !same_hash(v)) {
        differs(v, "", 0);
        return moot_fail(err, MOOT_ENO, "it differs");
    }
    if (v->hashes < v->pack.hashes.count) {
        moot_buf_printf(&v->where, "here there are %zu results, the pack has more", v->results);
        return moot_fail(err, MOOT_ENO, "it differs");
    }
    return MOOT_OK;
}

/* The cases of the pack as `of` read them, in a file that lives as long as they are read. */
static moot_code unpack_cases(const moot_pack *pack, const char *of, char *path, size_t size, moot_err *err)
{
    const char *folder = getenv("TMPDIR");
    snprintf(path, size, "%.200s/moot-cases-XXXXXX", folder && *folder ? folder : "/tmp");
    int fd = mkstemp(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!file) {
        path[0] = '\0';
        return moot_fail(err, MOOT_ESYSTEM, "no file can be made in %.200s to read the cases from", folder && *folder ? folder : "/tmp");
    }
    int failed = 0;
    for (size_t i = 0; i < pack->cases.count; i++) {
        failed |= strcmp(pack->case_of.list[i], of) == 0 && (fputs(pack->cases.list[i], file) < 0 || fputc('\n', file) < 0);
    }
    failed |= fclose(file) != 0;
    return failed ? moot_fail(err, MOOT_ESYSTEM, "%s could not be written; the disk may be full", path) : MOOT_OK;
}

static moot_code given_cases(const verifying *v, const char *cases, moot_err *err)
{
    char sha[65];
    if (!cases) {
        return moot_fail(err, MOOT_EUSAGE, "the cases are not in this pack: --cases FILE gives them; their SHA-256 is %.12s", v->pack.caseload_sha);
    }
    if (moot_cmd_caseload_sha(cases, sha, err)) {
        return err->code;
    }
    return strcmp(sha, v->pack.caseload_sha) == 0 ? MOOT_OK
           : moot_fail(err, MOOT_ENO, "these are not the cases of the pack: theirs had the SHA-256 %.12s, these have %.12s", v->pack.caseload_sha, sha);
}

/* Of each side the file of its cases: the one that is given, or one made of what a whole protocol read. */
static moot_code side_cases(verifying *v, const char *given, const char **out_cases, moot_err *err)
{
    enum { LONGEST = 300 };
    const moot_whatif_again *whatif = &v->pack.whatif;
    moot_code code = MOOT_OK;
    for (int32_t i = 0; i < whatif->side_count && !code; i++) {
        int own = v->pack.has_cases && whatif->sides[i].source_count > 0; /* a whole protocol */
        char *path = own ? moot_arena_array(&v->pack.arena, LONGEST, 1) : NULL;
        if (own && !path) {
            return moot_fail_memory(err);
        }
        code = own ? unpack_cases(&v->pack, whatif->sides[i].name, path, LONGEST, err) : MOOT_OK;
        out_cases[i] = own ? path : given;
    }
    return code;
}

static moot_code verify_whatif(verifying *v, const char *given, moot_err *err)
{
    const moot_whatif_again *whatif = &v->pack.whatif;
    size_t count = (size_t)whatif->side_count + 1;
    const char **cases = moot_arena_array(&v->pack.arena, count, sizeof *cases);
    if (!cases) {
        return moot_fail_memory(err);
    }
    memset(cases, 0, count * sizeof *cases);
    moot_code code = side_cases(v, given, cases, err);
    code = code ? code : moot_whatif_again_run(v->app, whatif, cases, NULL, hold_against, v, err);
    for (size_t i = 0; i < count; i++) {
        if (cases[i] && cases[i] != given && *cases[i]) {
            unlink(cases[i]);
        }
    }
    return code;
}

static moot_code verify(verifying *v, moot_err *err)
{
    char path[300] = "";
    const char *cases = moot_cli_text(&v->app->cli, "cases");
    moot_code code = moot_pack_read(&v->pack, moot_cli_text(&v->app->cli, "pack"), err);
    code = code ? code : v->pack.has_cases ? unpack_cases(&v->pack, "", path, sizeof path, err) : given_cases(v, cases, err);
    const char *given = v->pack.has_cases ? path : cases;
    code = code ? code : complete(&v->pack, err);
    code = code ? code : v->pack.is_whatif ? verify_whatif(v, given, err) : moot_rerun_run(v->app, &v->pack.run, given, hold_against, v, err);
    code = code ? code : last_hash(v, err);
    if (*path) {
        unlink(path);
    }
    return code;
}

static void tell(verifying *v, moot_code code, moot_err *err)
{
    const char *by = strcmp(v->pack.moot, moot_about_number()) == 0 ? "" : " (it was packed by another version of moot)";
    moot_buf out;
    moot_buf_init(&out);
    const char *where = v->where.len > 0 ? moot_buf_text(&v->where) : code ? err->msg : "";
    if (v->app->say.json) {
        moot_buf_printf(&out, "{\"identical\":%s,\"results\":%zu,\"first_difference\":", code ? "false" : "true", v->results);
        moot_buf_json(&out, where);
        moot_buf_str(&out, "}\n");
    } else if (code) {
        moot_buf_printf(&out, "not identical%s: %s\n", by, where);
    } else {
        moot_buf_printf(&out, "identical%s: %s%s, %zu result%s\n", by, v->pack.is_whatif ? "the what-if of " : "", v->pack.run.protocol,
                        v->results, v->results == 1 ? "" : "s");
    }
    moot_say_buf(&out);
    moot_buf_done(&out);
    if (code) {
        moot_say_raise(&v->app->say, moot_code_status(MOOT_ENO));
    }
}

void moot_cmd_verify(moot_app *app)
{
    moot_err err;
    char sha[65];
    verifying v = { .app = app };
    moot_err_init(&err);
    moot_pack_init(&v.pack);
    moot_buf_init(&v.where);
    moot_code code = verify(&v, &err);
    if (code && code != MOOT_ENO) {
        moot_say_error(&app->say, &err);
    } else {
        tell(&v, code, &err);
    }
    if (v.together) {
        moot_sha_take(v.together, sha);
    }
    moot_buf_done(&v.where);
    moot_pack_done(&v.pack);
}
