/* Events of a case: objects of cells become records.
 *
 * First each event's cells are sorted by key, and corrections are laid over the events that they correct; then each is
 * read by the function of its kind. So a correction needs to say only what was wrong, and the record that comes of it is
 * checked like any other. */
#include <stdio.h>
#include <string.h>

#include "vm/case/read_internal.h"

/* ---- keys ---- */

#define KEYS(X)                                                                                                        \
    X(AT, "at") X(WHO, "who") X(CHILD, "child") X(NOTE, "note") X(EVENT, "event") X(STAGE, "stage")                    \
    X(OUTCOME, "outcome") X(DEADLINE, "deadline") X(MET, "met") X(DUE, "due") X(FACT, "fact") X(VALUE, "value")        \
    X(CONSENT, "consent") X(STATE, "state") X(PANEL, "panel") X(SESSION, "session") X(NOTICE, "notice")               \
    X(PLACE, "place") X(PROVIDER, "provider") X(PAID_BY, "paid_by") X(CORRECT, "correct") X(TO, "to")

typedef enum key {
#define X(name, text) K_##name,
    KEYS(X)
#undef X
    K_COUNT
} key;

static const char *const key_names[] = {
#define X(name, text) text,
    KEYS(X)
#undef X
};

/* One event, its cells by key. */
typedef struct fields {
    const moot_cell *known[K_COUNT];
    const moot_cell **extras; /* facts recorded with it */
    int32_t extra_count, extra_room;
    const moot_cell *object;
    uint8_t bad;
    uint8_t foreign; /* names a stage or the like that this protocol lacks */
} fields;

typedef struct events {
    moot_reader *r;
    fields *list;
    int32_t count;
} events;

static key find_key(const char *name)
{
    for (int i = 0; i < K_COUNT; i++) {
        if (key_names[i][0] == name[0] && strcmp(key_names[i], name) == 0) {
            return (key)i;
        }
    }
    return K_COUNT;
}

/* null says nothing, except where nothing is something: nowhere, unknown, it never happened. */
static int null_speaks(key k)
{
    return k == K_PLACE || k == K_VALUE || k == K_TO;
}

static void add_extra(moot_reader *r, fields *f, const moot_cell *cell)
{
    for (int32_t i = 0; i < f->extra_count; i++) {
        if (strcmp(f->extras[i]->key, cell->key) == 0) {
            f->extras[i] = cell; /* a correction of it */
            return;
        }
    }
    if (f->extra_count == f->extra_room) {
        int32_t room = f->extra_room + f->object->count + 4;
        const moot_cell **grown = moot_arena_array(&r->scratch, (size_t)room, sizeof *grown);
        if (!grown) {
            moot_reader__no_memory(r);
            return;
        }
        if (f->extra_count) {
            memcpy(grown, f->extras, (size_t)f->extra_count * sizeof *grown);
        }
        f->extras = grown;
        f->extra_room = room;
    }
    f->extras[f->extra_count++] = cell;
}

static void add_fields(moot_reader *r, fields *f, const moot_cell *object)
{
    for (int32_t i = 0; i < object->count; i++) {
        const moot_cell *cell = &object->cells[i];
        key k = find_key(cell->key);
        if (k == K_COUNT) {
            add_extra(r, f, cell);
        } else {
            f->known[k] = cell->kind == MOOT_CELL_NULL && !null_speaks(k) ? NULL : cell;
        }
    }
}

/* ---- kinds ---- */

typedef enum answer { BAD, GOOD, FOREIGN } answer;

static answer read_event(events *e, const fields *f, moot_record *out);
static answer read_stage(events *e, const fields *f, moot_record *out);
static answer read_deadline(events *e, const fields *f, moot_record *out);
static answer read_fact(events *e, const fields *f, moot_record *out);
static answer read_consent(events *e, const fields *f, moot_record *out);
static answer read_panel(events *e, const fields *f, moot_record *out);
static answer read_notice(events *e, const fields *f, moot_record *out);
static answer read_place(events *e, const fields *f, moot_record *out);
static answer read_note(events *e, const fields *f, moot_record *out);

