#include "reader_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void must(int good, const char *what)
{
    if (!good) {
        fprintf(stderr, "the test's protocol: %s\n", what);
        abort();
    }
}

/* ---- the protocol ---- */

static moot_span options(moot_protocol *p, const char *const *words, int32_t count)
{
    moot_span span = { p->ints_count, count };
    for (int32_t i = 0; i < count; i++) {
        int symbol = moot_names_add(&p->symbols, words[i]);
        must(symbol >= 0 && moot_protocol_add_int(p, symbol) >= 0, "options");
    }
    return span;
}

static moot_fact *add_fact(moot_protocol *p, const char *name, moot_type type)
{
    moot_fact *fact = moot_protocol_add_fact(p);
    must(fact != NULL, "fact");
    memset(fact, 0, sizeof *fact);
    moot_decl_blank(&fact->decl);
    fact->decl.name = name;
    fact->type = (uint8_t)type;
    fact->overridden_by = MOOT_NO_COND;
    fact->decision = -1;
    return fact;
}

static void add_facts(moot_protocol *p)
{
    static const char *const sexes[] = { "female", "male" };
    static const char *const needs[] = { "drugs", "mental_health", "offending" };
    static const char *const states[] = { "not asked", "asked", "given", "refused", "withdrawn" };
    add_fact(p, "dob", MOOT_T_DATE);
    p->dob_fact = 0;
    add_fact(p, "in_need", MOOT_T_YESNO);
    add_fact(p, "known_to_service", MOOT_T_YESNO);
    add_fact(p, "sex", MOOT_T_ONE_OF)->options = options(p, sexes, 2);
    add_fact(p, "support", MOOT_T_SET)->options = options(p, needs, 3);
    moot_fact *visits = add_fact(p, "visits", MOOT_T_INTEGER);
    visits->max = 30;
    add_fact(p, "rent", MOOT_T_MONEY)->max = 1000000;
    add_fact(p, "moved_in", MOOT_T_INSTANT);
    add_fact(p, "school", MOOT_T_TEXT);
    add_fact(p, "caseworker", MOOT_T_PARTY);
    add_fact(p, "notice_given", MOOT_T_DURATION);
    add_fact(p, "looked after", MOOT_T_SPELLS);
    add_fact(p, "care", MOOT_T_CONSENT)->options = options(p, states, 5);
    add_fact(p, "duty", MOOT_T_YESNO)->source = MOOT_FACT_SET;
}

static void add_parties(moot_protocol *p)
{
    static const char *const names[] = { "Stockport Family", "Social worker", "Housing Options Officer" };
    for (size_t i = 0; i < MOOT_COUNT(names); i++) {
        moot_party *party = moot_protocol_add_party(p);
        must(party != NULL, "party");
        moot_decl_blank(&party->decl);
        party->decl.name = names[i];
        party->kind = i == 0 ? MOOT_PARTY_SERVICE : MOOT_PARTY_ROLE;
        party->service = i == 0 ? -1 : 1;
        party->cover = -1;
    }
}

static void add_stage(moot_protocol *p)
{
    static const char *const outcomes[] = { "still homeless", "returned home" };
    moot_trigger *trigger = moot_protocol_blank_trigger(p);
    must(trigger != NULL, "trigger");
    trigger->kind = MOOT_ON_EVENT;
    trigger->use = MOOT_USE_STAGE;
    trigger->use_id = 0;
    trigger->ref = 0;
    moot_stage *stage = moot_protocol_blank_stage(p);
    must(stage != NULL, "stage");
    stage->decl.name = "mediation";
    stage->decl.clause = "3.5/1";
    stage->on = 0;
    stage->duty = "to mediate";
    stage->outcomes.first = 0;
    stage->outcomes.count = 2;
    for (size_t i = 0; i < MOOT_COUNT(outcomes); i++) {
        moot_outcome *outcome = moot_protocol_blank_outcome(p);
        must(outcome != NULL, "outcome");
        outcome->decl.name = outcomes[i];
        outcome->stage = 0;
    }
}

static void add_clock(moot_protocol *p)
{
    moot_operand *within = moot_protocol_add_operand(p);
    must(within != NULL, "operand");
    within->kind = MOOT_OPERAND_CONST;
    within->reading = -1;
    within->value = moot_value_of(MOOT_T_DURATION, 48, MOOT_HOURS);
    moot_clock_rule *clock = moot_protocol_blank_clock(p);
    must(clock != NULL, "clock");
    clock->decl.name = "joint assessment";
    clock->decl.clause = "3.7/1";
    clock->stage = 0;
    clock->within = 0;
    clock->owner.kind = MOOT_OWNER_ALL;
    clock->owner.parties.first = moot_protocol_add_int(p, 2);
    clock->owner.parties.count = 1;
    p->stages[0].clocks.first = moot_protocol_add_int(p, 0);
    p->stages[0].clocks.count = 1;
}

