/* Taking back, forks, and two of them side by side. A fork is a branch of the steps; undo moves along
 * it. Nothing is lost by any of this. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl/walk/walk_internal.h"
#include "vm/base/names.h"

/* ---- taking back ---- */

/* "Taken back: answer ...": the step itself; what went with it, or came again, is told below it. */
static void tell_moved(call *c, const char *how, int32_t at)
{
    if (!walk_is_table(c->walk)) {
        moot_buf_printf(c->out, "%s: %s\n", how, c->walk->steps[at].said);
    }
}

/* From a step to one before it; the last is named first, as by undo after undo. */
static moot_code take_back(call *c, int32_t head, int32_t to, moot_err *err)
{
    moot_walk *walk = c->walk;
    walk_tail tail;
    if (!walk_tail_take(&tail, walk)) {
        return moot_fail_memory(err);
    }
    if (walk_move(walk, to, err)) {
        return err->code;
    }
    walk->taken_back = head != to;
    for (; head != to; head = walk->steps[head].parent) {
        tell_moved(c, "Taken back", head);
    }
    if (!walk_is_table(walk)) {
        walk_tail_gone(&tail, walk, c->out);
    }
    return MOOT_OK;
}

moot_code do_undo(call *c, moot_err *err)
{
    int32_t head = walk_fork(c->walk)->head;
    if (head < 0) {
        return moot_fail(err, MOOT_EDATA, "there is nothing to undo");
    }
    return take_back(c, head, c->walk->steps[head].parent, err);
}

moot_code do_redo(call *c, moot_err *err)
{
    const fork *f = walk_fork(c->walk);
    int32_t to = f->far;
    if (f->head == f->far) {
        return moot_fail(err, MOOT_EDATA, "there is nothing to redo: nothing was taken back");
    }
    while (c->walk->steps[to].parent != f->head) {
        to = c->walk->steps[to].parent;
    }
    if (!walk_move(c->walk, to, err)) {
        tell_moved(c, "Done again", to);
    }
    return err->code;
}

moot_code do_back(call *c, moot_err *err)
{
    int32_t at = words_is(&c->w, 1, "to") ? 2 : 1;
    char *end = NULL;
    long n = at < c->w.count ? strtol(c->w.word[at], &end, 10) : -1;
    int32_t count = c->walk->path_count;
    if (c->w.count == 1) {
        n = count - 1;
    }
    if (count == 0) {
        return moot_fail(err, MOOT_EDATA, "nothing was told yet, so there is no step to go back to");
    }
    if ((end && *end) || n < 0 || n > count || c->w.count > at + 1) {
        return moot_fail(err, MOOT_EDATA,
                         "back is used like this: back to 3; steps numbers them, and there are 0 to %" PRId32,
                         count);
    }
    int32_t head = walk_fork(c->walk)->head;
    return take_back(c, head, n == 0 ? -1 : c->walk->path[n - 1], err);
}

moot_code do_steps(call *c, moot_err *err)
{
    const moot_walk *walk = c->walk;
    if (words_wanted(&c->w, 1, 1, "steps", err)) {
        return err->code;
    }
    moot_walk_said(walk, c->out);
    moot_buf_str(c->out, walk->path_count ? "" : "No step was taken yet.\n");
    const fork *f = walk_fork(c->walk);
    if (f->head != f->far) {
        moot_buf_str(c->out, "Steps that were taken back come again with redo.\n");
    }
    return MOOT_OK;
}

/* ---- forks ---- */

static moot_code list_forks(call *c)
{
    c->no_screen = 1;
    for (int32_t i = 0; i < c->walk->fork_count; i++) {
        const fork *f = &c->walk->forks[i];
        moot_buf_printf(c->out, "%s %s: %s\n", i == c->walk->fork_now ? "*" : " ", f->name,
                        f->head < 0 ? "at the beginning" : c->walk->steps[f->head].said);
    }
    return MOOT_OK;
}

