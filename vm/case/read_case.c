/* The case as a whole: its id, children, facts and spells, and what must hold between them. */
#include "vm/case/read_case.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "vm/base/gate.h"
#include "vm/base/text.h"
#include "vm/case/read_internal.h"

#define WARNINGS_MOST 16
#define SHOWN_MOST 60 /* code points of a value in a message */
#define OLDEST 40     /* years; nobody of that age has a leaving-care or a 16/17 case */

/* ---- the reader ---- */

void moot_reader_init(moot_reader *reader, const moot_protocol *protocol, moot_instant as_of)
{
    memset(reader, 0, sizeof *reader);
    reader->protocol = protocol;
    reader->zone = protocol->zone;
    reader->as_of = as_of;
    moot_arena_init(&reader->scratch);
}

int moot_reader__elsewhere(const moot_reader *r, moot_reader__find *find, const char *name)
{
    for (int32_t i = 0; i < r->other_count; i++) {
        if (find(r->others[i], name) >= 0) {
            return 1;
        }
    }
    return 0;
}

void moot_reader_done(moot_reader *reader)
{
    moot_arena_done(&reader->scratch);
}

void moot_reader_begin(moot_reader *reader, const char *file, int32_t line, const char *source, moot_errs *errs)
{
    moot_arena_clear(&reader->scratch);
    reader->input = NULL;
    reader->errs = errs;
    reader->file = file;
    reader->source = source;
    reader->line = line;
    reader->row = 0;
    reader->where[0] = '\0';
    reader->id_shown = 0;
    reader->worst = MOOT_OK;
}

moot_cell *moot_reader_cells(moot_reader *reader, size_t count)
{
    moot_cell *cells = moot_arena_array(&reader->scratch, count, sizeof *cells);
    if (!cells) {
        moot_reader__no_memory(reader);
    }
    return cells;
}

/* ---- saying ---- */

void moot_reader__no_memory(moot_reader *r)
{
    r->worst = MOOT_ENOMEM;
}

/* Column and width of a text that stands exactly once in the line, in quotes; 0 when that cannot be told. */
static int column_of(const char *source, const char *needle, int *out_width)
{
    size_t len = needle ? strlen(needle) : 0;
    const char *found = NULL;
    for (const char *at = source && len && len < 200 ? strstr(source, needle) : NULL; at; at = strstr(at + 1, needle)) {
        int quoted = at > source && at[-1] == '"' && at[len] == '"';
        if (quoted && found) {
            return 0;
        }
        found = quoted ? at : found;
    }
    if (!found) {
        return 0;
    }
    *out_width = (int)moot_text_count(needle, len) + 2;
    return (int)moot_text_count(source, (size_t)(found - 1 - source)) + 1;
}

static void add_context(const moot_reader *r, moot_err *err)
{
    char text[sizeof err->decl + sizeof r->where]; /* the whole: moot_err_in cuts between letters */
    const char *id = r->id_shown && r->input ? r->input->id : NULL;
    char row[24] = "";
    if (r->row && r->row != r->line) {
        snprintf(row, sizeof row, "row %d, ", r->row);
    }
    if (id && strlen(id) > 40) {
        snprintf(text, sizeof text, "%scase %.*s...%s%s", row, (int)moot_utf8_cut(id, 40), id, r->where[0] ? ", " : "",
                 r->where);
    } else {
        snprintf(text, sizeof text, "%s%s%s%s%s", row, id ? "case " : "", id ? id : "", id && r->where[0] ? ", " : "",
                 r->where);
    }
    moot_err_in(err, text, NULL);
}

void moot_reader_say(moot_reader *reader, moot_code code, const char *needle, const char *fmt, ...)
{
    char text[sizeof ((moot_err *)0)->msg + 64];
    moot_err err;
    va_list args;
    if (reader->worst == MOOT_ENOMEM) {
        return;
    }
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    moot_err_init(&err);
    moot_fail(&err, code, "%s", text);
    moot_err_at(&err, reader->file, reader->line, column_of(reader->source, needle, &err.width));
    add_context(reader, &err);
    moot_errs_take(reader->errs, &err);
    if (moot_code_status(code) > moot_code_status(reader->worst)) {
        reader->worst = code;
    }
}