static void add_others(moot_protocol *p)
{
    moot_event *event = moot_protocol_add_event(p);
    must(event != NULL, "event");
    moot_decl_blank(&event->decl);
    event->decl.name = "presents homeless";
    moot_notice *notice = moot_protocol_add_notice(p);
    must(notice != NULL, "notice");
    moot_decl_blank(&notice->decl);
    notice->decl.name = "decision letter";
    moot_panel *panel = moot_protocol_add_panel(p);
    must(panel != NULL, "panel");
    memset(panel, 0, sizeof *panel);
    moot_decl_blank(&panel->decl);
    panel->decl.name = "access panel";
    panel->first = MOOT_DAY_MIN;
    panel->chair = -1;
}

static void add_calendar(moot_protocol *p)
{
    moot_err err;
    moot_zone *zone = NULL;
    moot_err_init(&err);
    must(moot_zone_load("Europe/London", &zone, &err) == MOOT_OK, err.msg);
    p->zone = zone;
    p->calendars = moot_calloc(1, sizeof *p->calendars);
    must(p->calendars != NULL, "calendar");
    must(moot_calendar_new(zone, "", &p->calendars[0], &err) == MOOT_OK, err.msg);
    p->calendars_count = 1;
    must(moot_calendar_freeze(p->calendars[0], &err) == MOOT_OK, err.msg);
}

moot_protocol *reader_protocol(void)
{
    moot_protocol *p = NULL;
    moot_err err;
    moot_err_init(&err);
    must(moot_protocol_new("test-2018", &p, &err) == MOOT_OK, err.msg);
    add_calendar(p);
    add_parties(p);
    add_facts(p);
    add_others(p);
    add_stage(p);
    add_clock(p);
    must(moot_protocol_freeze(p, &err) == MOOT_OK, err.msg);
    return p;
}

/* ---- files ---- */

const char *reader_file(const char *name, const char *text, size_t len)
{
    static char path[8][300];
    static int turn;
    const char *folder = getenv("TMPDIR");
    char *out = path[turn++ % 8];
    snprintf(out, sizeof path[0], "%s/moot-test-%ld-%s", folder ? folder : "/tmp", (long)getpid(), name);
    char *slash = strrchr(out, '/');
    if (strchr(name, '/')) {
        *slash = '\0';
        mkdir(out, 0700);
        *slash = '/';
    }
    FILE *file = fopen(out, "wb");
    must(file && fwrite(text, 1, len, file) == len && fclose(file) == 0, "a file");
    return out;
}

/* ---- showing ---- */

void reader_told(const moot_errs *errs, moot_buf *out)
{
    for (size_t i = 0; i < errs->count; i++) {
        moot_err err = errs->list[i];
        const char *slash = strrchr(err.file, '/');
        if (slash) {
            memmove(err.file, slash + 1, strlen(slash));
        }
        char *own = strstr(err.file, "moot-test-");
        if (own) {
            char *name = strchr(own + strlen("moot-test-"), '-') + 1;
            memmove(err.file, name, strlen(name) + 1);
        }
        moot_err_format(&err, NULL, 0, out);
    }
    if (errs->dropped) {
        moot_buf_printf(out, "and %zu more\n", errs->dropped);
    }
}

static void show_when(const moot_protocol *p, moot_when when, moot_buf *out)
{
    char text[64];
    moot_buf_str(out, when.lo == MOOT_NEVER ? "never" : moot_when_text(p->zone, when, text, sizeof text));
}

/* Who took part in it, and what else the record brought along. */
static void show_parties(const moot_protocol *p, const moot_record *r, moot_buf *out)
{
    if (r->provider) {
        moot_buf_printf(out, " by %s", r->provider);
    }
    if (r->paid_by >= 0) {
        moot_buf_printf(out, " paid by %s", p->parties[r->paid_by].decl.name);
    }
    if (r->who >= 0) {
        moot_buf_printf(out, " who %s", p->parties[r->who].decl.name);
    }
    if (r->child >= 0) {
        moot_buf_printf(out, " child %d", r->child);
    }
    if (r->note) {
        moot_buf_printf(out, " note %s", r->note);
    }
    for (int32_t i = 0; i < r->extra_count; i++) {
        moot_buf_printf(out, " +%s=", p->facts[r->extras[i].fact].decl.name);
        moot_value_json(p, r->extras[i].value, out);
    }
}

