#include "repl/page/event_log.h"

#include <stdlib.h>
#include <string.h>

#include "repl/page/page.h"
#include "vm/base/arena.h"

#define BETWEEN_NAMES '\x1f'
#define DAY_SECONDS 86400

typedef const moot_report_cell *event;

static event event_at(const moot_event_log *log, size_t i)
{
    return &log->events->cells[i * log->events->columns];
}

static const char *text_of(event e, int column)
{
    return e[column].text ? e[column].text : "";
}

static int is_kind(event e, const char *kind)
{
    return strcmp(text_of(e, MOOT_EVENT_KIND), kind) == 0;
}

/* "" where the event has none. */
static const char *outcome_of(event e)
{
    return is_kind(e, "leaves") || is_kind(e, "panel session") || is_kind(e, "signed") ? text_of(e, MOOT_EVENT_DETAIL)
           : is_kind(e, "placed") || is_kind(e, "closes")                              ? text_of(e, MOOT_EVENT_TEXT)
                                                                                       : "";
}

/* What an event is called; a stage by its name alone, whether it starts or ends. */
static void put_activity(event e, moot_buf *out)
{
    const char *name = text_of(e, MOOT_EVENT_NAME);
    if (is_kind(e, "closes")) {
        moot_buf_str(out, "case closes");
    } else if (is_kind(e, "placed")) {
        moot_buf_str(out, strcmp(outcome_of(e), "") == 0 ? "placed nowhere" : "placed");
    } else if (is_kind(e, "late") || is_kind(e, "escalated") || is_kind(e, "stopped") || is_kind(e, "signed")) {
        moot_buf_printf(out, "%s: %s", text_of(e, MOOT_EVENT_KIND), name);
    } else {
        moot_buf_str(out, name);
    }
}