#define NO_KEY K_COUNT
static const struct kind {
    key key;
    moot_record_kind record;
    answer (*read)(events *e, const fields *f, moot_record *out);
    key with[2]; /* what may stand with it, besides at, who, child, note */
} kinds[] = {
    { K_EVENT, MOOT_RECORD_EVENT, read_event, { NO_KEY, NO_KEY } },
    { K_STAGE, MOOT_RECORD_OUTCOME, read_stage, { K_OUTCOME, NO_KEY } },
    { K_DEADLINE, MOOT_RECORD_DEADLINE, read_deadline, { K_MET, K_DUE } },
    { K_FACT, MOOT_RECORD_FACT, read_fact, { K_VALUE, NO_KEY } },
    { K_CONSENT, MOOT_RECORD_CONSENT, read_consent, { K_STATE, NO_KEY } },
    { K_PANEL, MOOT_RECORD_PANEL, read_panel, { K_OUTCOME, K_SESSION } },
    { K_NOTICE, MOOT_RECORD_NOTICE, read_notice, { K_STATE, NO_KEY } },
    { K_PLACE, MOOT_RECORD_PLACE, read_place, { K_PROVIDER, K_PAID_BY } },
    { K_CORRECT, MOOT_RECORD_CORRECT, NULL, { K_TO, NO_KEY } },
};
static const struct kind note_kind = { NO_KEY, MOOT_RECORD_NOTE, read_note, { NO_KEY, NO_KEY } };

static const struct kind *kind_with(const fields *f, const struct kind *but)
{
    for (size_t i = 0; i < MOOT_COUNT(kinds); i++) {
        if (f->known[kinds[i].key] && &kinds[i] != but) {
            return &kinds[i];
        }
    }
    return NULL;
}

static int belongs(const struct kind *kind, key k)
{
    return k <= K_NOTE || k == kind->key || k == kind->with[0] || k == kind->with[1];
}

/* The kind whose key this is the partner of. */
static const char *partner(key k)
{
    size_t i = 0;
    while (i < MOOT_COUNT(kinds) - 1 && kinds[i].with[0] != k && kinds[i].with[1] != k) {
        i++;
    }
    return key_names[kinds[i].key];
}

/* The one kind of an event, NULL after telling that it has none or two, or keys of another kind. */
static const struct kind *kind_of(moot_reader *r, const fields *f)
{
    const struct kind *kind = kind_with(f, NULL);
    const struct kind *other = kind ? kind_with(f, kind) : NULL;
    if (other) {
        moot_reader_say(r, MOOT_EDATA, key_names[other->key],
                        "one event cannot be both \"%s\" and \"%s\": write two events with the same \"at\"",
                        key_names[kind->key], key_names[other->key]);
        return NULL;
    }
    kind = kind ? kind : &note_kind;
    for (int k = 0; k < K_COUNT; k++) {
        if (f->known[k] && !belongs(kind, (key)k)) {
            moot_reader_say(r, MOOT_EDATA, key_names[k], "\"%s\" goes with \"%s\", %s%s", key_names[k], partner((key)k),
                            kind == &note_kind ? "which is missing" : "not with ",
                            kind == &note_kind ? "" : moot_reader__quote(r, key_names[kind->key]));
            return NULL;
        }
    }
    if (kind == &note_kind && !f->known[K_NOTE] && !f->extra_count) {
        moot_reader_say(r, MOOT_EDATA, NULL, "this event says nothing: write what happened, as \"event\", \"stage\" with "
                                             "\"outcome\", \"deadline\" with \"met\", \"fact\" with \"value\" or the like");
        return NULL;
    }
    return kind;
}

/* ---- reading each kind ---- */

static int needs(moot_reader *r, const fields *f, key k, const char *why)
{
    if (f->known[k]) {
        return 1;
    }
    moot_reader_say(r, MOOT_EDATA, NULL, "%s", why);
    return 0;
}

/* What only another protocol knows is set aside and counted; a name near to one of ours is likely a slip, so it is told, unless
 * one of the protocols beside this one has it. */
static answer set_aside(moot_reader *r, const char *what, moot_reader__find *find, const char *name, const char *hint)
{
    if (hint[0] && !moot_reader__elsewhere(r, find, name)) {
        moot_reader__warn(r, "%s: this protocol has no %s %s, so it is set aside%s", r->where, what,
                          moot_reader__quote(r, name), hint);
    }
    return FOREIGN;
}

