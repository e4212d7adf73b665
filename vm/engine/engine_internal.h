/* engine_internal: what the parts of the engine share. Only vm/engine/engine*.c include it.
 *
 *   engine.c          begin, run, the loop that takes the next thing in time, settling, refold
 *   engine_agenda.c   timers by time and class (rule 1), the queue of raised signals
 *   engine_record.c   what one record of the oracle does (rules 1, 5, 6, 8, 11)
 *   engine_trigger.c  triggers: what fires, when, and whom it tells (rules 1, 3, 4, 7)
 *   engine_stage.c    entering, choosing, leaving (rules 3, 4, 5, 11)
 *   engine_clock.c    clocks: starting, meeting, expiring, voiding (rules 7, 8)
 *   engine_act.c      effects: the engine's verbs and people's acts (rules 9, 10, 14)
 *   engine_panel.c    sessions that a case waits for, and places at them (rule 12)
 *   engine_count.c    quotas and measures (rules 13, 16)
 *   engine_helper.c   facts that a function of the script gives
 *   engine_decide.c   guards, derived facts, `becomes`, invariants, nights (rules 5, 6, 14)
 *   engine_missing.c  which facts a condition waits for that cannot be told
 *   engine_wait.c     what a missing fact holds up that nobody decides (rules 3, 5)
 *
 * Functions return nothing when all they can do is log; lack of memory is sticky (e->no_memory, c->no_memory) and ends
 * the run, so that the rules read without error plumbing. An oracle that is asked during a run can fail for want of
 * memory only, so it is given no place for a sentence: clearing one for each question costs as much as the question. */
#ifndef MOOT_ENGINE_INTERNAL_H
#define MOOT_ENGINE_INTERNAL_H

#include "vm/calendar/moment.h"
#include "vm/case/case_fold.h"
#include "vm/engine/commons.h"
#include "vm/engine/engine.h"
#include "vm/protocol/protocol_index.h"

/* At equal times (rule 1): birthdays and dates; records; sessions; outcomes taken by themselves; expiries; nights. Places at a
 * panel are given when all of an instant is done: whoever queues on the cut-off is in time. */
typedef enum timer_class {
    CLASS_DATE, CLASS_RECORD, CLASS_SESSION, CLASS_SELF, CLASS_EXPIRY, CLASS_NIGHT, CLASS_PLACES
} timer_class;

typedef enum timer_kind {
    TIMER_DATED,  /* a: TURNS or DATE atom; when: the date it was set for                 */
    TIMER_SHIFT,  /* a: trigger whose shift ends now; b: clock of a DUE atom, -1          */
    TIMER_TAKE,   /* a: visit, b: outcome taken by itself                                 */
    TIMER_SESSION, /* a: visit that waits for a panel, b: number of the session          */
    TIMER_PLACES, /* the same, at the cut-off of the session: places are given            */
    TIMER_EXPIRE, /* a: clock                                                             */
    TIMER_LEVEL,  /* a: index into levels: the time of a ladder's level is over           */
    TIMER_WATCH,  /* a: watcher whose answer may change by time alone                     */
    TIMER_NIGHT   /* invariants that name tonight                                         */
} timer_kind;

typedef struct timer {
    moot_instant at;
    uint8_t cls, kind;
    int32_t order;  /* of declaration, within a class */
    uint32_t seq;   /* of setting, so that equals keep their order */
    int32_t a, b;
    moot_when when; /* the window that it carries */
    int32_t cause;  /* entry that set it */
} timer;

typedef enum signal_kind { SIGNAL_EVENT, SIGNAL_ENTERED, SIGNAL_LEFT, SIGNAL_MET, SIGNAL_MISSED, SIGNAL_DUE } signal_kind;
typedef struct signal {
    uint8_t kind;
    int32_t ref, outcome;
    moot_when when;
    int32_t cause;
} signal;

/* A fact that became known after a guard needed it: supplied from that guard on in a refold (rule 3). */
typedef struct amendment {
    const moot_decl *decl; /* NULL: from the start of the case (a corrected fact) */
    int32_t child, fact;
    moot_instant at;
    moot_value value;
    int32_t record; /* number of the record that says so: what is corrected of it supplies no more */
} amendment;

typedef struct armed {
    int32_t visit, outcome;
    moot_when since; /* its trigger fired, or its guard was read again */
} armed;