static const char *say_in_scratch(moot_reader *r, const moot_buf *text)
{
    const char *copy = moot_buf_ok(text) ? moot_arena_str(&r->scratch, moot_buf_text(text)) : NULL;
    if (!copy) {
        moot_reader__no_memory(r);
    }
    return copy ? copy : "";
}

const char *moot_reader__quote(moot_reader *r, const char *text)
{
    moot_buf shown;
    moot_buf_init(&shown);
    moot_gate_kind kind = moot_gate_scan(text);
    size_t len = strlen(text);
    if (kind != MOOT_GATE_NONE) {
        moot_buf_printf(&shown, "(not repeated here: it looks like %s)", moot_gate_text(kind));
    } else {
        size_t fit = moot_text_fit(text, len, SHOWN_MOST);
        moot_buf_char(&shown, '"');
        moot_buf_add(&shown, text, fit);
        moot_buf_str(&shown, fit < len ? "...\"" : "\"");
    }
    const char *copy = say_in_scratch(r, &shown);
    moot_buf_done(&shown);
    return copy;
}

const char *moot_reader__shown(moot_reader *r, const moot_cell *cell)
{
    char number[24];
    switch ((moot_cell_kind)cell->kind) {
    case MOOT_CELL_NULL:
        return "null";
    case MOOT_CELL_NO:
        return "false";
    case MOOT_CELL_YES:
        return "true";
    case MOOT_CELL_INTEGER: {
        snprintf(number, sizeof number, "%lld", (long long)cell->number);
        const char *quoted = moot_reader__quote(r, number);
        size_t len = strlen(quoted);
        if (quoted[0] != '"' || len < 2) {
            return quoted;
        }
        const char *bare = moot_arena_strn(&r->scratch, quoted + 1, len - 2);
        return bare ? bare : "";
    }
    case MOOT_CELL_FRACTION:
        return "a number with a fraction";
    case MOOT_CELL_LIST:
        return "a list";
    case MOOT_CELL_OBJECT:
        return "an object in braces";
    case MOOT_CELL_TEXT:
    case MOOT_CELL_PLAIN:
        break;
    }
    return moot_reader__quote(r, cell->text);
}

const char **moot_reader__names(moot_reader *r, const void *table, int32_t count, size_t size)
{
    const char **names = moot_arena_array(&r->scratch, (size_t)count + 1, sizeof *names);
    for (int32_t i = 0; names && i < count; i++) {
        const void *element = (const char *)table + (size_t)i * size;
        names[i] = ((const moot_decl *)element)->name;
    }
    if (!names) {
        moot_reader__no_memory(r);
    }
    return names;
}

const char *moot_reader__hint(moot_reader *r, const char *word, const char *const *names, size_t count)
{
    const char *near = names ? moot_nearest(word, names, count) : NULL;
    moot_buf text;
    if (!near) {
        return "";
    }
    moot_buf_init(&text);
    moot_buf_printf(&text, "; did you mean \"%s\"?", near);
    const char *copy = say_in_scratch(r, &text);
    moot_buf_done(&text);
    return copy;
}

void moot_reader__warn(moot_reader *r, const char *fmt, ...)
{
    moot_input *input = r->input;
    moot_buf text;
    char sentence[512];
    va_list args;
    if (!input->warnings) {
        input->warnings = moot_arena_array(&input->arena, WARNINGS_MOST, sizeof *input->warnings);
    }
    if (!input->warnings || input->warning_count >= WARNINGS_MOST) {
        return;
    }
    va_start(args, fmt);
    vsnprintf(sentence, sizeof sentence, fmt, args);
    va_end(args);
    moot_buf_init(&text);
    moot_buf_str(&text, sentence);
    const char *copy = moot_arena_str(&input->arena, say_in_scratch(r, &text));
    moot_buf_done(&text);
    if (copy) {
        input->warnings[input->warning_count++] = copy;
    } else {
        moot_reader__no_memory(r);
    }
}

/* ---- ids ---- */

static int id_has_control(const char *id)
{
    for (; *id; id++) {
        if ((unsigned char)*id < 0x20 || *id == 0x7f) {
            return 1;
        }
    }
    return 0;
}

