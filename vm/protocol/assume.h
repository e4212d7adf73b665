/* assume: how people behave, for the modelled oracle (rule 15): what an assumptions file was compiled to, bound to one
 * protocol. Immutable once frozen, shared by threads; the protocol must outlive it.
 *
 * A protocol never says what people do, and an assumptions file never says what they must: it has chances, durations,
 * places, arrivals, each with its source or "assumed". lua/assume/assume.h reads the file and fills the tables below with
 * moot_assume_add_*; moot_assume_freeze then checks nothing more, builds the indexes, makes what drawing needs, and takes
 * the hash: of the figures only, by names, so that remarks, sources and the order of subjects in the file do not matter.
 *
 * How a model reads it. Names are resolved: whatever the engine has in hand (a stage, a clock rule, an event …) is an index
 * into the array of its kind, `of_stage[stage]`, which gives the first moot_assumed about it, -1 for none. Several about one
 * subject stand in the order of the file, joined by `next`: the first whose tests hold counts (moot_assume_find). Then
 *
 *     stage entered     a = find(of_stage[s]); chances[a->chances]: draw among weights with moot_draw_below(&key, sum), the
 *                       sum being that of those now admissible (all of them at entry); then the chance's `takes`
 *     act, deadline     of_clock[rule]: moot_draw_below(&key, MOOT_ASSUME_ONE) < omitted: not done; else `takes` after the
 *                       call or the clock's start; an act without one is done at once
 *     event             of_event[event], from the start of the clock or the visit of the outcome that waits for it: as above
 *     fact read         of_fact[fact]: `chances` (yes or no: ref 1 and 0; one of a list, a consent: ref is the symbol), or
 *                       `takes`: a number, pence, or for a date so long before (side -1) or after (+1) the first record;
 *                       spells: chance 1 has one, from `takes` before the first record, for `lasts` (-1: it still runs)
 *     panel's session   of_panel[panel]: first day, places, cadence where the protocol is silent
 *     grant, place      of_quota[quota]: `taken` by cases that are not modelled; of_place[effect]: homes of that kind
 *     stage of a role   of_party[role]: `count` people who hold `places` cases each
 *     a case arrives    the rows whose kind is ARRIVALS: `per_year` in thousandths, the event, and `facts` that such a case has
 *
 * A draw is moot_spread_draw(assume, takes, moot_draw(&key)): by inversion, whole units at once, no state, some 10 to 100
 * nanoseconds. Minutes are added to an instant, days to its local time of day, working days by the protocol's calendar. */
#ifndef MOOT_ASSUME_H
#define MOOT_ASSUME_H

#include "vm/protocol/protocol.h"

/* Shares are whole parts of this. */
#define MOOT_ASSUME_ONE 1000000000u

/* kind, the field of `assume` that names its subject */
#define MOOT_ASSUMED_KINDS(X)                                                                                           \
    X(STAGE, "stage") X(ACT, "act") X(DEADLINE, "deadline") X(EVENT, "event") X(ARRIVALS, "arrivals") X(FACT, "fact")     \
    X(CONSENT, "consent") X(PANEL, "panel") X(QUOTA, "quota") X(ROLE, "role") X(HOMES, "homes")
typedef enum moot_assumed_kind {
#define X(name, text) MOOT_ASSUMED_##name,
    MOOT_ASSUMED_KINDS(X)
#undef X
    MOOT_ASSUMED_KIND_COUNT
} moot_assumed_kind;
const char *moot_assumed_kind_text(int kind); /* "stage" */

/* ---- how long, or how much ---- */

#define MOOT_SPREADS(X) X(FIXED, "fixed") X(BETWEEN, "between") X(LOGNORMAL, "lognormal") X(WEIBULL, "weibull")           \
    X(GAMMA, "gamma") X(EXPONENTIAL, "exponential") X(EMPIRICAL, "empirical")
typedef enum moot_spread_family {
#define X(name, text) MOOT_SPREAD_##name,
    MOOT_SPREADS(X)
#undef X
} moot_spread_family;

typedef enum moot_spread_unit { /* what one of its whole units is */
    MOOT_SPREAD_MINUTES, MOOT_SPREAD_DAYS, MOOT_SPREAD_WORKING_DAYS,
    MOOT_SPREAD_NUMBER /* a plain number or pence: the value of a fact */
} moot_spread_unit;