static void show_record(const moot_protocol *p, const moot_record *r, moot_buf *out)
{
    static const char *const kinds[] = { "event", "outcome", "deadline", "fact", "consent", "panel", "notice", "place", "correct",
                                         "note" };
    moot_buf_printf(out, " [%d ", r->number);
    show_when(p, r->at, out);
    moot_buf_printf(out, " %s", kinds[r->kind]);
    if (r->ref >= 0) {
        moot_buf_printf(out, " %d", r->ref);
    }
    if (r->outcome >= 0) {
        moot_buf_printf(out, "/%d", r->outcome);
    }
    if (r->fact >= 0) {
        moot_buf_printf(out, " %s", p->facts[r->fact].decl.name);
    }
    if (r->kind == MOOT_RECORD_DEADLINE || r->kind == MOOT_RECORD_NOTICE) {
        moot_buf_printf(out, " met=%d", r->met);
    }
    if (r->kind == MOOT_RECORD_FACT || r->kind == MOOT_RECORD_CONSENT) {
        moot_buf_str(out, " = ");
        if (moot_known(r->value)) {
            moot_value_json(p, r->value, out);
        } else {
            moot_buf_str(out, "unknown");
        }
    }
    if (r->due.lo != MOOT_NEVER) {
        moot_buf_str(out, " due ");
        show_when(p, r->due, out);
    }
    if (r->session.lo != MOOT_NEVER) {
        moot_buf_str(out, " session ");
        show_when(p, r->session, out);
    }
    if (r->text) {
        moot_buf_printf(out, " \"%s\"", r->text);
    }
    show_parties(p, r, out);
    if (r->to) {
        moot_buf_str(out, " to");
        show_record(p, r->to, out);
    } else if (r->kind == MOOT_RECORD_CORRECT) {
        moot_buf_str(out, " to null");
    }
    moot_buf_char(out, ']');
}

static void show_facts(const moot_protocol *p, const moot_value *row, moot_buf *out)
{
    for (int32_t i = 0; i < p->facts_count; i++) {
        if (moot_known(row[i])) {
            moot_buf_printf(out, " %s=", p->facts[i].decl.name);
            moot_value_json(p, row[i], out);
        }
    }
}

void reader_show(const moot_protocol *p, const moot_input *input, moot_buf *out)
{
    moot_buf_str(out, input->id);
    show_facts(p, input->values, out);
    for (int32_t i = 0; i < input->child_count; i++) {
        moot_buf_printf(out, " {%s", input->children[i]);
        show_facts(p, input->values + (size_t)(1 + i) * (size_t)p->facts_count, out);
        moot_buf_char(out, '}');
    }
    for (int32_t i = 0; i < input->spell_count; i++) {
        const moot_spell *s = &input->spells[i];
        moot_when from = { s->from_lo, s->from_hi }, to = { s->to_lo, s->to_hi };
        moot_buf_printf(out, " (%s ", p->facts[s->fact].decl.name);
        show_when(p, from, out);
        moot_buf_str(out, " to ");
        show_when(p, to, out);
        moot_buf_str(out, ")");
    }
    for (int32_t i = 0; i < input->record_count; i++) {
        show_record(p, &input->records[i], out);
    }
    if (input->set_aside) {
        moot_buf_printf(out, " aside %d", input->set_aside);
    }
    moot_buf_char(out, '\n');
    for (int32_t i = 0; i < input->warning_count; i++) {
        moot_buf_printf(out, "  warning: %s\n", input->warnings[i]);
    }
}

void reader_run(const moot_protocol *p, const char *path, moot_buf *out)
{
    moot_caseload *caseload = NULL;
    moot_input input;
    moot_errs errs;
    moot_err err;
    int found = 1;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    moot_code code = moot_caseload_open(path, p, NULL, &caseload, &err);
    while (code == MOOT_OK && found) {
        code = moot_caseload_next(caseload, &input, &errs, &found, &err);
        if (code == MOOT_OK && found) {
            reader_show(p, &input, out);
        }
        moot_input_clear(&input);
    }
    moot_errs_take(&errs, &err);
    reader_told(&errs, out);
    if (caseload) {
        moot_caseload_counts counts = moot_caseload_count(caseload);
        for (int i = 0; i < moot_caseload_warning_count(caseload); i++) {
            const char *text = moot_caseload_warning(caseload, i), *slash = strrchr(text, '/');
            moot_buf_printf(out, "warning: %s\n", slash ? strchr(slash, ' ') + 1 : text);
        }
        moot_buf_printf(out, "%lld good, %lld bad, status %d\n", (long long)counts.cases, (long long)counts.bad,
                        moot_code_status(counts.worst));
    }
    moot_caseload_close(caseload);
    moot_input_done(&input);
    moot_errs_done(&errs);
}
