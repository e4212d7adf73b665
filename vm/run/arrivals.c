#include "vm/run/arrivals.h"

#include <math.h>
#include <string.h>

#include "vm/base/hash.h"
#include "vm/base/random.h"

#define MINUTES_A_YEAR 525960.0 /* of 365.25 days: as moot fit counts them */

enum { PURPOSE_GAP = 1, PURPOSE_LIKE };

/* What a row says of a fact, in names. */
typedef struct said {
    const char *fact, *option; /* option: NULL, the value is no symbol */
    uint8_t type;
    int64_t value;
} said;

typedef struct stream {
    moot_arrivals_row row;
    uint64_t name;
    const said *facts;
    int32_t fact_count;
} stream;

struct moot_arrivals {
    stream *streams;
    moot_arrivals_row *rows;
    int32_t count, case_count;
    moot_instant from, to;
    moot_arena arena;
};

/* ---- the caseload ---- */

/* The event that a case begins with; NULL: it never does. */
static const moot_record *first_event(const moot_input *input)
{
    for (int32_t i = 0; i < input->record_count; i++) {
        if (input->records[i].kind == MOOT_RECORD_EVENT) {
            return &input->records[i];
        }
    }
    return NULL;
}

/* A fact as a case begins: of the applicant, or with the first event. */
static moot_value begins_with(const moot_input *input, int32_t fact)
{
    const moot_record *first = first_event(input);
    for (int32_t i = 0; first && i < first->extra_count; i++) {
        if (first->extras[i].fact == fact) {
            return first->extras[i].value;
        }
    }
    return input->values ? input->values[fact] : moot_unknown();
}

static int may_be_like(const moot_assume *a, const moot_assumed *row, const moot_input *input)
{
    const moot_record *first = first_event(input);
    if (input->record_count > 0 && (!first || first->ref != row->ref)) {
        return 0;
    }
    for (int32_t i = 0; i < row->facts.count; i++) {
        const moot_assumed_test *test = &a->tests[row->facts.first + i];
        moot_value v = begins_with(input, test->fact);
        if (moot_known(v) && v.a != test->low) {
            return 0;
        }
    }
    return 1;
}

static int find_likes(moot_arrivals *arrivals, const moot_assume *a, const moot_assumed *row, const moot_input *inputs, int32_t count,
                      moot_arrivals_row *out)
{
    int32_t *like = moot_arena_array(&arrivals->arena, (size_t)count + 1, sizeof *like);
    for (int32_t i = 0; like && i < count; i++) {
        if (may_be_like(a, row, &inputs[i])) {
            like[out->like_count++] = i;
        }
    }
    out->like = like;
    return like != NULL;
}

/* ---- making ---- */

static int say_facts(moot_arrivals *arrivals, const moot_assume *a, const moot_assumed *row, stream *s)
{
    const moot_protocol *p = a->protocol;
    said *list = moot_arena_array(&arrivals->arena, (size_t)row->facts.count + 1, sizeof *list);
    for (int32_t i = 0; list && i < row->facts.count; i++) {
        const moot_assumed_test *test = &a->tests[row->facts.first + i];
        const moot_fact *fact = &p->facts[test->fact];
        int is_option = fact->type == MOOT_T_ONE_OF;
        said x = { moot_arena_str(&arrivals->arena, fact->decl.name),
                   is_option ? moot_arena_str(&arrivals->arena, moot_symbol(p, (int32_t)test->low)) : NULL, fact->type, test->low };
        if (!x.fact || (is_option && !x.option)) {
            return 0;
        }
        list[s->fact_count++] = x;
    }
    s->facts = list;
    return list != NULL;
}