/* family       a                     b                 seen
 * FIXED        the value
 * BETWEEN      lowest                highest           both in, each whole unit alike
 * LOGNORMAL    mean of the logarithm its deviation
 * WEIBULL      scale                 shape
 * GAMMA        scale                 shape             (cells: its quantiles, made by freeze)
 * EXPONENTIAL  mean
 * EMPIRICAL                                            values and how often each */
typedef struct moot_spread {
    uint8_t family; /* moot_spread_family */
    uint8_t unit;   /* moot_spread_unit   */
    double a, b;
    int64_t low, high; /* what is drawn is never outside: 0 and INT64_MAX unless given */
    moot_span seen;    /* EMPIRICAL, in seen                                          */
    int32_t cells;     /* GAMMA: where its quantiles begin in cells; -1               */
} moot_spread;

typedef struct moot_seen {
    int64_t value;
    int32_t times;
    int64_t upto; /* how many there are up to this one, itself included; set by freeze */
} moot_seen;

/* ---- what is assumed ---- */

/* A test of one fact; its kind of test is a range or a list, so that it costs a comparison. */
typedef enum moot_assumed_test_kind {
    MOOT_ASSUMED_RANGE, MOOT_ASSUMED_AMONG, MOOT_ASSUMED_KNOWN, MOOT_ASSUMED_UNKNOWN
} moot_assumed_test_kind;
#define MOOT_ASSUMED_AGE (-2)
typedef struct moot_assumed_test {
    int32_t fact;      /* MOOT_ASSUMED_AGE: the age of the applicant or child */
    uint8_t kind;      /* moot_assumed_test_kind */
    int64_t low, high; /* RANGE: both in, of the value's `a` */
    moot_span among;   /* AMONG: symbols, in ints */
} moot_assumed_test;

typedef struct moot_chance {
    int32_t ref;     /* STAGE: outcome; FACT, CONSENT: symbol, or 1 and 0 */
    uint32_t weight; /* all of one moot_assumed together are near MOOT_ASSUME_ONE; 0: never */
    int32_t takes;   /* STAGE: spread; -1: at a panel's session */
} moot_chance;

typedef struct moot_assumed {
    uint8_t kind;     /* moot_assumed_kind */
    int8_t side;      /* FACT: -1: `takes` before the case's first record, 1: after it; 0: `takes` is the value itself */
    int32_t ref;      /* stage, clock rule, event, fact, panel, quota, party; HOMES: -1, of_place knows */
    int32_t next;     /* another of the same subject, which counts if the tests of this one do not hold; -1 */
    moot_span tests;  /* all of them must hold; none: always */
    moot_span facts;  /* ARRIVALS: in tests, ranges of one value: what such a case has from the start */
    moot_span chances;
    int32_t takes;    /* spread, -1 */
    int32_t lasts;    /* FACT (spells), HOMES: spread, -1 */
    uint32_t omitted; /* share, of MOOT_ASSUME_ONE, in which it does not come about */
    int64_t per_year; /* ARRIVALS: thousandths of a case */
    int32_t count;    /* HOMES: how many; ROLE: people; -1 */
    int32_t places;   /* PANEL: a session; ROLE: cases each; -1 */
    int32_t taken;    /* HOMES: at the start; QUOTA: in each period; by others */
    moot_day first;   /* PANEL: of its first session, MOOT_DAY_MIN: not assumed */
    moot_duration every; /* PANEL: count 0: not assumed */
    const char *name;    /* HOMES: the place; others: the subject's name */
    const char *source, *because; /* whence, "assumed"; NULL */
    int32_t line;
} moot_assumed;

/* type, table: each gives moot_TYPE *TABLE; int32_t TABLE_count; and moot_assume_add_TYPE */
#define MOOT_ASSUME_TABLES(X)                                                                                           \
    X(assumed, rows) X(assumed_test, tests) X(chance, chances) X(spread, spreads) X(seen, seen)