/* Since when a BECOMES cannot be told (lo MOOT_NEVER: it can), and the entry by which that came about. */
typedef struct not_told {
    moot_when since;
    int32_t entry;
} not_told;

/* Whether a deadline of an earlier visit, or an earlier call of an act, has a record of its own, once that can be told (rules
 * 8, 9). The visit is named by its entry and the call by its moment, which a refold keeps. */
typedef struct told {
    int32_t rule, child;
    moot_instant at;
    int32_t nth; /* of the calls at one moment */
    int silent;  /* none came before its stage was entered, or the act called, again; 0: a record said that it was not done */
} told;

/* When a date is that was counted from a birth or a fact. */
typedef struct counted_date {
    moot_value base;      /* what its shifts are counted from */
    int provisional;
    moot_when fires, due; /* fires.lo MOOT_NEVER: it is not known */
} counted_date;

/* When somebody turned so old. */
typedef struct turned {
    moot_day born;
    int32_t age;     /* -1: nobody */
    moot_instant at; /* as that day begins */
} turned;
#define TURNED_KEPT 8

/* A helper that was called: its inputs and outputs stand in `given` from `first` on. */
typedef struct helper_call {
    int32_t helper;
    size_t first;
} helper_call;

struct moot_engine {
    moot_options options;
    moot_case *c;
    const moot_protocol *p;
    const moot_protocol_index *x;
    moot_oracle *oracle;
    moot_commons *commons;  /* what it competes for with others; NULL: it runs alone */
    int32_t member;         /* which of the commons' members its case is */
    moot_day held;          /* its case keeps the rules of the day before; MOOT_DAY_MAX */
    moot_instant end;       /* of moot_engine_advance */
    moot_instant horizon;   /* no timer is set for later: its run ends there for good; MOOT_NEVER: it may go on */
    moot_when now;          /* the window of what happens now */
    moot_instant clock;     /* the instant at which it is taken: never goes back */
    int32_t cause;          /* entry that what is logged now follows from */
    int started, stopped;   /* stopped: a fault ended the case */
    int no_memory;
    int tells_reads;        /* what is read is kept for `because` */
    uint8_t chains_not;     /* which chains are not read as they are: flags, all ones: none is */
    int refold;             /* run the case again from the start */
    int32_t afresh;         /* how often a correction, or a fact known only later, has asked for that */
    moot_instant refold_known;
    uint8_t *corrected;     /* per record number: a correction that is already in the record */
    size_t corrected_cap;
    int32_t corrected_count;
    int32_t steps_here;     /* at this instant, against loops that take no time */
    int32_t depth;          /* of blocks that enter stages that run blocks */
    moot_day night_set;     /* a night is to be judged at the end of this day */
    uint32_t seq;
    int32_t reads_first, reads_count; /* of the guard that was just read, for the next entry */

    timer *timers;
    size_t timers_cap;
    int32_t timers_count;
    signal *signals;
    size_t signals_cap;
    int32_t signals_first, signals_count;
    int32_t unheard;        /* cause of a signal that nobody waits for, raised after all that wait to be told; -1: none */
    amendment *amendments;
    size_t amendments_cap;
    int32_t amendments_count;
    told *told;             /* kept through refolds, but for those that a correction asks for */
    size_t told_cap;
    int32_t told_count;
    armed *waiting;         /* outcomes whose trigger has fired and whose guard does not hold yet */
    size_t waiting_cap;
    int32_t waiting_count;
    enum { ACTS_NONE_WAIT, ACTS_WAIT, ACTS_TO_RETRY } acts_wait; /* for consent; to retry: facts have changed since */
    uint8_t *pending;       /* per trigger: branch of an ALL that has fired since the ALL last did */
    uint8_t *dirty;         /* per watcher */
    uint8_t *holds;         /* per watcher: last verdict of a BECOMES, brokenness of an invariant */
    not_told *unknown;      /* per watcher */
    moot_instant *watch_at; /* per watcher: its timer */
    counted_date *dates;    /* per dated atom that is like no other: since their timers were set */
    int dates_set;
    turned turned[TURNED_KEPT]; /* birthdays of this case that were looked for, by the age */
    uint8_t *night_broken;  /* per invariant */
    void *helper_state;     /* of the options' host; NULL: none is open */
    const moot_protocol *helper_protocol; /* that it is open for */
    helper_call *calls;     /* of this case, refolds included */
    size_t calls_cap;
    int32_t calls_count;
    moot_value *given;
    size_t given_cap, given_count;
    moot_err helper_err;    /* what ends the run, not only the case */
    size_t per_trigger, per_watcher, per_invariant, per_dated;
    int32_t dirty_count;
};

