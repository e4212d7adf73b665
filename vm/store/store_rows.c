/* The lists of a result into their tables: one function a list, each binding in the order of
 * store_sql.h. */
#include "vm/store/store_internal.h"

/* What the binders of one row share. */
typedef struct rows {
    moot_store *store;
    int64_t case_no;
    moot_buf list; /* an owner as JSON; lives until the row has run */
    int failed;    /* the list of an earlier row had no memory */
} rows;

/* Case and number: what every row begins with. */
static moot_sql row_of(rows *r, moot_statement which, int32_t i)
{
    moot_sql sql = moot_store__sql(r->store, which);
    moot_sql_int(&sql, r->case_no);
    moot_sql_int(&sql, i + 1);
    return sql;
}

static void bind_names(rows *r, moot_sql *sql, moot_result_names names)
{
    r->failed |= r->list.failed;
    moot_buf_clear(&r->list);
    for (int32_t i = 0; i < names.count; i++) {
        moot_buf_char(&r->list, i ? ',' : '[');
        moot_buf_json(&r->list, names.names[i] ? names.names[i] : "");
    }
    moot_buf_char(&r->list, names.count ? ']' : ' ');
    moot_sql_text(sql, names.count ? moot_buf_text(&r->list) : NULL);
}

/* Only an owner that a fact names is the row's own; any other is the declaration's. */
static void bind_owner(rows *r, moot_sql *sql, const moot_owner *owner, moot_result_names names)
{
    static const moot_result_names nobody = { NULL, 0 };
    bind_names(r, sql, owner && owner->kind == MOOT_OWNER_FACT ? names : nobody);
}

static const moot_owner *stage_owner(const moot_decl *decl)
{
    return decl ? &((const moot_stage *)decl)->owner
                : NULL; /* a stage begins with its declaration */
}
_Static_assert(offsetof(moot_stage, decl) == 0 && offsetof(moot_clock_rule, decl) == 0,
               "a declaration's address is that of what it declares");

static const moot_owner *clock_owner(const moot_protocol *protocol, const moot_decl *decl)
{
    const moot_clock_rule *rule = (const moot_clock_rule *)decl;
    return rule->owner.kind == MOOT_OWNER_NONE && rule->stage >= 0
               ? &protocol->stages[rule->stage].owner
               : &rule->owner;
}

static void bind_lateness(moot_sql *sql, const char *text, int64_t late, const char *unit)
{
    moot_sql_text(sql, text);
    moot_sql_int_or_null(sql, late, text == NULL);
    moot_sql_text(sql, unit);
}

/* ---- one row of each list ---- */

static void put_stage(rows *r, moot_sql *sql, const moot_result_stage *row)
{
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_when(sql, row->entered);
    moot_sql_when(sql, row->left);
    moot_sql_decl(sql, row->outcome_decl);
    bind_owner(r, sql, stage_owner(row->decl), row->owner);
    moot_sql_text(sql, row->decided_by);
    moot_sql_int(sql, row->stopped);
    moot_sql_int(sql, row->departed);
    moot_sql_int(sql, row->entry);
}

static void put_decision(rows *r, moot_sql *sql, const moot_result_decision *row)
{
    moot_buf_clear(&r->list);
    moot_value_show(r->store->protocol, row->value, &r->list);
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_text(sql, moot_known(row->value) ? moot_buf_text(&r->list) : NULL);
    moot_sql_text(sql, row->clause);
    moot_sql_when(sql, row->at);
    moot_sql_int(sql, row->entry);
}

static void put_deadline(rows *r, moot_sql *sql, const moot_result_deadline *row)
{
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    bind_owner(r, sql, clock_owner(r->store->protocol, row->decl), row->owner);
    moot_sql_when(sql, row->since);
    moot_sql_when(sql, row->due);
    moot_sql_text(sql, row->status);
    moot_sql_when(sql, row->met_at);
    moot_sql_when(sql, row->not_before);
    bind_lateness(sql, row->late_by, row->late, row->late_unit);
    moot_sql_text(sql, row->void_because);
    moot_sql_int(sql, row->breach);
    moot_sql_int(sql, row->assumed);
    moot_sql_int(sql, row->known_late);
    moot_sql_int(sql, row->provisional);
    moot_sql_int(sql, row->entry);
}

