/* Calendars. [0] counts working days: England and Wales, and the closed days of the one that the protocol names. After
 * it come the declared ones in their order, with their desk hours. */
#include <string.h>

#include "lua/compile/compile_internal.h"

typedef struct week {
    int32_t from[7], until[7]; /* seconds of the day; from < 0: not given */
} week;

static const struct {
    const char *field;
    int first, last;
} day_words[] = { /* stretches first, so that a single day may differ from its stretch */
    { "mon_fri", 0, 4 }, { "mon_thu", 0, 3 }, { "mon", 0, 0 }, { "tue", 1, 1 }, { "wed", 2, 2 },
    { "thu", 3, 3 },     { "fri", 4, 4 },     { "sat", 5, 5 }, { "sun", 6, 6 },
};

/* "09:00-16:30" */
static int parse_hours(const char *text, int32_t *out_from, int32_t *out_until)
{
    const char *rest;
    return moot_compile__clock_time(text, out_from, &rest) && *rest == '-'
           && moot_compile__clock_time(rest + 1, out_until, &rest) && *rest == '\0' && *out_from < *out_until;
}

static void read_hours(moot_compiler *c, const moot_node *node, week *out)
{
    size_t i;
    int day;
    for (day = 0; day < 7; day++) {
        out->from[day] = -1;
    }
    for (i = 0; i < MOOT_COUNT(day_words); i++) {
        const char *text = moot_compile__text(c, node, day_words[i].field);
        int32_t from, until;
        if (text == NULL) {
            continue;
        }
        if (!parse_hours(text, &from, &until)) {
            moot_compile__fail(c, moot_node_field(node, day_words[i].field),
                               "opening hours are written \"09:00-16:30\", the earlier time first, not \"%s\"", text);
            continue;
        }
        for (day = day_words[i].first; day <= day_words[i].last; day++) {
            out->from[day] = from;
            out->until[day] = until;
        }
    }
}

static void open_hours(moot_compiler *c, const moot_node *node, moot_calendar *calendar)
{
    moot_err err;
    week hours;
    int day;
    read_hours(c, node, &hours);
    for (day = 0; day < 7; day++) {
        moot_err_init(&err);
        if (hours.from[day] >= 0
            && moot_calendar_open_hours(calendar, day, hours.from[day], hours.until[day], &err) != MOOT_OK) {
            moot_compile__pass(c, node, &err);
        }
    }
}

/* A date, or { from, to }. */
static int closed_span(moot_compiler *c, const moot_node *item, moot_day *out_first, moot_day *out_last)
{
    if (item->type == MOOT_NODE_TABLE && item->item_count == 2) {
        if (!moot_compile__day(c, item->items[0], out_first) || !moot_compile__day(c, item->items[1], out_last)) {
            return 0;
        }
        if (*out_last < *out_first) {
            moot_compile__fail(c, item, "these closed days end before they begin");
            return 0;
        }
        return 1;
    }
    if (!moot_compile__day(c, item, out_first)) {
        return 0;
    }
    *out_last = *out_first;
    return 1;
}

static void close_days(moot_compiler *c, const moot_node *node, moot_calendar *calendar)
{
    const moot_node *closed = moot_node_field(node, "closed");
    int32_t i;
    if (closed == NULL) {
        return;
    }
    if (closed->type != MOOT_NODE_TABLE) {
        moot_compile__fail(c, closed, "`closed` takes a list of dates or { from, to }, not %s",
                           moot_compile__found(c, closed));
        return;
    }
    for (i = 0; i < closed->item_count; i++) {
        moot_day first, last;
        moot_err err;
        moot_err_init(&err);
        if (closed_span(c, closed->items[i], &first, &last)
            && moot_calendar_close_days(calendar, first, last, &err) != MOOT_OK) {
            moot_compile__pass(c, closed->items[i], &err);
        }
    }
}

/* As it was known on the day that the caller names, whatever the script says. */
static void as_known(moot_compiler *c, moot_calendar *calendar)
{
    moot_err err;
    moot_err_init(&err);
    if (c->script->as_known && moot_calendar_known_on(calendar, c->script->known_on, &err) != MOOT_OK) {
        moot_compile__pass(c, c->header, &err);
    }
}

/* The calendar as somebody knew it on that day. */
static void known_on(moot_compiler *c, const moot_node *node, moot_calendar *calendar)
{
    const moot_node *field = moot_node_field(node, "known_on");
    moot_day day;
    moot_err err;
    moot_err_init(&err);
    if (field != NULL && moot_compile__day(c, field, &day)
        && moot_calendar_known_on(calendar, day, &err) != MOOT_OK) {
        moot_compile__pass(c, field, &err);
    }
}

/* A new calendar at the end of the protocol's list. */
static moot_calendar *add_calendar(moot_compiler *c, const char *name)
{
    moot_protocol *p = c->protocol;
    moot_calendar *calendar = NULL;
    moot_calendar **list = moot_reallocarray(p->calendars, (size_t)p->calendars_count + 1, sizeof *list);
    moot_err err;
    moot_err_init(&err);
    if (list == NULL) {
        moot_compile__no_memory(c);
        return NULL;
    }
    p->calendars = list;
    if (moot_calendar_new(p->zone, name, &calendar, &err) != MOOT_OK) {
        moot_compile__pass(c, c->decl, &err);
        return NULL;
    }
    p->calendars[p->calendars_count++] = calendar;
    return calendar;
}