/* ---- engine.c ---- */
extern const moot_entry engine_blank; /* all "none": copying it is cheaper than making one, and one for all engines stays near */
/* At now, caused by e->cause. It is filled where it stands: one that is returned is copied a second time, which what happens in
 * every life is spared. */
static inline void engine_fill_entry(const moot_engine *e, moot_entry *out, moot_what what, const moot_decl *decl)
{
    *out = engine_blank;
    out->at = e->now;
    out->what = (uint8_t)what;
    out->decl = decl;
    out->line = decl ? decl->line : 0;
    out->cause = e->cause;
    out->known = e->clock;
}
static inline moot_entry engine_entry(const moot_engine *e, moot_what what, const moot_decl *decl)
{
    moot_entry entry;
    engine_fill_entry(e, &entry, what, decl);
    return entry;
}
/* Adds the facts just read; returns its number. */
static inline int32_t engine_log(moot_engine *e, moot_entry *entry)
{
    entry->read_first = e->reads_first;
    entry->read_count = e->reads_count;
    e->reads_count = 0;
    e->reads_first = e->c->reads_count;
    return moot_case_log(e->c, entry);
}
/* What of itself changes nothing and is told all the same: of a brief case its number is all that there is of it. */
static inline int32_t engine_tell(moot_engine *e, moot_what what, const moot_decl *decl)
{
    if (e->c->brief) {
        return moot_case_number(e->c);
    }
    moot_entry entry;
    engine_fill_entry(e, &entry, what, decl);
    return engine_log(e, &entry);
}
/* What was read led to nothing that is logged. */
static inline void engine_forget_reads(moot_engine *e)
{
    if (e->reads_count > 0) {
        e->c->reads_count = e->reads_first;
        e->reads_count = 0;
    }
}
const char *engine_text(moot_engine *e, const char *fmt, ...) MOOT_PRINTF(2, 3); /* in the case's arena */
void engine_fault(moot_engine *e, const moot_decl *decl, const char *text);
void engine_departure(moot_engine *e, const moot_record *r, const moot_decl *decl, const char *text);
void engine_begin_moment(moot_engine *e, moot_instant at);
static inline void engine_set_now(moot_engine *e, moot_when now)
{
    if (now.lo != e->now.lo) {
        engine_begin_moment(e, now.lo);
    }
    e->now = now;
    e->c->facts.now = now;
}
#define DEPTH_AT_ONE_INSTANT 100 /* stages whose entry enters the next: a loop long before this */
void engine_too_many_steps(moot_engine *e);
/* Counts a step at this instant; too many, or too deep, are a fault that names the loop. */
static inline void engine_step(moot_engine *e)
{
    if (++e->steps_here > e->options.max_steps || e->depth > DEPTH_AT_ONE_INSTANT) {
        engine_too_many_steps(e);
    }
}
static inline int engine_in_force(const moot_engine *e, const moot_decl *decl)
{
    return moot_decl_in_force(decl, &e->c->facts);
}
/* Whose hands it is in may hang on a reading. */
static inline void engine_note_owner(moot_engine *e, const moot_owner *owner)
{
    if (owner->reading >= 0) {
        e->c->reading_used[owner->reading] = 1;
    }
}
/* Asks for a refold in which a fact is known from a guard on. */
void engine_amend(moot_engine *e, amendment a, moot_instant known);
/* Forgets what a record supplied: it is corrected, and is read anew. */
void engine_unamend(moot_engine *e, int32_t record);

/* ---- engine_agenda.c ---- */
void agenda_set(moot_engine *e, timer t);
static inline int agenda_takes(const moot_engine *e, moot_instant at) /* a timer for then */
{
    return at != MOOT_NEVER && at <= e->horizon;
}
timer agenda_take(moot_engine *e);
void agenda_drop(moot_engine *e); /* the same, of one that is dead */
static inline const timer *agenda_top(const moot_engine *e)
{
    return e->timers_count > 0 ? &e->timers[0] : NULL;
}
/* The trigger atoms that wait for such signals, by what they are of. */
static inline const moot_buckets *agenda_hearers(const moot_engine *e, signal_kind kind)
{
    const moot_protocol_index *x = e->x;
    switch (kind) {
    case SIGNAL_EVENT: return &x->event;
    case SIGNAL_ENTERED: return &x->entered;
    case SIGNAL_LEFT: return &x->left;
    case SIGNAL_MET: return &x->met;
    case SIGNAL_MISSED: return &x->missed;
    case SIGNAL_DUE: break;
    }
    return &x->due;
}
void agenda_add_signal(moot_engine *e, signal s);
/* Most signals are of what nobody waits for. They are not told, but they are steps, and what is decided next follows from
 * whichever was raised last. */
