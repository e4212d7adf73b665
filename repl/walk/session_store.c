/* Where a session's cases are kept, and how they are opened again. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lua/compile/compile.h"
#include "repl/walk/session.h"
#include "repl/walk/session_told.h"
#include "vm/case/input_json.h"

#define TAKEN "there is a case \"%s\" already: open %s goes on with it"
#define PATIENCE_MS 1000 /* of somebody who sits before it; a script has more */

/* ---- the store ---- */

static moot_code need_store(moot_session *s, moot_store_mode mode, moot_err *err)
{
    if (s->store) {
        return MOOT_OK;
    }
    if (!s->store_path[0]) {
        return moot_fail(err, MOOT_EDATA, "no cases are kept here: begin moot repl with --store FILE");
    }
    mode = strcmp(s->store_path, MOOT_SESSION_PLAYED) == 0 ? MOOT_STORE_CREATE : s->read_only ? MOOT_STORE_READ : mode;
    moot_code code = moot_store_open(s->store_path, mode, MOOT_STORE_REPL, &s->store, err);
    if (!code && s->interactive) {
        moot_store_wait(s->store, PATIENCE_MS);
    }
    return code;
}

static void plain_info(moot_session *s, const moot_protocol *protocol, moot_run_info *out)
{
    memset(out, 0, sizeof *out);
    out->protocol = protocol;
    out->caseload = "walk";
    out->caseload_sha = "";
    out->as_of = MOOT_NEVER;
    out->law_as_at = MOOT_DAY_MIN;
    out->oracle = "asked";
    out->moot = moot_about_number();
    moot_buf_clear(&s->run_options);
    moot_cmd_known_on_told(s->app, &s->run_options);
    out->options = moot_buf_text(&s->run_options);
}

static moot_code run_info(moot_session *s, moot_cmd_texts *texts, moot_run_info *out, moot_err *err)
{
    moot_day last = 0;
    memset(texts, 0, sizeof *texts);
    plain_info(s, s->protocol, out);
    if (moot_cmd_day(s->app, "law-as-at", &out->law_as_at, &last, err)) {
        return err->code;
    }
    if (s->kept_source_count) {
        out->sources = s->kept_sources;
        out->source_count = s->kept_source_count;
        return MOOT_OK;
    }
    moot_code code = moot_cmd_texts_read(s->script.path, s->protocol, texts, err);
    out->sources = texts->list;
    out->source_count = texts->count;
    return code;
}

/* ---- the keeper of a walk ---- */

/* A case without an id gets the first of C1, C2 … that is free; of a transcript that is played, the one that it had. */
static moot_code take_id(moot_session *s, const moot_run_info *info, char *id, size_t size, moot_err *err)
{
    if (s->told && !id[0]) {
        snprintf(id, size, "%s", moot_told_name(s->told));
    }
    int wanted = id[0] != '\0';
    if (wanted && s->told && moot_told_has(s->told, id)) {
        return moot_fail(err, MOOT_EDATA, TAKEN, id, id);
    }
    for (int n = 1; !s->walk_no; n++) {
        if (!wanted) {
            snprintf(id, size, "C%d", n);
        }
        if (moot_store_walk_begin(s->store, info, id, &s->walk_no, err)) {
            return err->code;
        }
        if (!s->walk_no && wanted) {
            return moot_fail(err, MOOT_EDATA, TAKEN, id, id);
        }
    }
    return MOOT_OK;
}

static moot_code keep_begin(void *user, char *id, size_t size, moot_err *err)
{
    moot_session *s = user;
    moot_run_info info;
    moot_cmd_texts texts;
    moot_code code = run_info(s, &texts, &info, err);
    code = code ? code : need_store(s, MOOT_STORE_CREATE, err);
    s->walk_no = 0;
    code = code ? code : take_id(s, &info, id, size, err);
    moot_cmd_texts_done(&texts);
    return code;
}

static moot_code keep_put(void *user, const moot_walk_step *steps, const moot_walk_move *moves, int32_t count, moot_err *err)
{
    moot_session *s = user;
    int behind = 0;
    if (moot_store_walk_put(s->store, s->walk_no, steps, moves, count, &behind, err)) {
        return err->code;
    }
    s->behind = behind;
    return behind ? moot_fail(err, MOOT_EDATA,
                              "another moot repl went on with this case, so the line was not carried out: "
                              "open %s shows how the case stands",
                              moot_walk_id(s->walk))
                  : MOOT_OK;
}

