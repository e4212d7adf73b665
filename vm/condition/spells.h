/* spells: dated periods of a kind (looked after, at home), and what a condition asks of them: how long in all, how long
 * at a stretch, whether one runs.
 *
 * Spells of one kind that touch are one period: they share a moment; or a day, where either is known only to the day, as
 * when one placement ends and the next begins. A spell's ends may be windows. So each answer is worked out twice, with
 * every spell at its shortest and at its longest, and is known where the two agree.
 *
 * Law: days of a period are counted with both ends in, as councils do for the thirteen weeks of the Children Act 1989
 * Sch 2 para 19B; a period of months lasts from a day to the same day of a later month (Interpretation Act 1978 Sch 1);
 * hours elapse, whatever the clocks do in the night (s.22(2): more than 24 hours). */
#ifndef MOOT_SPELLS_H
#define MOOT_SPELLS_H

#include "vm/condition/condition.h"

/* In what a length of spells is told. */
typedef enum moot_spell_unit {
    MOOT_SPELL_DAYS,    /* whole days, both ends in                                               */
    MOOT_SPELL_SECONDS, /* elapsed                                                                */
    MOOT_SPELL_HALVES   /* twice the completed months, and one more when days are left over: so   */
                        /* "more than six months" and "at least six months" are both exact        */
} moot_spell_unit;

/* The unit in which a test compares, by its first operand, and a duration in that unit (0: it cannot be told so). */
moot_spell_unit moot_spell_unit_of(moot_value operand);
int moot_spell_length(moot_value operand, moot_spell_unit unit, int64_t *out_length);

/* Of a TEST node whose `spell` is TOTAL, LONGEST or RUNNING: the least and the most that it can be, in a unit, for a child
 * or the applicant (-1). 0 when a moment that it names is not known. */
int moot_spells_range(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *node, int32_t child,
                      moot_spell_unit unit, int64_t *out_lo, int64_t *out_hi);
/* Whether a period that the node's filter lets through runs at its moment: now, or its trigger `from`. */
moot_tri moot_spells_run(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *node, int32_t child);
/* The next instant after facts->now at which one of these may change by the passing of time alone; MOOT_NEVER if none. */
moot_instant moot_spells_next(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *node,
                              int32_t child);

/* Total, in whole days, of the spells of a kind clipped to [from, to]; first and last possible. Two spells that share a day
 * count it once. */
void moot_spells_total(const moot_conditions *rules, const moot_facts *facts, int32_t fact, int32_t child,
                       moot_instant from, moot_instant to, int64_t *out_lo, int64_t *out_hi);

/* The periods that such a node counts in a window, at their longest, one call each in order of time: its ends (to:
 * MOOT_NEVER while it runs) and the days of it that count, 0 if the filter or the window leaves it out. For `why`. */
typedef void moot_spell_tell(void *user, moot_when from, moot_when to, int64_t days);
void moot_spells_each(const moot_conditions *rules, const moot_facts *facts, const moot_cond_node *node, int32_t child,
                      moot_when from, moot_when to, moot_spell_tell *tell, void *user);

#endif
