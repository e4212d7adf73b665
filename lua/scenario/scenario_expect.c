/* Then: an expectation is compared with the rows of a case's result, field by field, and told
 * side by side if it does not hold. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lua/scenario/scenario_internal.h"

#define NOTHING "nothing"

typedef struct checking {
    scenario_trial *trial;
    scenario_run *run;
    const scenario_statement *s;
    const moot_scenario_kind *kind;
    const char *name; /* NULL: none given */
    const moot_cell
        *fields; /* of the braces, without those that are not of the row; sorted by name */
    int32_t field_count;
    int64_t number; /* which of several; 0: any */
    scenario_rows rows;
    uint8_t bad; /* the expectation itself is wrong: told */
} checking;

/* ---- one field ---- */

static const moot_scenario_field *spec_of(const moot_scenario_kind *kind, const char *name)
{
    for (const moot_scenario_field *f = kind->fields; f->name; f++) {
        if (strcmp(f->name, name) == 0) {
            return f;
        }
    }
    return NULL;
}

static const char *kept(const checking *k, const char *text)
{
    const char *copy = moot_arena_str(&k->run->scratch, text);
    if (!copy) {
        scenario_no_memory(k->run);
    }
    return copy ? copy : "";
}

static const char *kept_buf(const checking *k, moot_buf *buf)
{
    const char *copy = kept(k, moot_buf_text(buf));
    if (!moot_buf_ok(buf)) {
        scenario_no_memory(k->run);
    }
    moot_buf_done(buf);
    return copy;
}

static int64_t number_at(const moot_scenario_field *f, const char *at)
{
    int64_t wide;
    int32_t narrow;
    memcpy(&wide, at, f->wide ? sizeof wide : 0);
    memcpy(&narrow, at, sizeof narrow);
    return f->wide ? wide : narrow;
}

static const char *show_names(const checking *k, const moot_result_names *names)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_str(&text, names->count ? "" : NOTHING);
    for (int32_t i = 0; i < names->count; i++) {
        const char *between = i == 0 ? "" : i + 1 == names->count ? " and " : ", ";
        moot_buf_printf(&text, "%s%s", between, names->names[i]);
    }
    return kept_buf(k, &text);
}

static const char *show_value(const checking *k, const moot_value *value)
{
    moot_buf text;
    if (!moot_known(*value)) {
        return NOTHING;
    }
    moot_buf_init(&text);
    moot_value_show(k->trial->p, *value, &text);
    return kept_buf(k, &text);
}

/* What the row has, as people read it. */
static const char *show_actual(const checking *k, const moot_scenario_field *f, const char *row)
{
    char text[160];
    const char *at = row + f->offset, *words;
    switch ((moot_scenario_type)f->type) {
    case MOOT_SCENARIO_TIME: {
        const moot_when *when = (const moot_when *)(const void *)at;
        return when->lo == MOOT_NEVER
                   ? NOTHING
                   : kept(k, moot_when_text(k->trial->p->zone, *when, text, sizeof text));
    }
    case MOOT_SCENARIO_VALUE:
        return show_value(k, (const moot_value *)(const void *)at);
    case MOOT_SCENARIO_YESNO:
        return *(const uint8_t *)(const void *)at ? "true" : "false";
    case MOOT_SCENARIO_NAMES:
        return show_names(k, (const moot_result_names *)(const void *)at);
    case MOOT_SCENARIO_COUNT:
    case MOOT_SCENARIO_PENCE:
        snprintf(text, sizeof text, "%" PRId64, number_at(f, at));
        return f->type == MOOT_SCENARIO_PENCE && number_at(f, at) < 0 ? NOTHING : kept(k, text);
    default:
        memcpy(&words, at, sizeof words);
        return words && words[0] ? words : NOTHING;
    }
}

static int same_text(const moot_cell *cell, const char *words)
{
    int none = !words || !words[0];
    return cell->kind == MOOT_CELL_NULL
               ? none
               : cell->kind == MOOT_CELL_TEXT && !none && strcmp(cell->text, words) == 0;
}