static int add_stream(moot_arrivals *arrivals, const moot_assume *a, const moot_assumed *row, const moot_input *inputs, int32_t count)
{
    stream *s = &arrivals->streams[arrivals->count];
    const char *event = moot_arena_str(&arrivals->arena, a->protocol->events[row->ref].decl.name);
    if (!event) {
        return 0;
    }
    s->row = (moot_arrivals_row){ .event = event, .nth = 1, .per_year = row->per_year };
    for (int32_t i = 0; i < arrivals->count; i++) {
        s->row.nth += strcmp(arrivals->streams[i].row.event, event) == 0;
    }
    s->name = moot_model_key("arrivals", event);
    if (!say_facts(arrivals, a, row, s) || !find_likes(arrivals, a, row, inputs, count, &s->row)) {
        return 0;
    }
    arrivals->rows[arrivals->count++] = s->row;
    return 1;
}

static moot_code nothing_assumed(const moot_protocol *p, const moot_input *inputs, int32_t count, moot_err *err)
{
    const char *event = p->events_count > 0 ? p->events[0].decl.name : "";
    for (int32_t i = count - 1; i >= 0; i--) {
        const moot_record *first = first_event(&inputs[i]);
        event = first ? p->events[first->ref].decl.name : event;
    }
    return moot_fail(err, MOOT_EDATA, "nothing is assumed of how many come; a line such as this says it: "
                     "assume { arrivals = \"%.80s\", per_year = 12, source = \"assumed\" }", event);
}

static moot_code check_ids(const moot_arrivals *arrivals, const moot_input *inputs, int32_t count, moot_err *err)
{
    for (int32_t i = 0; i < count; i++) {
        for (int32_t k = 0; k < arrivals->count && inputs[i].id[0] == '+'; k++) {
            size_t len = strlen(arrivals->rows[k].event);
            if (strncmp(inputs[i].id + 1, arrivals->rows[k].event, len) == 0 && inputs[i].id[len + 1] == '-') {
                return moot_fail(err, MOOT_EDATA, "the case \"%.80s\" of the caseload is called as those are who come: it came in an "
                                 "earlier run; give a caseload of its own", inputs[i].id);
            }
        }
    }
    return MOOT_OK;
}

static moot_code make(moot_arrivals *arrivals, const moot_assume *a, const moot_input *inputs, int32_t count, moot_err *err)
{
    arrivals->streams = moot_arena_array(&arrivals->arena, (size_t)a->rows_count + 1, sizeof *arrivals->streams);
    arrivals->rows = moot_arena_array(&arrivals->arena, (size_t)a->rows_count + 1, sizeof *arrivals->rows);
    if (!arrivals->streams || !arrivals->rows) {
        return moot_fail_memory(err);
    }
    for (int32_t i = 0; i < a->rows_count; i++) {
        if (a->rows[i].kind == MOOT_ASSUMED_ARRIVALS && !add_stream(arrivals, a, &a->rows[i], inputs, count)) {
            return moot_fail_memory(err);
        }
    }
    return arrivals->count > 0 ? check_ids(arrivals, inputs, count, err) : nothing_assumed(a->protocol, inputs, count, err);
}

moot_code moot_arrivals_new(const moot_model *model, const moot_input *inputs, int32_t count, moot_day first, moot_day last,
                            moot_arrivals **out_arrivals, moot_err *err)
{
    const moot_assume *a = model->assume;
    moot_arrivals *arrivals = moot_calloc(1, sizeof *arrivals);
    if (!arrivals) {
        return moot_fail_memory(err);
    }
    moot_arena_init(&arrivals->arena);
    arrivals->case_count = count;
    arrivals->from = moot_day_start(a->protocol->zone, first);
    arrivals->to = moot_day_end(a->protocol->zone, last);
    moot_code code = make(arrivals, a, inputs, count, err);
    if (code != MOOT_OK) {
        moot_arrivals_free(arrivals);
        return code;
    }
    *out_arrivals = arrivals;
    return MOOT_OK;
}

void moot_arrivals_free(moot_arrivals *arrivals)
{
    if (arrivals) {
        moot_arena_done(&arrivals->arena);
        moot_free(arrivals);
    }
}

int32_t moot_arrivals_rows(const moot_arrivals *arrivals, const moot_arrivals_row **out_list)
{
    *out_list = arrivals->rows;
    return arrivals->count;
}

/* ---- who comes ---- */

