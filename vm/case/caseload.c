/* The part of a caseload that every form has: counting, and telling twins apart. */
#include "vm/case/caseload.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vm/case/read_csv.h"
#include "vm/case/read_json.h"

#define WARNINGS_MOST 8

struct moot_caseload {
    moot_form *form;
    const moot_protocol *protocol;
    moot_caseload_options options;
    char *path;
    int64_t pulled;
    moot_caseload_counts counts;
    char *warnings[WARNINGS_MOST];
    int warning_count;
    int finished;
    moot_reader reader; /* of moot_caseload_next */
    moot_raw raw;       /* likewise */
};

void moot_raw_init(moot_raw *raw)
{
    memset(raw, 0, sizeof *raw);
    moot_buf_init(&raw->text);
}

void moot_raw_done(moot_raw *raw)
{
    moot_buf_done(&raw->text);
}

static void clear_raw(moot_raw *raw)
{
    moot_buf_clear(&raw->text);
    raw->line = raw->row = raw->events = raw->spells = 0;
    raw->bad = 0;
    if (raw->err.code) {
        moot_err_init(&raw->err);
    }
}

static int is_folder(const char *path)
{
    struct stat about;
    return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

int moot_caseload_is_sqlite(const char *path)
{
    static const char magic[] = "SQLite format 3";
    char start[sizeof magic];
    FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");
    size_t got = file ? fread(start, 1, sizeof start, file) : 0;
    if (file) {
        fclose(file);
    }
    return got == sizeof start && memcmp(start, magic, sizeof magic) == 0;
}

static int ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), end_len = strlen(end);
    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

static void close_form(moot_form *form)
{
    if (form) {
        form->cls->close(form);
    }
}

moot_code moot_caseload_of(moot_form *take_form, const char *path, const moot_protocol *protocol,
                           const moot_caseload_options *options, moot_caseload **out_caseload, moot_err *err)
{
    moot_caseload *caseload = moot_calloc(1, sizeof *caseload);
    if (!caseload) {
        close_form(take_form);
        return moot_fail_memory(err);
    }
    caseload->form = take_form;
    caseload->protocol = protocol;
    caseload->options = options ? *options : (moot_caseload_options){ .as_of = MOOT_NEVER };
    moot_caseload_reader(caseload, protocol, &caseload->reader);
    moot_raw_init(&caseload->raw);
    caseload->path = moot_strdup(path);
    if (!caseload->path) {
        moot_caseload_close(caseload);
        return moot_fail_memory(err);
    }
    *out_caseload = caseload;
    return MOOT_OK;
}

moot_code moot_caseload_open(const char *path, const moot_protocol *protocol, const moot_caseload_options *options,
                             moot_caseload **out_caseload, moot_err *err)
{
    moot_form *form = NULL;
    moot_code code;
    if (is_folder(path)) {
        code = moot_csv_open(path, &form, err);
    } else if (ends_with(path, ".csv")) {
        code = moot_fail(err, MOOT_EDATA, "\"%s\" is one CSV file; give the folder that holds cases.csv, events.csv and spells.csv",
                         path);
    } else if (moot_caseload_is_sqlite(path)) {
        code = moot_fail(err, MOOT_EDATA, "\"%s\" is an SQLite file, not JSON Lines or a folder of CSV files", path);
    } else {
        code = moot_json_open(path, &form, err);
    }
    return code ? code : moot_caseload_of(form, path, protocol, options, out_caseload, err);
}

void moot_caseload_close(moot_caseload *caseload)
{
    if (!caseload) {
        return;
    }
    close_form(caseload->form);
    for (int i = 0; i < caseload->warning_count; i++) {
        moot_free(caseload->warnings[i]);
    }
    moot_reader_done(&caseload->reader);
    moot_raw_done(&caseload->raw);
    moot_free(caseload->path);
    moot_free(caseload);
}

/* ---- the steps ---- */

moot_code moot_caseload_pull(moot_caseload *caseload, moot_raw *raw, int *out_found, moot_err *err)
{
    clear_raw(raw);
    moot_code code = caseload->form->cls->pull(caseload->form, raw, out_found, err);
    if (code == MOOT_OK && *out_found) {
        caseload->pulled++;
    }
    return code;
}

moot_code moot_caseload_read(const moot_caseload *caseload, const moot_raw *raw, moot_reader *reader, moot_input *input,
                             moot_errs *errs)
{
    moot_input_clear(input);
    return caseload->form->cls->read(caseload->form, raw, reader, input, errs);
}

static void note_worst(moot_caseload *caseload, moot_code code)
{
    if (moot_code_status(code) > moot_code_status(caseload->counts.worst)) {
        caseload->counts.worst = code;
    }
}