static void put_panel(rows *r, moot_sql *sql, const moot_result_panel *row)
{
    (void)r;
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_decl(sql, row->stage_decl);
    moot_sql_when(sql, row->listed);
    moot_sql_when(sql, row->session);
    moot_sql_text(sql, row->outcome);
    moot_sql_int(sql, row->waits);
    moot_sql_when(sql, row->waits_for);
    moot_sql_int(sql, row->entry);
}

static void bind_act(moot_sql *sql, const char *child, const moot_decl *decl, const char *state,
                     moot_when at, moot_when done)
{
    moot_sql_text(sql, child);
    moot_sql_decl(sql, decl);
    moot_sql_text(sql, state);
    moot_sql_when(sql, at);
    moot_sql_when(sql, done);
}

static void put_referral(rows *r, moot_sql *sql, const moot_result_referral *row)
{
    (void)r;
    bind_act(sql, row->child, row->decl, row->state, row->at, row->done);
    moot_sql_int(sql, row->entry);
}

static void put_notice(rows *r, moot_sql *sql, const moot_result_notice *row)
{
    (void)r;
    bind_act(sql, row->child, row->decl, row->state, row->at, row->done);
    moot_sql_int(sql, row->recorded);
    moot_sql_int(sql, row->entry);
}

static void put_duty(rows *r, moot_sql *sql, const moot_result_duty *row)
{
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_text(sql, row->owed_by);
    bind_owner(r, sql, stage_owner(row->decl), row->owner);
    moot_sql_when(sql, row->since);
    moot_sql_when(sql, row->ended);
    moot_sql_int(sql, row->entry);
}

static void put_entitlement(rows *r, moot_sql *sql, const moot_result_entitlement *row)
{
    (void)r;
    bind_act(sql, row->child, row->decl, row->state, row->at, row->done);
    moot_sql_int(sql, row->entry);
}

static void put_charge(rows *r, moot_sql *sql, const moot_result_charge *row)
{
    (void)r;
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_text(sql, row->paid_by);
    moot_sql_text(sql, row->state);
    moot_sql_when(sql, row->at);
    moot_sql_int(sql, row->entry);
}

static void put_escalation(rows *r, moot_sql *sql, const moot_result_escalation *row)
{
    moot_sql_decl(sql, row->decl);
    moot_sql_int(sql, row->level);
    bind_names(r, sql, row->owner);
    moot_sql_text(sql, row->stage);
    moot_sql_text(sql, row->clause);
    moot_sql_when(sql, row->at);
    moot_sql_int(sql, row->entry);
}

static void put_breach(rows *r, moot_sql *sql, const moot_result_breach *row)
{
    int deadline = row->kind[0] == 'd';
    moot_sql_text(sql, row->child);
    moot_sql_text(sql, row->kind);
    moot_sql_decl(sql, row->decl);
    bind_owner(r, sql, deadline ? clock_owner(r->store->protocol, row->decl) : NULL, row->owner);
    moot_sql_when(sql, row->at);
    moot_sql_when(sql, row->due);
    moot_sql_when(sql, row->until);
    bind_lateness(sql, row->late_by, row->late, row->late_unit);
    moot_sql_int(sql, row->nights);
    moot_sql_int(sql, row->entry);
}

static void put_departure(rows *r, moot_sql *sql, const moot_result_departure *row)
{
    (void)r;
    moot_sql_text(sql, row->what);
    moot_sql_text(sql, row->clause);
    moot_sql_when(sql, row->at);
    moot_sql_int(sql, row->entry);
}

static void put_reading(rows *r, moot_sql *sql, const moot_result_reading *row)
{
    (void)r;
    moot_sql_decl(sql, row->decl);
}

static void put_need(rows *r, moot_sql *sql, const moot_result_need *row)
{
    (void)r;
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->fact_decl);
    moot_sql_text(sql, row->kind);
    moot_sql_text(sql, row->name);
    moot_sql_text(sql, row->clause);
    moot_sql_when(sql, row->since);
    moot_sql_int(sql, row->blocks);
    moot_sql_int(sql, row->entry);
}

static void put_measure(rows *r, moot_sql *sql, const moot_result_measure *row)
{
    (void)r;
    moot_sql_text(sql, row->child);
    moot_sql_decl(sql, row->decl);
    moot_sql_text(sql, row->kind);
    moot_sql_text(sql, row->period);
    moot_sql_text(sql, row->split);
    moot_sql_when(sql, row->at);
    moot_sql_text(sql, row->status);
    moot_sql_text(sql, row->verdict);
    moot_sql_int(sql, row->entry);
}