/* An id is a pseudonym: it names the case in every answer, so it is a line's worth of plain text. */
static const char *read_id(moot_reader *r, const moot_cell *cell, const char *whose)
{
    const char *id;
    if (!cell || cell->kind == MOOT_CELL_NULL) {
        moot_reader_say(r, MOOT_EDATA, NULL, "%s has no \"id\"; give each a pseudonym of its own", whose);
        return NULL;
    }
    if (!moot_reader__is_text(cell)) {
        moot_reader_say(r, MOOT_EDATA, "id", "\"id\" is text, written in quotes, not %s", moot_reader__shown(r, cell));
        return NULL;
    }
    if (!(id = moot_reader__name(r, cell->text))) {
        return NULL;
    }
    moot_gate_kind kind = moot_gate_scan(id);
    if (!*id) {
        moot_reader_say(r, MOOT_EDATA, "id", "%s has an empty \"id\"; give each a pseudonym of its own", whose);
    } else if (strlen(id) > MOOT_ID_MOST) {
        moot_reader_say(r, MOOT_EDATA, "id", "the \"id\" is %zu bytes long; at most %d are allowed", strlen(id),
                        MOOT_ID_MOST);
    } else if (id_has_control(id)) {
        moot_reader_say(r, MOOT_EDATA, "id", "the \"id\" holds a control character, such as a tab or a line break");
    } else if (kind != MOOT_GATE_NONE) {
        moot_reader_say(r, MOOT_EDATA, "id",
                        "the \"id\" looks like %s (not repeated here); use a pseudonym that identifies nobody",
                        moot_gate_text(kind));
    } else {
        const char *copy = moot_arena_str(&r->input->arena, id);
        if (!copy) {
            moot_reader__no_memory(r);
        }
        return copy;
    }
    return NULL;
}

/* ---- facts ---- */

static const char *const case_keys[] = { "id", "facts", "spells", "events", "children", "generated", "note" };

static void unknown_fact(moot_reader *r, const moot_cell *cell, const char *name)
{
    moot_reader_say(r, MOOT_EDATA, cell->key, "neither this protocol nor the vocabulary has a fact %s%s",
                    moot_reader__quote(r, name), MOOT_HINT(r, name, facts));
}

static void read_fact(moot_reader *r, const moot_cell *cell, moot_value *row)
{
    const char *name = moot_reader__name(r, cell->key);
    int32_t fact = name ? moot_find_fact(r->protocol, name) : -1;
    moot_value value;
    if (!name) {
        return;
    }
    if (fact < 0 && moot_reader__elsewhere(r, moot_find_fact, name)) {
        r->input->set_aside++;
    } else if (fact < 0) {
        unknown_fact(r, cell, name);
    } else if (moot_reader__value(r, fact, cell, &value)) {
        if (r->protocol->facts[fact].source == MOOT_FACT_GIVEN) {
            row[fact] = value;
        } else if (moot_known(value)) {
            moot_reader__warn(r, "\"%s\" follows from the protocol's own rules, so the value in the case is not used", name);
        }
    }
}

static void read_facts(moot_reader *r, const moot_cell *cell, moot_value *row)
{
    if (!cell || cell->kind == MOOT_CELL_NULL) {
        return;
    }
    if (cell->kind != MOOT_CELL_OBJECT) {
        moot_reader_say(r, MOOT_EDATA, "facts", "\"facts\" is an object in braces, not %s", moot_reader__shown(r, cell));
        return;
    }
    for (int32_t i = 0; i < cell->count; i++) {
        read_fact(r, &cell->cells[i], row);
    }
}

/* ---- children ---- */

static const moot_cell *member(const moot_cell *object, const char *key)
{
    for (int32_t i = 0; i < object->count; i++) {
        if (strcmp(object->cells[i].key, key) == 0) {
            return &object->cells[i];
        }
    }
    return NULL;
}

/* Keys of an object that it does not have; `names` are those that it has. */
static void refuse_others(moot_reader *r, const moot_cell *object, const char *what, const char *const *names,
                          size_t count)
{
    for (int32_t i = 0; i < object->count; i++) {
        const char *key = object->cells[i].key;
        size_t known = 0;
        while (known < count && strcmp(names[known], key) != 0) {
            known++;
        }
        if (known < count) {
            continue;
        }
        if (names == case_keys && moot_find_fact(r->protocol, key) >= 0) {
            moot_reader_say(r, MOOT_EDATA, key, "\"%s\" is a fact: put it inside \"facts\"", key);
        } else {
            moot_reader_say(r, MOOT_EDATA, key, "%s has no %s%s", what, moot_reader__quote(r, key),
                            moot_reader__hint(r, key, names, count));
        }
    }
}