/* As precisely as it is written: "2026-05-23" is any time of that day. */
static int same_time(checking *k, const moot_cell *cell, const moot_when *when)
{
    moot_when wanted;
    moot_err err;
    moot_err_init(&err);
    if (cell->kind != MOOT_CELL_TEXT) {
        return cell->kind == MOOT_CELL_NULL && when->lo == MOOT_NEVER;
    }
    if (moot_when_parse(k->trial->p->zone, cell->text, &wanted, &err)) {
        if (!k->bad) {
            scenario_fail(k->run, k->trial, k->s->line, "%s: %s", cell->key, err.msg);
        }
        k->bad = 1;
        return 0;
    }
    return when->lo != MOOT_NEVER && wanted.lo <= when->lo && when->hi <= wanted.hi;
}

static int same_value(checking *k, const moot_cell *cell, const moot_value *value)
{
    switch ((moot_cell_kind)cell->kind) {
    case MOOT_CELL_NULL:
        return !moot_known(*value);
    case MOOT_CELL_YES:
        return value->type == MOOT_T_YESNO && value->a == 1;
    case MOOT_CELL_NO:
        return value->type == MOOT_T_YESNO && value->a == 0;
    case MOOT_CELL_INTEGER:
        return (value->type == MOOT_T_INTEGER || value->type == MOOT_T_MONEY) &&
               value->a == cell->number;
    case MOOT_CELL_TEXT:
        return moot_known(*value) && strcmp(show_value(k, value), cell->text) == 0;
    default:
        return 0;
    }
}

