/* Why, why not, and what a clause has to do with it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl/cli/clause.h"
#include "repl/walk/walk_internal.h"
#include "vm/engine/why.h"
#include "vm/protocol/protocol_show.h"

/* ---- why ---- */

/* The newest entry about a thing of this name; 0. */
static int32_t entry_about(moot_walk *walk, const char *name)
{
    for (int32_t i = walk->c.log_count; i > 0; i--) {
        const char *subject = NULL, *detail = NULL;
        if (moot_result_subject(&walk->c, &walk->c.log[i - 1], &walk->scratch, &subject, &detail) &&
            subject && strcmp(subject, name) == 0) {
            return i;
        }
    }
    return 0;
}

/* Of what one step changed, how much a person who asks no more than why means it: what went wrong first, then a date that was
 * set, since its reasons begin with the stage that set it, then how the case goes on; what is not known last. */
typedef enum weight {
    WEIGHT_UNKNOWN,
    WEIGHT_FOLLOWS,
    WEIGHT_RECORD,
    WEIGHT_UNDATED,
    WEIGHT_VERDICT,
    WEIGHT_LEAVES,
    WEIGHT_BEGINS,
    WEIGHT_CLOSES,
    WEIGHT_DATED,
    WEIGHT_WRONG
} weight;

static weight weight_of(const moot_entry *entry)
{
    switch (entry->what) {
    case MOOT_LOG_START:
    case MOOT_LOG_UNDECIDED:
    case MOOT_LOG_SUPERSEDES:
    case MOOT_LOG_COUNTED:
    case MOOT_LOG_GAP: return WEIGHT_UNKNOWN;
    case MOOT_LOG_DERIVED: return WEIGHT_FOLLOWS;
    case MOOT_LOG_CLOCK:
    case MOOT_LOG_MOVED: return entry->due.lo == MOOT_NEVER ? WEIGHT_UNDATED : WEIGHT_DATED;
    case MOOT_LOG_VERDICT: return entry->ref2 == MOOT_CLOCK_LATE ? WEIGHT_WRONG : WEIGHT_VERDICT;
    case MOOT_LOG_LEAVE:
    case MOOT_LOG_STOP: return WEIGHT_LEAVES;
    case MOOT_LOG_ENTER:
    case MOOT_LOG_QUEUED: return WEIGHT_BEGINS;
    case MOOT_LOG_CLOSE: return WEIGHT_CLOSES;
    case MOOT_LOG_BROKEN:
    case MOOT_LOG_DEPARTURE:
    case MOOT_LOG_FAULT: return WEIGHT_WRONG;
    default: return WEIGHT_RECORD;
    }
}

/* Did it stand so from the first moment, whatever was told then? */
static int stood_before(const moot_walk *walk, const moot_entry *entry)
{
    const moot_entry *first = &walk->c.log[0];
    if (entry->at.lo != first->at.lo || weight_of(entry) == WEIGHT_WRONG) {
        return 0;
    }
    while (entry->cause > 0) {
        entry = &walk->c.log[entry->cause - 1];
    }
    return entry == first;
}

/* Does `entry` come before `best`? Of dates the soonest; of all else what came last. */
static int weighs_more(const moot_walk *walk, const moot_entry *entry, const moot_entry *best)
{
    weight one = weight_of(entry), other = weight_of(best);
    int stood = stood_before(walk, best) - stood_before(walk, entry);
    return stood ? stood > 0 : one != other ? one > other : one == WEIGHT_DATED ? entry->due.hi < best->due.hi : 1;
}

/* What the last screen told as changed; where it told nothing, what came at the last moment. */
static int32_t first_changed(const moot_walk *walk)
{
    int32_t n = walk->shown_before;
    if (n >= walk->c.log_count) {
        for (n = walk->c.log_count - 1; n > 0 && walk->c.log[n - 1].at.lo == walk->c.log[n].at.lo; n--) {
        }
    }
    return n;
}

/* Whoever asks no more than why is told of one thing: how many others came of the same step, and are none of its causes. */
static void tell_others(const moot_walk *walk, int32_t told, moot_buf *out)
{
    int32_t first = first_changed(walk), others = 0, cause = told;
    for (int32_t i = walk->c.log_count; i > first; i--) {
        int is_cause = i == cause;
        cause = is_cause ? walk->c.log[i - 1].cause : cause;
        others += !is_cause && weight_of(&walk->c.log[i - 1]) != WEIGHT_UNKNOWN && !walk_done_at_once(walk, i - 1);
    }
    if (others > 0) {
        moot_buf_printf(out, "%" PRId32 " other thing%s changed with it: log %" PRId32 "\n", others, others == 1 ? "" : "s",
                        walk->c.log_count - first);
    }
}