static void put_moment(moot_buf *out, moot_instant at, int offset)
{
    int year, month, mday;
    moot_instant local = at + offset, second = (local % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    moot_day_split((moot_day)((local - second) / DAY_SECONDS), &year, &month, &mday);
    moot_buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, mday, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

/* The next of the names of who acts, from `at`, which goes on behind it; 0 at their end. */
static size_t next_name(const char **at, const char **out_name)
{
    const char *end = strchr(*at, BETWEEN_NAMES);
    size_t size = end ? (size_t)(end - *at) : strlen(*at);
    *out_name = *at;
    *at += end ? size + 1 : size;
    return size;
}

/* ---- XES ---- */

static void put_string(moot_buf *out, const char *indent, const char *key, const char *value)
{
    if (*value) {
        moot_buf_printf(out, "%s<string key=\"%s\" value=\"", indent, key);
        moot_html_text(out, value);
        moot_buf_str(out, "\"/>\n");
    }
}

/* "A and B". */
static void put_who(event e, moot_buf *out)
{
    const char *at = text_of(e, MOOT_EVENT_WHO), *name;
    int n = 0;
    for (size_t size = next_name(&at, &name); size > 0; size = next_name(&at, &name)) {
        moot_buf_str(out, n++ ? " and " : "");
        moot_buf_add(out, name, size);
    }
}

static void put_xes_event(const moot_event_log *log, event e, moot_buf *out)
{
    static const char indent[] = "      ";
    moot_instant at = (moot_instant)e[MOOT_EVENT_AT].number;
    int offset = moot_zone_offset(log->zone, at);
    moot_buf activity, who;
    moot_buf_init(&activity);
    moot_buf_init(&who);
    put_activity(e, &activity);
    put_who(e, &who);
    moot_buf_str(out, "    <event>\n");
    put_string(out, indent, "concept:name", moot_buf_text(&activity));
    moot_buf_printf(out, "%s<date key=\"time:timestamp\" value=\"", indent);
    put_moment(out, at, offset);
    moot_buf_printf(out, ".000%c%02d:%02d\"/>\n", offset < 0 ? '-' : '+', abs(offset) / 3600, abs(offset) / 60 % 60);
    put_string(out, indent, "lifecycle:transition", is_kind(e, "enters") ? "start" : "complete");
    put_string(out, indent, "org:role", moot_buf_text(&who));
    put_string(out, indent, "moot:kind", text_of(e, MOOT_EVENT_KIND));
    put_string(out, indent, "moot:outcome", outcome_of(e));
    put_string(out, indent, "moot:clause", text_of(e, MOOT_EVENT_CLAUSE));
    put_string(out, indent, "moot:precision", e[MOOT_EVENT_DAY].number > 0 ? "day" : "");
    if (e[MOOT_EVENT_CHILD].number >= 0) {
        moot_buf_printf(out, "%s<int key=\"moot:child\" value=\"%.0f\"/>\n", indent, e[MOOT_EVENT_CHILD].number + 1);
    }
    moot_buf_str(out, "    </event>\n");
    out->failed |= !moot_buf_ok(&activity) || !moot_buf_ok(&who);
    moot_buf_done(&activity);
    moot_buf_done(&who);
}

static void put_xes_head(const moot_event_log *log, moot_buf *out)
{
    moot_buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<log xes.version=\"1849.2016\" xes.features=\"\">\n"
                      "  <extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/concept.xesext\"/>\n"
                      "  <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>\n"
                      "  <extension name=\"Lifecycle\" prefix=\"lifecycle\" uri=\"http://www.xes-standard.org/lifecycle.xesext\"/>\n"
                      "  <extension name=\"Organizational\" prefix=\"org\" uri=\"http://www.xes-standard.org/org.xesext\"/>\n"
                      "  <global scope=\"trace\"><string key=\"concept:name\" value=\"UNKNOWN\"/></global>\n"
                      "  <global scope=\"event\">\n"
                      "    <string key=\"concept:name\" value=\"UNKNOWN\"/>\n"
                      "    <date key=\"time:timestamp\" value=\"1970-01-01T00:00:00.000+00:00\"/>\n"
                      "    <string key=\"lifecycle:transition\" value=\"complete\"/>\n"
                      "  </global>\n"
                      "  <classifier name=\"Activity\" scope=\"event\" keys=\"concept:name\"/>\n");
    put_string(out, "  ", "concept:name", log->protocol);
    put_string(out, "  ", "moot:disclosure", log->about);
    put_string(out, "  ", "moot:law", log->law);
}

void moot_event_log_xes(const moot_event_log *log, moot_buf *out)
{
    const char *of = NULL;
    put_xes_head(log, out);
    for (size_t i = 0; i < log->events->count; i++) {
        event e = event_at(log, i);
        if (!of || strcmp(of, text_of(e, MOOT_EVENT_CASE)) != 0) {
            moot_buf_str(out, of ? "  </trace>\n  <trace>\n" : "  <trace>\n");
            of = text_of(e, MOOT_EVENT_CASE);
            put_string(out, "    ", "concept:name", of);
        }
        put_xes_event(log, e, out);
    }
    moot_buf_str(out, of ? "  </trace>\n</log>\n" : "</log>\n");
}

/* ---- OCEL ---- */

static const char always[] = "\"time\":\"1970-01-01T00:00:00Z\",";
static const char *const attributes[] = { "kind", "outcome", "clause", "precision", "child" };

/* Names that come up, each once and in order. Objects share one space of names, so each is told with its type. */
typedef struct names {
    moot_arena arena;
    const char **all;
    size_t count, room;
    int failed;
} names;

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_name(names *n, const moot_buf *name)
{
    const char *kept = n->count < n->room && moot_buf_ok(name) ? moot_arena_strn(&n->arena, moot_buf_text(name), name->len) : NULL;
    if (!kept) {
        n->failed = 1;
        return;
    }
    n->all[n->count++] = kept;
}

static void sort_names(names *n)
{
    size_t kept = 0;
    qsort(n->all, n->count, sizeof *n->all, by_name);
    for (size_t i = 0; i < n->count; i++) {
        if (kept == 0 || strcmp(n->all[kept - 1], n->all[i]) != 0) {
            n->all[kept++] = n->all[i];
        }
    }
    n->count = kept;
}

/* "case: S01", "party: Social worker", "panel session: Accommodation Panel 2026-06-02 09:00". */
static void object_name(moot_buf *out, const char *type, const char *name, size_t size, const char *when)
{
    moot_buf_clear(out);
    moot_buf_printf(out, "%s: ", type);
    moot_buf_add(out, name, size);
    moot_buf_printf(out, *when ? " %s" : "%s", when);
}

/* Calls `tell` for each object that the event is about. */
typedef void tell_object(void *ctx, const moot_buf *object, const char *qualifier);
static void each_object(event e, tell_object *tell, void *ctx, int *out_failed)
{
    moot_buf object;
    const char *at = text_of(e, MOOT_EVENT_WHO), *name = text_of(e, MOOT_EVENT_CASE);
    moot_buf_init(&object);
    object_name(&object, "case", name, strlen(name), "");
    tell(ctx, &object, "subject");
    for (size_t size = next_name(&at, &name); size > 0; size = next_name(&at, &name)) {
        object_name(&object, "party", name, size, "");
        tell(ctx, &object, "by");
    }
    if (is_kind(e, "panel session")) {
        name = text_of(e, MOOT_EVENT_NAME);
        object_name(&object, "panel session", name, strlen(name), text_of(e, MOOT_EVENT_WHEN));
        tell(ctx, &object, "decided at");
    }
    *out_failed |= !moot_buf_ok(&object);
    moot_buf_done(&object);
}

static void keep_object(void *ctx, const moot_buf *object, const char *qualifier)
{
    (void)qualifier;
    add_name(ctx, object);
}

/* A stage is two types of event: "mediation begins" and "mediation ends". */
static void put_type(event e, moot_buf *out)
{
    put_activity(e, out);
    moot_buf_str(out, is_kind(e, "enters") ? " begins" : is_kind(e, "leaves") ? " ends" : "");
}

static size_t count_names(const moot_event_log *log)
{
    size_t n = 0;
    for (size_t i = 0; i < log->events->count; i++) {
        n += 3;
        for (const char *at = text_of(event_at(log, i), MOOT_EVENT_WHO); *at; at++) {
            n += *at == BETWEEN_NAMES ? 1 : 0;
        }
    }
    return n;
}

static void collect(const moot_event_log *log, names *types, names *objects)
{
    moot_buf type;
    moot_buf_init(&type);
    for (size_t i = 0; i < log->events->count; i++) {
        moot_buf_clear(&type);
        put_type(event_at(log, i), &type);
        add_name(types, &type);
        each_object(event_at(log, i), keep_object, objects, &objects->failed);
    }
    moot_buf_done(&type);
    sort_names(types);
    sort_names(objects);
}

static void put_attribute_types(moot_buf *out)
{
    for (size_t k = 0; k < MOOT_COUNT(attributes); k++) {
        moot_buf_printf(out, "%s{\"name\":\"%s\",\"type\":\"string\"}", k ? "," : "", attributes[k]);
    }
}

static void put_types(const names *types, moot_buf *out)
{
    moot_buf_str(out, "{\"objectTypes\":[\n{\"name\":\"case\",\"attributes\":[{\"name\":\"protocol\",\"type\":\"string\"},"
                      "{\"name\":\"disclosure\",\"type\":\"string\"},{\"name\":\"law\",\"type\":\"string\"}]},\n"
                      "{\"name\":\"party\",\"attributes\":[]},\n{\"name\":\"panel session\",\"attributes\":[]}],\n\"eventTypes\":[");
    for (size_t i = 0; i < types->count; i++) {
        moot_buf_str(out, i ? ",\n{\"name\":" : "\n{\"name\":");
        moot_buf_json(out, types->all[i]);
        moot_buf_str(out, ",\"attributes\":[");
        put_attribute_types(out);
        moot_buf_str(out, "]}");
    }
    moot_buf_str(out, "],\n\"objects\":[");
}

/* An attribute that is there; of an object it holds from the beginning. */
static void put_value(moot_buf *out, const char *name, const char *time, const char *value, int *n)
{
    if (*value) {
        moot_buf_printf(out, "%s{\"name\":\"%s\",%s\"value\":", (*n)++ ? "," : "", name, time);
        moot_buf_json(out, value);
        moot_buf_char(out, '}');
    }
}

static void put_objects(const moot_event_log *log, const names *objects, moot_buf *out)
{
    for (size_t i = 0; i < objects->count; i++) {
        const char *name = objects->all[i];
        int n = 0;
        moot_buf_str(out, i ? ",\n{\"id\":" : "\n{\"id\":");
        moot_buf_json(out, name);
        moot_buf_printf(out, ",\"type\":\"%.*s\",\"attributes\":[", (int)strcspn(name, ":"), name);
        if (strncmp(name, "case:", 5) == 0) {
            put_value(out, "protocol", always, log->protocol, &n);
            put_value(out, "disclosure", always, log->about, &n);
            put_value(out, "law", always, log->law, &n);
        }
        moot_buf_str(out, "],\"relationships\":[]}");
    }
}

typedef struct relations {
    moot_buf *out;
    int count;
} relations;

static void put_relation(void *ctx, const moot_buf *object, const char *qualifier)
{
    relations *r = ctx;
    moot_buf_str(r->out, r->count++ ? ",{\"objectId\":" : "{\"objectId\":");
    moot_buf_json(r->out, moot_buf_text(object));
    moot_buf_printf(r->out, ",\"qualifier\":\"%s\"}", qualifier);
}

static void put_ocel_event(event e, size_t number, moot_buf *out)
{
    moot_buf text;
    relations r = { out, 0 };
    int n = 0, failed = 0;
    moot_buf_init(&text);
    put_type(e, &text);
    moot_buf_printf(out, "%s{\"id\":\"e%zu\",\"type\":", number > 1 ? ",\n" : "\n", number);
    moot_buf_json(out, moot_buf_text(&text));
    moot_buf_str(out, ",\"time\":\"");
    put_moment(out, (moot_instant)e[MOOT_EVENT_AT].number, 0);
    moot_buf_str(out, "Z\",\"attributes\":[");
    moot_buf_clear(&text);
    if (e[MOOT_EVENT_CHILD].number >= 0) {
        moot_buf_printf(&text, "%.0f", e[MOOT_EVENT_CHILD].number + 1);
    }
    const char *const values[] = { text_of(e, MOOT_EVENT_KIND), outcome_of(e), text_of(e, MOOT_EVENT_CLAUSE),
                                   e[MOOT_EVENT_DAY].number > 0 ? "day" : "", moot_buf_text(&text) };
    for (size_t k = 0; k < MOOT_COUNT(attributes); k++) {
        put_value(out, attributes[k], "", values[k], &n);
    }
    moot_buf_str(out, "],\"relationships\":[");
    each_object(e, put_relation, &r, &failed);
    moot_buf_str(out, "]}");
    out->failed |= failed || !moot_buf_ok(&text);
    moot_buf_done(&text);
}

static int names_init(names *n, size_t room)
{
    memset(n, 0, sizeof *n);
    moot_arena_init(&n->arena);
    n->room = room;
    n->all = moot_arena_array(&n->arena, room + 1, sizeof *n->all);
    return n->all != NULL;
}

moot_code moot_event_log_ocel(const moot_event_log *log, moot_buf *out, moot_err *err)
{
    names types, objects;
    size_t room = count_names(log);
    int ok = names_init(&types, log->events->count);
    ok &= names_init(&objects, room);
    if (ok) {
        collect(log, &types, &objects);
        put_types(&types, out);
        put_objects(log, &objects, out);
        moot_buf_str(out, "],\n\"events\":[");
        for (size_t i = 0; i < log->events->count; i++) {
            put_ocel_event(event_at(log, i), i + 1, out);
        }
        moot_buf_str(out, "]}\n");
        ok = !types.failed && !objects.failed && moot_buf_ok(out);
    }
    moot_arena_done(&types.arena);
    moot_arena_done(&objects.arena);
    return ok ? MOOT_OK : moot_fail_memory(err);
}
