#include "vm/case/input_json.h"

typedef struct writer {
    const moot_protocol *protocol;
    const moot_input *input;
    moot_buf *out;
} writer;

/* ---- pieces ---- */

/* A key with its colon; the first of an object stands behind its brace, any other behind a
 * comma. */
static void put_key(writer *w, const char *key)
{
    const moot_buf *out = w->out;
    if (out->len > 0 && out->text[out->len - 1] != '{') {
        moot_buf_char(w->out, ',');
    }
    moot_buf_json(w->out, key);
    moot_buf_char(w->out, ':');
}

static void put_text(writer *w, const char *key, const char *text)
{
    if (text) {
        put_key(w, key);
        moot_buf_json(w->out, text);
    }
}

static void put_when(writer *w, const char *key, moot_when when)
{
    char text[64];
    if (when.lo != MOOT_NEVER) {
        put_text(w, key, moot_when_text(w->protocol->zone, when, text, sizeof text));
    }
}

static void put_value(writer *w, const char *key, moot_value value)
{
    put_key(w, key);
    if (moot_known(value)) {
        moot_value_json(w->protocol, value, w->out);
    } else {
        moot_buf_str(w->out, "null");
    }
}

static void put_party(writer *w, const char *key, int32_t party)
{
    if (party >= 0) {
        put_text(w, key, w->protocol->parties[party].decl.name);
    }
}

static const char *fact_name(const writer *w, int32_t fact)
{
    return w->protocol->facts[fact].decl.name;
}

/* ---- facts, children, spells ---- */

static void put_facts(writer *w, int32_t row)
{
    const moot_value *values = w->input->values + (size_t)row * (size_t)w->protocol->facts_count;
    put_key(w, "facts");
    moot_buf_char(w->out, '{');
    for (int32_t i = 0; w->input->values && i < w->protocol->facts_count; i++) {
        if (moot_known(values[i])) {
            put_value(w, fact_name(w, i), values[i]);
        }
    }
    moot_buf_char(w->out, '}');
}

static void put_children(writer *w)
{
    if (w->input->child_count == 0) {
        return;
    }
    put_key(w, "children");
    for (int32_t i = 0; i < w->input->child_count; i++) {
        moot_buf_str(w->out, i ? ",{" : "[{");
        put_text(w, "id", w->input->children[i]);
        put_facts(w, 1 + i);
        moot_buf_char(w->out, '}');
    }
    moot_buf_char(w->out, ']');
}

static void put_spells(writer *w)
{
    if (w->input->spell_count == 0) {
        return;
    }
    put_key(w, "spells");
    for (int32_t i = 0; i < w->input->spell_count; i++) {
        const moot_spell *spell = &w->input->spells[i];
        moot_when from = { spell->from_lo, spell->from_hi }, to = { spell->to_lo, spell->to_hi };
        moot_buf_str(w->out, i ? ",{" : "[{");
        put_text(w, "kind", fact_name(w, spell->fact));
        put_when(w, "from", from);
        put_when(w, "to", to);
        if (spell->child >= 0) {
            put_text(w, "child", w->input->children[spell->child]);
        }
        moot_buf_char(w->out, '}');
    }
    moot_buf_char(w->out, ']');
}

/* ---- events ---- */

static void put_what(writer *w, const moot_record *r)
{
    const moot_protocol *p = w->protocol;
    switch ((moot_record_kind)r->kind) {
    case MOOT_RECORD_EVENT:
        put_text(w, "event", p->events[r->ref].decl.name);
        break;
    case MOOT_RECORD_OUTCOME:
        put_text(w, "stage", p->stages[r->ref].decl.name);
        put_text(w, "outcome", p->outcomes[r->outcome].decl.name);
        break;
    case MOOT_RECORD_DEADLINE:
        put_text(w, "deadline", p->clocks[r->ref].decl.name);
        put_key(w, "met");
        moot_buf_str(w->out, r->met ? "true" : "false");
        put_when(w, "due", r->due);
        break;
    case MOOT_RECORD_FACT:
        put_text(w, "fact", fact_name(w, r->ref));
        put_value(w, "value", r->value);
        break;
    case MOOT_RECORD_CONSENT:
        put_text(w, "consent", fact_name(w, r->ref));
        put_value(w, "state", r->value);
        break;
    case MOOT_RECORD_PANEL:
        put_text(w, "panel", p->panels[r->ref].decl.name);
        put_text(w, "outcome", r->text);
        put_when(w, "session", r->session);
        break;
    case MOOT_RECORD_NOTICE:
        put_text(w, "notice", p->notices[r->ref].decl.name);
        put_text(w, "state", r->met ? "received" : "sent");
        break;
    case MOOT_RECORD_PLACE:
        put_text(w, "place", r->text ? r->text : "nowhere");
        put_text(w, "provider", r->provider);
        put_party(w, "paid_by", r->paid_by);
        break;
    case MOOT_RECORD_CORRECT:
    case MOOT_RECORD_NOTE:
        break;
    }
}

static void put_record(writer *w, const moot_record *r)
{
    put_when(w, "at", r->at);
    put_what(w, r);
    put_party(w, "who", r->who);
    if (r->child >= 0) {
        put_text(w, "child", w->input->children[r->child]);
    }
    put_text(w, "note", r->note);
    for (int32_t i = 0; i < r->extra_count; i++) {
        put_value(w, fact_name(w, r->extras[i].fact), r->extras[i].value);
    }
}

static void put_correction(writer *w, const moot_record *r)
{
    put_key(w, "correct");
    if (r->ref > 0) {
        moot_buf_int(w->out, r->ref);
    } else {
        moot_buf_json(w->out, fact_name(w, r->fact));
    }
    put_key(w, "to");
    if (!r->to) {
        moot_buf_str(w->out, "null");
        return;
    }
    moot_buf_char(w->out, '{');
    if (r->ref > 0) {
        put_record(w, r->to);
    } else {
        put_value(w, "value", r->to->value);
    }
    moot_buf_char(w->out, '}');
}

/* Corrections name events by their number in the case as written. So one that was set aside,
 * because only another protocol knows it, keeps its place as a stage that every protocol sets
 * aside. */
static void put_set_aside(writer *w, moot_when at)
{
    put_when(w, "at", at);
    put_text(w, "stage", "(set aside)");
    put_text(w, "outcome", "(set aside)");
}

static int says_nothing(const moot_record *r)
{
    return r->kind == MOOT_RECORD_NOTE && !r->note && r->extra_count == 0;
}

static void put_events(writer *w)
{
    int32_t number = 1;
    put_key(w, "events");
    moot_buf_char(w->out, '[');
    for (int32_t i = 0; i < w->input->record_count; number++) {
        const moot_record *r = &w->input->records[i];
        moot_buf_str(w->out, number > 1 ? ",{" : "{");
        if (r->number > number || says_nothing(r)) {
            put_set_aside(w, r->at);
        } else {
            put_record(w, r);
        }
        if (r->number <= number) {
            if (r->kind == MOOT_RECORD_CORRECT) {
                put_correction(w, r);
            }
            i++;
        }
        moot_buf_char(w->out, '}');
    }
    moot_buf_char(w->out, ']');
}

void moot_input_json(const moot_protocol *protocol, const moot_input *input, moot_buf *out)
{
    writer w = { protocol, input, out };
    moot_buf_char(out, '{');
    put_text(&w, "id", input->id);
    put_text(&w, "generated", input->generated);
    put_facts(&w, 0);
    put_children(&w);
    put_spells(&w);
    put_events(&w);
    moot_buf_char(out, '}');
}