static inline void agenda_raise(moot_engine *e, signal_kind kind, int32_t ref, int32_t outcome, moot_when when)
{
    if (moot_bucket_count(agenda_hearers(e, kind), ref) > 0) {
        signal s = { (uint8_t)kind, ref, outcome, when, e->cause };
        agenda_add_signal(e, s);
    } else {
        e->unheard = e->cause;
        e->steps_here++;
    }
}
signal agenda_signal(moot_engine *e); /* the next to be told: there must be one */
void agenda_clear(moot_engine *e);

/* ---- engine_record.c ---- */
void record_apply(moot_engine *e, const moot_record *r); /* one that was not drawn for a visit */
int record_is_of(const moot_engine *e, const moot_record *r, const moot_clock *k); /* may it be the clock's own? */

/* ---- engine_trigger.c ---- */
typedef enum trigger_mode {
    TRIGGER_FIRES, /* the moment at which it goes off: a date begins, a count of days is over at midnight */
    TRIGGER_DUE    /* the last moment in time: the last second of a day */
} trigger_mode;
/* When a trigger has fired last or, for birthdays, dates and due dates, will; lo MOOT_NEVER if that is not known. With a visit
 * (-1: none) what is made inside its stage counts only from that visit (rule 7). */
moot_when trigger_time(moot_engine *e, int32_t trigger, trigger_mode mode, int32_t visit, int32_t child);
/* The same as a due date, with what its shifts were counted from (unknown when two moments of a group share in it), and
 * whether bank holidays that are not published yet may move it. */
moot_when trigger_due(moot_engine *e, int32_t trigger, int32_t visit, int32_t child, moot_value *out_base,
                      int *out_provisional);
void trigger_signal(moot_engine *e, const signal *s);
void trigger_occurs(moot_engine *e, int32_t trigger, moot_when when);
void trigger_fire(moot_engine *e, int32_t trigger, moot_when when); /* after its shifts */
void trigger_dates(moot_engine *e, int32_t fact);                   /* sets timers of dated atoms; fact -1: all */
void trigger_dated_timer(moot_engine *e, const timer *t);
void trigger_due_known(moot_engine *e, int32_t clock);
static inline void trigger_due_set(moot_engine *e, int32_t clock)   /* shifted DUE atoms of a clock's due date */
{
    if (moot_bucket_count(&e->x->due, e->c->clocks[clock].rule) > 0) {
        trigger_due_known(e, clock);
    }
}
void trigger_shift_timer(moot_engine *e, const timer *t);
void trigger_forget_branch(moot_engine *e, int32_t stage);          /* joins forget a branch entered again; -1: all */
static inline void trigger_forget(moot_engine *e, int32_t stage)    /* no join waits for most stages */
{
    if (stage < 0 || moot_bucket_count(&e->x->left, stage) > 0) {
        trigger_forget_branch(e, stage);
    }
}
moot_duration engine_duration_read(moot_engine *e, int32_t operand, int32_t child, int *out_known);
static inline moot_duration engine_duration(moot_engine *e, int32_t operand, int32_t child, int *out_known)
{
    const moot_operand *o = &e->p->operands[operand];
    if (o->kind != MOOT_OPERAND_CONST || o->reading >= 0 || o->value.type != MOOT_T_DURATION) {
        return engine_duration_read(e, operand, child, out_known);
    }
    *out_known = 1; /* most are written as they are */
    return (moot_duration){ (int32_t)o->value.a, (uint8_t)o->value.b };
}