static moot_code keep_mark(void *user, const char *what, const char *about, int64_t value, moot_err *err)
{
    moot_session *s = user;
    moot_code code = need_store(s, MOOT_STORE_CREATE, err);
    return code || !s->walk_no ? code : moot_store_walk_mark(s->store, s->walk_no, what, about, value, err);
}

typedef struct scoring {
    moot_session *s;
    moot_walk *walk;
    int failed; /* memory ended */
} scoring;

static int take_score(void *user, const char *clause, int64_t right, int64_t asked)
{
    scoring *scores = user;
    scores->failed = !moot_walk_score(scores->walk, clause, right, asked);
    moot_session_record_score(scores->s, clause, right, asked);
    return scores->failed;
}

/* A store that is new has none. */
static moot_code keep_scores(void *user, moot_walk *walk, moot_err *err)
{
    moot_session *s = user;
    struct stat status;
    if (s->told) {
        return moot_told_scores(s->told, walk) ? MOOT_OK : moot_fail_memory(err);
    }
    if (!s->store && (stat(s->store_path, &status) != 0 || status.st_size == 0)) {
        return MOOT_OK;
    }
    moot_code code = need_store(s, MOOT_STORE_WRITE, err);
    scoring scores = { s, walk, 0 };
    code = code ? code : moot_store_quiz_scores(s->store, s->protocol->id, take_score, &scores, err);
    return !code && scores.failed ? moot_fail_memory(err) : code;
}

/* ---- results ---- */

static moot_code put_results(moot_session *s, const moot_run_info *info, moot_err *err)
{
    int64_t run = 0;
    if (moot_store_run_begin(s->store, info, &run, err) ||
        moot_store_put_case(s->store, run, moot_walk_case(s->walk), err)) {
        return err->code;
    }
    return moot_store_run_end(s->store, run, 1, err);
}

moot_code moot_session_save(moot_session *s, moot_err *err)
{
    moot_run_info info;
    moot_cmd_texts texts;
    if (!s->walk || !s->walk_no || !moot_walk_case(s->walk) || !s->store_path[0] || s->read_only) {
        return MOOT_OK;
    }
    moot_code code = run_info(s, &texts, &info, err);
    code = code ? code : need_store(s, MOOT_STORE_CREATE, err);
    code = code ? code : put_results(s, &info, err);
    if (!code) {
        s->saved_steps = moot_walk_steps(s->walk);
    }
    moot_cmd_texts_done(&texts);
    return code;
}

/* ---- beginning ---- */

static void drop_protocol(moot_session *s)
{
    moot_walk_free(s->walk);
    moot_helper_script_done(&s->helpers);
    memset(&s->helpers, 0, sizeof s->helpers);
    moot_protocol_free(s->protocol);
    moot_arena_clear(&s->kept);
    s->walk = NULL;
    s->protocol = NULL;
    s->kept_sources = NULL;
    s->kept_source_count = 0;
    s->walk_no = s->saved_steps = 0;
}

static moot_code new_walk(moot_session *s, const char *id, moot_day law, moot_err *err)
{
    s->keeper = (moot_walk_keeper){ s, keep_begin, keep_put, keep_mark, keep_scores };
    moot_walk_options options = { .script = s->script.path[0] ? s->script.path : NULL,
                                  .helpers = &s->helpers.host,
                                  .law_as_at = law,
                                  .keeper = s->store_path[0] && !s->read_only ? &s->keeper : NULL,
                                  .id = id };
    moot_code code = moot_walk_new(s->protocol, &options, &s->walk, err);
    if (!code) {
        moot_session_set_mode(s, s->mode);
    }
    return code;
}

static void save_first(moot_session *s)
{
    moot_err err;
    moot_err_init(&err);
    if (s->walk && moot_walk_steps(s->walk) != s->saved_steps && moot_session_save(s, &err)) {
        moot_say_error(&s->app->say, &err);
    }
}

