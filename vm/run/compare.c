#include "vm/run/compare.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text, *key, *none;
} aspects[] = {
#define X(name, text, key, none) { text, key, none },
    MOOT_ASPECTS(X)
#undef X
};

const char *moot_aspect_text(moot_aspect aspect)
{
    return aspects[aspect].text;
}

const char *moot_aspect_key(moot_aspect aspect)
{
    return aspects[aspect].key;
}

const char *moot_aspect_none(moot_aspect aspect)
{
    return aspects[aspect].none;
}

/* ---- one cell ---- */

/* What one protocol made of the case, and where its cells are built. */
typedef struct build {
    const moot_case *c;
    const moot_result *r;
    moot_arena *arena;
    moot_buf buf;
    int no_memory;
} build;

/* Room for things; NULL and a count of 0 when memory ends. */
static moot_compared *things(build *b, int32_t count)
{
    moot_compared *list = count ? moot_arena_array(b->arena, (size_t)count, sizeof *list) : NULL;
    b->no_memory |= count && !list;
    return list;
}

static const char *kept(build *b)
{
    const char *text = moot_buf_ok(&b->buf) ? moot_arena_str(b->arena, moot_buf_text(&b->buf)) : NULL;
    b->no_memory |= text == NULL;
    return text ? text : "";
}

static const char *when_text(build *b, moot_when when)
{
    char text[80];
    const char *copy = moot_arena_str(b->arena, moot_when_text(b->c->protocol->zone, when, text, sizeof text));
    b->no_memory |= copy == NULL;
    return copy;
}

/* A name, of a child if it belongs to one. */
static const char *of_child(build *b, const char *name, const char *child)
{
    if (!child) {
        return name;
    }
    moot_buf_clear(&b->buf);
    moot_buf_printf(&b->buf, "%s (%s)", name, child);
    return kept(b);
}

static const char *joined(build *b, moot_result_names names, const char *word)
{
    if (names.count == 0) {
        return NULL;
    }
    moot_buf_clear(&b->buf);
    for (int32_t i = 0; i < names.count; i++) {
        moot_buf_printf(&b->buf, "%s%s", i == 0 ? "" : word, names.names[i]);
    }
    return kept(b);
}

static const char *owners(build *b, moot_result_names names, const moot_owner *owner)
{
    return joined(b, names, owner && owner->kind == MOOT_OWNER_ANY ? " or " : " and ");
}

/* ---- who leads ---- */

/* The service that a rule made the lead, by the latest entry that did. */
static moot_compare_cell lead_set(build *b)
{
    const moot_case *c = b->c;
    moot_compared *thing = things(b, 1);
    if (!thing) {
        return (moot_compare_cell){ NULL, 0, 0 };
    }
    thing->what = moot_result_party(c->protocol, c->facts.lead);
    thing->clause = "";
    for (int32_t i = c->log_count - 1; i >= 0; i--) {
        const moot_entry *entry = &c->log[i];
        if (entry->what == MOOT_LOG_SET && entry->ref == MOOT_SET_LEAD && !moot_case_superseded(c, entry->n)) {
            thing->clause = moot_entry_clause(entry);
            break;
        }
    }
    return (moot_compare_cell){ thing, 1, 0 };
}

static int named_before(const moot_compared *list, int32_t count, const char *what)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(list[i].what, what) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Who decides an open stage: its owner, or the panel that it waits for. */
static const char *decides(build *b, const moot_result_stage *row)
{
    const moot_stage *stage = &b->c->protocol->stages[b->c->visits[row->visit].stage];
    const char *names = owners(b, row->owner, &stage->owner);
    return names ? names : stage->panel >= 0 ? b->c->protocol->panels[stage->panel].decl.name : NULL;
}