typedef struct moot_assume {
    const moot_protocol *protocol; /* borrowed */
    const char *file;              /* relative to its own folder */
    char hash[65];                 /* SHA-256 of the figures; set by freeze */
#define X(type, table)          \
    struct moot_##type *table;  \
    int32_t table##_count;      \
    size_t table##_cap;
    MOOT_ASSUME_TABLES(X)
#undef X
    int32_t *ints;
    int32_t ints_count;
    size_t ints_cap;
    double *cells;
    int32_t cells_count;
    /* By the protocol's own indexes, the first row or -1; set by freeze. */
    int32_t *of_stage, *of_clock, *of_event, *of_fact, *of_panel, *of_quota, *of_party, *of_place;
    int32_t aside;     /* about what the baseline has and this variant has not */
    moot_arena arena;
    int frozen;
} moot_assume;

/* ---- building (lua/assume) ---- */

/* Nothing is assumed yet. Caller frees. */
moot_code moot_assume_new(const moot_protocol *protocol, moot_assume **out_assume, moot_err *err) MOOT_MUST_CHECK;
void moot_assume_free(moot_assume *assume); /* takes NULL */
/* Each adds an element whose references are "none" (-1) and returns its address, good until the next add to the same table;
 * NULL when memory ends. */
#define X(type, table) struct moot_##type *moot_assume_add_##type(moot_assume *assume) MOOT_MUST_CHECK;
MOOT_ASSUME_TABLES(X)
#undef X
int32_t moot_assume_add_int(moot_assume *assume, int32_t value) MOOT_MUST_CHECK; /* its index, -1 when memory ends */
const char *moot_assume_str(moot_assume *assume, const char *text) MOOT_MUST_CHECK; /* a copy; NULL stays NULL */
/* Half of all are within `half`, nine in ten within `most` (0 < half < most): a and b of LOGNORMAL or WEIBULL. */
void moot_spread_fit(moot_spread *spread, double half, double most);
/* Joins rows of one subject, builds the indexes, makes gamma's quantiles, takes the hash, seals. */
moot_code moot_assume_freeze(moot_assume *assume, moot_err *err) MOOT_MUST_CHECK;

/* ---- asking ---- */

/* The row that counts, from the first of its subject (-1: none) on. A test whose fact is unknown counts as not holding; a
 * model that wants it known draws that fact first. */
int32_t moot_assume_find(const moot_assume *assume, int32_t first, const moot_facts *facts, int32_t child);
/* Whether a test holds of a value that is known, or is not. For AGE the value is the age in years. */
int moot_assume_test(const moot_assume *assume, const moot_assumed_test *test, int known, int64_t value);
/* Whole units, from 64 uniform bits. */
int64_t moot_spread_draw(const moot_assume *assume, int32_t spread, uint64_t draw);
/* The value below which a share of all lies, 0 < share < 1: not rounded, not bounded. */
double moot_spread_quantile(const moot_assume *assume, int32_t spread, double share);

/* ---- what a modelled run would miss ---- */

/* Something that a model must draw and nothing is assumed of: its declaration, why it is asked for, and a line of an
 * assumptions file that says it, with figures to be replaced. */
typedef struct moot_assume_gap {
    const moot_decl *decl;
    const char *what; /* the stage "mediation" */
    const char *why;  /* it ends in one of 4 ways */
    const char *line; /* assume { stage = "mediation", … } */
} moot_assume_gap;
typedef struct moot_assume_gaps {
    moot_assume_gap *list; /* stages, deadlines, events, facts, panels, each in the order of the protocol */
    int32_t count;
    size_t cap;
    moot_arena arena;
} moot_assume_gaps;
/* Fills *out, which is the caller's whatever came of it. MOOT_ENOMEM is the only failure. */
moot_code moot_assume_missing(const moot_assume *assume, moot_assume_gaps *out, moot_err *err) MOOT_MUST_CHECK;
void moot_assume_gaps_done(moot_assume_gaps *gaps);

/* An outcome that somebody chooses: what a model draws among. */
static inline int moot_outcome_is_chosen(const moot_outcome *outcome)
{
    return outcome->on < 0 && outcome->after < 0;
}
/* Whether a model draws how a stage ends: it has such outcomes, and an owner or a panel. */
int moot_stage_is_drawn(const moot_protocol *protocol, int32_t stage);
/* Whether a clock rule waits for a record of its own: nothing else meets it. */
int moot_clock_waits_for_record(const moot_protocol *protocol, int32_t clock);

#endif
