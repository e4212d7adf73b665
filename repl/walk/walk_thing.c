/* What a name of the protocol is: help on the things that a walk speaks of, as help on words is on its words. */
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "repl/cli/clause.h"
#include "repl/walk/tell.h"
#include "repl/walk/walk_internal.h"
#include "vm/protocol/protocol_show.h"

typedef void tell_more(moot_walk *walk, int32_t i, moot_buf *out);

/* ---- what each kind has to say ---- */

static void tell_owner(moot_walk *walk, const moot_owner *owner, const char *before, moot_buf *out)
{
    if (owner->kind != MOOT_OWNER_NONE) {
        moot_buf_str(out, before);
        moot_owner_show(walk->protocol, owner, out);
        moot_buf_char(out, '\n');
    }
}

static void tell_stage(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_protocol *p = walk->protocol;
    const moot_stage *s = &p->stages[i];
    tell_owner(walk, &s->owner, "    for ", out);
    if (s->on >= 0) {
        moot_buf_str(out, "    begins on ");
        moot_trigger_show(p, s->on, out);
        moot_buf_char(out, '\n');
    }
    for (int32_t k = 0; k < s->outcomes.count; k++) {
        moot_buf_printf(out, "%s%s%s", k ? ", " : "    can end: ", p->outcomes[s->outcomes.first + k].decl.name,
                        k + 1 == s->outcomes.count ? "\n" : "");
    }
}

static void tell_outcome(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_outcome *o = &walk->protocol->outcomes[i];
    moot_buf_printf(out, "    of stage \"%s\"", walk->protocol->stages[o->stage].decl.name);
    if (o->when != MOOT_NO_COND) {
        moot_buf_str(out, ", when ");
        moot_cond_show(walk->protocol, o->when, out);
    }
    moot_buf_char(out, '\n');
}

static void tell_clock(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_clock_rule *rule = &walk->protocol->clocks[i];
    tell_owner(walk, &rule->owner, "    for ", out);
    moot_buf_str(out, "    time: ");
    size_t before = out->len;
    moot_clock_rule_show(walk->protocol, i, out);
    moot_buf_str(out, out->len == before ? "the text sets none" : "");
    if (rule->from >= 0) {
        moot_buf_str(out, ", from ");
        moot_trigger_show(walk->protocol, rule->from, out);
    }
    moot_buf_char(out, '\n');
}

static void tell_fact(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_protocol *p = walk->protocol;
    const moot_fact *f = &p->facts[i];
    moot_buf_printf(out, "    %s%s%s\n", f->ask ? f->ask : "", f->ask ? " " : "", moot_type_text((moot_type)f->type));
    for (int32_t k = 0; k < f->options.count; k++) {
        moot_buf_printf(out, "%s%s%s", k ? ", " : "    one of: ", moot_symbol(p, moot_span_at(p, f->options, k)),
                        k + 1 == f->options.count ? "\n" : "");
    }
    if (walk->now != MOOT_NEVER && !f->per_child) {
        moot_buf_printf(out, "    %s now: ", f->decl.name);
        moot_value now = moot_fact_value(&p->rules, &walk->c.facts, i, -1, NULL);
        if (moot_known(now)) {
            moot_value_show(p, now, out);
        } else {
            moot_buf_str(out, "unknown");
        }
        moot_buf_char(out, '\n');
    }
}

static void tell_reading(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_protocol *p = walk->protocol;
    const moot_reading *r = &p->readings[i];
    moot_buf_printf(out, "    read as: %s; it could be: ", moot_symbol(p, r->chosen));
    moot_reading_others_show(p, r, ", ", out);
    moot_buf_char(out, '\n');
}

static void tell_party(moot_walk *walk, int32_t i, moot_buf *out)
{
    const moot_party *party = &walk->protocol->parties[i];
    if (party->service >= 0) {
        moot_buf_printf(out, "    of %s\n", walk->protocol->parties[party->service].decl.name);
    }
}

/* ---- by name ---- */

#define KINDS(X)                                                                                                       \
    X(stages, "stage", tell_stage) X(outcomes, "outcome", tell_outcome) X(clocks, "deadline", tell_clock)              \
    X(facts, "fact", tell_fact) X(events, "event", NULL) X(readings, "reading", tell_reading) X(params, "param", NULL) \
    X(parties, "role", tell_party) X(panels, "panel", NULL) X(notices, "notice", NULL)                      \
    X(entitlements, "entitlement", NULL)

static int tell_kind(moot_walk *walk, const name_table *names, const char *name, tell_more *more, moot_buf *out)
{
    int told = 0;
    for (int32_t i = 0; i < names->count; i++) {
        const char *row = (const char *)names->rows + (size_t)i * names->size;
        const moot_decl *decl = (const moot_decl *)(const void *)row;
        if (strcasecmp(decl->name, name) != 0) {
            continue;
        }
        int service = names->rows == walk->protocol->parties && walk->protocol->parties[i].kind == MOOT_PARTY_SERVICE;
        moot_buf_printf(out, "%s \"%s\"", service ? "service" : names->kind, decl->name);
        moot_tell_clause(walk->protocol, decl->clause, out);
        moot_buf_printf(out, decl->line ? "  %s:%" PRId32 "\n" : "\n", decl->file, decl->line);
        if (more) {
            more(walk, i, out);
        }
        if (walk->script && decl->clause[0]) {
            (void)moot_clause_text(walk->script, walk->protocol->clause_file, decl->clause, out);
        }
        told++;
    }
    return told;
}

int walk_thing(moot_walk *walk, const char *name, moot_buf *out)
{
    int told = 0;
#define X(table, word, more)                                          \
    {                                                                 \
        const name_table names = WALK_TABLE(walk, word, table);       \
        told += tell_kind(walk, &names, name, more, out);             \
    }
    KINDS(X)
#undef X
    return told + walk_clause(walk, name, out);
}

const char *walk_thing_name(const moot_walk *walk, int32_t i)
{
#define X(table, word, more)                                    \
    {                                                           \
        const name_table names = WALK_TABLE(walk, word, table); \
        if (i < names.count) {                                  \
            return name_at(&names, i);                          \
        }                                                       \
        i -= names.count;                                       \
    }
    KINDS(X)
#undef X
    return NULL;
}

/* The line of the stage that began last and is open; else of the first. */
static int line_in_hand(const moot_walk *walk)
{
    for (int32_t i = walk->now == MOOT_NEVER ? 0 : walk->c.visits_count; i > 0; i--) {
        if (moot_visit_open(&walk->c.visits[i - 1])) {
            return walk->protocol->stages[walk->c.visits[i - 1].stage].decl.line;
        }
    }
    return walk->protocol->stages_count ? walk->protocol->stages[0].decl.line : 1;
}

int moot_walk_line_in_hand(moot_walk *walk, const char *name)
{
    if (!name[0]) {
        return line_in_hand(walk);
    }
#define X(table, word, more)                                                \
    for (int32_t i = 0; i < walk->protocol->table##_count; i++) {           \
        if (strcasecmp(walk->protocol->table[i].decl.name, name) == 0) {    \
            return walk->protocol->table[i].decl.line;                      \
        }                                                                   \
    }
    KINDS(X)
#undef X
    return 0;
}