/* Nobody was made the lead: those who decide the open stages, each once. */
static moot_compare_cell lead(build *b)
{
    const moot_result *r = b->r;
    if (b->c->facts.lead >= 0) {
        return lead_set(b);
    }
    moot_compared *list = things(b, r->stages_count);
    int32_t count = 0;
    for (int32_t i = 0; list && i < r->stages_count; i++) {
        const moot_result_stage *row = &r->stages[i];
        const char *who = row->left.lo == MOOT_NEVER ? decides(b, row) : NULL;
        if (who && !named_before(list, count, who)) {
            list[count++] = (moot_compared){ .what = who, .note = of_child(b, row->stage, row->child), .clause = row->clause };
        }
    }
    return (moot_compare_cell){ list, count, 0 };
}

/* ---- what is due, tonight, owed, needed ---- */

#define CANNOT_TELL "cannot tell"

/* What has no date comes last; of one date by name, whatever the order of the script. */
static int by_due(const void *x, const void *y)
{
    const moot_result_deadline *a = *(const moot_result_deadline *const *)x, *b = *(const moot_result_deadline *const *)y;
    if (a->due.hi != b->due.hi) {
        return a->due.hi < b->due.hi ? -1 : 1;
    }
    int order = strcmp(a->deadline, b->deadline);
    return order ? order : a->clock < b->clock ? -1 : a->clock > b->clock;
}

static int runs(const moot_result_deadline *row)
{
    return row->met_at.lo == MOOT_NEVER && (row->status_code == MOOT_CLOCK_LIVE || row->status_code == MOOT_CLOCK_UNDATED ||
                                            row->status_code == MOOT_CLOCK_CANNOT_TELL);
}

static const moot_owner *owner_of(const moot_case *c, int32_t clock)
{
    const moot_clock_rule *rule = &c->protocol->clocks[c->clocks[clock].rule];
    return rule->owner.kind == MOOT_OWNER_NONE && rule->stage >= 0 ? &c->protocol->stages[rule->stage].owner : &rule->owner;
}

static moot_compare_cell due(build *b)
{
    const moot_result *r = b->r;
    const moot_result_deadline **rows = moot_arena_array(b->arena, (size_t)r->deadlines_count + 1, sizeof *rows);
    int32_t count = 0;
    b->no_memory |= rows == NULL;
    for (int32_t i = 0; rows && i < r->deadlines_count; i++) {
        if (runs(&r->deadlines[i])) {
            rows[count++] = &r->deadlines[i];
        }
    }
    moot_compared *list = things(b, count);
    if (!list) {
        return (moot_compare_cell){ NULL, 0, 0 };
    }
    qsort(rows, (size_t)count, sizeof *rows, by_due);
    for (int32_t i = 0; i < count; i++) {
        const moot_result_deadline *row = rows[i];
        list[i] = (moot_compared){ .what = of_child(b, row->deadline, row->child), .clause = row->clause,
                                   .when = row->due.lo == MOOT_NEVER ? "no date" : when_text(b, row->due),
                                   .how = row->status_code == MOOT_CLOCK_CANNOT_TELL ? CANNOT_TELL : NULL,
                                   .who = owners(b, row->owner, owner_of(b->c, row->clock)) };
    }
    return (moot_compare_cell){ list, count, 0 };
}

static moot_compare_cell bed(build *b)
{
    const moot_result_bed *row = b->r->tonight;
    moot_compared *list = row && row->place ? things(b, 1) : NULL;
    if (!list) {
        return (moot_compare_cell){ NULL, 0, 0 };
    }
    *list = (moot_compared){ .what = row->place, .who = row->paid_by, .how = row->provider, .clause = row->clause };
    return (moot_compare_cell){ list, 1, 0 };
}

static moot_compare_cell owed(build *b)
{
    const moot_result *r = b->r;
    moot_compared *list = things(b, r->duties_count);
    int32_t count = 0;
    for (int32_t i = 0; list && i < r->duties_count; i++) {
        const moot_result_duty *row = &r->duties[i];
        if (row->ended.lo == MOOT_NEVER) {
            list[count++] = (moot_compared){ .what = of_child(b, row->duty, row->child), .who = row->owed_by,
                                             .clause = row->clause };
        }
    }
    return (moot_compare_cell){ list, count, 0 };
}

