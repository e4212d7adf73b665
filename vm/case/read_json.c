/* A line of JSON becomes jansson's tree, that becomes cells, and those are read by read_case.c. */
#include "vm/case/read_json.h"

#include <jansson.h>
#include <string.h>

#include "vm/base/lines.h"
#include "vm/base/spool.h"
#include "vm/base/text.h"

/* A case is {events: [{to: {set: [...]}}]}: deeper cells mean nothing to any reader. */
#define DEEPEST 6

typedef struct json_form {
    moot_form form;
    moot_lines lines;
    moot_spool *ids;
} json_form;

/* jansson tells want of memory as some mistake in the text, or not at all; and its allocator takes no argument of ours. So
 * each thread notes here what became of the line that it reads. */
static MOOT_THREAD_LOCAL int memory_ended;

static void *allocate(size_t size)
{
    void *piece = moot_malloc(size);
    memory_ended |= piece == NULL;
    return piece;
}

/* ---- one line ---- */

/* jansson's own words quote the text around the place, which may identify a person; ours do not. */
static const char *explain(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return "the line ends before its JSON does: a case stands whole on one line, and each { [ \" has its partner";
    case json_error_end_of_input_expected:
        return "there is more text after the end of the case: each case stands on a line of its own";
    case json_error_duplicate_key:
        return "the same key stands twice in one object";
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return "\\u0000 is a NUL character, which no text may hold";
    case json_error_numeric_overflow:
        return "this number has too many digits";
    case json_error_stack_overflow:
        return "brackets are nested too deeply for a case";
    case json_error_invalid_utf8:
        return "a \\u escape here is half of a pair of surrogates";
    default:
        return NULL;
    }
}

/* "string or '}' expected near '}'": what was met is shown if it is a sign of JSON itself. */
static void explain_syntax(const json_error_t *error, moot_err *err)
{
    const char *near = strstr(error->text, " near '");
    const char *met = near ? near + strlen(" near '") : "";
    int is_sign = met[0] && strchr("{}[]:,", met[0]) && met[1] == '\'';
    if (near && strstr(error->text, "expected") && is_sign) {
        moot_fail(err, MOOT_EDATA, "this is not JSON: %.*s, but here is %.1s", (int)(near - error->text), error->text, met);
    } else {
        moot_fail(err, MOOT_EDATA, "this is not JSON: expected here are text in double quotes, a number, true, false, null, or a "
                  "sign such as } or a comma");
    }
}

static void refuse_line(moot_reader *r, const json_error_t *error)
{
    moot_err err;
    if (memory_ended) {
        r->worst = MOOT_ENOMEM;
        return;
    }
    moot_err_init(&err);
    const char *why = explain(error);
    if (why) {
        moot_fail(&err, MOOT_EDATA, "%s", why);
    } else {
        explain_syntax(error, &err);
    }
    moot_err_at(&err, r->file, r->line, error->column > 0 ? error->column : 1);
    moot_errs_take(r->errs, &err);
    r->worst = r->worst ? r->worst : MOOT_EDATA;
}

static void fill_text(moot_reader *r, const json_t *json, moot_cell *cell)
{
    size_t len = json_string_length(json);
    cell->kind = MOOT_CELL_TEXT;
    cell->text = json_string_value(json);
    if (len > MOOT_FIELD_MOST) {
        moot_reader_say(r, MOOT_ELIMIT, NULL, "\"%.60s\" is %zu bytes long; a field may have at most 1 MB (%zu bytes)",
                        cell->key ? cell->key : "this", len, MOOT_FIELD_MOST);
        cell->text = "";
    }
}

static void fill(moot_reader *r, json_t *json, int depth, moot_cell *cell);

static void fill_object(moot_reader *r, json_t *json, int depth, moot_cell *cell)
{
    moot_cell *cells = moot_reader_cells(r, json_object_size(json));
    const char *key;
    json_t *value;
    cell->kind = MOOT_CELL_OBJECT;
    json_object_foreach(json, key, value) {
        if (!cells) {
            return;
        }
        if (strlen(key) > MOOT_FIELD_MOST) {
            moot_reader_say(r, MOOT_ELIMIT, NULL, "a key is %zu bytes long; a field may have at most 1 MB", strlen(key));
            continue;
        }
        cells[cell->count].key = key;
        fill(r, value, depth + 1, &cells[cell->count++]);
    }
    cell->cells = cells;
}

static void fill_list(moot_reader *r, json_t *json, int depth, moot_cell *cell)
{
    size_t count = json_array_size(json);
    moot_cell *cells = moot_reader_cells(r, count);
    cell->kind = MOOT_CELL_LIST;
    for (size_t i = 0; cells && i < count; i++) {
        fill(r, json_array_get(json, i), depth + 1, &cells[cell->count++]);
    }
    cell->cells = cells;
}

