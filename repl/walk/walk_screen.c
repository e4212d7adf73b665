/* What is shown after a step. One model, rows in parts, made from the case; three printers of it: plain
 * (label and value on a line, no drawing, reads well aloud), presenter (for a room: no times, choices at
 * the bottom), JSON. */
#include <inttypes.h>
#include <string.h>

#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"
#include "vm/case/relied.h"

#define NEEDS_ON_SCREEN 3

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

/* ---- the model ---- */

/* part, its label, key in JSON, what is said when it has no row (NULL: nothing) */
#define PARTS(X)                                                      \
    X(KNOWN, "Known", "known", "Nothing has happened yet; say what happens first, with its time.") \
    X(NOW, "", "now", NULL)                                           \
    X(CHANGED, "Changed", "changed", "Changed: nothing")              \
    X(OPEN, "Open", "open", "Open: no stage")                         \
    X(HELD, "Held by", "held", NULL)                                  \
    X(TONIGHT, "Tonight", "tonight", "Tonight: not recorded")         \
    X(DUE, "Due", "due", "Due: nothing")                              \
    X(NEEDS, "Needs", "needs", NULL)                                  \
    X(CHOOSE, "Choose", "choose", NULL)

typedef enum part {
#define X(name, label, key, none) PART_##name,
    PARTS(X)
#undef X
    PART_COUNT
} part;

static const struct {
    const char *label, *key, *none;
} parts[] = {
#define X(name, label, key, none) { label, key, none },
    PARTS(X)
#undef X
};

typedef struct row {
    uint8_t part;
    int32_t number; /* entry, or of the list to choose from; 0: none */
    const char *when, *text, *clause; /* when: before the text, NULL */
    uint8_t is_now;                   /* when is the screen's own time, which stands above */
} row;

typedef struct view {
    moot_walk *walk;
    row *rows;
    int32_t count, most;
    moot_buf text; /* of the row that is being made */
    int failed;
} view;

static void view_add(view *v, part where, int32_t number, const char *when, const char *clause)
{
    walk_mask(v->walk, &v->text);
    const char *text = walk_keep(v->walk, moot_buf_text(&v->text));
    if (!text || !moot_buf_ok(&v->text) || v->count == v->most) {
        v->failed = 1;
        return;
    }
    v->rows[v->count++] = (row){ (uint8_t)where, number, when, text, clause ? clause : "", 0 };
    moot_buf_clear(&v->text);
}

static void view_entry(view *v, const moot_entry *entry, const char *when, const char *clause)
{
    int32_t before = v->count;
    view_add(v, PART_CHANGED, entry->n, when, clause);
    if (v->count > before) {
        v->rows[before].is_now = moot_when_exact(entry->at) && entry->at.lo == v->walk->now;
    }
}

static const char *when_kept(view *v, moot_when when)
{
    char text[160];
    const char *kept =
        walk_keep(v->walk, moot_when_text(v->walk->protocol->zone, when, text, sizeof text));
    v->failed |= !kept;
    return kept;
}

/* ---- the parts ---- */

/* Before anything has happened: what holds from the start. */
static void view_known(view *v)
{
    const moot_walk *walk = v->walk;
    int known = 0;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (s->kind == STEP_FACT || s->kind == STEP_PART || s->kind >= STEP_CHILD) {
            moot_buf_printf(&v->text, "%s%s", known++ ? ", " : "",
                            s->said + (strncmp(s->said, "fact ", 5) == 0 ? 5 : 0));
        }
    }
    if (known) {
        view_add(v, PART_KNOWN, 0, NULL, NULL);
    }
}

static void view_now(view *v)
{
    char text[64];
    const moot_walk *walk = v->walk;
    moot_day day = moot_day_at(walk->protocol->zone, walk->now);
    moot_buf_printf(&v->text, "%s %s, %s%s%s", weekdays[moot_weekday(day)],
                    moot_instant_text(walk->protocol->zone, walk->now, text, sizeof text),
                    moot_status_text(walk->c.status), walk->c.outcome ? ": " : "",
                    walk->c.outcome ? walk->c.outcome : "");
    view_add(v, PART_NOW, 0, NULL, NULL);
    if (walk->c.fault) {
        moot_buf_printf(&v->text, "Stopped: %s", walk->c.fault);
        view_add(v, PART_NOW, 0, NULL, NULL);
    }
}

static void view_changed(view *v)
{
    changes all;
    const char *clause;
    walk_changes(v->walk, &all);
    for (const moot_entry *entry; (entry = walk_next_change(&all, &v->text, &clause)) != NULL;) {
        view_entry(v, entry, when_kept(v, entry->at), clause);
    }
    v->failed |= all.failed;
}