static int32_t entry_meant(const moot_walk *walk)
{
    const moot_entry *best = NULL;
    for (int32_t i = first_changed(walk); i < walk->c.log_count; i++) {
        const moot_entry *entry = &walk->c.log[i];
        if (!moot_case_superseded(&walk->c, entry->n) && (!best || weighs_more(walk, entry, best))) {
            best = entry;
        }
    }
    return best ? best->n : walk->c.log_count;
}

/* The name as the protocol writes it that the words from `at` to the end are, whatever their capitals; NULL. */
static const char *name_to_end(moot_walk *walk, const words *w, int32_t at)
{
    const name_table tables[] = { WALK_TABLE(walk, "outcome", outcomes), WALK_TABLE(walk, "stage", stages),
                                  WALK_TABLE(walk, "panel", panels), WALK_TABLE(walk, "deadline", clocks) };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        int32_t end, index = words_name(w, at, &tables[i], &end);
        if (index >= 0 && end == w->count) {
            return name_at(&tables[i], index);
        }
    }
    return NULL;
}

static moot_code why(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    int32_t most = walk_log_count(walk), n = most;
    const char *thing = name_to_end(walk, &c->w, 1);
    const char *name = thing ? thing : words_joined(walk, &c->w, 1, c->w.count);
    if (n == 0) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet");
    }
    if (!name) {
        return moot_fail_memory(err);
    }
    if (c->w.count > 1) {
        char *end;
        long number = strtol(name, &end, 10);
        n = *end == '\0' ? (number >= 1 && number <= most ? (int32_t)number : 0)
                         : entry_about(walk, name);
    } else {
        n = entry_meant(walk);
    }
    if (n == 0 && thing) { /* nothing of it has happened, which has its reasons too */
        return moot_why_not(&walk->c, NULL, thing, c->out, err);
    }
    if (n == 0) {
        return moot_fail(err, MOOT_EDATA, "the log has no entry \"%s\"; it has 1 to %" PRId32, name,
                         walk->c.log_count);
    }
    moot_code code = moot_why_entry(&walk->c, n, c->out, err);
    if (!code && c->w.count == 1) {
        tell_others(walk, n, c->out);
    }
    return code;
}

moot_code walk_why_due(moot_walk *walk, const char *name, moot_buf *out, moot_err *err)
{
    if (walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet, so nothing is due");
    }
    for (int32_t i = walk->c.clocks_count; i > 0; i--) {
        if (strcmp(walk->protocol->clocks[walk->c.clocks[i - 1].rule].decl.name, name) == 0) {
            return moot_why_due(&walk->c, i - 1, out, err);
        }
    }
    return moot_why_deadline(&walk->c, name, out, err); /* why it has not started, or the nearest name */
}

/* ---- why not ---- */

typedef struct telling {
    moot_walk *walk;
    moot_buf *out;
    const char *missing; /* fact of the first unknown test */
} telling;

static void tell_test(void *user, int32_t node, int32_t child, moot_value seen, int presumed,
                      moot_tri verdict)
{
    static const char *const verdicts[] = { "does not hold", "holds", "cannot tell" };
    telling *t = user;
    const moot_protocol *p = t->walk->protocol;
    (void)child;
    if (p->nodes[node].kind != MOOT_COND_TEST) {
        return;
    }
    moot_buf_str(t->out, "    ");
    moot_test_show(p, node, t->out);
    moot_buf_str(t->out, ": ");
    if (moot_known(seen)) {
        moot_value_show(p, seen, t->out);
    } else {
        moot_buf_str(t->out, "unknown");
    }
    moot_buf_printf(t->out, "%s, %s\n", presumed ? " (presumed)" : "", verdicts[verdict]);
}

static void find_missing(void *user, int32_t node, int32_t child, moot_value seen, int presumed,
                         moot_tri verdict)
{
    telling *t = user;
    const moot_cond_node *n = &t->walk->protocol->nodes[node];
    (void)child;
    (void)seen;
    (void)presumed;
    if (t->missing || verdict != MOOT_UNKNOWN || n->kind != MOOT_COND_TEST) {
        return;
    }
    if (n->subject == MOOT_SUBJECT_FACT) {
        t->missing = t->walk->protocol->facts[n->ref].decl.name;
    } else if (n->subject == MOOT_SUBJECT_AGE) {
        t->missing = "dob";
    }
}

const char *walk_missing(moot_walk *walk, int32_t cond, int32_t child)
{
    telling t = { walk, NULL, NULL };
    moot_cond_explain(&walk->protocol->rules, &walk->c.facts, cond, child, find_missing, &t);
    return t.missing;
}