static void freeze(moot_compiler *c, moot_calendar *calendar)
{
    moot_err err;
    moot_err_init(&err);
    if (moot_calendar_freeze(calendar, &err) != MOOT_OK) {
        moot_compile__pass(c, c->decl, &err);
    }
}

static const moot_node *working_calendar(moot_compiler *c)
{
    const moot_node *value = moot_node_field(c->header, "calendar");
    int32_t row;
    if (value == NULL) {
        return NULL;
    }
    row = moot_compile__ref(c, MOOT_KIND_CALENDAR, value);
    return row < 0 ? NULL : c->kinds[MOOT_KIND_CALENDAR].list[row].node;
}

/* The clock of the protocol is that of its calendar. A variant shares its protocol's, and whatever was counted by it. */
static void keep_time(moot_compiler *c, const moot_node *working)
{
    const char *name = working != NULL ? moot_compile__text(c, working, "zone") : NULL;
    moot_zone *zone = NULL;
    moot_err err;
    if (name == NULL || strcmp(name, moot_zone_name(c->protocol->zone)) == 0) {
        return;
    }
    if (c->protocol->shared_zone) {
        moot_compile__fail(c, moot_node_field(working, "zone"), "a variant keeps the clock of its protocol, %s",
                           moot_zone_name(c->protocol->zone));
        return;
    }
    moot_err_init(&err);
    if (moot_zone_load(name, &zone, &err) != MOOT_OK) {
        moot_compile__pass(c, moot_node_field(working, "zone"), &err);
        return;
    }
    moot_zone_free((moot_zone *)(uintptr_t)c->protocol->zone); /* const for readers, ours to give back */
    c->protocol->zone = zone;
}

static void refuse_zone(moot_compiler *c, const moot_node *node)
{
    const moot_node *field = moot_node_field(node, "zone");
    if (field != NULL) {
        moot_compile__fail(c, field, "all times are of one clock: only the calendar that the protocol names, as in "
                                     "calendar = \"%s\", has a zone", node->name);
    }
}

static int32_t next_calendar(const moot_node *const *decls, int32_t count, int32_t from)
{
    while (from < count && !moot_node_is(decls[from], "calendar") && !moot_node_is(decls[from], "protocol")) {
        from++;
    }
    return from;
}

/* The calendars of the protocol that this one is a variant of are its own, unless a patch touched one; how they count
 * leap years may be a reading, so that is made anew. */
static int share_calendars(moot_compiler *c)
{
    const moot_script *script = c->script;
    int32_t a = 0, b = 0;
    if (c->like == NULL || moot_node_field(c->header, "leap_birthday") != NULL) {
        return 0;
    }
    for (;; a++, b++) {
        a = next_calendar(script->decls, script->decl_count, a);
        b = next_calendar(script->base_decls, script->base_decl_count, b);
        if (a == script->decl_count || b == script->base_decl_count) {
            break;
        }
        if (script->decls[a] != script->base_decls[b]) {
            return 0;
        }
    }
    if (a != script->decl_count || b != script->base_decl_count) {
        return 0;
    }
    c->protocol->calendars = c->like->calendars;
    c->protocol->calendars_count = c->like->calendars_count;
    c->protocol->shared_calendars = 1;
    return 1;
}

/* What building them would have noted. */
static void cite_calendars(moot_compiler *c)
{
    size_t i;
    (void)working_calendar(c);
    for (i = 0; i < c->kinds[MOOT_KIND_CALENDAR].names.count; i++) {
        c->decl = c->kinds[MOOT_KIND_CALENDAR].list[i].node;
        (void)moot_compile__clause(c, c->decl);
    }
}

void moot_compile__calendars(moot_compiler *c)
{
    const moot_node *working;
    moot_calendar *calendar;
    size_t i;
    moot_leap leap;
    c->decl = c->header;
    leap = moot_compile__leap(c, &c->protocol->leap_reading);
    if (share_calendars(c)) {
        cite_calendars(c);
        return;
    }
    working = working_calendar(c);
    keep_time(c, working);
    calendar = add_calendar(c, working != NULL ? working->name : "");
    if (calendar != NULL) {
        if (working != NULL) {
            c->decl = working;
            close_days(c, working, calendar);
            known_on(c, working, calendar);
        }
        as_known(c, calendar);
        moot_calendar_leap_birthday(calendar, leap);
        freeze(c, calendar);
    }
    for (i = 0; i < c->kinds[MOOT_KIND_CALENDAR].names.count && !c->memory; i++) {
        const moot_node *node = c->kinds[MOOT_KIND_CALENDAR].list[i].node;
        c->decl = node;
        (void)moot_compile__clause(c, node);
        calendar = add_calendar(c, node->name);
        if (calendar == NULL) {
            return;
        }
        open_hours(c, node, calendar);
        if (node != working) {
            refuse_zone(c, node);
        }
        if (node != working || !c->failed) { /* its closed days were read above, mistakes and all */
            close_days(c, node, calendar);
            known_on(c, node, calendar);
        }
        as_known(c, calendar);
        freeze(c, calendar);
    }
}