static int check_list(moot_reader *r, const moot_cell *cell, const char *key)
{
    if (!cell || cell->kind == MOOT_CELL_NULL) {
        return 0;
    }
    if (cell->kind != MOOT_CELL_LIST) {
        moot_reader_say(r, MOOT_EDATA, key, "\"%s\" is a list in brackets, not %s", key, moot_reader__shown(r, cell));
        return 0;
    }
    if (cell->count > MOOT_EVENTS_MOST) {
        moot_reader_say(r, MOOT_ELIMIT, key, "\"%s\" has %d entries; a case may have at most %d", key, cell->count,
                        MOOT_EVENTS_MOST);
        return 0;
    }
    return 1;
}

static int check_object(moot_reader *r, const moot_cell *cell)
{
    if (cell->kind == MOOT_CELL_OBJECT) {
        return 1;
    }
    moot_reader_say(r, MOOT_EDATA, NULL, "this is an object in braces, not %s", moot_reader__shown(r, cell));
    return 0;
}

static void read_child(moot_reader *r, const moot_cell *cell, int32_t i)
{
    static const char *const keys[] = { "id", "facts" };
    moot_input *input = r->input;
    snprintf(r->where, sizeof r->where, "child %d", i + 1);
    if (!check_object(r, cell)) {
        return;
    }
    refuse_others(r, cell, "a child", keys, MOOT_COUNT(keys));
    const char *id = read_id(r, member(cell, "id"), "this child");
    input->children[i] = id ? id : "";
    for (int32_t k = 0; id && k < i; k++) {
        if (strcmp(input->children[k], id) == 0) {
            moot_reader_say(r, MOOT_EDATA, NULL, "two children of this case have the id \"%s\"", id);
            break;
        }
    }
    read_facts(r, member(cell, "facts"), input->values + (size_t)(1 + i) * (size_t)r->protocol->facts_count);
}

/* A per-child fact that the case gives for itself speaks for each child that says nothing. */
static void share_facts(moot_reader *r)
{
    size_t facts = (size_t)r->protocol->facts_count;
    for (size_t fact = 0; fact < facts; fact++) {
        for (int32_t i = 0; r->protocol->facts[fact].per_child && i < r->input->child_count; i++) {
            moot_value *value = &r->input->values[(size_t)(1 + i) * facts + fact];
            *value = moot_known(*value) ? *value : r->input->values[fact];
        }
    }
}

/* Room for the facts of the case and its children, then both. */
static void read_people(moot_reader *r, const moot_cell *root)
{
    const moot_cell *list = member(root, "children");
    int32_t count = check_list(r, list, "children") ? list->count : 0;
    size_t facts = (size_t)r->protocol->facts_count;
    moot_input *input = r->input;
    if ((size_t)count + 1 > (size_t)INT32_MAX / (facts + 1)) {
        moot_reader_say(r, MOOT_ELIMIT, "children", "\"children\" has %d entries, too many for one case", count);
        count = 0;
    }
    input->values = moot_arena_array(&input->arena, ((size_t)count + 1) * facts, sizeof *input->values);
    input->children = moot_arena_array(&input->arena, (size_t)count + 1, sizeof *input->children);
    if (!input->values || !input->children) {
        moot_reader__no_memory(r);
        return;
    }
    input->child_count = count;
    read_facts(r, member(root, "facts"), input->values);
    for (int32_t i = 0; i < count; i++) {
        read_child(r, &list->cells[i], i);
    }
    r->where[0] = '\0';
    share_facts(r);
}

/* ---- spells ---- */