moot_code moot_session_protocol(moot_session *s, const char *path, moot_err *err)
{
    moot_protocol *protocol = NULL;
    moot_cmd_script script;
    moot_day law = MOOT_DAY_MIN, last = 0;
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib") };
    memset(&script, 0, sizeof script);
    if (moot_cmd_day(s->app, "law-as-at", &law, &last, err) || moot_cmd_known_on(s->app, &load, err)) {
        return err->code;
    }
    if (moot_cli_text(&s->app->cli, "variant")
            ? moot_cmd_script_load(s->app, path, &script, &protocol)
            : moot_cmd_protocol(s->app, path, &protocol)) {
        return moot_fail(err, MOOT_EDATA, "%s was not opened", path);
    }
    save_first(s);
    drop_protocol(s);
    s->protocol = protocol;
    s->script = script;
    if (!script.path[0] && !moot_cmd_script_path(path, s->script.path, sizeof s->script.path)) {
        return moot_fail(err, MOOT_ESYSTEM, "the path of %s is too long", path);
    }
    load.variant = s->script.variant;
    moot_helper_script_init(&s->helpers, s->script.path, &load);
    if (!s->interactive) { /* at a terminal `readings` tells it */
        moot_cmd_quotas(s->app, protocol);
    }
    return new_walk(s, NULL, law, err);
}

/* Under the script as it is now, for nobody to keep: does each step still fit? */
static moot_code try_again(moot_session *s, moot_protocol *protocol, moot_err *err)
{
    moot_walk *walk = NULL;
    moot_walk_options options = { .script = s->script.path, .law_as_at = moot_walk_law_as_at(s->walk),
                                  .helpers = &s->helpers.host };
    moot_code code = moot_walk_new(protocol, &options, &walk, err);
    code = code ? code : moot_walk_told_again(s->walk, walk, err);
    moot_walk_free(walk);
    return code;
}

moot_code moot_session_reload(moot_session *s, moot_buf *out, moot_err *err)
{
    moot_protocol *protocol = NULL;
    char path[sizeof s->script.path];
    snprintf(path, sizeof path, "%s", s->script.path);
    if (s->script.variant) {
        return moot_fail(err, MOOT_EDATA, "this is a variant of a protocol: begin moot repl --variant anew to see what changed");
    }
    if (moot_cmd_protocol(s->app, path, &protocol)) {
        return moot_fail(err, MOOT_EDATA, "the case stays under the protocol as it was");
    }
    if (strcmp(protocol->hash, s->protocol->hash) == 0) {
        moot_protocol_free(protocol);
        moot_buf_str(out, "The protocol says what it said before.\n");
        return MOOT_OK;
    }
    moot_code code = try_again(s, protocol, err);
    moot_protocol_free(protocol);
    if (code) {
        return code;
    }
    moot_session_record_end_of_test(s, "Here the script was changed, so this does not play again.");
    save_first(s);
    moot_walk *before = s->walk;
    s->walk = NULL; /* the case as it was; its steps are told in the new one */
    code = moot_session_protocol(s, path, err);
    if (code && !s->walk) {
        s->walk = before;
        return code;
    }
    code = code ? code : moot_walk_told_again(before, s->walk, err);
    moot_walk_free(before);
    if (!code) {
        moot_buf_str(out, "The case, under the protocol as it is now:\n");
        moot_walk_screen(s->walk, 0, out);
    }
    return code;
}

/* The script as it stands, if it is still the protocol that was walked; else as the store kept it. */
static moot_code kept_protocol(moot_session *s, const moot_walk_kept *kept, moot_err *err)
{
    moot_protocol *protocol = NULL;
    if (s->protocol && strcmp(s->protocol->hash, kept->hash) == 0) {
        moot_walk_free(s->walk);
        s->walk = NULL;
        return MOOT_OK;
    }
    moot_buf_clear(&s->run_options); /* a walk that was kept with --known-on is opened with it */
    moot_cmd_known_on_told(s->app, &s->run_options);
    if (moot_stored_protocol(s->app, kept->protocol, kept->sources, kept->source_count,
                             moot_buf_text(&s->run_options), &protocol)) {
        return moot_fail(err, MOOT_EDATA, "the protocol %s that the store keeps does not compile any more",
                         kept->protocol);
    }
    drop_protocol(s);
    s->protocol = protocol;
    s->script.path[0] = '\0';
    return strcmp(protocol->hash, kept->hash) == 0
               ? MOOT_OK
               : moot_fail(err, MOOT_ESTORE,
                           "%s says something else here than when the case was walked (with --known-on?): begin it anew",
                           kept->protocol);
}