static void add_child(view *v, const char *child)
{
    moot_buf_printf(&v->text, "%s%s", child ? ", child " : "", child ? child : "");
}

static void view_open(view *v, const moot_result *r)
{
    for (int32_t i = 0; i < r->stages_count; i++) {
        const moot_result_stage *s = &r->stages[i];
        if (s->left.lo != MOOT_NEVER) {
            continue;
        }
        moot_buf_str(&v->text, s->stage);
        add_child(v, s->child);
        moot_buf_printf(&v->text, ", since %s", when_kept(v, s->entered));
        if (s->owner.count) {
            moot_buf_str(&v->text, ", for ");
            moot_tell_names(s->owner, &v->text);
        }
        view_add(v, PART_OPEN, 0, NULL, s->clause);
    }
}

static void view_held(view *v)
{
    const moot_walk *walk = v->walk;
    if (walk->c.facts.lead >= 0) {
        moot_buf_str(&v->text, walk->protocol->parties[walk->c.facts.lead].decl.name);
        view_add(v, PART_HELD, 0, NULL, NULL);
    }
}

static void view_tonight(view *v, const moot_result *r)
{
    const moot_result_bed *bed = r->tonight;
    if (bed && bed->place) {
        moot_buf_printf(&v->text, "%s%s%s%s%s", bed->place, bed->provider ? ", " : "",
                        bed->provider ? bed->provider : "", bed->paid_by ? ", paid by " : "",
                        bed->paid_by ? bed->paid_by : "");
        view_add(v, PART_TONIGHT, 0, NULL, bed->clause);
    }
}

static int is_undated(const view *v, const moot_result_deadline *d)
{
    return walk_is_waiting(v->walk, d) && d->due.lo == MOOT_NEVER;
}

/* Many that have no date are one row: what has one is seen at a glance. They stand last, by walk_urgent. */
static void view_undated(view *v, const moot_result *r, int32_t first, int32_t count)
{
    moot_buf_str(&v->text, "no date: ");
    for (int32_t i = first; i < first + MOOT_WALK_UNDATED; i++) {
        moot_buf_printf(&v->text, "%s%s", i > first ? ", " : "", r->deadlines[i].deadline);
        add_child(v, r->deadlines[i].child);
    }
    moot_buf_printf(&v->text, " and %" PRId32 " more; due tells whose, and why", count - MOOT_WALK_UNDATED);
    view_add(v, PART_DUE, 0, NULL, NULL);
}

static void view_due(view *v, const moot_result *r)
{
    int32_t undated = 0;
    for (int32_t i = 0; i < r->deadlines_count; i++) {
        undated += is_undated(v, &r->deadlines[i]);
    }
    int folds = undated > MOOT_WALK_UNDATED && v->walk->mode != MOOT_WALK_JSON;
    for (int32_t i = 0; i < r->deadlines_count; i++) {
        const moot_result_deadline *d = &r->deadlines[i];
        if (folds && is_undated(v, d)) {
            view_undated(v, r, i, undated);
            return;
        }
        if (walk_is_waiting(v->walk, d)) {
            moot_buf_str(&v->text, d->deadline);
            add_child(v, d->child);
            walk_tell_deadline(v->walk, d, &v->text);
            view_add(v, PART_DUE, 0, NULL, d->clause);
        }
    }
}

int walk_same_need(const moot_result_need *one, const moot_result_need *other)
{
    return one->fact_decl == other->fact_decl && strcmp(one->fact, other->fact) == 0 &&
           strcmp(one->child ? one->child : "", other->child ? other->child : "") == 0;
}

/* Whether the fact of need `at` stands further up; how many wait for it from there on. */
static int32_t need_waits(const moot_result *r, int32_t at, int *out_told)
{
    int32_t waits = 0;
    *out_told = 0;
    for (int32_t i = 0; i < r->needs_count; i++) {
        if (walk_same_need(&r->needs[i], &r->needs[at])) {
            *out_told |= i < at;
            waits++;
        }
    }
    return waits;
}

static int32_t needed_facts(const moot_result *r)
{
    int32_t count = 0;
    for (int32_t i = 0, told = 0; i < r->needs_count; i++) {
        (void)need_waits(r, i, &told);
        count += !told;
    }
    return count;
}

/* What waits for a fact, of how many. */
static void tell_waits(view *v, const moot_result_need *need, int32_t waits)
{
    moot_buf_printf(&v->text, " (for the %s \"%s\"", need->kind, need->name);
    if (waits > 1) {
        moot_buf_printf(&v->text, " and %" PRId32 " more", waits - 1);
    }
    moot_buf_str(&v->text, ")");
}