moot_code do_fork(call *c, moot_err *err)
{
    const char *name = words_joined(c->walk, &c->w, 1, c->w.count);
    if (!name) {
        return moot_fail_memory(err);
    }
    if (!name[0] || strlen(name) >= WALK_NAME) {
        return moot_fail(err, MOOT_EDATA, "fork needs a name of at most %d bytes, as in: fork care refused",
                         WALK_NAME - 1);
    }
    if (walk_fork_find(c->walk, name) >= 0) {
        return moot_fail(err, MOOT_EDATA, "there is a fork \"%s\" already: switch %s goes there", name,
                         name);
    }
    return walk_fork_new(c->walk, name, err);
}

/* `what`: "fork". */
static moot_code no_fork(const moot_walk *walk, const char *what, const char *name, moot_err *err)
{
    const char *names[32];
    size_t count = 0;
    for (int32_t i = 0; i < walk->fork_count && count < MOOT_COUNT(names); i++) {
        names[count++] = walk->forks[i].name;
    }
    const char *near = moot_nearest(name, names, count);
    return moot_fail(err, MOOT_EDATA, "there is no %s \"%s\"%s%s%s (switch lists the forks)", what, name,
                     near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

/* The log of the fork that is here now may lack what the one before had, and then that nothing is new would say too little. */
static moot_code switch_to(call *c, int32_t index, moot_err *err)
{
    moot_walk *walk = c->walk;
    int32_t before = walk->fork_now, logged = walk_log_count(walk);
    if (walk_fork_take(walk, index, err)) {
        return err->code;
    }
    int32_t lacks = logged - walk->shown_count;
    walk->taken_back = lacks > 0;
    if (lacks > 0 && !walk_is_table(walk)) {
        const char *name = walk->forks[before].name;
        moot_buf_printf(c->out, "Here not: %" PRId32 " %s of %s; compare %s tells what differs.\n", lacks,
                        lacks == 1 ? "entry" : "entries", name, name);
    }
    return MOOT_OK;
}

moot_code do_switch(call *c, moot_err *err)
{
    const char *name = words_joined(c->walk, &c->w, 1, c->w.count);
    if (!name) {
        return moot_fail_memory(err);
    }
    if (!name[0]) {
        return list_forks(c);
    }
    int32_t index = walk_fork_find(c->walk, name);
    return index < 0 ? no_fork(c->walk, "fork", name, err) : switch_to(c, index, err);
}

/* ---- side by side ---- */

/* What a case comes to, as lines that can be held against another's. */
static void summarize(moot_walk *walk, moot_buf *out)
{
    moot_result r;
    char text[160], more[160];
    if (!walk_result(walk, &r, out)) {
        return;
    }
    moot_buf_printf(out, "Case: %s%s%s\n", moot_status_text(walk->c.status),
                    walk->c.outcome ? ", " : "", walk->c.outcome ? walk->c.outcome : "");
    for (int32_t i = 0; i < r.stages_count; i++) {
        const moot_result_stage *s = &r.stages[i];
        moot_buf_printf(out, "Stage %s%s%s from %s: %s  [%s]\n", s->stage, s->child ? ", child " : "", s->child ? s->child : "",
                        moot_when_text(walk->protocol->zone, s->entered, text, sizeof text),
                        s->left.lo == MOOT_NEVER ? "open" : s->outcome ? s->outcome : "ended",
                        s->clause);
    }
    for (int32_t i = 0; i < r.deadlines_count; i++) {
        const moot_result_deadline *d = &r.deadlines[i];
        moot_buf_printf(out, "Deadline %s%s%s: %s%s, %s%s%s  [%s]\n", d->deadline, d->child ? ", child " : "",
                        d->child ? d->child : "",
                        d->due.lo == MOOT_NEVER ? "no date" : "by ",
                        d->due.lo == MOOT_NEVER
                            ? ""
                            : moot_when_text(walk->protocol->zone, d->due, text, sizeof text),
                        d->status, d->met_at.lo == MOOT_NEVER ? "" : " ",
                        d->met_at.lo == MOOT_NEVER
                            ? ""
                            : moot_when_text(walk->protocol->zone, d->met_at, more, sizeof more),
                        d->clause);
    }
    moot_buf_printf(out, "Tonight: %s\n",
                    r.tonight && r.tonight->place ? r.tonight->place : "not recorded");
    for (int32_t i = 0; i < r.breaches_count; i++) {
        moot_buf_printf(out, "Breach: %s at %s  [%s]\n", r.breaches[i].name,
                        moot_when_text(walk->protocol->zone, r.breaches[i].at, text, sizeof text),
                        r.breaches[i].clause);
    }
    for (int32_t i = 0; i < r.needs_count; i++) { /* a fact that many wait for is the same line, which is told once */
        moot_buf_printf(out, "Needs: %s%s%s\n", r.needs[i].fact, r.needs[i].child ? ", child " : "",
                        r.needs[i].child ? r.needs[i].child : "");
    }
}

static void only_in(const char *name, const char *text, const char *other, moot_buf *out)
{
    int told = 0;
    moot_names lines;
    moot_names_init(&lines);
    for (const char *at = other; *at; at += strcspn(at, "\n") + 1) {
        out->failed |= moot_names_addn(&lines, at, strcspn(at, "\n")) < 0;
    }
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
        size_t len = strcspn(at, "\n");
        if (moot_names_findn(&lines, at, len) >= 0) {
            continue;
        }
        out->failed |= moot_names_addn(&lines, at, len) < 0; /* told once */
        if (!told++) {
            moot_buf_printf(out, "Only in %s:\n", name);
        }
        moot_buf_printf(out, "  %.*s\n", (int)len, at);
    }
    moot_names_done(&lines);
}

static void tell_difference(const char *one, const moot_buf *first, const char *two,
                            const moot_buf *second, moot_buf *out)
{
    size_t before = out->len;
    only_in(one, moot_buf_text(first), moot_buf_text(second), out);
    only_in(two, moot_buf_text(second), moot_buf_text(first), out);
    if (out->len == before) {
        moot_buf_printf(out, "%s and %s come to the same: same stages, deadlines, nights and breaches.\n",
                        one, two);
    }
}

moot_code do_compare(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    const char *name = words_joined(walk, &c->w, 1, c->w.count);
    if (!name) {
        return moot_fail_memory(err);
    }
    if (!name[0]) {
        return moot_fail(err, MOOT_EDATA, "compare is used like this: compare main, with a fork, or compare luton, with a protocol");
    }
    int32_t other = walk_fork_find(walk, name);
    if (other < 0) {
        return no_fork(walk, "fork or protocol", name, err);
    }
    if (other == walk->fork_now) {
        return moot_fail(err, MOOT_EDATA, "this is the fork \"%s\"; compare it with another", name);
    }
    moot_buf here, there;
    moot_buf_init(&here);
    moot_buf_init(&there);
    summarize(walk, &here);
    moot_code code = walk_look_at(walk, walk->forks[other].head, err);
    if (!code) {
        summarize(walk, &there);
    }
    code = walk_again(walk, err);
    if (!code) {
        tell_difference(walk_fork(walk)->name, &here, name, &there, c->out);
        c->out->failed |= !moot_buf_ok(&here) || !moot_buf_ok(&there);
    }
    moot_buf_done(&here);
    moot_buf_done(&there);
    return code;
}

/* The same steps, under the protocol of an empty walk. */
moot_code moot_walk_played(moot_walk *walk, moot_walk *other, int32_t *out_set_aside, moot_err *err)
{
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (!moot_grow((void **)&other->steps, &other->step_cap, (size_t)i + 1, sizeof *other->steps)) {
            return moot_fail_memory(err);
        }
        other->steps[i] = (step){ i - 1, s->kind, s->at, s->text, s->said };
        other->step_count = i + 1;
    }
    if (walk_look_at(other, other->step_count - 1, err)) {
        return err->code;
    }
    *out_set_aside = other->input.set_aside;
    return MOOT_OK;
}