/* Its texts stay with the session: what calls its helpers reads them again. */
static moot_code keep_texts(moot_session *s, const char *id, moot_err *err)
{
    moot_walk_kept kept;
    if (s->script.path[0]) {
        return MOOT_OK;
    }
    if (moot_store_walk_load(s->store, id, &s->kept, &kept, err)) {
        return err->code;
    }
    s->kept_sources = kept.sources;
    s->kept_source_count = kept.source_count;
    moot_stored_texts_of(s->app, s->protocol->id, kept.sources, kept.source_count,
                         moot_buf_text(&s->run_options), &s->kept_texts);
    moot_helper_script_init(&s->helpers, kept.sources[0].file, &s->kept_texts.options);
    return MOOT_OK;
}

static moot_code restore(moot_session *s, const char *id, const moot_walk_kept *kept, moot_err *err)
{
    int known = s->kept_source_count > 0 || s->script.path[0];
    moot_code code = kept_protocol(s, kept, err);
    known = known && (s->kept_source_count > 0 || s->script.path[0]);
    code = code || known ? code : keep_texts(s, id, err);
    code = code ? code : new_walk(s, id, kept->law_as_at, err);
    code = code ? code : moot_walk_restore(s->walk, kept, err);
    if (!code) {
        s->walk_no = kept->walk;
        s->saved_steps = moot_walk_steps(s->walk);
        code = moot_session_marks(s, err);
    }
    return code;
}

/* Without the path of the store, which is another where a transcript is played. */
static moot_code is_kept(moot_session *s, const char *id, moot_err *err)
{
    moot_names ids;
    moot_names_init(&ids);
    moot_code code = s->store_path[0] ? moot_session_case_ids(s, &ids, err) : need_store(s, MOOT_STORE_WRITE, err);
    const char *near = code ? NULL : moot_names_nearest(&ids, id);
    if (!code && moot_names_find(&ids, id) < 0) {
        moot_fail(err, MOOT_EDATA, "no case \"%.80s\" is kept%s%s%s", id, near ? "; did you mean \"" : "; cases lists them",
                  near ? near : "", near ? "\"?" : "");
    }
    moot_names_done(&ids);
    return err->code;
}

moot_code moot_session_case(moot_session *s, const char *id, moot_err *err)
{
    moot_walk_kept kept;
    moot_arena arena;
    moot_arena_init(&arena);
    moot_code code = is_kept(s, id, err);
    if (!code) {
        save_first(s);
        code = need_store(s, MOOT_STORE_WRITE, err);
    }
    code = code ? code : moot_store_walk_load(s->store, id, &arena, &kept, err);
    if (!code && restore(s, id, &kept, err)) {
        drop_protocol(s);
        code = err->code;
    }
    moot_arena_done(&arena);
    return code;
}

/* ---- from a caseload ---- */

static moot_code find_in(moot_caseload *caseload, const char *id, moot_input *input, moot_errs *errs, moot_err *err)
{
    int found = 1;
    while (found) {
        if (moot_caseload_next(caseload, input, errs, &found, err)) {
            return err->code;
        }
        if (found && (!id || strcmp(input->id, id) == 0)) {
            return MOOT_OK;
        }
    }
    if (errs->count) {
        return moot_fail(err, errs->list[0].code, "%s: %s", moot_caseload_path(caseload), errs->list[0].msg);
    }
    return moot_fail(err, MOOT_EDATA, "%s has no case \"%s\"", moot_caseload_path(caseload), id ? id : "");
}

