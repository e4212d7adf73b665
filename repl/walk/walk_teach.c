/* For a class: facts hidden from the projector, events that nobody announced, Lua over the case. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lua/helper/evaluate.h"
#include "repl/walk/walk_internal.h"

/* ---- hide ---- */

static int is_name_char(char ch)
{
    return isalnum((unsigned char)ch) || ch == '_';
}

/* Where a hidden fact's name ends in a line, as a word of its own, whatever its capitals: a line may be typed so; NULL. */
static const char *hidden_end(const moot_walk *walk, const char *line)
{
    const char *first = NULL;
    for (int32_t i = 0; i < walk->protocol->facts_count; i++) {
        const char *name = walk->protocol->facts[i].decl.name;
        size_t len = strlen(name);
        for (const char *at = line; walk->hidden[i] && *at && (!first || at + len < first); at++) {
            int begins = (at == line || !is_name_char(at[-1])) && strncasecmp(at, name, len) == 0;
            if (begins && !is_name_char(at[len])) {
                first = at + len;
            }
        }
    }
    return first;
}

/* ---- what a note tells of it ---- */

/* The text of the note that a line tells, as it was typed or in a sentence of the log; NULL. */
static const char *note_in(const char *line)
{
    for (const char *at = strstr(line, "note"); at; at = strstr(at + 1, "note")) {
        const char *rest = at + strlen("note");
        rest += *rest == ':';
        if ((at == line || at[-1] == ' ' || at[-1] == '"') && *rest == ' ') {
            return rest + 1;
        }
    }
    return NULL;
}

#define FORMS 12

/* The ways in which people write a day. */
static int day_forms(moot_day day, char forms[FORMS][40])
{
    static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December" };
    int year, month, mday, count = 0;
    moot_day_split(day, &year, &month, &mday);
    const char *name = months[month - 1];
    const char *nth = mday / 10 == 1 ? "th" : mday % 10 == 1 ? "st" : mday % 10 == 2 ? "nd" : mday % 10 == 3 ? "rd" : "th";
    snprintf(forms[count++], sizeof *forms, "%04d-%02d-%02d", year, month, mday);
    snprintf(forms[count++], sizeof *forms, "%d %s %d", mday, name, year);
    snprintf(forms[count++], sizeof *forms, "%d %.3s %d", mday, name, year);
    snprintf(forms[count++], sizeof *forms, "%d%s %s %d", mday, nth, name, year);
    snprintf(forms[count++], sizeof *forms, "%d%s of %s %d", mday, nth, name, year);
    snprintf(forms[count++], sizeof *forms, "%s %d, %d", name, mday, year);
    for (const char *between = "/.-"; *between; between++) {
        snprintf(forms[count++], sizeof *forms, "%02d%c%02d%c%04d", mday, *between, month, *between, year);
        snprintf(forms[count++], sizeof *forms, "%d%c%d%c%04d", mday, *between, month, *between, year);
    }
    return count;
}

/* Takes out each place where the words stand by themselves, whatever their capitals. */
static void take_out(const char *told, moot_buf *text)
{
    size_t len = strlen(told);
    moot_buf left;
    moot_buf_init(&left);
    const char *from = moot_buf_text(text);
    for (const char *at = from; len && *at;) {
        int here = strncasecmp(at, told, len) == 0 && (at == from || !is_name_char(at[-1])) && !is_name_char(at[len]);
        moot_buf_add(&left, here ? "(hidden)" : at, here ? strlen("(hidden)") : 1);
        at += here ? len : 1;
    }
    if (moot_buf_ok(&left) && len) {
        moot_buf_clear(text);
        moot_buf_str(text, moot_buf_text(&left));
    }
    text->failed |= !moot_buf_ok(&left);
    moot_buf_done(&left);
}

/* One value of a hidden fact. Yes and no are said of everything, and so are few other words so short. */
static void take_value_out(const moot_walk *walk, moot_value value, moot_buf *text)
{
    char forms[FORMS][40];
    moot_buf shown;
    if (value.type == MOOT_T_DATE && value.a == value.b) {
        for (int i = day_forms((moot_day)value.a, forms) - 1; i >= 0; i--) {
            take_out(forms[i], text);
        }
        return;
    }
    moot_buf_init(&shown);
    if (value.type != MOOT_T_UNKNOWN && value.type != MOOT_T_YESNO) {
        moot_value_show(walk->protocol, value, &shown);
    }
    take_out(moot_buf_text(&shown), text);
    text->failed |= !moot_buf_ok(&shown);
    moot_buf_done(&shown);
}