static int by_what(const void *x, const void *y)
{
    const moot_compared *a = x, *b = y;
    int order = strcmp(a->what, b->what);
    return order ? order : strcmp(a->clause, b->clause);
}

/* Each fact once, with the first clause that waits for it: which rules wait is each protocol's own. */
static moot_compare_cell needed(build *b)
{
    const moot_result *r = b->r;
    moot_compared *list = things(b, r->needs_count);
    int32_t count = 0;
    for (int32_t i = 0; list && i < r->needs_count; i++) {
        const moot_result_need *row = &r->needs[i];
        const char *what = of_child(b, row->fact, row->child);
        if (!named_before(list, count, what)) {
            list[count++] = (moot_compared){ .what = what, .note = row->ask, .clause = row->clause };
        }
    }
    if (count) {
        qsort(list, (size_t)count, sizeof *list, by_what);
    }
    return (moot_compare_cell){ list, count, 0 };
}

/* ---- what came of it ---- */

static moot_compare_cell stages(build *b)
{
    const moot_result *r = b->r;
    moot_compared *list = things(b, r->stages_count);
    for (int32_t i = 0; list && i < r->stages_count; i++) {
        const moot_result_stage *row = &r->stages[i];
        list[i] = (moot_compared){ .what = of_child(b, row->stage, row->child), .clause = row->clause,
                                   .how = row->outcome ? row->outcome : row->left.lo == MOOT_NEVER ? "open" : NULL };
    }
    return (moot_compare_cell){ list, list ? r->stages_count : 0, 0 };
}

/* The entry by which the journey ended, if it did. */
static const char *closing_clause(const moot_case *c)
{
    for (int32_t i = c->log_count - 1; c->status == MOOT_CASE_CLOSED && i >= 0; i--) {
        if (c->log[i].what == MOOT_LOG_CLOSE && !moot_case_superseded(c, c->log[i].n)) {
            return moot_entry_clause(&c->log[i]);
        }
    }
    return "";
}

static moot_compare_cell outcome(build *b)
{
    moot_compared *list = things(b, 1);
    if (!list) {
        return (moot_compare_cell){ NULL, 0, 0 };
    }
    *list = (moot_compared){ .what = moot_status_text(b->c->status), .clause = closing_clause(b->c),
                             .how = b->c->status == MOOT_CASE_CLOSED ? b->c->outcome : NULL, .note = b->r->fault };
    return (moot_compare_cell){ list, 1, 0 };
}

/* `breach` is what the row was made of: what is not done yet is late only so far. */
static const char *how_breached(build *b, const moot_result_breach *row, const moot_breach *breach)
{
    int done = breach->clock < 0 || b->c->clocks[breach->clock].done;
    moot_buf_clear(&b->buf);
    if (row->late_by) {
        moot_buf_printf(&b->buf, "late by %s%s", row->late_by, done ? "" : " so far");
    } else if (row->nights) {
        moot_buf_printf(&b->buf, "%d night%s", (int)row->nights, row->nights == 1 ? "" : "s");
    } else {
        moot_buf_str(&b->buf, row->due.lo == MOOT_NEVER ? "did not hold" : "not done in time");
    }
    return kept(b);
}

static moot_compare_cell breaches(build *b)
{
    const moot_result *r = b->r;
    moot_compared *list = things(b, r->breaches_count);
    for (int32_t i = 0; list && i < r->breaches_count; i++) {
        const moot_result_breach *row = &r->breaches[i];
        list[i] = (moot_compared){ .what = of_child(b, row->name, row->child), .clause = row->clause,
                                   .when = row->due.lo == MOOT_NEVER ? NULL : when_text(b, row->due),
                                   .how = how_breached(b, row, &b->c->breaches[i]) };
    }
    return (moot_compare_cell){ list, list ? r->breaches_count : 0, 0 };
}

