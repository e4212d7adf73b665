/* gate: the shapes of values that identify a person, which no caseload of moot may hold (data protection: a case is known
 * by a pseudonym). It looks at shapes only and at check digits where a shape alone is too common.
 *
 *     kind                   shape                                        confirmed by
 *     UPN                    letter, 11 digits, digit or letter           nothing: the shape is enough
 *     NHS number, ULN        10 digits, also 3-3-4 by space or hyphen     its check digit
 *     National Insurance     2 letters, 6 digits, A to D, spaces allowed  letters that are never issued
 *     full postcode          SK1 3XE, SK13XE                              nothing
 *     e-mail address         a@b.uk                                       nothing
 *     UK telephone number    0161 496 0000, +44 7700 900123               nothing
 *
 * A caller that is told of a kind must not show the value in any message. */
#ifndef MOOT_GATE_H
#define MOOT_GATE_H

#include "vm/base/base.h"

#define MOOT_GATE_KINDS(X)                                                                             \
    X(NONE, "nothing that identifies a person") X(UPN, "a unique pupil number (UPN)")                   \
    X(NHS, "an NHS number") X(ULN, "a unique learner number (ULN)")                                     \
    X(NINO, "a National Insurance number") X(POSTCODE, "a full postcode")                              \
    X(EMAIL, "an e-mail address") X(PHONE, "a telephone number")

typedef enum moot_gate_kind {
#define X(name, text) MOOT_GATE_##name,
    MOOT_GATE_KINDS(X)
#undef X
} moot_gate_kind;

const char *moot_gate_text(moot_gate_kind kind); /* "a full postcode" */

/* The first such shape in a text. Capitals do not matter in a value that is nothing else; inside a longer text the letters
 * of a postcode or National Insurance number must be capitals, else "flat B2 1st floor" would be one. */
moot_gate_kind moot_gate_scan(const char *text);

#endif