void moot_arrived_init(moot_arrived *arrived)
{
    memset(arrived, 0, sizeof *arrived);
    moot_arena_init(&arrived->arena);
}

void moot_arrived_done(moot_arrived *arrived)
{
    moot_free(arrived->list);
    moot_arena_done(&arrived->arena);
    moot_arrived_init(arrived);
}

static const char *id_of(const stream *s, uint32_t nth, moot_arena *arena)
{
    moot_buf text;
    moot_buf_init(&text);
    moot_buf_printf(&text, "+%s-%d-%u", s->row.event, (int)s->row.nth, (unsigned)nth);
    const char *id = moot_buf_ok(&text) ? moot_arena_str(arena, moot_buf_text(&text)) : NULL;
    moot_buf_done(&text);
    return id;
}

static moot_code add_arrival(moot_arrived *out, const stream *s, int32_t row, moot_draw_key key, moot_instant at, moot_err *err)
{
    if (out->count == MOOT_ARRIVALS_MOST) {
        return moot_fail(err, MOOT_ELIMIT, "over %d cases come in one world: let fewer come a year, or for a shorter time",
                         MOOT_ARRIVALS_MOST);
    }
    const char *id = id_of(s, key.attempt + 1, &out->arena);
    if (!id || !moot_grow((void **)&out->list, &out->cap, (size_t)out->count + 1, sizeof *out->list)) {
        return moot_fail_memory(err);
    }
    key.purpose = PURPOSE_LIKE;
    int32_t like = s->row.like_count > 0 ? s->row.like[moot_draw_below(&key, (uint32_t)s->row.like_count)] : -1;
    out->list[out->count++] = (moot_arrival){ id, row, like, at };
    return MOOT_OK;
}

/* Minutes to the next, by inversion; not rounded, so that moments and not gaps are. */
static double gap_of(const stream *s, const moot_draw_key *key)
{
    double share = ((double)(moot_draw(key) >> 12) + 0.5) * (1.0 / 4503599627370496.0); /* never 0 and never 1 */
    return -MINUTES_A_YEAR * 1000 / (double)s->row.per_year * log1p(-share);
}

static moot_code draw_stream(const moot_arrivals *arrivals, int32_t row, uint64_t seed, uint64_t replicate, moot_arrived *out,
                             moot_err *err)
{
    const stream *s = &arrivals->streams[row];
    const double last = (double)(arrivals->to - arrivals->from) / 60;
    moot_draw_key key = { seed, replicate, moot_mix64(s->name, (uint64_t)s->row.nth), s->name, PURPOSE_GAP, (uint32_t)s->row.nth, 0 };
    moot_code code = MOOT_OK;
    for (double minutes = gap_of(s, &key); minutes <= last && !code; minutes += gap_of(s, &key)) {
        code = add_arrival(out, s, row, key, arrivals->from + 60 * (moot_instant)minutes, err);
        key.attempt++;
    }
    return code;
}

moot_code moot_arrived_draw(const moot_arrivals *arrivals, uint64_t seed, uint64_t replicate, moot_arrived *out, moot_err *err)
{
    moot_code code = MOOT_OK;
    out->count = 0;
    moot_arena_clear(&out->arena);
    for (int32_t i = 0; i < arrivals->count && !code; i++) {
        code = draw_stream(arrivals, i, seed, replicate, out, err);
    }
    return code;
}

/* ---- as a protocol has them ---- */

typedef struct joining {
    const moot_arrivals *arrivals;
    const moot_protocol *p;
    const moot_input *inputs;
    int32_t *events; /* per row: of the protocol, -1 */
    moot_extra **facts;
    int32_t *fact_counts;
    moot_arena *arena;
} joining;

void moot_crowd_init(moot_crowd *crowd)
{
    memset(crowd, 0, sizeof *crowd);
    moot_arena_init(&crowd->arena);
}

void moot_crowd_done(moot_crowd *crowd)
{
    moot_free(crowd->list);
    moot_arena_done(&crowd->arena);
    moot_crowd_init(crowd);
}