/* ---- all of one case ---- */

static int same_text(const char *x, const char *y)
{
    return x && y ? strcmp(x, y) == 0 : x == y;
}

static int alike(const moot_compare_cell *x, const moot_compare_cell *y)
{
    if (x->count != y->count) {
        return 0;
    }
    for (int32_t i = 0; i < x->count; i++) {
        const moot_compared *a = &x->list[i], *b = &y->list[i];
        if (!same_text(a->what, b->what) || !same_text(a->when, b->when) || !same_text(a->who, b->who) ||
            !same_text(a->how, b->how)) {
            return 0;
        }
    }
    return 1;
}

static void hold_against(moot_comparison *out)
{
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        out->differs[a] = 0;
        for (int32_t i = 0; i < out->count; i++) {
            moot_compare_cell *cell = &out->cells[a][i];
            cell->like = 0;
            while (cell->like < i && !alike(&out->cells[a][cell->like], cell)) {
                cell->like++;
            }
            out->differs[a] |= cell->like != 0;
        }
    }
}

static moot_code fill(const moot_case *c, int32_t i, moot_arena *arena, moot_comparison *out, moot_err *err)
{
    static moot_compare_cell (*const cell_of[])(build *b) = {
        [MOOT_ASPECT_LEAD] = lead,     [MOOT_ASPECT_DUE] = due,         [MOOT_ASPECT_BED] = bed,
        [MOOT_ASPECT_OWED] = owed,     [MOOT_ASPECT_NEEDED] = needed,   [MOOT_ASPECT_STAGES] = stages,
        [MOOT_ASPECT_OUTCOME] = outcome, [MOOT_ASPECT_BREACHES] = breaches,
    };
    moot_result result;
    if (moot_result_of(c, arena, &result, err)) {
        return err->code;
    }
    build b = { .c = c, .r = &result, .arena = arena };
    moot_buf_init(&b.buf);
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        out->cells[a][i] = cell_of[a](&b);
    }
    moot_buf_done(&b.buf);
    return b.no_memory ? moot_fail_memory(err) : MOOT_OK;
}

moot_code moot_compare(const moot_case *const *cases, int32_t count, moot_arena *arena, moot_comparison *out, moot_err *err)
{
    moot_code code = MOOT_OK;
    out->count = count;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        out->cells[a] = moot_arena_array(arena, (size_t)count, sizeof *out->cells[a]);
        if (!out->cells[a]) {
            return moot_fail_memory(err);
        }
    }
    for (int32_t i = 0; code == MOOT_OK && i < count; i++) {
        code = fill(cases[i], i, arena, out, err);
    }
    if (code == MOOT_OK) {
        hold_against(out);
    }
    return code;
}

/* ---- a copy ---- */

static int keep_text(const char **text, moot_arena *arena)
{
    *text = *text ? moot_arena_str(arena, *text) : NULL;
    return *text != NULL;
}

static int keep_cell(moot_compare_cell *cell, moot_arena *arena)
{
    moot_compared *list = moot_arena_array(arena, (size_t)cell->count + 1, sizeof *list);
    int good = list != NULL;
    for (int32_t i = 0; good && i < cell->count; i++) {
        moot_compared *to = &list[i];
        *to = cell->list[i];
        const char **const texts[] = { &to->what, &to->when, &to->who, &to->how, &to->note, &to->clause };
        for (size_t k = 0; good && k < MOOT_COUNT(texts); k++) {
            good = !*texts[k] || keep_text(texts[k], arena);
        }
    }
    cell->list = list;
    return good;
}

