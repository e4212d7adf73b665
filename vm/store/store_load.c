/* Reading back: where a case is, what was given, its log; and the case as it was at the end of
 * its run. */
#include <string.h>

#include "vm/base/names.h"
#include "vm/case/read_json.h"
#include "vm/store/store_internal.h"

static moot_code count_rows(moot_store *store, moot_statement which, int64_t of, int32_t *out_count,
                            moot_err *err)
{
    moot_sql sql = moot_store__sql(store, which);
    moot_sql_int(&sql, of);
    if (moot_sql_next(&sql)) {
        *out_count = moot_sql_get_index(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

/* ---- finding ---- */

static int remember_id(void *user, int64_t run, const char *id, const char *status)
{
    (void)run;
    (void)status;
    return moot_names_add(user, id) < 0;
}

static moot_code no_such_case(moot_store *store, int64_t run, const char *id, moot_err *err)
{
    moot_names ids;
    moot_names_init(&ids);
    moot_code code = moot_store_each_case(store, run, remember_id, &ids, err);
    const char *near = code ? NULL : moot_names_nearest(&ids, id);
    if (!code && near) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no case \"%s\"; did you mean \"%s\"?",
                         store->path, id, near);
    } else if (!code && run && ids.count == 0) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no run %lld, or no case in it", store->path, (long long)run);
    } else if (!code) {
        code = moot_fail(err, MOOT_ESTORE, "%s has no case \"%s\": it has %zu cases%s%s",
                         store->path, id, ids.count, ids.count ? ", the first is " : "",
                         ids.count ? moot_names_text(&ids, 0) : "");
    }
    moot_names_done(&ids);
    return code;
}

static moot_code get_sources(moot_store *store, int64_t protocol_no, moot_arena *arena,
                             moot_store_found *out, moot_err *err)
{
    int32_t count = 0;
    moot_code code = count_rows(store, SQL_COUNT_SOURCES, protocol_no, &count, err);
    moot_source *sources =
        code ? NULL : moot_arena_array(arena, (size_t)count + 1, sizeof *sources);
    if (code || !sources) {
        return code ? code : moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_GET_SOURCES);
    moot_sql_int(&sql, protocol_no);
    for (int32_t i = 0; i < count && moot_sql_next(&sql); i++) {
        sources[i].file = moot_sql_get_text(&sql, 0, arena);
        sources[i].text = moot_sql_get_text(&sql, 1, arena);
        out->source_count++;
    }
    out->sources = sources;
    return moot_sql_end(&sql, err);
}

moot_code moot_store__get_protocol(moot_store *store, int64_t protocol_no, moot_arena *arena,
                                   moot_store_found *out, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_GET_PROTOCOL);
    moot_sql_int(&sql, protocol_no);
    if (moot_sql_next(&sql)) {
        out->protocol = moot_sql_get_text(&sql, 0, arena);
        out->hash = moot_sql_get_text(&sql, 1, arena);
    }
    moot_code code = moot_sql_end(&sql, err);
    return code ? code : get_sources(store, protocol_no, arena, out, err);
}

moot_code moot_store_find_case(moot_store *store, int64_t run, const char *id, moot_arena *arena,
                               moot_store_found *out_found, moot_err *err)
{
    int64_t protocol_no = 0;
    moot_store_found found;
    memset(&found, 0, sizeof found);
    moot_sql sql = moot_store__sql(store, SQL_FIND_CASE);
    moot_sql_text(&sql, id);
    moot_sql_int(&sql, run);
    if (moot_sql_next(&sql)) {
        found.run = moot_sql_get(&sql, 0);
        found.case_no = moot_sql_get(&sql, 1);
        found.as_of = moot_sql_is_null(&sql, 2) ? MOOT_NEVER : moot_sql_get(&sql, 2);
        protocol_no = moot_sql_get(&sql, 3);
        found.law_as_at =
            moot_sql_is_null(&sql, 4) ? MOOT_DAY_MIN : (moot_day)moot_sql_get(&sql, 4);
        found.options = moot_sql_get_text(&sql, 5, arena);
    }
    moot_code code = moot_sql_end(&sql, err);
    if (!code && !found.case_no) {
        code = no_such_case(store, run, id, err);
    }
    code = code ? code : moot_store__get_protocol(store, protocol_no, arena, &found, err);
    if (!code) {
        *out_found = found;
    }
    return code;
}