static moot_code put_bed(rows *r, const moot_result *result, int32_t i, moot_err *err)
{
    const moot_result_bed *row = &result->beds[i];
    moot_sql sql = row_of(r, SQL_PUT_BED, i);
    moot_sql_text(&sql, row->place);
    moot_sql_text(&sql, row->provider);
    moot_sql_text(&sql, row->paid_by);
    moot_sql_text(&sql, row->clause);
    moot_sql_when(&sql, row->from);
    moot_sql_int(&sql, row->first_night);
    moot_sql_int(&sql, row->nights);
    moot_sql_int(&sql, row->recorded);
    moot_sql_int(&sql, row == result->tonight);
    moot_sql_int(&sql, row->entry);
    return moot_sql_run(&sql, err);
}

static moot_code put_warning(rows *r, const char *warning, int32_t i, moot_err *err)
{
    moot_sql sql = row_of(r, SQL_PUT_WARNING, i);
    moot_sql_text(&sql, warning);
    return moot_sql_run(&sql, err);
}

/* ---- all of them ---- */

/* statement and function, array of the result, table */
#define LISTS(X)                                                                                  \
    X(STAGE, put_stage, stages) X(DECISION, put_decision, decisions)                              \
    X(DEADLINE, put_deadline, deadlines) X(PANEL, put_panel, panels)                              \
    X(REFERRAL, put_referral, referrals) X(NOTICE, put_notice, notices) X(DUTY, put_duty, duties) \
    X(ENTITLEMENT, put_entitlement, entitlements) X(CHARGE, put_charge, charges)                  \
    X(ESCALATION, put_escalation, escalations) X(BREACH, put_breach, breaches)                    \
    X(DEPARTURE, put_departure, departures) X(READING, put_reading, readings)                     \
    X(NEED, put_need, needs) X(MEASURE, put_measure, measures)

static moot_code put_lists(rows *r, const moot_result *result, moot_err *err)
{
    moot_code code = MOOT_OK;
#define X(name, put, array)                                                                        \
    for (int32_t i = 0; i < result->array##_count && !code; i++) {                                 \
        moot_sql sql = row_of(r, SQL_PUT_##name, i);                                               \
        put(r, &sql, &result->array[i]);                                                           \
        code = moot_sql_run(&sql, err);                                                            \
    }
    LISTS(X)
#undef X
    for (int32_t i = 0; i < result->beds_count && !code; i++) {
        code = put_bed(r, result, i, err);
    }
    for (int32_t i = 0; i < result->warnings_count && !code; i++) {
        code = put_warning(r, result->warnings[i], i, err);
    }
    return code;
}

moot_code moot_store__put_rows(moot_store *store, int64_t case_no, const moot_result *result,
                               moot_err *err)
{
    rows r = { .store = store, .case_no = case_no };
    moot_buf_init(&r.list);
    moot_code code = put_lists(&r, result, err);
    if (!code && (r.list.failed || r.failed)) {
        code = moot_fail_memory(err);
    }
    moot_buf_done(&r.list);
    return code;
}

moot_code moot_store__clear_rows(moot_store *store, int64_t case_no, moot_err *err)
{
    static const moot_statement all[] = {
        SQL_CLEAR_STAGES,     SQL_CLEAR_DECISIONS,   SQL_CLEAR_DEADLINES, SQL_CLEAR_PANELS,
        SQL_CLEAR_REFERRALS,  SQL_CLEAR_NOTICES,     SQL_CLEAR_DUTIES,    SQL_CLEAR_ENTITLEMENTS,
        SQL_CLEAR_CHARGES,    SQL_CLEAR_ESCALATIONS, SQL_CLEAR_BEDS,      SQL_CLEAR_BREACHES,
        SQL_CLEAR_DEPARTURES, SQL_CLEAR_READINGS,    SQL_CLEAR_NEEDS,     SQL_CLEAR_WARNINGS,
        SQL_CLEAR_MEASURES,
    };
    moot_code code = MOOT_OK;
    for (size_t i = 0; i < MOOT_COUNT(all) && !code; i++) {
        moot_sql sql = moot_store__sql(store, all[i]);
        moot_sql_int(&sql, case_no);
        code = moot_sql_run(&sql, err);
    }
    return code;
}