/* 0 after telling what is wrong; *out_fact is -1 of a kind that only another protocol knows. */
static int read_spell_kind(moot_reader *r, const moot_cell *cell, int32_t *out_fact)
{
    const char *name;
    *out_fact = -1;
    if (!cell) {
        moot_reader_say(r, MOOT_EDATA, NULL, "a spell needs a \"kind\", such as \"looked after\"");
        return 0;
    }
    if (!moot_reader__name_cell(r, cell, &name)) {
        return 0;
    }
    *out_fact = moot_find_fact(r->protocol, name);
    if (*out_fact >= 0 && r->protocol->facts[*out_fact].type == MOOT_T_SPELLS) {
        return 1;
    }
    if (*out_fact < 0 && moot_reader__elsewhere(r, moot_find_fact, name)) {
        r->input->set_aside++;
        return 1;
    }
    if (*out_fact >= 0) {
        moot_reader_say(r, MOOT_EDATA, name, "\"%s\" is %s, not a kind of spell", name,
                        moot_type_text((moot_type)r->protocol->facts[*out_fact].type));
    } else {
        const char **names = moot_reader__names(r, r->protocol->facts, r->protocol->facts_count, sizeof *r->protocol->facts);
        for (int32_t i = 0; names && i < r->protocol->facts_count; i++) {
            names[i] = r->protocol->facts[i].type == MOOT_T_SPELLS ? names[i] : NULL;
        }
        moot_reader_say(r, MOOT_EDATA, cell->text, "neither this protocol nor the vocabulary has a kind of spell %s%s",
                        moot_reader__quote(r, name),
                        moot_reader__hint(r, name, names, (size_t)r->protocol->facts_count));
    }
    return 0;
}

static void read_spell_times(moot_reader *r, const moot_cell *from, const moot_cell *to, moot_spell *spell)
{
    moot_when began = { 0, 0 }, ended = { MOOT_NEVER, MOOT_NEVER };
    if (!from || from->kind == MOOT_CELL_NULL) {
        moot_reader_say(r, MOOT_EDATA, NULL, "a spell needs \"from\": the day on which it began, or as much as is known");
        return;
    }
    int good = moot_reader__when(r, from, &began);
    if (to && to->kind != MOOT_CELL_NULL) {
        good &= moot_reader__when(r, to, &ended);
    }
    if (good && ended.hi < began.lo) {
        moot_reader_say(r, MOOT_EDATA, to ? to->text : NULL, "the spell ends (%s) before it begins (%s)",
                        moot_reader__shown(r, to), moot_reader__shown(r, from));
    }
    spell->from_lo = began.lo;
    spell->from_hi = began.hi;
    spell->to_lo = ended.lo;
    spell->to_hi = ended.hi;
}

static void enter_place(moot_reader *r, const moot_cell *cell)
{
    if (cell->line) {
        r->file = cell->file ? cell->file : r->file;
        r->line = cell->line;
        r->row = cell->row;
    }
}

/* Whether it is kept: one of a kind that only another protocol knows is not. */
static int read_spell(moot_reader *r, const moot_cell *cell, moot_spell *spell)
{
    static const char *const keys[] = { "kind", "from", "to", "child" };
    const char *file = r->file;
    int32_t line = r->line, row = r->row;
    int known = 0;
    enter_place(r, cell);
    spell->child = -1;
    if (check_object(r, cell)) {
        const moot_cell *child = member(cell, "child");
        refuse_others(r, cell, "a spell", keys, MOOT_COUNT(keys));
        known = read_spell_kind(r, member(cell, "kind"), &spell->fact) && spell->fact >= 0;
        read_spell_times(r, member(cell, "from"), member(cell, "to"), spell);
        if (child && child->kind != MOOT_CELL_NULL) {
            (void)moot_reader__child(r, child, &spell->child);
        }
    }
    r->file = file;
    r->line = line;
    r->row = row;
    return known;
}

static void read_spells(moot_reader *r, const moot_cell *list)
{
    moot_input *input = r->input;
    if (!check_list(r, list, "spells")) {
        return;
    }
    input->spells = moot_arena_array(&input->arena, (size_t)list->count, sizeof *input->spells);
    if (!input->spells) {
        moot_reader__no_memory(r);
        return;
    }
    for (int32_t i = 0; i < list->count; i++) {
        snprintf(r->where, sizeof r->where, "spell %d", i + 1);
        input->spell_count += read_spell(r, &list->cells[i], &input->spells[input->spell_count]);
    }
    r->where[0] = '\0';
}

/* ---- what must hold between the parts ---- */

static moot_value born_on(const moot_reader *r, int32_t row)
{
    int32_t dob = r->protocol->dob_fact;
    if (dob < 0) {
        return moot_unknown();
    }
    return r->input->values[(size_t)row * (size_t)r->protocol->facts_count + (size_t)dob];
}

/* First and last of the records in time; 0 when there is none. */
static int span_of_records(const moot_input *input, moot_when *out_first, moot_when *out_last)
{
    for (int32_t i = 0; i < input->record_count; i++) {
        moot_when at = input->records[i].at;
        *out_first = i == 0 || at.hi < out_first->hi ? at : *out_first;
        *out_last = i == 0 || at.lo > out_last->lo ? at : *out_last;
    }
    return input->record_count > 0;
}