static answer read_event(events *e, const fields *f, moot_record *out)
{
    const char *name;
    moot_reader *r = e->r;
    if (!moot_reader__name_cell(r, f->known[K_EVENT], &name)) {
        return BAD;
    }
    out->ref = moot_find_event(r->protocol, name);
    if (out->ref < 0 && moot_reader__elsewhere(r, moot_find_event, name)) {
        return FOREIGN;
    }
    if (out->ref < 0) {
        moot_reader_say(r, MOOT_EDATA, name, "neither this protocol nor the vocabulary has an event %s%s",
                        moot_reader__quote(r, name), MOOT_HINT(r, name, events));
        return BAD;
    }
    return GOOD;
}

/* Of any stage: enough to know that a name is no slip. */
static int32_t find_any_outcome(const moot_protocol *protocol, const char *name)
{
    for (int32_t i = 0; i < protocol->outcomes_count; i++) {
        if (strcmp(protocol->outcomes[i].decl.name, name) == 0) {
            return i;
        }
    }
    return -1;
}

static answer find_outcome(moot_reader *r, int32_t stage, const char *name, int32_t *out_outcome)
{
    const moot_stage *s = &r->protocol->stages[stage];
    *out_outcome = moot_find_outcome(r->protocol, stage, name);
    if (*out_outcome >= 0) {
        return GOOD;
    }
    const char **names = moot_reader__names(r, r->protocol->outcomes + s->outcomes.first, s->outcomes.count,
                                            sizeof *r->protocol->outcomes);
    return set_aside(r, "such outcome of its stage:", find_any_outcome, name,
                     moot_reader__hint(r, name, names, (size_t)s->outcomes.count));
}

static answer read_stage(events *e, const fields *f, moot_record *out)
{
    const char *stage, *outcome;
    moot_reader *r = e->r;
    if (!needs(r, f, K_OUTCOME, "\"stage\" needs \"outcome\": how the stage ended") ||
        !moot_reader__name_cell(r, f->known[K_STAGE], &stage) ||
        !moot_reader__name_cell(r, f->known[K_OUTCOME], &outcome)) {
        return BAD;
    }
    out->ref = moot_find_stage(r->protocol, stage);
    if (out->ref < 0) {
        return set_aside(r, "stage", moot_find_stage, stage, MOOT_HINT(r, stage, stages));
    }
    return find_outcome(r, out->ref, outcome, &out->outcome);
}

static answer read_deadline(events *e, const fields *f, moot_record *out)
{
    const char *name;
    int met = 0;
    moot_reader *r = e->r;
    if (!needs(r, f, K_MET, "\"deadline\" needs \"met\": true if it was done then, false if it was known not done by then") ||
        !moot_reader__name_cell(r, f->known[K_DEADLINE], &name) || !moot_reader__yes(r, f->known[K_MET], &met) ||
        (f->known[K_DUE] && !moot_reader__when(r, f->known[K_DUE], &out->due))) {
        return BAD;
    }
    out->met = (int8_t)met;
    out->ref = moot_find_clock(r->protocol, name);
    return out->ref < 0 ? set_aside(r, "deadline or named act", moot_find_clock, name, MOOT_HINT(r, name, clocks)) : GOOD;
}

static answer find_fact(moot_reader *r, const char *name, int32_t *out_fact)
{
    *out_fact = moot_find_fact(r->protocol, name);
    if (*out_fact < 0 && moot_reader__elsewhere(r, moot_find_fact, name)) {
        return FOREIGN;
    }
    if (*out_fact < 0) {
        moot_reader_say(r, MOOT_EDATA, name, "neither this protocol nor the vocabulary has a fact %s%s",
                        moot_reader__quote(r, name), MOOT_HINT(r, name, facts));
    }
    return *out_fact >= 0 ? GOOD : BAD;
}

static answer read_fact(events *e, const fields *f, moot_record *out)
{
    const char *name;
    moot_reader *r = e->r;
    if (!needs(r, f, K_VALUE, "\"fact\" needs \"value\": what became known") ||
        !moot_reader__name_cell(r, f->known[K_FACT], &name)) {
        return BAD;
    }
    answer is = find_fact(r, name, &out->ref);
    return is != GOOD || moot_reader__value(r, out->ref, f->known[K_VALUE], &out->value) ? is : BAD;
}

