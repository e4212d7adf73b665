/* A store as a caseload: the cases of its newest run, as they were given (so without those that came beside
 * them: vm/run/arrivals.h), in the order in which they were put. Each is looked up by itself, so nothing stays open between two pulls, which may come
 * from different threads, one at a time. */
#include <string.h>

#include "vm/base/hash.h"
#include "vm/case/read_json.h"
#include "vm/store/store_internal.h"

typedef struct store_form {
    moot_form form; /* first: the caseload knows it by this */
    moot_store *store;
    int64_t run, last; /* the case that was pulled last */
    moot_arena text;
} store_form;

/* *out_input is NULL after the last case; else it stands in form->text until the next call. */
static moot_code next_input(store_form *form, const char **out_input, moot_err *err)
{
    *out_input = NULL;
    moot_arena_clear(&form->text);
    moot_sql sql = moot_store__sql(form->store, SQL_NEXT_INPUT);
    moot_sql_int(&sql, form->last);
    moot_sql_int(&sql, form->run);
    if (moot_sql_next(&sql)) {
        form->last = moot_sql_get(&sql, 0);
        *out_input = moot_sql_get_text(&sql, 1, &form->text);
    }
    return moot_sql_end(&sql, err);
}

static moot_code store_pull(moot_form *form, moot_raw *raw, int *out_found, moot_err *err)
{
    const char *input;
    moot_code code = next_input((store_form *)form, &input, err);
    *out_found = !code && input != NULL;
    if (*out_found) {
        moot_buf_str(&raw->text, input);
    }
    return code || moot_buf_ok(&raw->text) ? code : moot_fail_memory(err);
}

static moot_code store_read(const moot_form *form, const moot_raw *raw, moot_reader *reader,
                            moot_input *input, moot_errs *errs)
{
    const store_form *stored = (const store_form *)form;
    const char *text = moot_buf_text(&raw->text);
    moot_reader_begin(reader, stored->store->path, 0, text, errs);
    return moot_json_case(reader, text, raw->text.len, input);
}

/* A run has no two cases of one id: the store itself sees to it. */
static moot_code store_seen(moot_form *form, const moot_raw *raw, const char *id, int32_t *out_line,
                            moot_err *err)
{
    (void)form;
    (void)raw;
    (void)id;
    (void)err;
    *out_line = 0;
    return MOOT_OK;
}

static moot_code store_finish(moot_form *form, moot_errs *errs, moot_err *err)
{
    (void)form;
    (void)errs;
    (void)err;
    return MOOT_OK;
}

static void store_close(moot_form *form)
{
    store_form *stored = (store_form *)form;
    moot_store_close(stored->store);
    moot_arena_done(&stored->text);
    moot_errs_done(&form->pending);
    moot_free(stored);
}

static const moot_form_class store_class = { store_pull, store_read, store_seen, store_finish,
                                             store_close };

/* Of a comparison the cases lack what only the other protocols know. */
static moot_code find_run(moot_store *store, int64_t *out_run, moot_err *err)
{
    int64_t newest = 0;
    moot_sql sql = moot_store__sql(store, SQL_NEWEST_WHOLE_RUN);
    moot_sql_text(&sql, MOOT_COMPARED_WITH);
    if (moot_sql_next(&sql)) {
        *out_run = moot_sql_get(&sql, 0);
    }
    moot_code code = moot_sql_end(&sql, err);
    code = code || *out_run ? code : moot_store__newest_run(store, &newest, err);
    return code || !newest ? code
                           : moot_fail(err, MOOT_EDATA, "%s holds a comparison: its cases lack what only one of the protocols knows; "
                                       "give the caseload itself", store->path);
}

static moot_code open_form(const char *path, store_form **out_form, moot_err *err)
{
    store_form *form = moot_calloc(1, sizeof *form);
    if (!form) {
        return moot_fail_memory(err);
    }
    form->form.cls = &store_class;
    moot_errs_init(&form->form.pending, 0);
    moot_arena_init(&form->text);
    moot_json_prepare();
    moot_code code = moot_store_open(path, MOOT_STORE_READ, MOOT_STORE_BATCH, &form->store, err);
    if (!code) {
        code = find_run(form->store, &form->run, err);
    }
    if (code) {
        store_close(&form->form);
        return code;
    }
    *out_form = form;
    return MOOT_OK;
}

moot_code moot_store_caseload(const char *path, const moot_protocol *protocol,
                              const moot_caseload_options *options, moot_caseload **out_caseload,
                              moot_err *err)
{
    store_form *form = NULL;
    moot_code code = open_form(path, &form, err);
    return code ? code : moot_caseload_of(&form->form, path, protocol, options, out_caseload, err);
}

moot_code moot_store_caseload_hash(const char *path, moot_sha *sha, moot_err *err)
{
    store_form *form = NULL;
    const char *input = NULL;
    moot_code code = open_form(path, &form, err);
    if (code) {
        return code;
    }
    while (!(code = next_input(form, &input, err)) && input) {
        moot_sha_add(sha, input, strlen(input));
        moot_sha_add(sha, "\n", 1);
    }
    store_close(&form->form);
    return code;
}