moot_code moot_store_case_runs(moot_store *store, const char *id, int64_t *out_count, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_COUNT_CASE_RUNS);
    moot_sql_text(&sql, id);
    if (moot_sql_next(&sql)) {
        *out_count = moot_sql_get(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

moot_code moot_store__newest_run(moot_store *store, int64_t *out_run, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_NEWEST_RUN);
    if (moot_sql_next(&sql)) {
        *out_run = moot_sql_get(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

moot_code moot_store_each_case(moot_store *store, int64_t run, moot_store_case_told *told,
                               void *user, moot_err *err)
{
    moot_code code = run ? MOOT_OK : moot_store__newest_run(store, &run, err);
    if (code) {
        return code;
    }
    moot_arena texts;
    moot_arena_init(&texts);
    moot_sql sql = moot_store__sql(store, SQL_EACH_CASE);
    moot_sql_int(&sql, run);
    while (moot_sql_next(&sql)) {
        moot_arena_clear(&texts);
        const char *id = moot_sql_get_text(&sql, 0, &texts),
                   *status = moot_sql_get_text(&sql, 1, &texts);
        if (!id || !status || told(user, run, id, status)) {
            break;
        }
    }
    code = moot_sql_end(&sql, err);
    moot_arena_done(&texts);
    return code;
}

/* ---- what was given ---- */

void moot_loaded_init(moot_loaded *loaded)
{
    memset(loaded, 0, sizeof *loaded);
    moot_input_init(&loaded->input);
    moot_arena_init(&loaded->arena);
}

void moot_loaded_done(moot_loaded *loaded)
{
    moot_input_done(&loaded->input);
    moot_arena_done(&loaded->arena);
    moot_loaded_init(loaded);
}

static moot_code read_input(moot_store *store, const moot_protocol *protocol, moot_instant as_of,
                            const char *text, moot_loaded *loaded, moot_err *err)
{
    moot_reader reader;
    moot_errs errs;
    moot_reader_init(&reader, protocol, as_of);
    moot_errs_init(&errs, 1);
    moot_reader_begin(&reader, store->path, 0, text, &errs);
    moot_code code = moot_json_case(&reader, text, strlen(text), &loaded->input);
    if (code && errs.count > 0) {
        code = moot_fail(err, code, "a case in %s does not read any more: %s", store->path,
                         errs.list[0].msg);
    } else if (code) {
        code = code == MOOT_ENOMEM
                   ? moot_fail_memory(err)
                   : moot_fail(err, code, "a case in %s does not read any more", store->path);
    }
    moot_errs_done(&errs);
    moot_reader_done(&reader);
    return code;
}

static moot_code get_input(moot_store *store, const moot_store_found *found,
                           const moot_protocol *protocol, moot_loaded *loaded, moot_err *err)
{
    const char *text = NULL;
    moot_sql sql = moot_store__sql(store, SQL_GET_INPUT);
    moot_sql_int(&sql, found->case_no);
    if (moot_sql_next(&sql)) {
        text = moot_sql_get_text(&sql, 0, &loaded->arena);
    }
    moot_code code = moot_sql_end(&sql, err);
    if (code || !text) {
        return code ? code
                    : moot_fail(err, MOOT_ESTORE, "%s has lost what was given of a case",
                                store->path);
    }
    return read_input(store, protocol, found->as_of, text, loaded, err);
}

/* ---- the log ---- */

static moot_value get_value(moot_sql *sql, int column, moot_arena *arena)
{
    moot_value value = moot_unknown();
    if (!moot_sql_is_null(sql, column)) {
        value.type = (uint8_t)moot_sql_get(sql, column);
        value.a = moot_sql_get(sql, column + 1);
        value.b = moot_sql_get(sql, column + 2);
        value.text = moot_sql_get_text(sql, column + 3, arena);
    }
    return value;
}

static int32_t get_ref(const moot_sql *sql, int column)
{
    return moot_sql_is_null(sql, column) ? -1 : (int32_t)moot_sql_get(sql, column);
}

static const moot_decl *get_decl(const moot_sql *sql, int column, const moot_protocol *protocol)
{
    return moot_sql_is_null(sql, column)
               ? NULL
               : moot_store__declared(protocol, (int32_t)(moot_sql_get(sql, column) -
                                                          sql->store->first_declaration));
}

/* Columns in the order of SQL_GET_LOG. */
static void get_entry(moot_sql *sql, const moot_protocol *protocol, moot_arena *arena,
                      moot_entry *e)
{
    *e = moot_entry_blank((moot_what)moot_sql_get(sql, 1), moot_sql_get_when(sql, 3, MOOT_NEVER));
    e->n = moot_sql_get_index(sql, 0);
    e->flags = (uint8_t)moot_sql_get(sql, 2);
    e->known = moot_sql_get(sql, 5);
    e->ref = get_ref(sql, 6);
    e->ref2 = get_ref(sql, 7);
    e->visit = moot_sql_get_index(sql, 8);
    e->clock = moot_sql_get_index(sql, 9);
    e->child = moot_sql_get_index(sql, 10);
    e->who = moot_sql_get_index(sql, 11);
    e->cause = (int32_t)moot_sql_get(sql, 12);
    e->line = (int32_t)moot_sql_get(sql, 13);
    e->decl = get_decl(sql, 14, protocol);
    e->clause = moot_sql_get_text(sql, 15, arena);
    e->value = get_value(sql, 16, arena);
    e->due = moot_sql_get_when(sql, 20, MOOT_NEVER);
    e->mark = moot_sql_get_when(sql, 22, MOOT_NEVER);
    e->not_before = moot_sql_get_when(sql, 24, MOOT_ALWAYS);
    e->text = moot_sql_get_text(sql, 26, arena);
    e->provider = moot_sql_get_text(sql, 27, arena);
    e->paid_by = moot_sql_get_index(sql, 28);
}

static moot_code get_log(moot_store *store, const moot_store_found *found,
                         const moot_protocol *protocol, moot_loaded *loaded, moot_err *err)
{
    int32_t count = 0;
    moot_code code = count_rows(store, SQL_COUNT_LOG, found->case_no, &count, err);
    if (code || count <= 0) {
        return code;
    }
    loaded->log = moot_arena_array(&loaded->arena, (size_t)count, sizeof *loaded->log);
    if (!loaded->log) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_GET_LOG);
    moot_sql_int(&sql, found->case_no);
    while (loaded->log_count < count && moot_sql_next(&sql)) {
        get_entry(&sql, protocol, &loaded->arena, &loaded->log[loaded->log_count++]);
    }
    code = moot_sql_end(&sql, err);
    int32_t bad =
        code ? 0 : moot_store__unsound(protocol, &loaded->input, loaded->log, loaded->log_count);
    if (bad < 0) {
        return moot_fail_memory(err);
    }
    return bad ? moot_fail(err, MOOT_ESTORE,
                           "%s is damaged: entry %d of the log of case %s is none that moot wrote",
                           store->path, (int)bad, loaded->input.id)
               : code;
}

static void get_read(moot_sql *sql, moot_loaded *loaded)
{
    int64_t entry = moot_sql_get(sql, 0);
    if (entry < 1 || entry > loaded->log_count) {
        return;
    }
    moot_entry *e = &loaded->log[entry - 1];
    moot_read *read = &loaded->reads[loaded->read_count];
    read->node = moot_sql_get_index(sql, 1);
    read->child = moot_sql_get_index(sql, 2);
    read->verdict = (uint8_t)moot_sql_get(sql, 3);
    read->presumed = (uint8_t)moot_sql_get(sql, 4);
    read->seen = get_value(sql, 5, &loaded->arena);
    if (e->read_count++ == 0) {
        e->read_first = loaded->read_count;
    }
    loaded->read_count++;
}

static moot_code get_reads(moot_store *store, const moot_store_found *found,
                           const moot_protocol *protocol, moot_loaded *loaded, moot_err *err)
{
    int32_t count = 0;
    moot_code code = count_rows(store, SQL_COUNT_READS, found->case_no, &count, err);
    if (code || count <= 0) {
        return code;
    }
    loaded->reads = moot_arena_array(&loaded->arena, (size_t)count, sizeof *loaded->reads);
    if (!loaded->reads) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_GET_READS);
    moot_sql_int(&sql, found->case_no);
    for (int32_t i = 0; i < count && moot_sql_next(&sql); i++) {
        get_read(&sql, loaded);
        if (loaded->read_count > 0 &&
            loaded->reads[loaded->read_count - 1].node >= protocol->nodes_count) {
            loaded->reads[loaded->read_count - 1].node = -1;
        }
    }
    return moot_sql_end(&sql, err);
}

/* Which readings the case came to depend on is told nowhere in the log. */
static moot_code get_readings(moot_store *store, const moot_store_found *found,
                              const moot_protocol *protocol, moot_loaded *loaded, moot_err *err)
{
    loaded->readings = moot_arena_alloc(&loaded->arena, (size_t)protocol->readings_count + 1);
    if (!loaded->readings) {
        return moot_fail_memory(err);
    }
    moot_sql sql = moot_store__sql(store, SQL_GET_READINGS);
    moot_sql_int(&sql, found->case_no);
    while (moot_sql_next(&sql)) {
        const moot_decl *decl = get_decl(&sql, 0, protocol);
        for (int32_t i = 0; i < protocol->readings_count; i++) {
            loaded->readings[i] |= decl == &protocol->readings[i].decl;
        }
    }
    return moot_sql_end(&sql, err);
}

/* What was odd about the case as it was given is told once, when it is read from its file. */
static moot_code get_warnings(moot_store *store, const moot_store_found *found, moot_loaded *loaded,
                              moot_err *err)
{
    int32_t count = 0;
    moot_code code = count_rows(store, SQL_COUNT_WARNINGS, found->case_no, &count, err);
    const char **warnings =
        code ? NULL : moot_arena_array(&loaded->arena, (size_t)count + 1, sizeof *warnings);
    if (code || !warnings) {
        return code ? code : moot_fail_memory(err);
    }
    loaded->input.warnings = warnings;
    loaded->input.warning_count = 0;
    moot_sql sql = moot_store__sql(store, SQL_GET_WARNINGS);
    moot_sql_int(&sql, found->case_no);
    while (loaded->input.warning_count < count && moot_sql_next(&sql)) {
        warnings[loaded->input.warning_count++] = moot_sql_get_text(&sql, 0, &loaded->arena);
    }
    return moot_sql_end(&sql, err);
}

static moot_code find_declarations(moot_store *store, int64_t case_no, moot_err *err)
{
    moot_sql sql = moot_store__sql(store, SQL_CASE_DECLARATIONS);
    moot_sql_int(&sql, case_no);
    if (moot_sql_next(&sql)) {
        store->first_declaration = moot_sql_get(&sql, 0);
    }
    return moot_sql_end(&sql, err);
}

moot_code moot_store_load_case(moot_store *store, const moot_store_found *found,
                               const moot_protocol *protocol, moot_loaded *loaded, moot_err *err)
{
    if (strcmp(found->hash, protocol->hash) != 0) {
        return moot_fail(err, MOOT_ESTORE,
                         "the case in %s ran under a protocol \"%s\" that says something else than "
                         "this one, or with other "
                         "calendars or clock changes: add --stdlib DIR, if it was run with a folder of its own, or run "
                         "the caseload again",
                         store->path, found->protocol);
    }
    loaded->as_of = found->as_of;
    int64_t of_run = store->first_declaration;
    moot_code code = find_declarations(store, found->case_no, err);
    code = code ? code : get_input(store, found, protocol, loaded, err);
    code = code ? code : get_log(store, found, protocol, loaded, err);
    code = code ? code : get_reads(store, found, protocol, loaded, err);
    code = code ? code : get_readings(store, found, protocol, loaded, err);
    code = code ? code : get_warnings(store, found, loaded, err);
    store->first_declaration = of_run;
    return code;
}

/* ---- the case again ---- */

static moot_code give_reads(const moot_loaded *loaded, moot_case *c, moot_err *err)
{
    if (!moot_grow((void **)&c->reads, &c->reads_cap, (size_t)loaded->read_count + 1,
                   sizeof *c->reads)) {
        return moot_fail_memory(err);
    }
    if (loaded->read_count > 0) {
        memcpy(c->reads, loaded->reads, (size_t)loaded->read_count * sizeof *c->reads);
    }
    c->reads_count = loaded->read_count;
    return MOOT_OK;
}

moot_code moot_loaded_replay(const moot_loaded *loaded, const moot_protocol *protocol, moot_case *c,
                             moot_err *err)
{
    moot_code code =
        moot_case_replay(c, protocol, &loaded->input, loaded->log, loaded->log_count, 0, err);
    code = code ? code : give_reads(loaded, c, err);
    if (code) {
        return code;
    }
    if (loaded->readings && protocol->readings_count > 0) {
        memcpy(c->reading_used, loaded->readings, (size_t)protocol->readings_count);
    }
    moot_case_conclude(c, loaded->as_of);
    return MOOT_OK;
}
