/* A folder of sheets becomes a stream of cases, each with its rows, and these become the same cells that JSON gives. */
#include "vm/case/read_csv.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vm/base/gate.h"
#include "vm/base/spool.h"
#include "vm/case/sheet.h"

typedef enum sheet_id { CASES, EVENTS, SPELLS, SHEETS } sheet_id;
static const char *const sheet_names[SHEETS] = { "cases.csv", "events.csv", "spells.csv" };

/* A sheet's header. */
typedef struct header {
    char *path;
    moot_sheet *sheet;
    char *text;          /* owned; the names, back to back */
    const char **names;  /* owned array */
    int32_t count, id;
} header;

typedef struct csv_form {
    moot_form form;
    header sheets[SHEETS];
    moot_spool *spool;
} csv_form;

/* ---- headers ---- */

static moot_code name_columns(header *h, const moot_sheet_row *row, moot_err *err)
{
    h->text = moot_malloc(row->len + 1);
    h->names = moot_reallocarray(NULL, (size_t)row->count + 1, sizeof *h->names);
    if (!h->text || !h->names) {
        return moot_fail_memory(err);
    }
    memcpy(h->text, row->cells, row->len);
    const char *name = h->text;
    h->id = -1;
    for (h->count = 0; h->count < row->count; h->count++) {
        h->names[h->count] = name;
        for (int32_t i = 0; i < h->count; i++) {
            if (*name && strcmp(h->names[i], name) == 0) {
                return moot_fail(err, MOOT_EDATA, "the columns %d and %d are both called \"%.60s\"", i + 1, h->count + 1, name);
            }
        }
        h->id = strcmp(name, "id") == 0 ? h->count : h->id;
        name += strlen(name) + 1;
    }
    return MOOT_OK;
}

static moot_code miss_id(const header *h, moot_err *err)
{
    moot_buf found;
    moot_buf_init(&found);
    for (int32_t i = 0; i < h->count; i++) {
        moot_buf_printf(&found, "%s\"%.40s\"", i ? ", " : "", h->names[i]);
    }
    moot_code code = moot_fail(err, MOOT_EDATA, "there is no column \"id\", which says to which case a row belongs; the first row "
                               "names these columns: %s", moot_buf_text(&found));
    moot_buf_done(&found);
    return code;
}

static moot_code read_header(header *h, moot_err *err)
{
    moot_sheet_row row;
    int found = 0;
    moot_code code = moot_sheet_next(h->sheet, &row, &found, err);
    if (code || !found) {
        return code; /* an empty file: no columns, no rows */
    }
    if (row.error) {
        code = moot_fail(err, row.error->code, "%s", row.error->msg);
    } else {
        code = name_columns(h, &row, err);
    }
    if (code == MOOT_OK && h->id < 0) {
        code = miss_id(h, err);
    }
    if (code && err) {
        moot_err_at(err, h->path, row.line, 0);
    }
    return code;
}

static char *join(const char *folder, const char *name)
{
    moot_buf path;
    moot_buf_init(&path);
    size_t len = strlen(folder);
    moot_buf_printf(&path, "%s%s%s", folder, len && folder[len - 1] == '/' ? "" : "/", name);
    char *copy = moot_buf_ok(&path) ? moot_strdup(moot_buf_text(&path)) : NULL;
    moot_buf_done(&path);
    return copy;
}

static moot_code open_sheet(header *h, const char *folder, sheet_id which, moot_err *err)
{
    struct stat about;
    h->path = join(folder, sheet_names[which]);
    if (!h->path) {
        return moot_fail_memory(err);
    }
    int missing = stat(h->path, &about) != 0;
    if (missing && which != CASES) {
        return MOOT_OK;
    }
    if (missing) {
        return moot_fail(err, MOOT_EDATA, "the folder \"%s\" holds no cases.csv; a caseload in CSV is a folder with cases.csv "
                         "and, if there are any, events.csv and spells.csv", folder);
    }
    moot_code code = moot_sheet_open(h->path, &h->sheet, err);
    return code ? code : read_header(h, err);
}

/* ---- rows on their way to the temporary table ---- */

static const char *cell_at(const moot_sheet_row *row, int32_t column)
{
    const char *cell = row->cells;
    for (int32_t i = 0; i < column && i < row->count; i++) {
        cell += strlen(cell) + 1;
    }
    return column < row->count ? cell : "";
}