static answer read_consent(events *e, const fields *f, moot_record *out)
{
    const char *name;
    moot_reader *r = e->r;
    if (!needs(r, f, K_STATE, "\"consent\" needs \"state\": asked, given, refused or withdrawn") ||
        !moot_reader__name_cell(r, f->known[K_CONSENT], &name)) {
        return BAD;
    }
    answer is = find_fact(r, name, &out->ref);
    if (is != GOOD) {
        return is;
    }
    if (r->protocol->facts[out->ref].type != MOOT_T_CONSENT) {
        moot_reader_say(r, MOOT_EDATA, name, "\"%s\" is %s, not a consent: write it as \"fact\" with \"value\"", name,
                        moot_type_text((moot_type)r->protocol->facts[out->ref].type));
        return BAD;
    }
    return moot_reader__value(r, out->ref, f->known[K_STATE], &out->value) ? GOOD : BAD;
}

static answer read_panel(events *e, const fields *f, moot_record *out)
{
    const char *name;
    moot_reader *r = e->r;
    if (!needs(r, f, K_OUTCOME, "\"panel\" needs \"outcome\": what the panel decided") ||
        !moot_reader__name_cell(r, f->known[K_PANEL], &name) || !moot_reader__text(r, f->known[K_OUTCOME], &out->text) ||
        (f->known[K_SESSION] && !moot_reader__when(r, f->known[K_SESSION], &out->session))) {
        return BAD;
    }
    out->ref = moot_find_panel(r->protocol, name);
    return out->ref < 0 ? set_aside(r, "panel", moot_find_panel, name, MOOT_HINT(r, name, panels)) : GOOD;
}

static answer read_notice(events *e, const fields *f, moot_record *out)
{
    static const char *const states[] = { "sent", "received" };
    const char *name, *state;
    moot_reader *r = e->r;
    if (!needs(r, f, K_STATE, "\"notice\" needs \"state\": sent or received") ||
        !moot_reader__name_cell(r, f->known[K_NOTICE], &name) || !moot_reader__name_cell(r, f->known[K_STATE], &state)) {
        return BAD;
    }
    out->met = strcmp(state, "received") == 0;
    if (!out->met && strcmp(state, "sent") != 0) {
        moot_reader_say(r, MOOT_EDATA, state, "the \"state\" of a notice is \"sent\" or \"received\", not %s%s",
                        moot_reader__quote(r, state), moot_reader__hint(r, state, states, MOOT_COUNT(states)));
        return BAD;
    }
    out->ref = moot_find_notice(r->protocol, name);
    return out->ref < 0 ? set_aside(r, "notice", moot_find_notice, name, MOOT_HINT(r, name, notices)) : GOOD;
}

/* FOREIGN: a post of another protocol, -1 here. */
static answer read_party(moot_reader *r, const moot_cell *cell, int32_t *out_party)
{
    const char *name = moot_reader__is_text(cell) ? moot_reader__name(r, cell->text) : NULL;
    if (name && moot_find_party(r->protocol, name) < 0 && moot_reader__elsewhere(r, moot_find_party, name)) {
        return FOREIGN;
    }
    return moot_reader__party(r, cell, out_party) ? GOOD : BAD;
}

/* CSV has no null: there, and for whoever writes it out, nowhere is a word. */
static answer read_place(events *e, const fields *f, moot_record *out)
{
    const moot_cell *place = f->known[K_PLACE];
    moot_reader *r = e->r;
    int nowhere = place->kind == MOOT_CELL_NULL ||
                  (moot_reader__is_text(place) && strcmp(place->text, "nowhere") == 0);
    int good = nowhere || moot_reader__text(r, place, &out->text);
    if (f->known[K_PROVIDER]) {
        good &= moot_reader__text(r, f->known[K_PROVIDER], &out->provider);
    }
    if (f->known[K_PAID_BY]) {
        good &= read_party(r, f->known[K_PAID_BY], &out->paid_by) != BAD;
    }
    return good ? GOOD : BAD;
}

static answer read_note(events *e, const fields *f, moot_record *out)
{
    (void)e;
    (void)f;
    (void)out;
    return GOOD;
}

/* ---- what stands in any event ---- */

int moot_reader__child(moot_reader *r, const moot_cell *cell, int32_t *out_child)
{
    const char *id;
    if (!moot_reader__name_cell(r, cell, &id)) {
        return 0;
    }
    for (int32_t i = 0; i < r->input->child_count; i++) {
        if (strcmp(r->input->children[i], id) == 0) {
            *out_child = i;
            return 1;
        }
    }
    moot_reader_say(r, MOOT_EDATA, cell->text, "the case lists no child %s under \"children\"%s", moot_reader__quote(r, id),
                    moot_reader__hint(r, id, r->input->children, (size_t)r->input->child_count));
    return 0;
}