static moot_code take_input(moot_session *s, const moot_input *input, moot_err *err)
{
    moot_buf json;
    moot_walk *before = s->walk;
    const char *wanted = before && s->store_path[0] ? moot_walk_wanted(before) : "";
    int64_t walk_before = s->walk_no;
    moot_buf_init(&json);
    moot_input_json(s->protocol, input, &json);
    moot_code code = moot_buf_ok(&json) ? MOOT_OK : moot_fail_memory(err);
    s->walk_no = 0;
    code = code ? code : new_walk(s, wanted[0] ? wanted : s->store_path[0] ? NULL : input->id, MOOT_DAY_MIN, err);
    code = code ? code : moot_walk_take_case(s->walk, moot_buf_text(&json), err);
    if (code && s->walk != before) {
        moot_walk_free(s->walk);
        s->walk = before;
        s->walk_no = walk_before;
    } else if (!code) {
        moot_walk_free(before);
    }
    moot_buf_done(&json);
    return code;
}

moot_code moot_session_from_file(moot_session *s, const char *path, const char *id, moot_err *err)
{
    moot_caseload *caseload = NULL;
    moot_input input;
    moot_errs errs;
    if (!s->protocol) {
        return moot_fail(err, MOOT_EDATA, "open a protocol first, as in: open protocols/stockport-2018.lua");
    }
    save_first(s);
    moot_input_init(&input);
    moot_errs_init(&errs, 0);
    moot_code code = moot_cmd_caseload(path, s->protocol, NULL, &caseload, err);
    code = code ? code : find_in(caseload, id, &input, &errs, err);
    code = code ? code : take_input(s, &input, err);
    moot_caseload_close(caseload);
    moot_input_done(&input);
    moot_errs_done(&errs);
    return code;
}

/* ---- which there are ---- */

/* While a transcript is played: a case of the store, told now unless it was told before. */
typedef struct playing {
    const moot_told *told;
    moot_names ids;
    int64_t *steps;
    size_t cap;
    const char *protocol;
    moot_store_walk_told *tell;
    void *user;
    int failed;
} playing;

static int gather_steps(void *user, const char *id, const char *protocol, int64_t steps)
{
    playing *p = user;
    (void)protocol;
    int at = moot_names_add(&p->ids, id);
    if (at < 0 || !moot_grow((void **)&p->steps, &p->cap, (size_t)at + 1, sizeof *p->steps)) {
        p->failed = 1;
        return 1;
    }
    p->steps[at] = steps;
    return 0;
}

static int tell_other(void *user, const char *id, const char *protocol, int64_t steps)
{
    const playing *p = user;
    return moot_told_has(p->told, id) ? 0 : p->tell(p->user, id, protocol, steps);
}

/* Those that the transcript tells of come in its order, each with the steps that it has by now; then those begun since. */
static moot_code each_played(moot_session *s, moot_store_walk_told *tell, void *user, moot_err *err)
{
    playing p = { .told = s->told, .tell = tell, .user = user };
    moot_names_init(&p.ids);
    moot_code code = moot_store_each_walk(s->store, gather_steps, &p, err);
    for (int32_t i = 0; !code && i < moot_told_count(s->told); i++) {
        const moot_told_row *row = moot_told_kept(s->told, i);
        int at = moot_names_find(&p.ids, row->id);
        (void)tell(user, row->id, row->protocol, at >= 0 ? p.steps[at] : row->steps);
    }
    code = code ? code : moot_store_each_walk(s->store, tell_other, &p, err);
    code = !code && p.failed ? moot_fail_memory(err) : code;
    moot_names_done(&p.ids);
    moot_free(p.steps);
    return code;
}

moot_code moot_session_each_case(moot_session *s, moot_store_walk_told *told, void *user, moot_err *err)
{
    struct stat status;
    int is_played = strcmp(s->store_path, MOOT_SESSION_PLAYED) == 0;
    if (s->store_path[0] && !is_played && !s->store && stat(s->store_path, &status) != 0) {
        return MOOT_OK;
    }
    moot_code code = need_store(s, MOOT_STORE_WRITE, err);
    return code             ? code
           : is_played ? each_played(s, told, user, err)
                            : moot_store_each_walk(s->store, told, user, err);
}

typedef struct listing {
    moot_buf *out;
    int count;
} listing;

static int list_case(void *user, const char *id, const char *protocol, int64_t steps)
{
    listing *l = user;
    moot_buf_printf(l->out, "  %s  %s, %lld step%s\n", id, protocol, (long long)steps, steps == 1 ? "" : "s");
    l->count++;
    return 0;
}