static void check_width(const header *h, const moot_sheet_row *row, moot_err *err)
{
    if (row->error) {
        *err = *row->error;
    } else if (row->count != h->count) {
        moot_fail(err, MOOT_EDATA, "this row has %d cells where the first row names %d columns", row->count, h->count);
    }
}

/* A mistake in a row, for the list that is told before the cases. */
static void tell(csv_form *csv, const header *h, int32_t line, int32_t row, moot_err *what)
{
    char place[32];
    moot_err_at(what, h->path, line, 0);
    if (row != line) {
        snprintf(place, sizeof place, "row %d", row);
        moot_err_in(what, place, NULL);
    }
    if (moot_code_status(what->code) > moot_code_status(csv->form.worst)) {
        csv->form.worst = what->code;
    }
    moot_errs_take(&csv->form.pending, what);
}

static moot_code spool_row(csv_form *csv, sheet_id which, const moot_sheet_row *row, moot_err *err)
{
    const header *h = &csv->sheets[which];
    moot_err wrong;
    moot_err_init(&wrong);
    check_width(h, row, &wrong);
    const char *id = cell_at(row, h->id);
    if (!wrong.code && !*id) {
        moot_fail(&wrong, MOOT_EDATA, "this row has no \"id\", so it belongs to no case");
    } else if (!wrong.code && strlen(id) > MOOT_ID_MOST) {
        moot_fail(&wrong, MOOT_EDATA, "the \"id\" of this row is %zu bytes long; at most %d are allowed", strlen(id), MOOT_ID_MOST);
        id = "";
    }
    int refused = wrong.code != MOOT_OK;
    if (refused) {
        tell(csv, h, row->line, row->row, &wrong);
    }
    if (!*id || strlen(id) > MOOT_ID_MOST) {
        return MOOT_OK;
    }
    moot_spooled spooled = { (int)which, row->line, row->row, refused ? NULL : row->cells, row->len };
    return moot_spool_add(csv->spool, id, &spooled, err);
}

static moot_code spool_sheet(csv_form *csv, sheet_id which, moot_err *err)
{
    header *h = &csv->sheets[which];
    moot_sheet_row row;
    int found = 1;
    moot_code code = MOOT_OK;
    while (h->names && code == MOOT_OK && found) {
        code = moot_sheet_next(h->sheet, &row, &found, err);
        if (code == MOOT_OK && found) {
            code = spool_row(csv, which, &row, err);
        }
    }
    return code;
}

/* ---- one case's text: its cells, then its rows, each with line and row in front ---- */

static void pack_row(moot_raw *raw, const moot_spooled *row)
{
    int32_t place[2] = { row->line, row->row };
    moot_buf_add(&raw->text, (const char *)place, sizeof place);
    moot_buf_add(&raw->text, row->cells, row->len);
}

static moot_code pack_rows(csv_form *csv, const char *id, moot_raw *raw, moot_err *err)
{
    moot_spooled row;
    int found = 1;
    moot_code code = moot_spool_find(csv->spool, id, err);
    while (code == MOOT_OK && found) {
        code = moot_spool_next(csv->spool, &row, &found, err);
        if (code || !found) {
            break;
        }
        if (!row.cells) {
            raw->bad = 1; /* told when it was read */
        } else if (raw->events + raw->spells > 2 * MOOT_EVENTS_MOST) {
            moot_fail(&raw->err, MOOT_ELIMIT, "this case has more than %d rows in events.csv and spells.csv", 2 * MOOT_EVENTS_MOST);
        } else {
            raw->events += row.sheet == EVENTS;
            raw->spells += row.sheet == SPELLS;
            pack_row(raw, &row);
        }
    }
    return code;
}

static moot_code csv_pull(moot_form *form, moot_raw *raw, int *out_found, moot_err *err)
{
    csv_form *csv = (csv_form *)form;
    const header *h = &csv->sheets[CASES];
    moot_sheet_row row;
    int32_t earlier = 0;
    *out_found = 0;
    moot_code code = h->names ? moot_sheet_next(h->sheet, &row, out_found, err) : MOOT_OK;
    if (code || !*out_found) {
        return code;
    }
    raw->line = row.line;
    raw->row = row.row;
    check_width(h, &row, &raw->err);
    const char *id = cell_at(&row, h->id);
    if (*id && strlen(id) <= MOOT_ID_MOST) {
        code = moot_spool_id(csv->spool, id, row.line, &earlier, err);
    }
    if (earlier && !raw->err.code) {
        int hidden = moot_gate_scan(id) != MOOT_GATE_NONE;
        moot_fail(&raw->err, MOOT_EDATA, "the id %s%.80s%sstands already on line %d; the case here is set aside",
                  hidden ? "" : "\"", hidden ? "" : id, hidden ? "" : "\" ", earlier);
    }
    if (code || raw->err.code) {
        return code;
    }
    moot_buf_add(&raw->text, row.cells, row.len);
    if (*id && strlen(id) <= MOOT_ID_MOST) {
        code = pack_rows(csv, id, raw, err);
    }
    return code ? code : moot_buf_ok(&raw->text) ? MOOT_OK : moot_fail_memory(err);
}