/* For people each fact is asked for once. Of more than a screen bears the first are asked for, and `needs` tells what waits. */
static void view_needs(view *v, const moot_result *r)
{
    int all = v->walk->mode == MOOT_WALK_JSON;
    int32_t left = all ? 0 : needed_facts(r) - NEEDS_ON_SCREEN;
    for (int32_t i = 0, asked = 0; i < r->needs_count && (left <= 0 || asked < NEEDS_ON_SCREEN); i++) {
        const moot_result_need *need = &r->needs[i];
        int told_already = 0;
        int32_t waits = all ? 1 : need_waits(r, i, &told_already);
        if (told_already) {
            continue;
        }
        moot_buf_printf(&v->text, "%s: %s", need->fact, need->ask ? need->ask : "what is it?");
        if (left <= 0) {
            tell_waits(v, need, waits);
        }
        view_add(v, PART_NEEDS, 0, NULL, need->clause);
        asked++;
    }
    if (left > 0) {
        moot_buf_printf(&v->text, "%" PRId32 " more %s; needs tells what waits for them, ask asks for them", left,
                        left == 1 ? "fact" : "facts");
        view_add(v, PART_NEEDS, 0, NULL, NULL);
    }
}

static void view_choose(view *v)
{
    moot_walk *walk = v->walk;
    for (int32_t i = 0; i < walk->choice_count; i++) {
        const moot_choice *choice = &walk->choices[i];
        const moot_visit *visit = &walk->c.visits[choice->visit];
        const moot_outcome *outcome = &walk->protocol->outcomes[choice->outcome];
        moot_buf_printf(&v->text, "%s: %s", walk->protocol->stages[visit->stage].decl.name,
                        outcome->decl.name);
        add_child(v, visit->child >= 0 ? walk->input.children[visit->child] : NULL);
        if (choice->admissible == MOOT_FALSE) {
            moot_buf_str(&v->text, " (barred: why not says why)");
        } else if (choice->admissible == MOOT_UNKNOWN) {
            const char *missing = walk_missing(walk, outcome->when, visit->child);
            moot_buf_printf(&v->text, " (needs %s)", missing ? missing : "a fact");
        }
        view_add(v, PART_CHOOSE, i + 1, NULL, outcome->decl.clause);
    }
}

static int view_make(moot_walk *walk, view *v, moot_result *r)
{
    memset(v, 0, sizeof *v);
    v->walk = walk;
    moot_buf_init(&v->text);
    v->most = walk->now == MOOT_NEVER
                  ? 4
                  : walk->c.log_count + r->stages_count + r->deadlines_count + r->needs_count +
                        walk->choice_count + 8;
    v->rows = moot_arena_array(&walk->scratch, (size_t)v->most, sizeof *v->rows);
    if (!v->rows) {
        return 0;
    }
    if (walk->now == MOOT_NEVER) {
        view_known(v);
        return !v->failed;
    }
    view_now(v);
    view_changed(v);
    view_open(v, r);
    view_held(v);
    view_tonight(v, r);
    walk_urgent(walk, r);
    view_due(v, r);
    view_needs(v, r);
    view_choose(v);
    return !v->failed;
}

/* ---- printers ---- */

/* The parts that are shown of this case, in the order of their rows. */
static int part_stands(const view *v, int where)
{
    return v->walk->now == MOOT_NEVER ? where == PART_KNOWN : where != PART_KNOWN;
}

static int is_list(int where)
{
    return where == PART_CHANGED || where == PART_OPEN || where == PART_DUE || where == PART_NEEDS ||
           where == PART_CHOOSE;
}

static void print_row(const view *v, const row *r, int first, moot_buf *out)
{
    int presenter = v->walk->mode == MOOT_WALK_PRESENTER;
    const char *label = parts[r->part].label;
    if (is_list(r->part)) {
        moot_buf_printf(out, "%s%s  ", first ? label : "", first ? ":\n" : "");
    } else {
        moot_buf_printf(out, "%s%s", label, label[0] ? ": " : "");
    }
    if (r->part == PART_CHANGED && !presenter) {
        moot_buf_printf(out, "%2" PRId32 "  ", r->number);
    } else if (r->part == PART_CHOOSE) {
        moot_buf_printf(out, "%" PRId32 "  ", r->number);
    }
    if (r->when && !presenter && !(v->walk->draws && r->is_now)) {
        moot_buf_printf(out, "%s  ", r->when);
    }
    moot_buf_str(out, r->text);
    moot_tell_clause(v->walk->protocol, r->clause, out);
    moot_buf_char(out, '\n');
}