static int gather_id(void *user, const char *id, const char *protocol, int64_t steps)
{
    (void)protocol;
    (void)steps;
    return moot_names_add(user, id) < 0;
}

moot_code moot_session_case_ids(moot_session *s, moot_names *ids, moot_err *err)
{
    return s->store_path[0] ? moot_session_each_case(s, gather_id, ids, err) : MOOT_OK;
}

moot_code moot_session_cases(moot_session *s, moot_buf *out, moot_err *err)
{
    listing l = { out, 0 };
    if (!moot_session_each_case(s, list_case, &l, err)) {
        moot_buf_str(out, l.count ? "" : "No case is kept yet.\n");
    }
    return err->code;
}

/* ---- as a transcript tells it ---- */

/* The protocol of a case, and the files that it stands in, for as long as it takes to put the case into the store. */
typedef struct told_under {
    moot_protocol *own; /* NULL: it is the one at hand */
    moot_cmd_texts texts;
    moot_run_info info;
} told_under;

static moot_code load_under(moot_session *s, const moot_session_told_case *one, told_under *under, moot_err *err)
{
    char path[4096];
    const char *script = one->script->path;
    moot_errs errs;
    moot_load_options load = { .stdlib_dir = moot_cli_text(&s->app->cli, "stdlib"), .variant = one->script->variant };
    memset(under, 0, sizeof *under);
    if (one->protocol[0]) {
        load.variant = NULL;
        script = moot_cmd_script_path(one->protocol, path, sizeof path) ? path : one->protocol;
    } else if (s->protocol && strcmp(s->protocol->hash, one->hash) == 0) {
        plain_info(s, s->protocol, &under->info);
        return moot_cmd_texts_read(script, s->protocol, &under->texts, err);
    }
    if (moot_cmd_known_on(s->app, &load, err)) {
        return err->code;
    }
    moot_errs_init(&errs, 0);
    moot_code code = moot_protocol_load_with(script, &load, &under->own, &errs, NULL);
    moot_errs_done(&errs);
    if (code) {
        return moot_fail(err, MOOT_EDATA, "it needs the protocol %.200s, which is not here, or does not compile", script);
    }
    plain_info(s, under->own, &under->info);
    return moot_cmd_texts_read(script, under->own, &under->texts, err);
}

/* Is the step `a` the step `b`, or on the way to it? */
static int leads_to(const moot_session_told_case *one, int32_t a, int32_t b)
{
    while (b > a) {
        b = one->steps[b - 1].parent;
    }
    return a == b;
}

/* A fork that went over the step. Redo leads a fork as far as it ever went that way: so it is one that goes through the step
 * now, or one that has left it for another. The first move of each fork tells how far it goes. */
static const char *fork_over(const moot_session_told_case *one, int32_t step)
{
    const char *other = one->moves[0].fork, *before = "";
    for (int32_t i = 0; i < one->move_count; i++) {
        const moot_walk_move *far = &one->moves[i];
        int is_first = strcmp(far->fork, before) != 0 && i < one->move_count - 1;
        before = far->fork;
        if (is_first && leads_to(one, step, far->step)) {
            return far->fork;
        }
        other = is_first && !leads_to(one, far->step, step) ? far->fork : other;
    }
    return other;
}

/* Steps that the store lacks, each with a move to it; then the moves to where the forks stand. Another sitting may have gone on
 * with a case that was told before. */
static moot_code put_rest(moot_session *s, const moot_session_told_case *one, int64_t walk, int32_t steps, int32_t moves, moot_err *err)
{
    int behind = 0;
    int32_t more = one->step_count > steps ? one->step_count - steps : 0;
    moot_walk_move *all = moot_calloc((size_t)more + (size_t)one->move_count + 1, sizeof *all);
    if (!all) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < more; i++) {
        all[i] = (moot_walk_move){ moves + i + 1, fork_over(one, steps + i + 1), steps + i + 1 };
    }
    for (int32_t i = 0; i < one->move_count; i++) {
        all[more + i] = one->moves[i];
        all[more + i].n = moves + more + i + 1;
    }
    moot_code code = moot_store_walk_put(s->store, walk, one->steps + steps, all, more, &behind, err);
    code = code ? code : moot_store_walk_put(s->store, walk, NULL, all + more, one->move_count, &behind, err);
    moot_free(all);
    return code;
}