static int read_at(moot_reader *r, const fields *f, moot_record *out)
{
    return needs(r, f, K_AT, "this event has no \"at\": when it happened, to the minute or as little as is known") &&
           moot_reader__when(r, f->known[K_AT], &out->at);
}

static int unknown_key(moot_reader *r, const moot_cell *cell, const char *name)
{
    int32_t facts = r->protocol->facts_count;
    const char **names = moot_arena_array(&r->scratch, (size_t)facts + K_COUNT, sizeof *names);
    for (int32_t i = 0; names && i < facts + K_COUNT; i++) {
        names[i] = i < K_COUNT ? key_names[i] : r->protocol->facts[i - K_COUNT].decl.name;
    }
    moot_reader_say(r, MOOT_EDATA, cell->key, "%s is neither a key of an event nor a fact of this protocol or the vocabulary%s",
                    moot_reader__quote(r, name), moot_reader__hint(r, name, names, names ? (size_t)facts + K_COUNT : 0));
    return 0;
}

static int read_extras(moot_reader *r, const fields *f, moot_record *out)
{
    moot_extra *extras = f->extra_count ? moot_arena_array(&r->input->arena, (size_t)f->extra_count, sizeof *extras) : NULL;
    int good = 1;
    if (f->extra_count && !extras) {
        moot_reader__no_memory(r);
        return 0;
    }
    for (int32_t i = 0; i < f->extra_count; i++) {
        const moot_cell *cell = f->extras[i];
        const char *name = moot_reader__name(r, cell->key);
        int32_t fact = name ? moot_find_fact(r->protocol, name) : -1;
        moot_extra *extra = &extras[out->extra_count];
        if (fact < 0 && name && moot_reader__elsewhere(r, moot_find_fact, name)) {
            r->input->set_aside++;
        } else if (fact < 0) {
            good = name ? unknown_key(r, cell, name) : 0;
        } else if (cell->kind == MOOT_CELL_NULL) {
            continue;
        } else if (moot_reader__value(r, fact, cell, &extra->value)) {
            extra->fact = fact;
            out->extra_count++;
        } else {
            good = 0;
        }
    }
    out->extras = extras;
    return good;
}

static void blank(moot_record *out)
{
    moot_when none = { MOOT_NEVER, MOOT_NEVER };
    memset(out, 0, sizeof *out);
    out->ref = out->outcome = out->fact = out->who = out->child = out->paid_by = -1;
    out->due = out->session = none;
}

/* What is left of a record that was set aside. */
static void leave_note(moot_record *record)
{
    moot_record plain;
    blank(&plain);
    plain.kind = MOOT_RECORD_NOTE;
    plain.number = record->number;
    plain.line = record->line;
    plain.at = record->at;
    plain.child = record->child;
    plain.note = record->note;
    plain.extras = record->extras;
    plain.extra_count = record->extra_count;
    *record = plain;
}

/* A whole record, except a correction's `to`. What was set aside keeps the facts recorded with it, as a note. */
static answer read_record(events *e, const fields *f, const struct kind *kind, int32_t number, moot_record *out)
{
    moot_reader *r = e->r;
    blank(out);
    out->kind = (uint8_t)kind->record;
    out->number = number;
    out->line = r->line;
    int good = read_at(r, f, out);
    answer is = kind->read ? kind->read(e, f, out) : GOOD;
    good &= read_extras(r, f, out);
    if (f->known[K_NOTE]) {
        good &= moot_reader__text(r, f->known[K_NOTE], &out->note);
    }
    if (f->known[K_CHILD]) {
        good &= moot_reader__child(r, f->known[K_CHILD], &out->child);
    }
    if (f->known[K_WHO] && is == GOOD) {
        answer who = read_party(r, f->known[K_WHO], &out->who);
        good &= who != BAD;
        /* Without its signature the word of one would speak for all (rule 11). */
        is = who == FOREIGN && kind->record == MOOT_RECORD_OUTCOME ? FOREIGN : is;
    }
    if (!good || is == BAD) {
        return BAD;
    }
    if (is == FOREIGN) {
        leave_note(out);
    }
    return is;
}