/* A note may tell a hidden fact without its name: what was told of it is taken out of the note. */
static void take_values_out(const moot_walk *walk, moot_buf *text)
{
    const moot_input *input = &walk->input;
    int32_t facts = walk->protocol->facts_count;
    for (int32_t i = 0; input->values && i < facts * (1 + input->child_count); i++) {
        if (walk->hidden[i % facts]) {
            take_value_out(walk, input->values[i], text);
        }
    }
    for (int32_t i = 0; i < input->record_count; i++) {
        const moot_record *record = &input->records[i];
        if (record->kind == MOOT_RECORD_FACT && walk->hidden[record->ref]) {
            take_value_out(walk, record->value, text);
        }
    }
}

/* ---- lines ---- */

/* The line without what it tells of a hidden fact. */
static void add_masked(const moot_walk *walk, const char *line, moot_buf *out)
{
    const char *note = note_in(line), *end = note ? NULL : hidden_end(walk, line);
    moot_buf told;
    moot_buf_init(&told);
    moot_buf_str(&told, note ? note : "");
    if (note) {
        take_values_out(walk, &told);
        end = hidden_end(walk, moot_buf_text(&told)); /* as elsewhere, all behind the name goes */
    }
    const char *rest = note ? moot_buf_text(&told) : line;
    moot_buf_add(out, line, note ? (size_t)(note - line) : 0);
    moot_buf_add(out, rest, end ? (size_t)(end - rest) : strlen(rest));
    moot_buf_str(out, end ? (*end == '"' ? "\" (hidden)" : " (hidden)") : "");
    out->failed |= !moot_buf_ok(&told);
    moot_buf_done(&told);
}

void walk_mask(const moot_walk *walk, moot_buf *text)
{
    if (!walk->hides) {
        return;
    }
    moot_buf masked;
    moot_buf_init(&masked);
    for (const char *at = moot_buf_text(text); *at;) {
        size_t len = strcspn(at, "\n");
        char *line = moot_strndup(at, len);
        add_masked(walk, line ? line : "", &masked);
        moot_buf_str(&masked, at[len] ? "\n" : "");
        masked.failed |= !line;
        moot_free(line);
        at += len + (at[len] == '\n');
    }
    int failed = !moot_buf_ok(&masked);
    moot_buf_clear(text);
    moot_buf_str(text, moot_buf_text(&masked));
    text->failed |= failed;
    moot_buf_done(&masked);
}

int moot_walk_hidden(const moot_walk *walk, const char *between, moot_buf *out)
{
    int told = 0;
    for (int32_t i = 0; i < walk->protocol->facts_count; i++) {
        if (walk->hidden[i]) {
            moot_buf_printf(out, "%s%s", told++ ? between : "", walk->protocol->facts[i].decl.name);
        }
    }
    return told;
}

void moot_walk_mask(const moot_walk *walk, moot_buf *text)
{
    walk_mask(walk, text);
}

int moot_walk_typed(const moot_walk *walk, const char *line, moot_buf *out)
{
    size_t before = out->len;
    const char *end = walk->hides && moot_walk_tells(line) ? hidden_end(walk, line) : NULL;
    int says = end && end[strspn(end, "\" \t")];
    if (walk->replied >= 0 && walk->hidden[walk->replied]) {
        moot_buf_str(out, "(hidden)");
    } else if (says || (walk->hides && note_in(line) && moot_walk_tells(line))) {
        add_masked(walk, line, out);
    } else {
        moot_buf_str(out, line);
    }
    return strcmp(moot_buf_text(out) + before, line) != 0;
}

static void set_one(moot_walk *walk, int32_t fact, int hide)
{
    walk->hides += hide - walk->hidden[fact];
    walk->hidden[fact] = (uint8_t)hide;
}

static moot_code show_all(moot_walk *walk, moot_err *err)
{
    for (int32_t i = 0; i < walk->protocol->facts_count; i++) {
        if (walk->hidden[i] && moot_walk_mark(walk, MOOT_MARK_HIDDEN, walk->protocol->facts[i].decl.name, 0, err)) {
            return err->code;
        }
        set_one(walk, i, 0);
    }
    return MOOT_OK;
}

void moot_walk_marked(moot_walk *walk, const char *what, const char *about, int64_t value)
{
    if (strcmp(what, MOOT_MARK_ASKS) == 0) {
        walk->quiz.on = value != 0;
    }
    for (int32_t i = 0; strcmp(what, MOOT_MARK_HIDDEN) == 0 && i < walk->protocol->facts_count; i++) {
        if (strcmp(walk->protocol->facts[i].decl.name, about) == 0) {
            set_one(walk, i, value != 0);
        }
    }
}

/* Where what is hidden can still be worked out by whoever looks: no answer is changed by what the class may see. */
static const char *what_tells_it(const moot_walk *walk, int32_t fact)
{
    return fact == walk->protocol->dob_fact
               ? "The age is hidden from Lua too; what happens at a birthday, and a stage or date that rests on the age, still tells it.\n"
               : "What rests on it still shows: a stage that begins, an outcome that can be chosen, the date of a deadline.\n";
}