static void check_event_before_birth(moot_reader *r, moot_instant birth, const char *dob)
{
    for (int32_t i = 0; i < r->input->record_count; i++) {
        const moot_record *record = &r->input->records[i];
        char at[64];
        if (record->at.hi < birth) {
            moot_when_text(r->zone, record->at, at, sizeof at);
            moot_reader_say(r, MOOT_EDATA, at, "event %d (%s) lies before the date of birth (%s)", record->number, at, dob);
            return;
        }
    }
}

/* Nobody of the caseload is born after what is recorded of them, and nobody is 40. Only what is sure is refused: a date of
 * birth known to the month may lie on either side. The machine's clock is not asked. */
static void check_birth(moot_reader *r)
{
    moot_when first = { MOOT_NEVER, MOOT_NEVER }, last = first;
    moot_value born = born_on(r, 0);
    char dob[64], at[64];
    int any = span_of_records(r->input, &first, &last);
    if (!moot_known(born)) {
        return;
    }
    moot_days_text((moot_day)born.a, (moot_day)born.b, dob, sizeof dob);
    moot_instant birth = moot_day_start(r->zone, (moot_day)born.a);
    moot_instant now = r->as_of != MOOT_NEVER ? r->as_of : any ? last.hi : MOOT_NEVER;
    moot_instant start = any ? first.lo : r->as_of;
    if (birth > now) {
        moot_instant_text(r->zone, r->as_of != MOOT_NEVER ? r->as_of : first.lo, at, sizeof at);
        moot_reader_say(r, MOOT_EDATA, dob, "the date of birth (%s) lies in the future: after %s (%s)", dob,
                        r->as_of != MOOT_NEVER ? "the run's \"as of\"" : "the first event and all others", at);
        return;
    }
    check_event_before_birth(r, birth, dob);
    int age = start == MOOT_NEVER ? 0 : moot_age_on((moot_day)born.b, moot_day_at(r->zone, start),
                                                      MOOT_LEAP_1_MARCH); /* a day makes no odds here */
    if (age >= OLDEST) {
        moot_instant_text(r->zone, start, at, sizeof at);
        moot_reader_say(r, MOOT_EDATA, dob,
                        "by the date of birth (%s) the young person is %d on %s; an age under %d is expected", dob, age, at,
                        OLDEST);
    }
}

/* ---- the case ---- */

/* A case that was made up says by what: it is about nobody, wherever it goes. */
static void read_generated(moot_reader *r, const moot_cell *cell)
{
    const char *text;
    if (!cell || cell->kind == MOOT_CELL_NULL || !moot_reader__text(r, cell, &text)) {
        return;
    }
    if (!*text) {
        moot_reader_say(r, MOOT_EDATA, "generated", "\"generated\" says by what the case was made up, so it is not empty");
        return;
    }
    r->input->generated = text;
}

moot_code moot_read_case(moot_reader *reader, const moot_cell *root, moot_input *input)
{
    reader->input = input;
    input->line = reader->line;
    if (root->kind != MOOT_CELL_OBJECT) {
        moot_reader_say(reader, MOOT_EDATA, NULL, "a case is an object in braces, not %s", moot_reader__shown(reader, root));
        return reader->worst;
    }
    input->id = read_id(reader, member(root, "id"), "this case");
    reader->id_shown = input->id != NULL;
    refuse_others(reader, root, "a case", case_keys, MOOT_COUNT(case_keys));
    const moot_cell *note = member(root, "note");
    const char *ignored;
    if (note && note->kind != MOOT_CELL_NULL) {
        (void)moot_reader__text(reader, note, &ignored); /* nothing keeps it, but the gate looks at it */
    }
    read_generated(reader, member(root, "generated"));
    read_people(reader, root);
    if (reader->worst == MOOT_ENOMEM) {
        return MOOT_ENOMEM;
    }
    read_spells(reader, member(root, "spells"));
    const moot_cell *events = member(root, "events");
    if (check_list(reader, events, "events")) {
        moot_reader__events(reader, events);
    }
    if (reader->worst == MOOT_OK) {
        check_birth(reader);
    }
    return reader->worst;
}