/* What a protocol does not know, or has as another type, it is not told. */
static int name_facts(joining *j, int32_t row)
{
    const stream *s = &j->arrivals->streams[row];
    moot_extra *list = j->facts[row] = moot_arena_array(j->arena, (size_t)s->fact_count + 1, sizeof *list);
    for (int32_t i = 0; list && i < s->fact_count; i++) {
        const said *x = &s->facts[i];
        int32_t fact = moot_find_fact(j->p, x->fact);
        int64_t value = x->option ? moot_names_find(&j->p->symbols, x->option) : x->value;
        if (fact >= 0 && j->p->facts[fact].type == x->type && (!x->option || value >= 0)) {
            moot_value v = x->type == MOOT_T_YESNO ? moot_value_yesno(value != 0) : moot_value_of((moot_type)x->type, value, 0);
            list[j->fact_counts[row]++] = (moot_extra){ fact, v };
        }
    }
    return list != NULL;
}

static int name_rows(joining *j)
{
    size_t count = (size_t)j->arrivals->count;
    j->events = moot_arena_array(j->arena, count, sizeof *j->events);
    j->facts = moot_arena_array(j->arena, count, sizeof *j->facts);
    j->fact_counts = moot_arena_array(j->arena, count, sizeof *j->fact_counts);
    int good = j->events && j->facts && j->fact_counts;
    for (int32_t i = 0; i < j->arrivals->count && good; i++) {
        j->events[i] = moot_find_event(j->p, j->arrivals->rows[i].event);
        good = name_facts(j, i);
    }
    return good;
}

/* So many days later, at the same time by the clock. */
static moot_instant later(const moot_zone *zone, moot_instant at, moot_day days)
{
    if (at == MOOT_NEVER || at == MOOT_ALWAYS || days == 0) {
        return at;
    }
    moot_day day = moot_day_clamp((int64_t)moot_day_at(zone, at) + days);
    (void)moot_instant_of(zone, day, moot_second_of_day(zone, at), &at, NULL);
    return at;
}

#define HALF_A_YEAR 182

/* Of a date a year or more before the case began: as long after its last anniversary, or before its next, whichever is nearer. Who
 * comes on its 18th birthday has like ones that do; by days alone leap years would make some of them 17. */
static moot_day day_later(moot_day date, moot_day began, moot_day days)
{
    int years = moot_age_on(date, began, MOOT_LEAP_1_MARCH);
    if (years < 1 || days == 0) {
        return moot_day_clamp((int64_t)date + days);
    }
    moot_day last = moot_birthday(date, years, MOOT_LEAP_1_MARCH), next = moot_birthday(date, years + 1, MOOT_LEAP_1_MARCH);
    return began - last <= HALF_A_YEAR ? moot_add_months(moot_day_clamp((int64_t)last + days), -12 * years)
                                       : moot_add_months(moot_day_clamp((int64_t)next + days), -12 * (years + 1));
}

static moot_value value_later(const moot_zone *zone, moot_value v, moot_day began, moot_day days)
{
    if (v.type == MOOT_T_DATE) {
        moot_day first = day_later((moot_day)v.a, began, days), last = day_later((moot_day)v.b, began, days);
        v.a = first;
        v.b = last < first ? first : last;
    } else if (v.type == MOOT_T_INSTANT) {
        v.a = later(zone, v.a, days);
        v.b = later(zone, v.b, days);
    }
    return v;
}

/* Of the applicant, or of a child (-1: of all of them, where each has it). */
static void put_value(const joining *j, moot_input *out, const moot_extra *x, int32_t child)
{
    size_t facts = (size_t)j->p->facts_count;
    if (child >= 0) {
        out->values[(1 + (size_t)child) * facts + (size_t)x->fact] = x->value;
        return;
    }
    out->values[x->fact] = x->value;
    for (int32_t i = 0; j->p->facts[x->fact].per_child && i < out->child_count; i++) {
        out->values[(1 + (size_t)i) * facts + (size_t)x->fact] = x->value;
    }
}