static void print_text(const view *v, moot_buf *out)
{
    int presenter = v->walk->mode == MOOT_WALK_PRESENTER;
    for (int where = 0; where < PART_COUNT; where++) {
        int told = 0;
        for (int32_t i = 0; i < v->count && part_stands(v, where); i++) {
            if (v->rows[i].part == where) {
                moot_buf_str(out, presenter && told == 0 && where > PART_NOW && is_list(where) ? "\n" : "");
                print_row(v, &v->rows[i], told++ == 0, out);
            }
        }
        if (!told && part_stands(v, where) && parts[where].none && !(where == PART_CHANGED && v->walk->taken_back)) {
            moot_buf_printf(out, "%s\n", parts[where].none);
        }
    }
}

/* "law":"Not legal advice; …" about what the case rests on so far; no such key where no law took part. */
static void print_law(const view *v, moot_buf *out)
{
    moot_buf note;
    moot_err err;
    moot_buf_init(&note);
    moot_err_init(&err);
    if (v->walk->now != MOOT_NEVER) {
        out->failed |= moot_relied_note(&v->walk->c, &note, &err) != MOOT_OK;
    }
    if (note.len > 0) {
        moot_buf_str(out, ",\"law\":");
        moot_buf_json(out, moot_buf_text(&note));
    }
    out->failed |= !moot_buf_ok(&note);
    moot_buf_done(&note);
}

static void print_json(const view *v, moot_buf *out)
{
    int any = 0;
    moot_buf_str(out, "{");
    for (int where = 0; where < PART_COUNT; where++) {
        if (!part_stands(v, where)) {
            continue;
        }
        moot_buf_printf(out, "%s\"%s\":[", any++ ? "," : "", parts[where].key);
        int told = 0;
        for (int32_t i = 0; i < v->count; i++) {
            const row *r = &v->rows[i];
            if (r->part != where) {
                continue;
            }
            moot_buf_printf(out, "%s{", told++ ? "," : "");
            if (r->number) {
                moot_buf_printf(out, "\"n\":%" PRId32 ",", r->number);
            }
            if (r->when) {
                moot_buf_str(out, "\"at\":");
                moot_buf_json(out, r->when);
                moot_buf_char(out, ',');
            }
            moot_buf_str(out, "\"text\":");
            moot_buf_json(out, r->text);
            moot_buf_str(out, ",\"clause\":");
            if (r->clause[0]) {
                moot_buf_json(out, r->clause);
            } else {
                moot_buf_str(out, "null");
            }
            moot_buf_char(out, '}');
        }
        moot_buf_char(out, ']');
    }
    print_law(v, out);
    moot_buf_str(out, "}");
}

static void print_table(const view *v, moot_buf *out)
{
    static const char *const columns[] = { "part", "n", "at", "what", "clause", "mark" };
    rows r;
    rows_begin(&r, v->walk, columns, MOOT_COUNT(columns), out);
    for (int32_t i = 0; i < v->count; i++) {
        const row *one = &v->rows[i];
        rows_cell(&r, parts[one->part].key);
        if (one->number) {
            rows_int(&r, one->number);
        } else {
            rows_cell(&r, "");
        }
        rows_cell(&r, one->when);
        rows_cell(&r, one->text);
        rows_clause(&r, one->clause);
    }
}

/* ---- */

void walk_screen(moot_walk *walk, moot_buf *out)
{
    moot_result result;
    view v;
    walk->screened = 1;
    walk->asking = walk->stepped = -1; /* the list last shown is this one's */
    walk->quiz.count = walk->quiz.at = 0;
    if (walk_quiz_begins(walk, out)) {
        return;
    }
    memset(&result, 0, sizeof result);
    if (walk->now != MOOT_NEVER && !walk_result(walk, &result, out)) {
        return;
    }
    if (!view_make(walk, &v, &result)) {
        out->failed = 1;
    } else if (walk_is_table(walk)) {
        print_table(&v, out);
    } else if (walk->mode == MOOT_WALK_JSON) {
        print_json(&v, &walk->screen);
        out->failed |= !moot_buf_ok(&walk->screen);
    } else {
        moot_buf_str(out, walk->now != MOOT_NEVER && walk->screens++ ? "\n" : "");
        print_text(&v, out);
    }
    moot_buf_done(&v.text);
    walk->shown_before = walk_shown(walk);
    walk_mark_shown(walk);
}