/* What was found while the file was opened comes before what its cases bring. */
static void tell_pending(moot_caseload *caseload, moot_errs *errs)
{
    moot_errs *pending = &caseload->form->pending;
    for (size_t i = 0; i < pending->count; i++) {
        moot_errs_take(errs, &pending->list[i]);
    }
    errs->dropped += pending->dropped;
    pending->count = pending->dropped = 0;
    note_worst(caseload, caseload->form->worst);
}

static void tell_twin(const moot_raw *raw, const moot_input *input, const char *path, int32_t earlier, moot_errs *errs)
{
    moot_err err;
    moot_err_init(&err);
    moot_fail(&err, MOOT_EDATA, "the id \"%s\" stands already on line %d; the case here is set aside", input->id, earlier);
    moot_err_at(&err, path, raw->line, 0);
    moot_errs_take(errs, &err);
}

moot_code moot_caseload_admit(moot_caseload *caseload, moot_code read, const moot_raw *raw, const moot_input *input,
                              moot_errs *errs, int *out_good, moot_err *err)
{
    int32_t earlier = 0;
    *out_good = 0;
    if (read == MOOT_ENOMEM) {
        return moot_fail_memory(err);
    }
    tell_pending(caseload, errs);
    if (input->id) {
        moot_code code = caseload->form->cls->seen(caseload->form, raw, input->id, &earlier, err);
        if (code) {
            return code;
        }
    }
    if (earlier) {
        tell_twin(raw, input, strcmp(caseload->path, "-") == 0 ? "stdin" : caseload->path, earlier, errs);
        note_worst(caseload, MOOT_EDATA);
    }
    note_worst(caseload, read);
    *out_good = read == MOOT_OK && !earlier;
    caseload->counts.cases += *out_good;
    caseload->counts.bad += !*out_good;
    caseload->counts.foreign += *out_good ? input->set_aside : 0;
    return MOOT_OK;
}

static void warn(moot_caseload *caseload, const char *text)
{
    char *copy = caseload->warning_count < WARNINGS_MOST ? moot_strdup(text) : NULL;
    if (copy) {
        caseload->warnings[caseload->warning_count++] = copy;
    }
}

moot_code moot_caseload_finish(moot_caseload *caseload, moot_errs *errs, moot_err *err)
{
    char text[300];
    if (caseload->finished) {
        return MOOT_OK;
    }
    caseload->finished = 1;
    tell_pending(caseload, errs);
    size_t before = errs->count + errs->dropped;
    moot_code code = caseload->form->cls->finish(caseload->form, errs, err);
    if (errs->count + errs->dropped > before) {
        note_worst(caseload, MOOT_EDATA);
    }
    if (caseload->pulled == 0) {
        snprintf(text, sizeof text, "%.200s holds no case", strcmp(caseload->path, "-") == 0 ? "stdin" : caseload->path);
        warn(caseload, text);
    }
    return code;
}

moot_code moot_caseload_next(moot_caseload *caseload, moot_input *input, moot_errs *errs, int *out_found, moot_err *err)
{
    moot_code code;
    *out_found = 0;
    for (;;) {
        int found = 0, good = 0;
        code = moot_caseload_pull(caseload, &caseload->raw, &found, err);
        if (code || !found) {
            return code ? code : moot_caseload_finish(caseload, errs, err);
        }
        moot_code read = moot_caseload_read(caseload, &caseload->raw, &caseload->reader, input, errs);
        code = moot_caseload_admit(caseload, read, &caseload->raw, input, errs, &good, err);
        if (code || good) {
            *out_found = good;
            return code;
        }
    }
}

/* ---- asking ---- */

moot_caseload_counts moot_caseload_count(const moot_caseload *caseload)
{
    return caseload->counts;
}

int moot_caseload_warning_count(const moot_caseload *caseload)
{
    return caseload->warning_count;
}

const char *moot_caseload_warning(const moot_caseload *caseload, int i)
{
    return i >= 0 && i < caseload->warning_count ? caseload->warnings[i] : "";
}

const char *moot_caseload_path(const moot_caseload *caseload)
{
    return caseload->path;
}

const moot_protocol *moot_caseload_protocol(const moot_caseload *caseload)
{
    return caseload->protocol;
}

moot_instant moot_caseload_as_of(const moot_caseload *caseload)
{
    return caseload->options.as_of;
}

void moot_caseload_reader(const moot_caseload *caseload, const moot_protocol *protocol, moot_reader *out_reader)
{
    moot_reader_init(out_reader, protocol, caseload->options.as_of);
    out_reader->others = caseload->options.others;
    out_reader->other_count = caseload->options.other_count;
}