/* ---- text to cells ---- */

static const char *next_text(const char **at)
{
    const char *text = *at;
    *at += strlen(text) + 1;
    return text;
}

static void add_plain(moot_cell *cell, const char *key, const char *text)
{
    cell->key = key;
    cell->kind = MOOT_CELL_PLAIN;
    cell->text = text;
}

/* One cell for each column that is not blank; `id` apart. */
static void fill_row(const header *h, const char **at, moot_cell *cells, int32_t *out_count, const char **out_id)
{
    for (int32_t i = 0; i < h->count; i++) {
        const char *text = next_text(at);
        if (i == h->id) {
            *out_id = text;
        } else if (*text) {
            add_plain(&cells[(*out_count)++], h->names[i], text);
        }
    }
}

static moot_cell *find(moot_cell *cells, int32_t count, const char *key)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(cells[i].key, key) == 0) {
            return &cells[i];
        }
    }
    return NULL;
}

/* Moves what a correcting row holds of the event into `to`. What stays is the correction's own. */
static void make_correction(moot_reader *r, moot_cell *event)
{
    static const char *const own[] = { "at", "correct", "who", "note" };
    moot_cell *cells = moot_reader_cells(r, (size_t)event->count + 1), *to = moot_reader_cells(r, (size_t)event->count + 1);
    int32_t kept = 0, moved = 0;
    if (!cells || !to) {
        return;
    }
    for (int32_t i = 0; i < event->count; i++) {
        const moot_cell *cell = &event->cells[i];
        size_t k = 0;
        while (k < MOOT_COUNT(own) && strcmp(own[k], cell->key) != 0) {
            k++;
        }
        if (k < MOOT_COUNT(own)) {
            cells[kept++] = *cell;
        } else {
            to[moved] = *cell;
            to[moved].key = strcmp(cell->key, "to_at") == 0 ? "at" : cell->key;
            moved++;
        }
    }
    cells[kept].key = "to";
    cells[kept].kind = moved ? MOOT_CELL_OBJECT : MOOT_CELL_NULL;
    cells[kept].cells = to;
    cells[kept].count = moved;
    event->cells = cells;
    event->count = kept + 1;
}

/* A fact's row without a value says that the fact is not known any more. */
static void add_unknown(moot_cell *cells, int32_t *count)
{
    if (find(cells, *count, "fact") && !find(cells, *count, "value")) {
        cells[*count].key = "value";
        cells[*count].kind = MOOT_CELL_NULL;
        ++*count;
    }
}

static void fill_rows(moot_reader *r, const header *h, int events, const char **at, int32_t count, moot_cell *list)
{
    moot_cell *rows = moot_reader_cells(r, (size_t)count);
    list->key = events ? "events" : "spells";
    list->kind = MOOT_CELL_LIST;
    for (int32_t i = 0; rows && i < count; i++) {
        int32_t place[2], cell_count = 0;
        const char *id;
        memcpy(place, *at, sizeof place);
        *at += sizeof place;
        moot_cell *cells = moot_reader_cells(r, (size_t)h->count + 1);
        if (!cells) {
            return;
        }
        fill_row(h, at, cells, &cell_count, &id);
        rows[i].kind = MOOT_CELL_OBJECT;
        rows[i].file = h->path;
        rows[i].line = place[0];
        rows[i].row = place[1];
        rows[i].cells = cells;
        if (events && find(cells, cell_count, "correct")) {
            rows[i].count = cell_count;
            make_correction(r, &rows[i]);
        } else {
            if (events) {
                add_unknown(cells, &cell_count);
            }
            rows[i].count = cell_count;
        }
    }
    list->cells = rows;
    list->count = rows ? count : 0;
}

