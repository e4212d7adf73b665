/* A due date, counted before the reader's eyes (case_count.h says from what). */
#include "vm/case_count.h"
#include "vm/protocol_show.h"
#include "vm/result_build.h"
#include "vm/why_build.h"

#define INDENT "    "

static void count_line(void *user, moot_day day, int number, const char *text)
{
    (void)day;
    (void)number;
    moot_buf_printf(user, INDENT INDENT "%s\n", text);
}

static void put_trigger(const moot_case *c, int32_t trigger, const char *words, moot_buf *out)
{
    if (trigger >= 0) {
        moot_buf_printf(out, INDENT "%s ", words);
        moot_trigger_show(c->protocol, trigger, out);
        moot_buf_char(out, '\n');
    }
}

/* What recurs begins again each time that it is done. */
static int begun_anew(const moot_case *c, const moot_clock *clock)
{
    const moot_entry *start = moot_result__entry(c, clock->entry);
    const moot_entry *cause = start ? moot_result__entry(c, start->cause) : NULL;
    return cause && c->protocol->clocks[clock->rule].every >= 0 &&
           cause->what == MOOT_LOG_VERDICT && cause->ref == clock->rule;
}

/* What `by` hangs on, when it is one among several: "the earliest known: turning 18". */
static void put_deciding(const moot_case *c, const moot_clock_rule *rule, const moot_count *count,
                         moot_buf *out)
{
    if (count->trigger >= 0 && count->trigger != rule->by) {
        put_trigger(c, count->trigger, "of these decides:", out);
    }
}

/* "10 working days beginning with the day, counted from 2026-05-21 12:00:" and the days. */
static void put_step(const moot_case *c, const moot_count_step *s, moot_buf *out)
{
    char words[80];
    moot_duration length = s->length;
    int back = length.count < 0;
    if (s->counting == MOOT_COUNT_OF || !moot_unit_by_day((moot_unit)length.unit)) {
        length.count = back ? -length.count : length.count;
        moot_buf_printf(out, INDENT "%s, counted %sfrom ",
                        moot_duration_text(length, words, sizeof words), back ? "back " : "");
    } else {
        moot_buf_printf(out, INDENT "%s, counted from ",
                        moot_counting_words(length, s->counting, words, sizeof words));
    }
    moot_why__when(c, s->from, out);
    moot_buf_str(out, moot_when_exact(s->from) ? ":\n" : " (here from its end):\n");
    (void)moot_calendar_explain(c->protocol->calendars[0], s->from.hi, s->length, s->counting,
                                count_line, out);
}

/* What the same words would give, read otherwise: of the last step, from which the date is. */
static void put_readings(const moot_case *c, const moot_count_step *s, moot_buf *out)
{
    const moot_calendar *calendar = c->protocol->calendars[0];
    moot_due_reading rows[MOOT_DUE_READINGS];
    size_t count = moot_calendar_readings(calendar, s->from.hi, s->length, s->counting, rows);
    char text[200];
    if (count > 1) {
        moot_buf_str(out, INDENT "read otherwise, the safest first:\n");
    }
    for (size_t i = 0; count > 1 && i < count; i++) {
        moot_buf_printf(out, INDENT INDENT "%s\n",
                        moot_due_reading_text(calendar, &rows[i], s->length, text, sizeof text));
    }
}

/* One count from a moment may be read otherwise. A gap has no convention; an age is attained when it is; and of several
 * counts in a row no clause speaks. */
static int has_readings(const moot_case *c, const moot_clock_rule *rule, const moot_count *count)
{
    int from_age = count->trigger >= 0 && c->protocol->triggers[count->trigger].kind == MOOT_ON_TURNS;
    return count->steps_count == 1 && rule->every < 0 && !from_age;
}

void moot_why__count(const moot_case *c, const moot_clock *clock, moot_buf *out)
{
    const moot_clock_rule *rule = &c->protocol->clocks[clock->rule];
    moot_count count;
    if (begun_anew(c, clock)) {
        moot_buf_str(out, INDENT "counted from: the last time that it was done\n");
    } else {
        put_trigger(c, rule->from, "counted from:", out);
    }
    put_trigger(c, rule->by, "to be done by:", out);
    put_trigger(c, rule->not_before, "not before:", out);
    if (!moot_case_count(c, clock, &count)) {
        return;
    }
    put_deciding(c, rule, &count, out);
    for (int32_t i = 0; i < count.steps_count; i++) {
        put_step(c, &count.steps[i], out);
    }
    if (has_readings(c, rule, &count)) {
        put_readings(c, &count.steps[0], out);
    }
}