/* The tests of a condition as at now, each with the value seen. */
static void tell_tests(moot_walk *walk, int32_t cond, int32_t child, moot_buf *out)
{
    telling t = { walk, out, NULL };
    moot_cond_explain(&walk->protocol->rules, &walk->c.facts, cond, child, tell_test, &t);
}

static void tell_choice(moot_walk *walk, const moot_choice *choice, moot_buf *out)
{
    static const char *const verdicts[] = { "barred", "can be chosen", "cannot tell yet" };
    const moot_visit *visit = &walk->c.visits[choice->visit];
    const moot_outcome *outcome = &walk->protocol->outcomes[choice->outcome];
    moot_buf_printf(out, "  %s: %s: %s  [%s]\n", walk->protocol->stages[visit->stage].decl.name,
                    outcome->decl.name, verdicts[choice->admissible], outcome->decl.clause);
    tell_tests(walk, outcome->when, visit->child, out);
}

/* An outcome, a stage and its outcome, or a stage, a panel or a deadline. */
static moot_code why_not_named(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    name_table stages = WALK_TABLE(walk, "stage", stages);
    int32_t end;
    int32_t stage = words_name(&c->w, 2, &stages, &end);
    int has_stage = stage >= 0 && end < c->w.count;
    const char *name = name_to_end(walk, &c->w, has_stage ? end : 2);
    name = name ? name : words_joined(walk, &c->w, has_stage ? end : 2, c->w.count);
    return name ? moot_why_not(&walk->c, has_stage ? name_at(&stages, stage) : NULL, name, c->out, err)
                : moot_fail_memory(err);
}

/* Without a name: each outcome that cannot be chosen now. */
static moot_code why_not(call *c, moot_err *err)
{
    moot_walk *walk = c->walk;
    int told = 0;
    if (walk->now == MOOT_NEVER) {
        return moot_fail(err, MOOT_EDATA, "nothing has happened yet");
    }
    if (c->w.count > 2) {
        return why_not_named(c, err);
    }
    for (int32_t i = 0; i < walk->choice_count; i++) {
        if (walk->choices[i].admissible != MOOT_TRUE) {
            tell_choice(walk, &walk->choices[i], c->out);
            told++;
        }
    }
    moot_buf_str(c->out, told ? "" : "Nothing is barred: each outcome shown can be chosen.\n");
    return MOOT_OK;
}

moot_code do_why(call *c, moot_err *err)
{
    return words_is(&c->w, 1, "not") ? why_not(c, err) : why(c, err);
}

/* ---- clause ---- */

static int tell_decl(const moot_decl *decl, const char *word, const char *clause, moot_buf *out)
{
    if (strcmp(decl->clause, clause) != 0) {
        return 0;
    }
    moot_buf_printf(out, "  %s", word);
    if (decl->name[0]) {
        moot_buf_printf(out, " \"%s\"", decl->name);
    }
    moot_buf_printf(out, "  %s:%" PRId32 "\n", decl->file, decl->line);
    if (decl->open) {
        moot_buf_printf(out, "    open: %s\n", decl->open);
    }
    return 1;
}

int walk_clause(moot_walk *walk, const char *clause, moot_buf *out)
{
    const moot_protocol *p = walk->protocol;
    int told = walk->script ? moot_clause_text(walk->script, p->clause_file, clause, out) : 0;
#define TELL(table, word)                                        \
    for (int32_t i = 0; i < p->table##_count; i++) {             \
        told += tell_decl(&p->table[i].decl, word, clause, out); \
    }
    TELL(stages, "stage")
    TELL(outcomes, "outcome")
    TELL(clocks, "deadline")
    TELL(effects, "effect")
    TELL(facts, "fact")
    TELL(events, "event")
    TELL(decisions, "decision")
    TELL(params, "param")
    TELL(readings, "reading")
    TELL(notices, "notice")
    TELL(invariants, "invariant")
    TELL(panels, "panel")
    TELL(ladders, "ladder")
    TELL(entitlements, "entitlement")
#undef TELL
    for (int32_t i = 0; i < p->not_runs_count; i++) {
        if (strcmp(p->not_runs[i].decl.name, clause) == 0) {
            moot_buf_printf(out, "  not run: %s\n",
                            p->not_runs[i].because ? p->not_runs[i].because : "");
            told++;
        }
    }
    return told;
}

moot_code do_clause(call *c, moot_err *err)
{
    if (c->w.count != 2) {
        return moot_fail(err, MOOT_EDATA, "clause takes one id, as in: clause 3.7/1");
    }
    return walk_clause(c->walk, c->w.word[1], c->out)
               ? MOOT_OK
               : moot_fail(err, MOOT_EDATA, "nothing in %s cites a clause \"%s\"", c->walk->protocol->id, c->w.word[1]);
}