static moot_code put_marks(moot_session *s, const moot_session_told_case *one, int64_t walk, moot_err *err)
{
    moot_code code = one->asks ? moot_store_walk_mark(s->store, walk, MOOT_MARK_ASKS, "", 1, err) : MOOT_OK;
    for (int32_t i = 0; !code && i < one->hidden_count; i++) {
        code = moot_store_walk_mark(s->store, walk, MOOT_MARK_HIDDEN, one->hidden[i], 1, err);
    }
    if (code || !one->lesson || !one->lesson_kept) {
        return code;
    }
    code = moot_store_walk_mark(s->store, walk, MOOT_MARK_LESSON, one->lesson, 0, err);
    for (int i = 0; !code && i < one->answer_count; i++) {
        code = moot_store_walk_mark(s->store, walk, MOOT_MARK_ANSWER, "", one->answers[i], err);
    }
    return code ? code : moot_store_walk_mark(s->store, walk, MOOT_MARK_PLACE, "", one->answer_count, err);
}

static moot_code put_in_store(moot_session *s, const moot_session_told_case *one, moot_err *err)
{
    told_under under;
    moot_names ids;
    moot_arena arena;
    moot_walk_kept kept;
    memset(&kept, 0, sizeof kept);
    moot_names_init(&ids);
    moot_arena_init(&arena);
    moot_code code = load_under(s, one, &under, err);
    code = code ? code : need_store(s, MOOT_STORE_CREATE, err);
    code = code ? code : moot_store_each_walk(s->store, gather_id, &ids, err);
    if (!code && moot_names_find(&ids, one->id) >= 0) {
        code = moot_store_walk_load(s->store, one->id, &arena, &kept, err);
    } else if (!code) {
        under.info.law_as_at = one->law_as_at;
        under.info.sources = under.texts.list;
        under.info.source_count = under.texts.count;
        code = moot_store_walk_begin(s->store, &under.info, one->id, &kept.walk, err);
    }
    code = code || one->move_count == 0 ? code : put_rest(s, one, kept.walk, kept.step_count, kept.move_count, err);
    code = code ? code : put_marks(s, one, kept.walk, err);
    moot_cmd_texts_done(&under.texts);
    moot_protocol_free(under.own);
    moot_names_done(&ids);
    moot_arena_done(&arena);
    return code;
}

/* Nothing is kept, or nothing of it yet: it is in memory alone. */
static moot_code put_in_hand(moot_session *s, const moot_session_told_case *one, moot_err *err)
{
    moot_walk *before = s->walk;
    const char *id = one->id[0] ? one->id : one->wanted[0] ? one->wanted : NULL;
    moot_walk_kept kept = { .law_as_at = one->law_as_at, .steps = one->steps, .step_count = one->step_count, .moves = one->moves,
                            .move_count = one->move_count };
    moot_code code = s->protocol ? new_walk(s, id, one->law_as_at, err) : moot_fail(err, MOOT_EDATA, "it needs a protocol: moot repl PROTOCOL --check FILE");
    moot_walk_free(code ? NULL : before);
    code = code || one->step_count == 0 ? code : moot_walk_restore(s->walk, &kept, err);
    for (int32_t i = 0; !code && i < one->hidden_count; i++) {
        moot_walk_marked(s->walk, MOOT_MARK_HIDDEN, one->hidden[i], 1);
    }
    if (!code) {
        moot_walk_marked(s->walk, MOOT_MARK_ASKS, "", one->asks);
    }
    return code;
}

moot_code moot_session_put_told(moot_session *s, const moot_session_told_case *one, moot_err *err)
{
    int is_kept = one->id[0] && !one->wanted[0] && s->store_path[0]; /* what is to have a name is not in the store */
    moot_code code = is_kept ? put_in_store(s, one, err) : MOOT_OK;
    if (code || !one->here) {
        return code;
    }
    code = is_kept ? moot_session_case(s, one->id, err) : put_in_hand(s, one, err);
    moot_buf_clear(&s->lesson_says); /* it was told then */
    return code || !one->lesson || (is_kept && one->lesson_kept)
               ? code
               : moot_session_lesson_at(s, one->lesson, one->answers, one->answer_count, err);
}