void moot_walk_differs(moot_walk *walk, const char *name, moot_walk *other, const char *other_name, moot_buf *out)
{
    moot_buf here, there;
    moot_buf_init(&here);
    moot_buf_init(&there);
    moot_arena_clear(&walk->scratch);
    summarize(walk, &here);
    summarize(other, &there);
    tell_difference(name, &here, other_name, &there, out);
    out->failed |= !moot_buf_ok(&here) || !moot_buf_ok(&there);
    moot_buf_done(&here);
    moot_buf_done(&there);
}

int moot_walk_has_fork(const moot_walk *walk, const char *name)
{
    return walk_fork_find(walk, name) >= 0;
}

/* ---- what if ---- */

/* Was the fact told with its time? Then it may be otherwise from now on; else from the start. */
static int was_told(moot_walk *walk, int32_t fact)
{
    for (int32_t i = 0; i < walk->input.record_count; i++) {
        const moot_record *record = &walk->input.records[i];
        if (record->kind == MOOT_RECORD_FACT && record->ref == fact) {
            return 1;
        }
    }
    return 0;
}

/* The fact is told as a step that nobody keeps, then taken away again. */
static moot_code try_fact(moot_walk *walk, int32_t fact, const char *value, moot_buf *there,
                          moot_err *err)
{
    moot_instant since = was_told(walk, fact) ? MOOT_NEVER : MOOT_ALWAYS;
    const moot_walk_keeper *keeper = walk->keeper;
    fork before = *walk_fork(walk);
    int32_t steps = walk->step_count;
    walk->keeper = NULL;
    if (!walk_tell_fact(walk, fact, -1, value, since, err)) {
        summarize(walk, there);
    }
    walk->keeper = keeper;
    walk->step_count = steps;
    *walk_fork(walk) = before;
    return walk_again(walk, err);
}

