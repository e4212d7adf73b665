/* Cells and cases in plain words. */
#include <string.h>

#include "vm/check/check_internal.h"
#include "vm/engine/why.h"
#include "vm/protocol/protocol_show.h"

/* ---- labels ---- */

const char *check_stage_label(moot_check *k, int32_t stage)
{
    const moot_stage *s = &k->p->stages[stage];
    return s->decl.name[0] ? check_text(k, "stage \"%s\"", s->decl.name)
                           : check_text(k, "the stage in line %d", (int)s->decl.line);
}

const char *check_outcome_label(moot_check *k, int32_t outcome)
{
    const moot_outcome *o = &k->p->outcomes[outcome];
    return check_text(k, "outcome \"%s\" of %s", o->decl.name, check_stage_label(k, o->stage));
}

/* ---- a cell ---- */

static void put_value(const moot_check *k, moot_type type, int64_t at, moot_buf *out)
{
    moot_value_show(k->p, moot_value_of(type, at, type == MOOT_T_DATE ? at : 0), out);
}

/* "under 16", "16 or 17", "18 or over", "from 3 to 9" */
static void put_interval(const moot_check *k, const check_choice *c, moot_type type,
                         const char *more, moot_buf *out)
{
    int date = type == MOOT_T_DATE;
    if (c->lo == CHECK_OPEN_LO && c->hi == CHECK_OPEN_HI) {
        moot_buf_str(out, "known");
    } else if (c->lo == CHECK_OPEN_LO) {
        moot_buf_str(out, date ? "before " : "under ");
        put_value(k, type, c->hi + 1, out);
    } else if (c->hi == CHECK_OPEN_HI) {
        put_value(k, type, c->lo, out);
        moot_buf_str(out, more);
    } else {
        moot_buf_str(out, c->hi > c->lo + 1 ? "from " : "");
        put_value(k, type, c->lo, out);
        if (c->hi > c->lo) {
            moot_buf_str(out, c->hi == c->lo + 1 ? " or " : " to ");
            put_value(k, type, c->hi, out);
        }
    }
}

static void put_fact(const moot_check *k, const check_var *v, const check_choice *c, moot_buf *out)
{
    const moot_fact *f = &k->p->facts[v->ref];
    moot_buf_printf(out, "%s is ", f->decl.name);
    if (!moot_known(c->value)) {
        moot_buf_str(out, "not known");
    } else if ((f->type == MOOT_T_INTEGER || f->type == MOOT_T_MONEY || f->type == MOOT_T_DATE) &&
               !c->relative) {
        put_interval(k, c, (moot_type)f->type, f->type == MOOT_T_DATE ? " or later" : " or more",
                     out);
    } else {
        moot_value_show(k->p, k->problem.facts.values[v->ref], out);
    }
}

static void put_born(const moot_check *k, const check_choice *c, moot_buf *out)
{
    if (!moot_known(c->value)) {
        moot_buf_str(out, "the age is not known");
    } else if (c->relative == 2) {
        moot_buf_printf(out, "the young person turns %d", (int)c->value.a);
    } else {
        moot_buf_str(out, "age is ");
        put_interval(k, c, MOOT_T_INTEGER, " or over", out);
    }
}

static void put_moment(const moot_check *k, moot_buf *out)
{
    static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };
    char text[64];
    moot_buf_printf(out, "it is %s %s", days[moot_weekday(check_moment_day(k))],
                    moot_instant_text(k->p->zone, k->problem.moment, text, sizeof text));
}

/* `"x" has never happened`, `stage "x" was entered 2 times` */
static void put_times(const moot_check *k, int32_t trigger, const check_choice *c, moot_buf *out)
{
    const moot_trigger *t = &k->p->triggers[trigger];
    int n = (int)c->value.a;
    const char *verb = t->kind == MOOT_ON_EVENT ? "has" : "was";
    const char *done = t->kind == MOOT_ON_EVENT     ? "happened"
                       : t->kind == MOOT_ON_ENTERED ? "entered"
                       : t->kind == MOOT_ON_LEFT    ? "left"
                                                    : NULL;
    if (!done || t->outcome >= 0) {
        moot_trigger_show(k->p, trigger, out);
        moot_buf_printf(out, " has come %d time%s", n, n == 1 ? "" : "s");
        return;
    }
    moot_buf_printf(out, "\"%s\" %s %s%s",
                    t->kind == MOOT_ON_EVENT ? k->p->events[t->ref].decl.name
                                             : k->p->stages[t->ref].decl.name,
                    verb, n == 0 ? "never " : "", done);
    if (n > 0) {
        int more = c->hi == CHECK_OPEN_HI;
        moot_buf_printf(out, " %d%s time%s", n, more ? " or more" : "", n == 1 && !more ? "" : "s");
    }
}