static int has_name(const moot_result_names *names, const char *name)
{
    for (int32_t i = 0; i < names->count; i++) {
        if (strcmp(names->names[i], name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int same_names(const moot_cell *cell, const moot_result_names *names)
{
    if (cell->kind == MOOT_CELL_NULL) {
        return names->count == 0;
    }
    if (cell->kind != MOOT_CELL_LIST) {
        return names->count == 1 && same_text(cell, names->names[0]);
    }
    int same = cell->count == names->count;
    for (int32_t i = 0; same && i < cell->count; i++) {
        same = cell->cells[i].kind == MOOT_CELL_TEXT && has_name(names, cell->cells[i].text);
    }
    return same;
}

static int same(checking *k, const moot_scenario_field *f, const moot_cell *cell, const char *row)
{
    const char *at = row + f->offset, *words;
    switch ((moot_scenario_type)f->type) {
    case MOOT_SCENARIO_TIME:
        return same_time(k, cell, (const moot_when *)(const void *)at);
    case MOOT_SCENARIO_VALUE:
        return same_value(k, cell, (const moot_value *)(const void *)at);
    case MOOT_SCENARIO_YESNO:
        return cell->kind == (*(const uint8_t *)(const void *)at ? MOOT_CELL_YES : MOOT_CELL_NO);
    case MOOT_SCENARIO_NAMES:
        return same_names(cell, (const moot_result_names *)(const void *)at);
    case MOOT_SCENARIO_COUNT:
        return cell->kind == MOOT_CELL_INTEGER && cell->number == number_at(f, at);
    case MOOT_SCENARIO_PENCE:
        return cell->kind == MOOT_CELL_NULL
                   ? number_at(f, at) < 0
                   : cell->kind == MOOT_CELL_INTEGER && cell->number == number_at(f, at);
    default:
        memcpy(&words, at, sizeof words);
        return same_text(cell, words);
    }
}

/* ---- rows ---- */

static const char *row_text(const char *row, int offset)
{
    const char *text = NULL;
    if (offset >= 0) {
        memcpy(&text, row + offset, sizeof text);
    }
    return text;
}

static const char *row_at(const checking *k, int32_t i)
{
    return k->rows.rows + (size_t)i * k->rows.size;
}

/* Of the case there is one status and one bed tonight: their names are compared like a field. */
static int is_single(const checking *k)
{
    return k->kind->id == KIND_STATUS || k->kind->id == KIND_TONIGHT;
}

static int is_named(const checking *k, const char *row)
{
    const char *text = row_text(row, k->rows.name);
    if (!k->name) {
        return 1;
    }
    if (k->kind->id == KIND_DEPARTURE) {
        return text && strstr(text, k->name) != NULL;
    }
    return text && strcmp(text, k->name) == 0;
}

static int32_t count_same(checking *k, const char *row)
{
    int32_t count = is_single(k) && is_named(k, row);
    for (int32_t i = 0; i < k->field_count; i++) {
        count += same(k, spec_of(k->kind, k->fields[i].key), &k->fields[i], row);
    }
    return count;
}

/* The row of this name that fits best, the last of equals; NULL when there is none. *out_fits:
 * it fits whole. */
static const char *best_row(checking *k, int *out_fits)
{
    const char *best = NULL;
    int32_t most = -1, seen = 0, all = k->field_count + is_single(k);
    for (int32_t i = 0; i < k->rows.count; i++) {
        const char *row = row_at(k, i);
        if ((!is_single(k) && !is_named(k, row)) || (k->number && ++seen != k->number)) {
            continue;
        }
        int32_t count = count_same(k, row);
        if (count >= most) {
            best = row;
            most = count;
        }
        if (count == all) {
            break;
        }
    }
    *out_fits = best && most == all;
    return best;
}

/* ---- telling ---- */

/* "the deadline \"joint assessment\"", "the case". */
static const char *label(const checking *k)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_str(&text, k->kind->found);
    if (k->name && k->kind->id != KIND_STATUS && k->kind->id != KIND_TONIGHT) {
        moot_buf_printf(&text, " \"%s\"", k->name);
    }
    return kept_buf(k, &text);
}

static void add_side(const checking *k, moot_scenario_failure *f, const char *field,
                     const char *expected, const char *actual, int differs)
{
    moot_scenario_side *sides =
        moot_arena_array(&k->run->arena, (size_t)f->side_count + 1, sizeof *sides);
    if (!sides) {
        scenario_no_memory(k->run);
        return;
    }
    if (f->side_count) {
        memcpy(sides, f->sides, (size_t)f->side_count * sizeof *sides);
    }
    sides[f->side_count] =
        (moot_scenario_side){ scenario_keep(k->run, field), scenario_keep(k->run, expected),
                              scenario_keep(k->run, actual), (uint8_t)differs };
    f->sides = sides;
    f->side_count++;
}

static void add_fields(checking *k, moot_scenario_failure *f, const char *row, int differ)
{
    for (int32_t i = 0; i < k->field_count; i++) {
        const moot_cell *cell = &k->fields[i];
        const moot_scenario_field *spec = spec_of(k->kind, cell->key);
        add_side(k, f, cell->key, scenario_show_cell(k->run, cell), show_actual(k, spec, row),
                 differ && !same(k, spec, cell, row));
    }
}

static void add_why(const checking *k, moot_scenario_failure *f, const char *row)
{
    moot_buf why;
    moot_buf_init(&why);
    scenario_row_why(k->trial, k->kind, &k->rows, row, k->s, &why);
    f->why = scenario_keep_buf(k->run, &why);
}

/* "status is late, not met". */
static const char *first_difference(checking *k, const char *row)
{
    moot_buf text;
    moot_buf_init(&text);
    if (is_single(k) && !is_named(k, row)) {
        moot_buf_printf(&text, "it is %s, not %s", row_text(row, k->rows.name), k->name);
        return kept_buf(k, &text);
    }
    for (int32_t i = 0; i < k->field_count; i++) {
        const moot_scenario_field *spec = spec_of(k->kind, k->fields[i].key);
        if (!same(k, spec, &k->fields[i], row)) {
            moot_buf_printf(&text, "%s is %s, not %s", spec->name, show_actual(k, spec, row),
                            scenario_show_cell(k->run, &k->fields[i]));
            break;
        }
    }
    return kept_buf(k, &text);
}

static void tell_differs(checking *k, const char *row)
{
    moot_scenario_failure *f =
        scenario_fail(k->run, k->trial, k->s->line, "%s is not as expected: %s", label(k),
                      first_difference(k, row));
    if (!f) {
        return;
    }
    if (is_single(k) && k->name) {
        add_side(k, f, k->kind->name, k->name, row_text(row, k->rows.name), !is_named(k, row));
    }
    add_fields(k, f, row, 1);
    add_why(k, f, row);
}

/* What there is instead, by name. */
static const char *names_there(const checking *k)
{
    enum { TOLD_MOST = 6 };
    moot_buf text;
    int32_t told = 0;
    moot_buf_init(&text);
    for (int32_t i = 0; i < k->rows.count && told < TOLD_MOST; i++) {
        const char *name = row_text(row_at(k, i), k->rows.name);
        moot_buf_printf(&text, "%s%s", told++ ? ", " : "", name ? name : NOTHING);
    }
    moot_buf_str(&text, told == 0 ? NOTHING : k->rows.count > told ? ", …" : "");
    return kept_buf(k, &text);
}

static void tell_absent(checking *k)
{
    char which[48] = "";
    if (k->number) {
        snprintf(which, sizeof which, " so often (number %" PRId64 ")", k->number);
    }
    moot_scenario_failure *f =
        k->name ? scenario_fail(k->run, k->trial, k->s->line, "%s %s%s", label(k), k->kind->absent,
                                which)
                : scenario_fail(k->run, k->trial, k->s->line, "there is no %s", k->kind->name);
    if (f) {
        add_side(k, f, k->kind->name, k->name ? k->name : "any", names_there(k), 1);
        add_why(k, f, NULL);
    }
}

static void tell_present(checking *k, const char *row)
{
    const char *name = row_text(row, k->rows.name);
    moot_scenario_failure *f =
        k->name ? scenario_fail(k->run, k->trial, k->s->line, "%s is there, and should not be",
                                label(k))
                : scenario_fail(k->run, k->trial, k->s->line, "there is a %s, and none is expected",
                                k->kind->name);
    if (f) {
        add_side(k, f, k->kind->name, "none", name ? name : NOTHING, 1);
        add_fields(k, f, row, 0);
        add_why(k, f, row);
    }
}

/* ---- the expectation itself ---- */

static void mistaken(checking *k, const char *fmt, ...) MOOT_PRINTF(2, 3);
static void mistaken(checking *k, const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    k->bad = 1;
    scenario_fail(k->run, k->trial, k->s->line, "%s", text);
}

static int is_among(const char *name, const char *const *names, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Splits "live|met" into `out`; how many. */
static int32_t split_choices(const checking *k, const char *choices, const char **out, int32_t most)
{
    int32_t count = 0;
    while (*choices && count < most) {
        size_t len = strcspn(choices, "|");
        char *one = moot_arena_strn(&k->run->scratch, choices, len);
        out[count++] = one ? one : "";
        choices += len + (choices[len] == '|');
    }
    return count;
}

/* `"live", "met" or "late"` */
static void list_choices(const char *const *names, int32_t count, char *buf, size_t size)
{
    size_t used = 0;
    for (int32_t i = 0; i < count && used < size; i++) {
        const char *joint = i == 0 ? "" : (i + 1 < count ? ", " : " or ");
        used += (size_t)snprintf(buf + used, size - used, "%s\"%s\"", joint, names[i]);
    }
}

static void check_choice(checking *k, const moot_scenario_field *spec, const moot_cell *cell)
{
    const char *names[16];
    int32_t count = split_choices(k, spec->choices, names, (int32_t)MOOT_COUNT(names));
    if (cell->kind == MOOT_CELL_TEXT && !is_among(cell->text, names, count)) {
        const char *hint = scenario_hint(k->run, cell->text, names, count);
        char choices[240] = "";
        list_choices(names, count, choices, sizeof choices);
        mistaken(k, "%s can be %s, but not \"%s\"%s", spec->name, choices, cell->text, hint);
    }
}

/* An outcome that the stage does not have can never come about. */
static void check_outcome(checking *k, const moot_cell *cell)
{
    const moot_protocol *p = k->trial->p;
    int32_t stage = k->name ? moot_find_stage(p, k->name) : -1;
    if (stage < 0 || cell->kind != MOOT_CELL_TEXT || moot_find_outcome(p, stage, cell->text) >= 0) {
        return;
    }
    moot_span span = p->stages[stage].outcomes;
    const char **names = moot_arena_array(&k->run->scratch, (size_t)span.count + 1, sizeof *names);
    for (int32_t i = 0; names && i < span.count; i++) {
        names[i] = p->outcomes[span.first + i].decl.name;
    }
    mistaken(k, "the stage \"%s\" has no outcome \"%s\"%s", k->name, cell->text,
             scenario_hint(k->run, cell->text, names, names ? span.count : 0));
}

/* What stands in the script, a text in its quotes. */
static const char *as_written(const checking *k, const moot_cell *cell)
{
    moot_buf text;
    moot_buf_init(&text);
    const char *quote = cell->kind == MOOT_CELL_TEXT ? "\"" : "";
    moot_buf_printf(&text, "%s%s%s", quote, scenario_show_cell(k->run, cell), quote);
    return kept_buf(k, &text);
}

/* What a field of a type is written as. A value of another kind could never be the same, and where
 * nothing is expected that would pass in silence. */
static const char *written_as(const moot_scenario_field *spec, const moot_cell *cell)
{
    int kind = cell->kind, none = kind == MOOT_CELL_NULL;
    switch ((moot_scenario_type)spec->type) {
    case MOOT_SCENARIO_TIME:
        return kind == MOOT_CELL_TEXT || none ? NULL : "a time in quotes, or nothing";
    case MOOT_SCENARIO_TEXT:
        return kind == MOOT_CELL_TEXT || none ? NULL : "a text in quotes, or nothing";
    case MOOT_SCENARIO_YESNO:
        return kind == MOOT_CELL_YES || kind == MOOT_CELL_NO ? NULL : "true or false";
    case MOOT_SCENARIO_NAMES:
        return kind == MOOT_CELL_TEXT || kind == MOOT_CELL_LIST || none
                   ? NULL
                   : "a name in quotes, a list of names, or nothing";
    case MOOT_SCENARIO_COUNT:
        return kind == MOOT_CELL_INTEGER ? NULL : "a whole number";
    case MOOT_SCENARIO_PENCE:
        return kind == MOOT_CELL_INTEGER || none ? NULL : "a whole number of pence, or nothing";
    default:
        return NULL; /* a fact's value may be anything */
    }
}

/* Fields that name services and roles of the protocol. */
static int names_a_party(const moot_scenario_field *spec)
{
    static const char *const fields[] = { "owner", "to", "who", "decided_by", "paid_by", "payee" };
    return is_among(spec->name, fields, (int32_t)MOOT_COUNT(fields));
}

/* Somebody whom the protocol does not know can never be the one. */
static void check_party(checking *k, const moot_cell *cell)
{
    const moot_protocol *p = k->trial->p;
    const char **names =
        moot_arena_array(&k->run->scratch, (size_t)p->parties_count + 1, sizeof *names);
    if (cell->kind != MOOT_CELL_TEXT || !names) {
        return;
    }
    for (int32_t i = 0; i < p->parties_count; i++) {
        names[i] = p->parties[i].decl.name;
    }
    if (!is_among(cell->text, names, p->parties_count)) {
        mistaken(k, "%s has no service or role \"%s\"%s", k->trial->shown.protocol, cell->text,
                 scenario_hint(k->run, cell->text, names, p->parties_count));
    }
}

static void check_parties(checking *k, const moot_cell *cell)
{
    check_party(k, cell);
    for (int32_t i = 0; cell->kind == MOOT_CELL_LIST && i < cell->count; i++) {
        check_party(k, &cell->cells[i]);
    }
}

/* expect.no with a clause that nobody wrote would hold for ever. */
static void check_clause(checking *k, const moot_cell *cell)
{
    const char *hint;
    if (cell->kind == MOOT_CELL_TEXT && cell->text[0] &&
        !scenario_knows_clause(k->run, cell->text, &hint)) {
        mistaken(k, "%s has no clause %s%s", k->trial->shown.protocol, cell->text, hint);
    }
}

static int names_a_clause(const moot_scenario_field *spec)
{
    return strcmp(spec->name, "clause") == 0 || strcmp(spec->name, "outcome_clause") == 0;
}

static void check_field(checking *k, const moot_cell *cell)
{
    const moot_scenario_field *spec = spec_of(k->kind, cell->key);
    const char *names[32] = { "under", "number" };
    int32_t count = 2;
    if (!spec) {
        for (const moot_scenario_field *f = k->kind->fields; f->name; f++) {
            names[count++] = f->name;
        }
        mistaken(k, "expect.%s has no field %.60s%s", k->kind->name, cell->key,
                 scenario_hint(k->run, cell->key, names, count));
        return;
    }
    const char *wanted = written_as(spec, cell);
    if (wanted) {
        mistaken(k, "%s is %s, but here stands %s", spec->name, wanted, as_written(k, cell));
    } else if (names_a_party(spec)) {
        check_parties(k, cell);
    } else if (names_a_clause(spec)) {
        check_clause(k, cell);
    } else if (spec->choices) {
        check_choice(k, spec, cell);
    } else if (k->kind->id == KIND_STAGE && strcmp(spec->name, "outcome") == 0) {
        check_outcome(k, cell);
    }
}

static void check_name(checking *k)
{
    int32_t count = 0;
    const char **names = k->name ? scenario_row_names(k->trial, k->kind, &count) : NULL;
    if (!names || is_among(k->name, names, count)) {
        return;
    }
    for (int32_t i = 0; i < k->rows.count; i++) { /* an act without a name goes by its clause */
        if (is_named(k, row_at(k, i))) {
            return;
        }
    }
    if (k->kind->id == KIND_STATUS) {
        mistaken(k, "a case is open, closed, undecided or failed, but not \"%s\"%s", k->name,
                 scenario_hint(k->run, k->name, names, count));
        return;
    }
    mistaken(k, "%s has no %s \"%s\"%s", k->trial->shown.protocol,
             k->kind->id == KIND_NEEDS ? "fact" : k->kind->name, k->name,
             scenario_hint(k->run, k->name, names, count));
}

/* Fields of the row, without `under` and `number`; a choice is one that can be made unless it
 * says otherwise. */
static void take_fields(checking *k)
{
    int32_t given = k->s->has_table ? k->s->table.count : 0;
    moot_cell *fields = moot_arena_array(&k->run->scratch, (size_t)given + 2, sizeof *fields);
    if (!fields) {
        scenario_no_memory(k->run);
        k->bad = 1;
        return;
    }
    int state = 0;
    for (int32_t i = 0; i < given; i++) {
        const moot_cell *cell = &k->s->table.cells[i];
        state |= strcmp(cell->key, "state") == 0;
        if (strcmp(cell->key, "number") == 0) {
            k->number = cell->kind == MOOT_CELL_INTEGER ? cell->number : 0;
            if (k->number < 1) {
                mistaken(k, "number is which of several, counted from 1, but here stands %s",
                         as_written(k, cell));
            }
        } else if (strcmp(cell->key, "under") != 0) {
            fields[k->field_count++] = *cell;
            check_field(k, cell);
        }
    }
    if (k->kind->id == KIND_CHOICE && !state) {
        fields[k->field_count++] =
            (moot_cell){ .key = "state", .kind = MOOT_CELL_TEXT, .text = "can be chosen" };
    }
    k->fields = fields;
}

void scenario_expect(scenario_trial *trial, const scenario_statement *s)
{
    checking k = { .trial = trial, .run = trial->run, .s = s, .kind = s->kind };
    int fits = 0;
    k.name = s->arg_count ? s->args[0].text : NULL;
    trial->shown.expectations++;
    if (s->has_table && s->table.kind == MOOT_CELL_LIST) {
        mistaken(&k, "expect.%s takes names with values in its braces; it is written like this: %s",
                 s->kind->name, s->kind->example);
        return;
    }
    if (!scenario_look(trial, s->line) || !scenario_rows_of(trial, s->kind, &k.rows)) {
        return;
    }
    check_name(&k);
    take_fields(&k);
    if (k.bad) {
        return;
    }
    const char *row = best_row(&k, &fits);
    if (k.bad) {
        return;
    }
    if (s->no && fits) {
        tell_present(&k, row);
    } else if (!s->no && !row) {
        tell_absent(&k);
    } else if (!s->no && !fits) {
        tell_differs(&k, row);
    }
}