static int copy_values(const joining *j, const moot_input *like, int32_t row, moot_day days, moot_input *out)
{
    const moot_record *first = like ? first_event(like) : NULL;
    moot_day began = first ? moot_day_at(j->p->zone, first->at.lo) : 0;
    size_t facts = (size_t)j->p->facts_count, count = facts * (1 + (size_t)out->child_count);
    out->values = moot_arena_array(j->arena, count + 1, sizeof *out->values);
    if (!out->values) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        out->values[i] = like && like->values ? value_later(j->p->zone, like->values[i], began, days) : moot_unknown();
    }
    for (int32_t i = 0; first && i < first->extra_count; i++) {
        const moot_extra x = { first->extras[i].fact, value_later(j->p->zone, first->extras[i].value, began, days) };
        put_value(j, out, &x, first->child);
    }
    for (int32_t i = 0; i < j->fact_counts[row]; i++) {
        put_value(j, out, &j->facts[row][i], -1);
    }
    return 1;
}

static int copy_spells(const joining *j, const moot_input *like, moot_day days, moot_input *out)
{
    const moot_zone *zone = j->p->zone;
    out->spell_count = like->spell_count;
    out->spells = moot_arena_array(j->arena, (size_t)like->spell_count + 1, sizeof *out->spells);
    for (int32_t i = 0; out->spells && i < like->spell_count; i++) {
        const moot_spell *s = &like->spells[i];
        out->spells[i] = (moot_spell){ s->fact, s->child, later(zone, s->from_lo, days), later(zone, s->from_hi, days),
                                       later(zone, s->to_lo, days), later(zone, s->to_hi, days) };
    }
    return out->spells != NULL;
}

static int begin_with(const joining *j, const moot_arrival *x, moot_input *out)
{
    int32_t event = j->events[x->row];
    moot_record *r = moot_arena_array(j->arena, 1, sizeof *r);
    if (r && event >= 0) {
        *r = (moot_record){ .kind = MOOT_RECORD_EVENT, .number = 1, .at = moot_when_at(x->at), .ref = event, .outcome = -1,
                            .fact = -1, .who = -1, .child = -1, .due = moot_when_at(MOOT_NEVER), .session = moot_when_at(MOOT_NEVER),
                            .paid_by = -1 };
        out->records = r;
        out->record_count = 1;
    }
    return r != NULL;
}

static int join_one(const joining *j, const moot_arrival *x, moot_input *out)
{
    const moot_input *like = x->like >= 0 ? &j->inputs[x->like] : NULL;
    const moot_record *first = like ? first_event(like) : NULL;
    moot_day days = first ? moot_day_at(j->p->zone, x->at) - moot_day_at(j->p->zone, first->at.lo) : 0;
    memset(out, 0, sizeof *out);
    out->id = x->id;
    out->generated = like ? like->generated : "assumptions";
    out->children = like ? like->children : NULL;
    out->child_count = like ? like->child_count : 0;
    return copy_values(j, like, x->row, days, out) && (!like || copy_spells(j, like, days, out)) && begin_with(j, x, out);
}

moot_code moot_crowd_join(const moot_arrivals *arrivals, const moot_arrived *arrived, const moot_protocol *protocol,
                          const moot_input *inputs, moot_crowd *out, moot_err *err)
{
    joining j = { .arrivals = arrivals, .p = protocol, .inputs = inputs, .arena = &out->arena };
    size_t own = (size_t)arrivals->case_count, count = own + (size_t)arrived->count;
    moot_arena_clear(&out->arena);
    out->count = 0;
    if (!name_rows(&j) || !moot_grow((void **)&out->list, &out->cap, count + 1, sizeof *out->list)) {
        return moot_fail_memory(err);
    }
    if (own > 0) {
        memcpy(out->list, inputs, own * sizeof *inputs);
    }
    for (int32_t i = 0; i < arrived->count; i++) {
        if (!join_one(&j, &arrived->list[i], &out->list[own + (size_t)i])) {
            return moot_fail_memory(err);
        }
    }
    out->count = (int32_t)count;
    return MOOT_OK;
}