static moot_code csv_read(const moot_form *form, const moot_raw *raw, moot_reader *reader, moot_input *input, moot_errs *errs)
{
    const csv_form *csv = (const csv_form *)form;
    const header *h = &csv->sheets[CASES];
    const char *at = moot_buf_text(&raw->text);
    moot_cell root, parts[4];
    moot_reader_begin(reader, h->path, raw->line, NULL, errs);
    reader->row = raw->row;
    if (raw->err.code) {
        moot_reader_say(reader, raw->err.code, NULL, "%s", raw->err.msg);
        return raw->err.code;
    }
    memset(&root, 0, sizeof root);
    memset(parts, 0, sizeof parts);
    moot_cell *facts = moot_reader_cells(reader, (size_t)h->count + 1);
    if (!facts) {
        return MOOT_ENOMEM;
    }
    parts[0].key = "id";
    parts[0].kind = MOOT_CELL_PLAIN;
    fill_row(h, &at, facts, &parts[1].count, &parts[0].text);
    parts[1].key = "facts";
    parts[1].kind = MOOT_CELL_OBJECT;
    parts[1].cells = facts;
    fill_rows(reader, &csv->sheets[EVENTS], 1, &at, raw->events, &parts[2]);
    fill_rows(reader, &csv->sheets[SPELLS], 0, &at, raw->spells, &parts[3]);
    root.kind = MOOT_CELL_OBJECT;
    root.cells = parts;
    root.count = MOOT_COUNT(parts);
    if (raw->bad && reader->worst == MOOT_OK) {
        reader->worst = MOOT_EDATA;
    }
    return reader->worst == MOOT_ENOMEM ? MOOT_ENOMEM : moot_read_case(reader, &root, input);
}

/* ---- the form ---- */

/* Twins were found as their rows were pulled: their events must not be joined to them. */
static moot_code csv_seen(moot_form *form, const moot_raw *raw, const char *id, int32_t *out_line, moot_err *err)
{
    (void)form;
    (void)raw;
    (void)id;
    (void)err;
    *out_line = 0;
    return MOOT_OK;
}

static moot_code csv_finish(moot_form *form, moot_errs *errs, moot_err *err)
{
    csv_form *csv = (csv_form *)form;
    moot_spooled row;
    const char *id;
    int found = 1;
    while (found) {
        moot_code code = moot_spool_orphan(csv->spool, &id, &row, &found, err);
        if (code) {
            return code;
        }
        if (found) {
            moot_err wrong;
            moot_err_init(&wrong);
            int hidden = moot_gate_scan(id) != MOOT_GATE_NONE;
            moot_fail(&wrong, MOOT_EDATA, "cases.csv has no case %s%.80s%s, to which this row belongs", hidden ? "with the id" : "\"",
                      hidden ? "" : id, hidden ? " (not repeated here)" : "\"");
            moot_err_at(&wrong, csv->sheets[row.sheet].path, row.line, 0);
            moot_errs_take(errs, &wrong);
        }
    }
    return MOOT_OK;
}

static void csv_close(moot_form *form)
{
    csv_form *csv = (csv_form *)form;
    for (int i = 0; i < SHEETS; i++) {
        header *h = &csv->sheets[i];
        moot_sheet_close(h->sheet);
        moot_free(h->path);
        moot_free(h->text);
        moot_free(h->names);
    }
    moot_spool_close(csv->spool);
    moot_errs_done(&form->pending);
    moot_free(csv);
}

static const moot_form_class csv_class = { csv_pull, csv_read, csv_seen, csv_finish, csv_close };

moot_code moot_csv_open(const char *folder, moot_form **out_form, moot_err *err)
{
    csv_form *csv = moot_calloc(1, sizeof *csv);
    if (!csv) {
        return moot_fail_memory(err);
    }
    csv->form.cls = &csv_class;
    moot_errs_init(&csv->form.pending, 0);
    moot_code code = moot_spool_open(&csv->spool, err);
    for (int i = 0; code == MOOT_OK && i < SHEETS; i++) {
        code = open_sheet(&csv->sheets[i], folder, (sheet_id)i, err);
    }
    for (int i = EVENTS; code == MOOT_OK && i < SHEETS; i++) {
        code = spool_sheet(csv, (sheet_id)i, err);
    }
    if (code) {
        csv_close(&csv->form);
        return code;
    }
    *out_form = &csv->form;
    return MOOT_OK;
}
