/* A case of a caseload becomes the steps of a walk: each fact, each event, then what else it has. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "repl/walk/walk_internal.h"

typedef struct taking {
    moot_walk *walk;
    moot_instant last; /* steps stand in time one behind the other */
    moot_err *err;
} taking;

/* A JSON value as one line; the caller frees it with moot_free, which is what the library was told to use. */
static char *dump(json_t *value)
{
    return json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
}

static moot_code take_member(taking *t, step_kind kind, const char *key, json_t *value)
{
    moot_buf text, said;
    char *json = dump(value);
    moot_buf_init(&text);
    moot_buf_init(&said);
    moot_buf_json(&text, key);
    moot_buf_printf(&text, ":%s", json ? json : "");
    if (kind == STEP_FACT) {
        const char *plain = json_is_string(value) ? json_string_value(value)
                            : json_is_null(value) ? "unknown"
                            : json_is_true(value) ? "yes"
                            : json_is_false(value) ? "no"
                                                   : json;
        moot_buf_printf(&said, "fact %s %s", key, plain ? plain : "");
    } else {
        moot_buf_str(&said, key);
    }
    moot_code code = json && moot_buf_ok(&text) && moot_buf_ok(&said)
                         ? walk_add(t->walk, kind, MOOT_NEVER, moot_buf_text(&text),
                                    moot_buf_text(&said), t->err)
                         : moot_fail_memory(t->err);
    moot_buf_done(&text);
    moot_buf_done(&said);
    moot_free(json);
    return code;
}

/* "event "x" at 2026-05-21 09:15": its members but the time, then that. */
static void say_event(json_t *event, moot_buf *said)
{
    static const struct {
        const char *key, *word, *other;
    } kinds[] = { { "event", "event", NULL },      { "stage", "answer", "outcome" },
                  { "fact", "fact", "value" },     { "consent", "consent", "state" },
                  { "notice", "notice", "state" }, { "panel", "panel", "outcome" },
                  { "deadline", "done", NULL },    { "place", "place", NULL } };
    const char *at = json_string_value(json_object_get(event, "at"));
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        json_t *value = json_object_get(event, kinds[i].key);
        json_t *other = kinds[i].other ? json_object_get(event, kinds[i].other) : NULL;
        if (!value) {
            continue;
        }
        moot_buf_printf(said, "%s \"%s\"", kinds[i].word,
                        json_is_string(value) ? json_string_value(value) : "nowhere");
        char *json = other ? dump(other) : NULL;
        moot_buf_printf(said, "%s%s at %s", json ? " " : "", json ? json : "", at ? at : "");
        moot_free(json);
        return;
    }
    moot_buf_printf(said, "record at %s", at ? at : "");
}

/* A time that is known to the day only stands at its end, and its record keeps what is known. */
static moot_code take_event(taking *t, json_t *event)
{
    moot_when when = { 0, 0 };
    moot_buf said;
    const char *at = json_string_value(json_object_get(event, "at"));
    if (!at || moot_when_parse(t->walk->protocol->zone, at, &when, t->err)) {
        return t->err->code ? t->err->code : moot_fail(t->err, MOOT_EDATA, "an event of the case has no time");
    }
    char *json = dump(event);
    moot_buf_init(&said);
    say_event(event, &said);
    t->last = t->last == MOOT_NEVER || when.hi > t->last ? when.hi : t->last;
    moot_code code = json && moot_buf_ok(&said)
                         ? walk_add(t->walk, STEP_EVENT, t->last, json, moot_buf_text(&said), t->err)
                         : moot_fail_memory(t->err);
    moot_buf_done(&said);
    moot_free(json);
    return code;
}

static moot_code take_all(taking *t, json_t *root)
{
    const char *key;
    json_t *value;
    size_t i;
    json_object_foreach(json_object_get(root, "facts"), key, value) {
        if (take_member(t, STEP_FACT, key, value)) {
            return t->err->code;
        }
    }
    json_object_foreach(root, key, value) {
        if (strcmp(key, "id") != 0 && strcmp(key, "facts") != 0 && strcmp(key, "events") != 0 &&
            take_member(t, STEP_PART, key, value)) {
            return t->err->code;
        }
    }
    json_array_foreach(json_object_get(root, "events"), i, value) {
        if (take_event(t, value)) {
            return t->err->code;
        }
    }
    return MOOT_OK;
}

moot_code moot_walk_take_case(moot_walk *walk, const char *json, moot_err *err)
{
    json_error_t error;
    taking t = { walk, MOOT_NEVER, err };
    json_t *root = json_loads(json, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(root)) {
        json_decref(root);
        return moot_fail(err, MOOT_EDATA, "the case could not be read: %s", error.text);
    }
    walk->in_bulk = 1;
    moot_code code = take_all(&t, root);
    walk->in_bulk = 0;
    json_decref(root);
    return code ? code : walk_bulk_end(walk, err);
}

moot_code moot_walk_told_again(const moot_walk *walk, moot_walk *other, moot_err *err)
{
    other->in_bulk = 1;
    for (int32_t i = 0; i < walk->path_count; i++) {
        const step *s = &walk->steps[walk->path[i]];
        if (walk_add(other, (step_kind)s->kind, s->at, s->text, s->said, err)) {
            other->in_bulk = 0;
            return err->code;
        }
    }
    return walk_bulk_end(other, err);
}