/* ---- engine_stage.c ---- */
void stage_start(moot_engine *e, int32_t stage);                    /* its trigger fired: `when` is read */
void stage_enter(moot_engine *e, int32_t stage, int32_t child);     /* `go` */
void stage_leave(moot_engine *e, int32_t visit, int32_t outcome, int chosen, int32_t who);
void stage_stop(moot_engine *e, int32_t stage);
void stage_close(moot_engine *e, const moot_effect *effect, moot_span block);
void stage_arm(moot_engine *e, int32_t outcome);                    /* the trigger of an outcome fired */
void stage_take_timer(moot_engine *e, const timer *t);
void stage_retry_all(moot_engine *e);
static inline void stage_retry(moot_engine *e)                      /* facts changed: outcomes that waited for their guard */
{
    if (e->waiting_count > 0) {
        stage_retry_all(e);
    }
}
void stage_record(moot_engine *e, const moot_record *r, int32_t stage, int32_t outcome);
void stage_drawn(moot_engine *e, const moot_record *r);             /* an outcome that was drawn for one visit */
void stage_has_worker(moot_engine *e, int32_t visit);               /* somebody has time for it, at last */

/* ---- engine_clock.c ---- */
int32_t clock_start(moot_engine *e, int32_t rule, int32_t visit, int32_t child, moot_when since); /* clock, -1: none */
void clock_enter(moot_engine *e, int32_t visit);                    /* the deadlines of a stage that was entered */
void clock_from(moot_engine *e, int32_t rule, moot_when when);      /* its `from` fired */
void clock_by(moot_engine *e, int32_t rule, int fired);             /* its `by` or `not_before` fired, or (0) another date changed */
void clock_met_by(moot_engine *e, int32_t rule, moot_when when);
void clock_ends(moot_engine *e, int32_t rule);
void clock_meet(moot_engine *e, int32_t clock, moot_when when, int flags, int32_t who);
void clock_told(moot_engine *e, const moot_clock *k, int silent);  /* what is known of a record of its own */
int clock_is_silent(const moot_engine *e, const moot_clock *k);    /* it is known to have none */
/* Whether what is done then is done for it: once in each period is done in that one, not before it and not after. */
int clock_takes(const moot_clock *k, moot_when when);
int clock_can_be_met(const moot_clock *k);                          /* open, or a right that expired unused */
void clock_void(moot_engine *e, int32_t clock, const char *why);
void clock_expire_timer(moot_engine *e, const timer *t);
void clock_expire_due(moot_engine *e, int32_t visit);               /* what is due at this very instant */
void clock_left(moot_engine *e, int32_t visit, const moot_outcome *o, int chosen);
void clock_dates_changed(moot_engine *e);                           /* a date fact changed: live due dates move */
void clock_case_starts(moot_engine *e);

/* ---- engine_act.c ---- */
void act_run(moot_engine *e, moot_span block, int32_t visit, int32_t child);
static inline void act_block(moot_engine *e, moot_span block, int32_t visit, int32_t child)
{
    if (block.count > 0) {
        act_run(e, block, visit, child);
    }
}
#define PLACE_IS_TOLD 64 /* flag of clock_meet and act_done: the record itself says where they sleep */
void act_done(moot_engine *e, int32_t clock, moot_when when, int flags); /* an act's clock was met */
int act_retry(moot_engine *e); /* acts that waited for consent or for what a letter must say, if facts have changed; 0: nothing to do */
/* The first fact that the letter of this act must say and that is not known, -1: none; each is logged as a need. */
int32_t act_letter_lacks(moot_engine *e, int32_t effect);
void act_place(moot_engine *e, const moot_decl *decl, int32_t effect, moot_night night, const char *place,
               const char *provider, int32_t paid_by);
void act_place_ends(moot_engine *e, int32_t effect);
void act_escalate(moot_engine *e, int32_t ladder, int32_t visit);
void act_level_timer(moot_engine *e, const timer *t);
void act_home_is_free(moot_engine *e, int32_t clock);               /* the home that a `place` waited for */

/* ---- engine_panel.c ---- */
void panel_queue(moot_engine *e, int32_t visit);                    /* a stage taken at a panel was entered */
void panel_session_timer(moot_engine *e, const timer *t);           /* a session has sat without deciding it */
void panel_places_timer(moot_engine *e, const timer *t);            /* the places of a session are given */

/* ---- engine_count.c ---- */
int32_t quota_bars(moot_engine *e, int32_t outcome, int32_t child);   /* the quota that taking it now would exceed, -1 */
moot_instant quota_renews(const moot_engine *e, int32_t quota);       /* when its next period begins */
const char *quota_text(moot_engine *e, int32_t quota);                /* `quota "x" was used up: 10 of 10 in …` */
void quota_note(moot_engine *e, int32_t quota, int32_t visit);        /* the same in the log: it bars what was drawn */
void quota_shared(moot_engine *e);                                    /* the case counts grants to others, if it has a commons */
/* A recorded outcome is taken all the same: a departure, if a quota bars it. */
void quota_departure(moot_engine *e, const moot_record *r, int32_t outcome, int32_t child);
void measure_fired(moot_engine *e, int32_t measure, moot_when when);