/* ---- corrections ---- */

/* Lays a correction over the event that it corrects. If it names another kind, the old kind goes with its partners. */
static void overlay(moot_reader *r, fields *base, const moot_cell *to)
{
    fields changed = { .object = to };
    add_fields(r, &changed, to);
    const struct kind *was = kind_with(base, NULL), *is = kind_with(&changed, NULL);
    for (int k = K_NOTE + 1; is && was && was != is && k < K_COUNT; k++) {
        base->known[k] = NULL;
    }
    base->object = to;
    add_fields(r, base, to);
}

static moot_record *new_record(moot_reader *r)
{
    moot_record *record = moot_arena_alloc(&r->input->arena, sizeof *record);
    if (!record) {
        moot_reader__no_memory(r);
    }
    return record;
}

/* "correct": 3. Later corrections of the same event add to earlier ones. */
static answer correct_event(events *e, const fields *f, int64_t number, moot_record *out)
{
    moot_reader *r = e->r;
    const moot_cell *to = f->known[K_TO];
    if (number < 1 || number > e->count) {
        moot_reader_say(r, MOOT_EDATA, "correct", "\"correct\" names event %lld, but this case has %d event%s",
                        (long long)number, e->count, e->count == 1 ? "" : "s");
        return BAD;
    }
    fields *base = &e->list[number - 1];
    out->ref = (int32_t)number;
    if (base->known[K_CORRECT]) {
        moot_reader_say(r, MOOT_EDATA, "correct", "event %lld is itself a correction: correct the event that it corrects once more",
                        (long long)number);
        return BAD;
    }
    if (base->bad || base->foreign) {
        return base->bad ? BAD : FOREIGN;
    }
    if (to->kind == MOOT_CELL_NULL) {
        return GOOD;
    }
    overlay(r, base, to);
    const struct kind *kind = kind_of(r, base);
    if (kind && kind->key == K_CORRECT) {
        moot_reader_say(r, MOOT_EDATA, "to", "a correction cannot turn an event into a correction");
        return BAD;
    }
    moot_record *read = kind ? new_record(r) : NULL;
    answer is = read ? read_record(e, base, kind, (int32_t)number, read) : BAD;
    out->to = read;
    return is;
}

/* "correct": "dob": a fact from the start. */
static answer correct_fact(events *e, const fields *f, const char *name, moot_record *out)
{
    moot_reader *r = e->r;
    const moot_cell *to = f->known[K_TO];
    out->ref = 0;
    answer is = find_fact(r, name, &out->fact);
    if (is != GOOD) {
        return is;
    }
    if (to->kind == MOOT_CELL_NULL) {
        return GOOD;
    }
    if (to->count != 1 || strcmp(to->cells[0].key, "value") != 0) {
        moot_reader_say(r, MOOT_EDATA, "to", "\"to\" of a corrected fact holds its \"value\" and nothing else");
        return BAD;
    }
    moot_record *read = new_record(r);
    if (!read) {
        return BAD;
    }
    *read = *out;
    read->kind = MOOT_RECORD_FACT;
    read->ref = out->fact;
    read->extras = NULL;
    read->extra_count = 0;
    read->note = NULL;
    out->to = read;
    return moot_reader__value(r, out->fact, &to->cells[0], &read->value) ? GOOD : BAD;
}

static answer read_correct(events *e, const fields *f, moot_record *out)
{
    moot_reader *r = e->r;
    const moot_cell *what = f->known[K_CORRECT], *to = f->known[K_TO];
    const char *name;
    int64_t number;
    if (!needs(r, f, K_TO, "\"correct\" needs \"to\": what was wrong as it should have read, or null if it never happened")) {
        return BAD;
    }
    if (to->kind != MOOT_CELL_NULL && to->kind != MOOT_CELL_OBJECT) {
        moot_reader_say(r, MOOT_EDATA, "to", "\"to\" is an object in braces or null, not %s", moot_reader__shown(r, to));
        return BAD;
    }
    if (moot_reader__integer(what, &number)) {
        return correct_event(e, f, number, out);
    }
    if (!moot_reader__is_text(what)) {
        moot_reader_say(r, MOOT_EDATA, "correct", "\"correct\" is the number of an event or the name of a fact, not %s",
                        moot_reader__shown(r, what));
        return BAD;
    }
    return moot_reader__name_cell(r, what, &name) ? correct_fact(e, f, name, out) : BAD;
}