static moot_code set_hidden(call *c, int hide, moot_err *err)
{
    moot_walk *walk = c->walk;
    name_table facts = WALK_TABLE(walk, "fact", facts);
    int32_t fact, end;
    if (c->w.count < 2 && hide) {
        return moot_fail(err, MOOT_EDATA, "hide is used like this: hide welfare_concern");
    }
    for (int32_t i = 1; i < c->w.count; i = end) {
        if (words_name_wanted(walk, &c->w, i, &facts, &fact, &end, err)) {
            return err->code;
        }
        if (moot_walk_mark(walk, MOOT_MARK_HIDDEN, name_at(&facts, fact), hide, err)) {
            return err->code;
        }
        set_one(walk, fact, hide);
        moot_buf_printf(c->out, "%s is %s.\n", name_at(&facts, fact), hide ? "hidden from the screen" : "shown");
        moot_buf_str(c->out, hide ? what_tells_it(walk, fact) : "");
    }
    if (c->w.count == 1) {
        if (show_all(walk, err)) {
            return err->code;
        }
        moot_buf_str(c->out, "Every fact is shown.\n");
    }
    return MOOT_OK;
}

moot_code do_hide(call *c, moot_err *err)
{
    return set_hidden(c, 1, err);
}

moot_code do_show(call *c, moot_err *err)
{
    return set_hidden(c, 0, err);
}

/* ---- inject ---- */

moot_code do_inject(call *c, moot_err *err)
{
    name_table events = WALK_TABLE(c->walk, "event", events);
    int32_t index, end;
    moot_instant at = MOOT_NEVER;
    char time[64];
    if (c->walk->now == MOOT_NEVER || c->w.count < 2) {
        return moot_fail(err, MOOT_EDATA, "inject is used like this, once something has happened: inject EVENT in 3 days");
    }
    if (words_name_wanted(c->walk, &c->w, 1, &events, &index, &end, err) || walk_time(c->walk, &c->w, end, &at, err)) {
        return err->code;
    }
    if (at <= c->walk->now) {
        return moot_fail(err, MOOT_EDATA, "inject needs a time that is still to come, as in: inject %s in 3 days",
                         name_at(&events, index));
    }
    moot_buf text, said;
    moot_buf_init(&text);
    moot_buf_init(&said);
    moot_instant_text(c->walk->protocol->zone, at, time, sizeof time);
    moot_buf_printf(&text, "{\"at\":\"%s\",\"event\":", time);
    moot_buf_json(&text, name_at(&events, index));
    moot_buf_char(&text, '}');
    moot_buf_printf(&said, "inject \"%s\" at %s", name_at(&events, index), time);
    moot_code code = moot_buf_ok(&text) && moot_buf_ok(&said)
                         ? walk_add(c->walk, STEP_INJECT, at, moot_buf_text(&text), moot_buf_text(&said), err)
                         : moot_fail_memory(err);
    moot_buf_done(&text);
    moot_buf_done(&said);
    if (!code) {
        moot_buf_str(c->out, "Noted.\n");
    }
    return code;
}

/* The first injected event that is due by `at` and has not happened yet: index of its step, -1. */
static int32_t pending_by(const moot_walk *walk, moot_instant at)
{
    int32_t found = -1;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        int happened = s->kind != STEP_INJECT || s->at > at;
        for (int32_t k = i + 1; !happened && k < walk->path_count; k++) {
            const step *later = &walk->steps[walk->path[k]];
            happened = later->kind == STEP_EVENT && strcmp(later->text, s->text) == 0;
        }
        if (!happened && (found < 0 || s->at < walk->steps[found].at)) {
            found = walk->path[i];
        }
    }
    return found;
}

moot_code walk_meanwhile(moot_walk *walk, moot_instant until, int *out_happened, moot_err *err)
{
    int32_t found = pending_by(walk, until);
    *out_happened = found >= 0;
    if (found < 0) {
        return MOOT_OK;
    }
    step s = walk->steps[found];
    const char *said = strncmp(s.said, "inject ", 7) == 0 ? s.said + 7 : s.said;
    char line[512];
    snprintf(line, sizeof line, "event %s", said);
    return walk_add(walk, STEP_EVENT, s.at, s.text, line, err);
}

/* ---- = EXPR ---- */

moot_code walk_evaluate(moot_walk *walk, const char *expression, moot_buf *out, moot_err *err)
{
    moot_result result;
    if (walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet, so there is no case to ask");
    }
    return moot_result_of(&walk->c, &walk->scratch, &result, err)
               ? err->code
               : moot_evaluate(&walk->c, &result, walk->hides ? walk->hidden : NULL, expression, out, err);
}