moot_code moot_compare_keep(const moot_comparison *comparison, moot_arena *arena, moot_comparison *out, moot_err *err)
{
    int good = 1;
    *out = *comparison;
    for (int a = 0; good && a < MOOT_ASPECT_COUNT; a++) {
        out->cells[a] = moot_arena_array(arena, (size_t)out->count, sizeof *out->cells[a]);
        good = out->cells[a] != NULL;
        for (int32_t i = 0; good && i < out->count; i++) {
            out->cells[a][i] = comparison->cells[a][i];
            good = keep_cell(&out->cells[a][i], arena);
        }
    }
    return good ? MOOT_OK : moot_fail_memory(err);
}

void moot_compared_text(const moot_compared *thing, moot_buf *out)
{
    int no_date = thing->when && strcmp(thing->when, "no date") == 0;
    moot_buf_str(out, thing->what);
    if (thing->when) {
        moot_buf_printf(out, "%s%s", no_date ? ", " : " by ", thing->when);
    }
    if (thing->how) {
        moot_buf_printf(out, ": %s", thing->how);
    }
    if (thing->who) {
        moot_buf_printf(out, ", %s", thing->who);
    }
}

/* ---- many cases ---- */

moot_code moot_compare_sum_new(int32_t count, moot_compare_sum **out_sum, moot_err *err)
{
    moot_compare_sum *sum = moot_calloc(1, sizeof *sum);
    if (!sum) {
        return moot_fail_memory(err);
    }
    moot_arena_init(&sum->arena);
    sum->count = count;
    sum->protocols = moot_calloc((size_t)count, sizeof *sum->protocols);
    int good = sum->protocols != NULL;
    for (int a = 0; good && a < MOOT_ASPECT_COUNT; a++) {
        sum->aspects[a].unlike = moot_arena_array(&sum->arena, (size_t)count, sizeof *sum->aspects[a].unlike);
        good = sum->aspects[a].unlike != NULL;
    }
    if (!good) {
        moot_compare_sum_free(sum);
        return moot_fail_memory(err);
    }
    *out_sum = sum;
    return MOOT_OK;
}

void moot_compare_sum_free(moot_compare_sum *sum)
{
    if (sum) {
        moot_free(sum->protocols);
        moot_arena_done(&sum->arena);
        moot_free(sum);
    }
}

static void add_protocol(moot_compare_protocol *to, const moot_case *c, const moot_comparison *comparison, int32_t i)
{
    const moot_compare_cell *running = &comparison->cells[MOOT_ASPECT_DUE][i];
    to->by_status[c->status]++;
    for (int32_t k = 0; k < running->count; k++) {
        int told = running->list[k].how == NULL, dated = strcmp(running->list[k].when, "no date") != 0;
        to->due += told && dated;
        to->undated += told && !dated;
        to->cannot_tell += !told;
    }
    to->owed += comparison->cells[MOOT_ASPECT_OWED][i].count;
    to->needed += comparison->cells[MOOT_ASPECT_NEEDED][i].count;
    to->breaches += comparison->cells[MOOT_ASPECT_BREACHES][i].count;
    to->no_bed += c->status == MOOT_CASE_OPEN && comparison->cells[MOOT_ASPECT_BED][i].count == 0;
    to->set_aside += c->input->set_aside;
}

moot_code moot_compare_sum_add(moot_compare_sum *sum, const moot_case *const *cases, const moot_comparison *comparison,
                               moot_err *err)
{
    sum->cases++;
    for (int a = 0; a < MOOT_ASPECT_COUNT; a++) {
        moot_compare_count *count = &sum->aspects[a];
        count->differ += comparison->differs[a];
        for (int32_t i = 1; i < sum->count; i++) {
            count->unlike[i] += comparison->cells[a][i].like != 0;
        }
        if (comparison->differs[a] && count->example_count < MOOT_COMPARE_EXAMPLES) {
            const char *id = moot_arena_str(&sum->arena, cases[0]->input->id);
            if (!id) {
                return moot_fail_memory(err);
            }
            count->examples[count->example_count++] = id;
        }
    }
    for (int32_t i = 0; i < sum->count; i++) {
        add_protocol(&sum->protocols[i], cases[i], comparison, i);
    }
    return MOOT_OK;
}