/* A value as it is told, without the quotes that may stand around it. NULL without memory. */
static const char *keep_value(moot_walk *walk, const char *value)
{
    size_t len = strlen(value);
    size_t quote = len >= 2 && value[0] == '"' && value[len - 1] == '"';
    moot_buf bare;
    moot_buf_init(&bare);
    moot_buf_add(&bare, value + quote, len - 2 * quote);
    const char *kept = moot_buf_ok(&bare) ? walk_keep(walk, moot_buf_text(&bare)) : NULL;
    moot_buf_done(&bare);
    return kept;
}

/* what if FACT=VALUE, also with blanks around or in place of the sign. */
moot_code do_what(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    const char *text = c->rest;
    static const char how[] = "what if is used like this: what if welfare_concern=yes, or: what if reading NAME = VALUE";
    if (!words_is(&c->w, 1, "if") || c->w.count < 3) {
        return moot_fail(err, MOOT_EDATA, "%s", how);
    }
    text = strstr(text, "if") + 2;
    text += strspn(text, " \t");
    size_t len = strcspn(text, "= \t");
    const char *value = text + len;
    value += strspn(value, " \t");
    value += *value == '=';
    value += strspn(value, " \t");
    char name[WALK_NAME];
    if (len == 0 || len >= sizeof name || !*value) {
        return moot_fail(err, MOOT_EDATA, "%s", how);
    }
    memcpy(name, text, len);
    name[len] = '\0';
    words one = { { name }, { 1 }, 1 };
    name_table facts = WALK_TABLE(walk, "fact", facts);
    int32_t fact, end;
    if (words_name_wanted(walk, &one, 0, &facts, &fact, &end, err)) {
        return err->code;
    }
    moot_buf here, there;
    moot_buf_init(&here);
    moot_buf_init(&there);
    const char *kept = keep_value(walk, value);
    moot_code code = kept ? walk_day_words(walk, &walk->protocol->facts[fact], &kept, err) : moot_fail_memory(err);
    summarize(walk, &here);
    code = code ? code : try_fact(walk, fact, kept, &there, err);
    if (!code) {
        moot_buf_printf(c->out, "What if %s is %s %s? The case itself stays as it is.\n", name_at(&facts, fact), kept,
                        was_told(walk, fact) ? "from now on" : "from the start");
        tell_difference("the present", &here, "what if", &there, c->out);
    }
    moot_buf_done(&here);
    moot_buf_done(&there);
    return code;
}