static void put_var(const moot_check *k, const check_var *v, moot_buf *out)
{
    const check_choice *c = &k->problem.choices[v->first + v->at];
    switch ((check_var_kind)v->kind) {
    case CHECK_FACT:
        put_fact(k, v, c, out);
        break;
    case CHECK_BORN:
        put_born(k, c, out);
        break;
    case CHECK_MOMENT:
        put_moment(k, out);
        break;
    case CHECK_TIMES:
        put_times(k, v->ref, c, out);
        break;
    case CHECK_HANDOVERS:
        moot_buf_printf(out, "handovers is %d", (int)c->value.a);
        break;
    case CHECK_LEAD:
        moot_buf_str(out, "lead is ");
        moot_value_show(k->p, c->value, out);
        break;
    case CHECK_TONIGHT:
        moot_buf_printf(out, "tonight is %s",
                        moot_known(c->value) ? c->value.text : "not recorded");
        break;
    case CHECK_SPELLS:
        moot_buf_printf(out, "%s for %d days so far", k->p->facts[v->ref].decl.name,
                        (int)c->value.a);
        break;
    case CHECK_TRIGGER:
        moot_trigger_show(k->p, v->ref, out);
        moot_buf_str(out, " has been");
        break;
    }
}

const char *check_cell_words(moot_check *k)
{
    const check_problem *q = &k->problem;
    int32_t told[CHECK_VARS_MOST], kept[CHECK_VARS_MOST], n = 0;
    moot_buf out;
    moot_buf_init(&out);
    check_reduce(k, kept);
    check_restore(k, kept);
    for (int32_t i = 0; i < q->target_count; i++) {
        const check_var *v = &q->vars[i];
        if (v->at >= 0 && !v->idle && (v->kind != CHECK_MOMENT || v->count > 1)) {
            told[n++] = i;
        }
    }
    for (int32_t i = 0; i < n; i++) {
        moot_buf_str(&out, i == 0 ? "" : i == n - 1 ? " and " : ", ");
        put_var(k, &q->vars[told[i]], &out);
    }
    return check_keep(k, &out);
}

int check_is_linked(const moot_check *k)
{
    for (int32_t i = 0; i < k->problem.target_count; i++) {
        if (k->problem.vars[i].linked & 1) {
            return 1;
        }
    }
    return 0;
}

int check_about_moment(moot_check *k)
{
    int32_t kept[CHECK_VARS_MOST];
    check_reduce(k, kept);
    check_restore(k, kept);
    return k->problem.vars[0].count > 1 && !k->problem.vars[0].idle;
}

/* ---- a case ---- */

static void put_given(const moot_check *k, moot_buf *out)
{
    const char *join = "";
    char text[32];
    for (int32_t i = 0; i < k->p->facts_count; i++) {
        if (!moot_known(k->values[i])) {
            continue;
        }
        if (i == k->p->dob_fact) {
            moot_buf_printf(out, "%sborn ", join);
        } else {
            moot_buf_printf(out, "%s%s: ", join, k->p->facts[i].decl.name);
        }
        moot_value_show(k->p, k->values[i], out);
        join = ", ";
    }
    for (int32_t i = 0; i < k->input.spell_count; i++) {
        const moot_spell *s = &k->input.spells[i];
        moot_buf_printf(out, "%s%s since %s", join, k->p->facts[s->fact].decl.name,
                        moot_day_text(moot_day_at(k->p->zone, s->from_lo), text, sizeof text));
        join = ", ";
    }
    moot_buf_str(out, join[0] ? "; " : "");
}

static void put_record(const moot_check *k, const moot_record *r, moot_buf *out)
{
    char text[64];
    moot_buf_printf(out, "%s ", moot_when_text(k->p->zone, r->at, text, sizeof text));
    switch ((moot_record_kind)r->kind) {
    case MOOT_RECORD_EVENT:
        moot_buf_str(out, k->p->events[r->ref].decl.name);
        break;
    case MOOT_RECORD_OUTCOME:
        moot_buf_printf(out, "%s: %s", k->p->stages[r->ref].decl.name,
                        k->p->outcomes[r->outcome].decl.name);
        if (r->who >= 0) {
            moot_buf_printf(out, " (%s)", k->p->parties[r->who].decl.name);
        }
        break;
    case MOOT_RECORD_DEADLINE:
        moot_buf_printf(out, "%s: done", k->p->clocks[r->ref].decl.name);
        break;
    default:
        moot_buf_str(out, r->note ? r->note : "");
        break;
    }
}

const char *check_case_words(moot_check *k)
{
    moot_buf out;
    moot_buf_init(&out);
    put_given(k, &out);
    for (int32_t i = 0; i < k->input.record_count; i++) {
        moot_buf_str(&out, i > 0 ? "; " : "");
        put_record(k, &k->input.records[i], &out);
    }
    return check_keep(k, &out);
}

const char *check_entry_words(moot_check *k, int32_t entry)
{
    moot_buf out;
    char text[96];
    moot_err err;
    moot_err_init(&err);
    moot_buf_init(&out);
    if (entry >= 0) {
        moot_buf_printf(&out, "%s ",
                        moot_when_text(k->p->zone, k->c.log[entry].at, text, sizeof text));
        if (moot_why_sentence(&k->c, &k->c.log[entry], &out, &err)) {
            k->no_memory = 1;
        }
    }
    return check_keep(k, &out);
}
