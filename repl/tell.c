/* Sentences are put together from result.h's words, so that the JSON, the store and people read the same ones. */
#include "repl/tell.h"

#include <inttypes.h>
#include <string.h>

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

const moot_entry *moot_tell_entry(const moot_case *c, int32_t n)
{
    return n >= 1 && n <= c->log_count ? &c->log[n - 1] : NULL;
}

static void tell_due(const moot_case *c, const moot_entry *entry, moot_buf *out)
{
    char text[160];
    if ((entry->what == MOOT_LOG_CLOCK || entry->what == MOOT_LOG_MOVED) && entry->due.lo != MOOT_NEVER) {
        moot_buf_printf(out, ", due %s", moot_when_text(c->protocol->zone, entry->due, text, sizeof text));
    }
}

static void tell_flags(const moot_entry *entry, moot_buf *out)
{
    moot_buf_str(out, entry->flags & MOOT_ENTRY_ASSUMED ? " (assumed: the record is silent)" : "");
    moot_buf_str(out, entry->flags & MOOT_ENTRY_KNOWN_LATE ? " (known late)" : "");
    moot_buf_str(out, entry->flags & MOOT_ENTRY_PROVISIONAL ? " (provisional)" : "");
}

void moot_tell_what(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out)
{
    const char *name = NULL, *detail = NULL;
    if (!moot_result_subject(c, entry, arena, &name, &detail)) {
        out->failed = 1;
        return;
    }
    moot_buf_str(out, moot_what_text(entry->what));
    if (name) {
        moot_buf_printf(out, " \"%s\"", name);
    }
    /* A clock that starts is live: its date says so. */
    if (detail && !(entry->what == MOOT_LOG_CLOCK && strcmp(detail, "live") == 0)) {
        moot_buf_printf(out, ": %s", detail);
    }
    tell_due(c, entry, out);
    const char *child = moot_result_child(c, entry->child);
    if (child) {
        moot_buf_printf(out, ", child %s", child);
    }
    tell_flags(entry, out);
}

void moot_tell_place(const moot_entry *entry, moot_arena *arena, moot_buf *out)
{
    const char *clause = moot_entry_clause(entry);
    const char *rule = moot_result_rule(entry, arena);
    if (!rule) {
        out->failed = 1;
        return;
    }
    moot_buf_printf(out, "%s%s%s%s", clause[0] ? "clause " : "", clause, clause[0] && rule[0] ? ", " : "", rule);
}

void moot_tell_line(const moot_case *c, const moot_entry *entry, int indent, moot_arena *arena, moot_buf *out)
{
    char when[160];
    moot_buf_printf(out, "%*s%3" PRId32 "  %-16s  ", indent, "", entry->n,
                    moot_when_text(c->protocol->zone, entry->at, when, sizeof when));
    moot_tell_what(c, entry, arena, out);
    const char *clause = moot_entry_clause(entry);
    if (clause[0]) {
        moot_buf_printf(out, "  [%s]", clause);
    }
    int32_t by = moot_case_superseded(c, entry->n);
    if (by) {
        moot_buf_printf(out, "  (no longer holds: %" PRId32 ")", by);
    }
    moot_buf_char(out, '\n');
}

static void tell_reads(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out)
{
    int32_t count = 0;
    const moot_result_read *reads = moot_result_because(c, entry, arena, &count);
    out->failed |= count < 0;
    for (int32_t i = 0; i < count; i++) {
        moot_buf_printf(out, "%s%s%s%s is %s%s", i ? ", " : "       because ", reads[i].child ? reads[i].child : "",
                        reads[i].child ? "'s " : "", reads[i].fact, reads[i].text, reads[i].presumed ? " (presumed)" : "");
    }
    moot_buf_str(out, count > 0 ? "\n" : "");
}

static void tell_source(const moot_case *c, const moot_entry *entry, moot_arena *arena, moot_buf *out)
{
    moot_buf place;
    moot_buf_init(&place);
    moot_tell_place(entry, arena, &place);
    const char *who = moot_result_party(c->protocol, entry->who);
    const char *recorded = entry->flags & MOOT_ENTRY_RECORD ? "as recorded" : "";
    if (place.len || who || recorded[0]) {
        moot_buf_printf(out, "       %s%s%s", moot_buf_text(&place), place.len && recorded[0] ? ", " : "", recorded);
        moot_buf_printf(out, "%s%s\n", who ? place.len || recorded[0] ? ", by " : "by " : "", who ? who : "");
    }
    out->failed |= place.failed;
    moot_buf_done(&place);
}

static void count_line(void *user, moot_day day, int number, const char *text)
{
    (void)day;
    (void)number;
    moot_buf_printf(user, "       %s\n", text);
}

void moot_tell_count(const moot_case *c, const moot_entry *entry, moot_buf *out)
{
    const moot_protocol *p = c->protocol;
    if (entry->what != MOOT_LOG_CLOCK || entry->due.lo == MOOT_NEVER || entry->ref < 0) {
        return;
    }
    const moot_clock_rule *rule = &p->clocks[entry->ref];
    const moot_value within = rule->within >= 0 ? moot_operand_value(&p->rules, &c->facts, rule->within, entry->child)
                                                : moot_unknown();
    moot_instant from = entry->clock >= 0 && entry->clock < c->clocks_count ? c->clocks[entry->clock].since.lo : MOOT_NEVER;
    if (within.type != MOOT_T_DURATION || from == MOOT_NEVER) {
        return;
    }
    moot_duration length = { (int32_t)within.a, (uint8_t)within.b };
    moot_calendar_explain(p->calendars[0], from, length, rule->counting, count_line, out);
}

void moot_tell_why(const moot_case *c, int32_t n, moot_arena *arena, moot_buf *out)
{
    /* A cause is an earlier entry, so the walk ends; the bound is against a log that was tampered with. */
    for (int32_t steps = 0; steps <= c->log_count; steps++) {
        const moot_entry *entry = moot_tell_entry(c, n);
        if (!entry) {
            return;
        }
        moot_tell_line(c, entry, 0, arena, out);
        tell_source(c, entry, arena, out);
        tell_reads(c, entry, arena, out);
        moot_tell_count(c, entry, out);
        if (entry->cause <= 0 || entry->cause >= n) {
            return;
        }
        n = entry->cause;
        moot_buf_str(out, "  from\n");
    }
}

void moot_tell_names(moot_result_names names, moot_buf *out)
{
    for (int32_t i = 0; i < names.count; i++) {
        moot_buf_str(out, i == 0 ? "" : i + 1 == names.count ? " and " : ", ");
        moot_buf_str(out, names.names[i] ? names.names[i] : "");
    }
}

static void tell_part(int64_t number, const char *unit, int *parts, moot_buf *out)
{
    if (number > 0 && *parts < 2) {
        moot_buf_printf(out, "%s%" PRId64 " %s%s", *parts ? " " : "", number, unit, number == 1 ? "" : "s");
        ++*parts;
    }
}

void moot_tell_span(moot_instant from, moot_instant to, moot_buf *out)
{
    int64_t seconds = to - from;
    int parts = 0;
    tell_part(seconds / DAY, "day", &parts, out);
    tell_part(seconds % DAY / HOUR, "hour", &parts, out);
    tell_part(seconds % HOUR / MINUTE, "minute", &parts, out);
    moot_buf_str(out, parts ? "" : "less than a minute");
}