/* ---- all events ---- */

static void stand_at(moot_reader *r, const moot_cell *object, int32_t i)
{
    if (object->line) {
        r->file = object->file ? object->file : r->file;
        r->line = object->line;
        r->row = object->row;
    }
    snprintf(r->where, sizeof r->where, "event %d", i + 1);
}

static void sort_cells(events *e, const moot_cell *list)
{
    for (int32_t i = 0; i < e->count; i++) {
        const moot_cell *object = &list->cells[i];
        fields *f = &e->list[i];
        stand_at(e->r, object, i);
        f->object = object;
        if (object->kind == MOOT_CELL_OBJECT) {
            add_fields(e->r, f, object);
        } else {
            moot_reader_say(e->r, MOOT_EDATA, NULL, "an event is an object in braces, not %s",
                            moot_reader__shown(e->r, object));
            f->bad = 1;
        }
    }
}

/* Everything but corrections, each in its slot; then those, which may name any of the others. */
static void read_all(events *e, const moot_cell *list, int corrections)
{
    moot_reader *r = e->r;
    for (int32_t i = 0; i < e->count; i++) {
        fields *f = &e->list[i];
        if (f->bad || corrections != (f->known[K_CORRECT] != NULL)) {
            continue;
        }
        stand_at(r, &list->cells[i], i);
        moot_record *out = &r->input->records[i];
        const struct kind *kind = kind_of(r, f);
        answer is = kind ? read_record(e, f, kind, i + 1, out) : BAD;
        if (is == GOOD && corrections) {
            is = read_correct(e, f, out);
            if (is == FOREIGN && r->other_count) {
                leave_note(out);
            }
        }
        f->bad = is == BAD;
        f->foreign = is == FOREIGN;
    }
}

/* Of what was set aside, is there nothing to keep? Beside other protocols its time counts: the case begins, and has its now, at
 * the same moment under each. */
static int leaves_nothing(const moot_reader *r, const moot_record *record)
{
    return record->kind != MOOT_RECORD_NOTE || (!record->extra_count && !r->other_count);
}

/* Closes the gaps of what was set aside with nothing left to keep. */
static void close_gaps(events *e)
{
    moot_input *input = e->r->input;
    int32_t kept = 0;
    for (int32_t i = 0; i < e->count; i++) {
        const moot_record *record = &input->records[i];
        input->set_aside += e->list[i].foreign;
        if (e->list[i].bad || (e->list[i].foreign && leaves_nothing(e->r, record))) {
            continue;
        }
        input->records[kept++] = *record;
    }
    input->record_count = kept;
}

/* The engine takes records in their order in time (rule 2); that the file has another is worth a word. */
static void warn_of_order(moot_reader *r)
{
    const moot_input *input = r->input;
    const moot_record *latest = NULL;
    int32_t first[2] = { 0, 0 };
    int pairs = 0;
    for (int32_t i = 0; i < input->record_count; i++) {
        const moot_record *record = &input->records[i];
        if (latest && record->at.hi < latest->at.lo) {
            if (pairs++ == 0) {
                first[0] = latest->number;
                first[1] = record->number;
            }
        } else if (!latest || record->at.lo > latest->at.lo) {
            latest = record;
        }
    }
    if (pairs == 1) {
        moot_reader__warn(r, "events %d and %d are out of order: sorted", (int)first[0], (int)first[1]);
    } else if (pairs > 1) {
        moot_reader__warn(r, "events %d and %d are out of order, and %d more: sorted", (int)first[0], (int)first[1],
                          pairs - 1);
    }
}

void moot_reader__events(moot_reader *r, const moot_cell *list)
{
    events e = { r, NULL, list->count };
    const char *file = r->file;
    int32_t line = r->line, row = r->row;
    e.list = moot_arena_array(&r->scratch, (size_t)list->count, sizeof *e.list);
    r->input->records = moot_arena_array(&r->input->arena, (size_t)list->count, sizeof *r->input->records);
    if (!e.list || !r->input->records) {
        moot_reader__no_memory(r);
        return;
    }
    sort_cells(&e, list);
    read_all(&e, list, 0);
    read_all(&e, list, 1);
    close_gaps(&e);
    r->file = file;
    r->line = line;
    r->row = row;
    r->where[0] = '\0';
    warn_of_order(r);
}