/* Recursion is bounded: below DEEPEST lists and objects are left empty, and nothing there has a meaning. */
static void fill(moot_reader *r, json_t *json, int depth, moot_cell *cell)
{
    switch (json_typeof(json)) {
    case JSON_NULL:
        cell->kind = MOOT_CELL_NULL;
        break;
    case JSON_FALSE:
        cell->kind = MOOT_CELL_NO;
        break;
    case JSON_TRUE:
        cell->kind = MOOT_CELL_YES;
        break;
    case JSON_INTEGER:
        cell->kind = MOOT_CELL_INTEGER;
        cell->number = json_integer_value(json);
        break;
    case JSON_REAL:
        cell->kind = MOOT_CELL_FRACTION;
        break;
    case JSON_STRING:
        fill_text(r, json, cell);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        if (depth >= DEEPEST) {
            cell->kind = json_is_array(json) ? MOOT_CELL_LIST : MOOT_CELL_OBJECT;
        } else if (json_is_array(json)) {
            fill_list(r, json, depth, cell);
        } else {
            fill_object(r, json, depth, cell);
        }
        break;
    }
}

moot_code moot_json_case(moot_reader *reader, const char *line, size_t len, moot_input *input)
{
    json_error_t error;
    moot_err err;
    moot_cell root;
    moot_err_init(&err);
    if (moot_text_check(line, len, "this line", &err)) {
        err.line = reader->line;
        moot_err_at(&err, reader->file, reader->line, err.col);
        moot_errs_take(reader->errs, &err);
        return MOOT_EDATA;
    }
    memory_ended = 0;
    json_t *json = json_loadb(line, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!json) {
        refuse_line(reader, &error);
        return reader->worst;
    }
    memset(&root, 0, sizeof root);
    fill(reader, json, 0, &root);
    moot_code code = reader->worst == MOOT_ENOMEM ? MOOT_ENOMEM : moot_read_case(reader, &root, input);
    json_decref(json);
    return code;
}

/* ---- the form ---- */

static int is_blank(const char *text, size_t len)
{
    size_t i = 0;
    while (i < len && strchr(" \t\r\n", text[i]) && text[i]) {
        i++;
    }
    return i == len;
}

static moot_code json_pull(moot_form *form, moot_raw *raw, int *out_found, moot_err *err)
{
    json_form *json = (json_form *)form;
    const char *text;
    size_t len;
    do {
        moot_code code = moot_lines_next(&json->lines, &text, &len, err);
        if (code) {
            return code;
        }
    } while (text && is_blank(text, len));
    *out_found = text != NULL;
    if (!text) {
        return MOOT_OK;
    }
    raw->line = json->lines.number;
    if (json->lines.too_long) {
        moot_fail(&raw->err, MOOT_ELIMIT, "this line is longer than %zu MB; a case stands on one line and may not be larger",
                  MOOT_LINE_MOST / (1024 * 1024));
        len = 0;
    }
    while (len && (text[len - 1] == '\n' || text[len - 1] == '\r')) {
        len--; /* so that a text cut short ends with the line, rather than holding a line break */
    }
    moot_buf_add(&raw->text, text, len);
    return moot_buf_ok(&raw->text) ? MOOT_OK : moot_fail_memory(err);
}

static moot_code json_read(const moot_form *form, const moot_raw *raw, moot_reader *reader, moot_input *input,
                           moot_errs *errs)
{
    const json_form *json = (const json_form *)form;
    moot_reader_begin(reader, json->lines.path, raw->line, moot_buf_text(&raw->text), errs);
    if (raw->err.code) {
        moot_reader_say(reader, raw->err.code, NULL, "%s", raw->err.msg);
        return raw->err.code;
    }
    return moot_json_case(reader, moot_buf_text(&raw->text), raw->text.len, input);
}

static moot_code json_seen(moot_form *form, const moot_raw *raw, const char *id, int32_t *out_line, moot_err *err)
{
    return moot_spool_id(((json_form *)form)->ids, id, raw->line, out_line, err);
}

static moot_code json_finish(moot_form *form, moot_errs *errs, moot_err *err)
{
    (void)form;
    (void)errs;
    (void)err;
    return MOOT_OK;
}

static void json_close(moot_form *form)
{
    json_form *json = (json_form *)form;
    moot_lines_close(&json->lines);
    moot_spool_close(json->ids);
    moot_errs_done(&form->pending);
    moot_free(json);
}

static const moot_form_class json_class = { json_pull, json_read, json_seen, json_finish, json_close };

/* The library's allocation and the seed of its tables are set here, before threads start. The seed is fixed: only the order
 * of a table's slots hangs on it, keys keep the order of the file. */
void moot_json_prepare(void)
{
    json_set_alloc_funcs(allocate, moot_free);
    json_object_seed(1);
}

moot_code moot_json_open(const char *path, moot_form **out_form, moot_err *err)
{
    json_form *json = moot_calloc(1, sizeof *json);
    if (!json) {
        return moot_fail_memory(err);
    }
    moot_json_prepare();
    json->form.cls = &json_class;
    moot_errs_init(&json->form.pending, 0);
    moot_code code = moot_lines_open(&json->lines, path, err);
    if (code == MOOT_OK) {
        code = moot_spool_open(&json->ids, err);
    }
    if (code) {
        json_close(&json->form);
        return code;
    }
    *out_form = &json->form;
    return MOOT_OK;
}