/* ---- engine_helper.c ---- */
moot_code helper_open(moot_engine *e, const moot_protocol *protocol, moot_err *err); /* at the start of each case */
void helper_close(moot_engine *e);
void helper_derive(moot_engine *e, int32_t helper);                   /* its inputs have changed */
int helper_waits_for(const moot_engine *e, const moot_helper *h, int32_t i, int32_t child); /* its i-th input */

/* ---- engine_missing.c ---- */
#define MISSING_MAX 16
#define MISSING_DEPTH 8 /* decisions that read decisions */
typedef struct missing {
    const moot_engine *e;
    int32_t fact[MISSING_MAX], child[MISSING_MAX];
    int count, depth;
    int found; /* how often something was missing, what is listed already included */
} missing;
missing missing_of(const moot_engine *e, int32_t cond, int32_t child);
void missing_fact(missing *m, int32_t fact, int32_t child); /* adds it, or what it is derived from */

/* ---- engine_wait.c ---- */
void wait_gather(moot_engine *e); /* fills the case's `waits`, at the end of a run */

/* ---- engine_decide.c ---- */
moot_tri decide_read(moot_engine *e, int32_t cond, int32_t child);    /* keeps what it read for the next entry */
/* As a chain, where nobody is told what was read. UNKNOWN: the tree is to be asked. */
static inline moot_tri decide_chain(moot_engine *e, int32_t cond, int32_t child)
{
    const moot_plain *plain = &e->x->plain;
    int32_t link = plain->first[cond];
    if (link < 0 || e->chains_not == UINT8_MAX || (plain->links[link].flags & e->chains_not)) {
        return MOOT_UNKNOWN;
    }
    if (e->x->reads_age && e->c->facts.aged.at != e->now.lo) { /* once at each moment */
        moot_facts_age(&e->p->rules, &e->c->facts);
    }
    return moot_plain_eval(&e->p->rules, &e->c->facts, link, child);
}
/* Reads a guard at this moment. UNKNOWN is logged as a need when `what` is given ("stage", "outcome", "act" block the
 * case; "deadline" does not). */
moot_tri decide_condition(moot_engine *e, const moot_decl *decl, const char *what, int32_t cond, int32_t child);
static inline moot_tri decide_guard(moot_engine *e, const moot_decl *decl, const char *what, int32_t cond, int32_t child)
{
    moot_tri t = cond == MOOT_NO_COND ? MOOT_TRUE : decide_chain(e, cond, child);
    return t == MOOT_UNKNOWN ? decide_condition(e, decl, what, cond, child) : t;
}
void decide_fact_changed(moot_engine *e, int32_t fact); /* its readers are read again, its dates move */
void decide_other_changed(moot_engine *e, moot_watch_other what);
void decide_trigger_told(moot_engine *e, int32_t trigger);
static inline void decide_trigger_changed(moot_engine *e, int32_t trigger) /* guards read it, no watcher does, most often */
{
    if (moot_bucket_count(&e->x->trigger_watchers, trigger) > 0) {
        decide_trigger_told(e, trigger);
    }
    stage_retry(e);
}
void decide_all(moot_engine *e);      /* at the start: everything is read once */
void decide_first_facts(moot_engine *e); /* what a model draws as a case starts */
void decide_facts(moot_engine *e);    /* derives all that is derived, before anything else is read */
int decide_next(moot_engine *e);      /* reads one watcher that is due; 0 when all is quiet */
void decide_at_moment(moot_engine *e); /* decisions that read now, today or hours: derived when read */
/* The same for a question, of which the log says nothing: puts in place what each would come out as now, in `kept` what stood
 * there; returns how many, for decide_unpeek, which puts them back. What finds no room keeps its old value. */
int32_t decide_peek(moot_engine *e, moot_value *kept, int32_t room);
void decide_unpeek(moot_engine *e, const moot_value *kept, int32_t count);
void decide_night_timer(moot_engine *e);
void decide_tonight_changed(moot_engine *e);

#endif
