/* A small protocol and cases made by hand, entry by entry, for the tests of results, of the
 * store and of why: one of everything that a result lists. */
#ifndef TESTS_VM_HOUSE_PROTOCOL_H
#define TESTS_VM_HOUSE_PROTOCOL_H

#include "vm/engine/result.h"
#include "vm/store/store.h"

/* Indexes of what the protocol declares, in the order in which it declares them. */
enum { P_APPLICANT, P_FAMILY, P_HOMES, P_SW, P_HOO, P_MEDIATOR };
enum { F_DOB, F_IN_NEED, F_CONSENT, F_LOOKED_AFTER, F_WORKER, F_PRIORITY };
enum { S_MEDIATION, S_ASSESSMENT, S_PANEL };
enum { O_PREVENTED, O_HOMELESS, O_ESTRANGED, O_AGREED };
enum { K_ASSESSMENT, K_REFERRAL };
enum { E_REFER, E_LETTER, E_GRANT, E_PLACE };
enum { M_CAME, M_ASSESSED };

/* Sealed; ends the test program when it cannot be made. */
moot_protocol *house_protocol(void);
extern const moot_source house_sources[2];
/* A run of it over "cases.jsonl". */
moot_run_info house_run(const moot_protocol *p);

/* An input with this id, born 2009-02-11, one spell, three events of which the last corrects the
 * second. */
void house_input(const moot_protocol *p, moot_input *input, const char *id);
/* A case of it from the start to an assessment that is late, with every kind of row. */
void house_case(const moot_protocol *p, const moot_input *input, moot_case *c);
/* Seconds UTC of local text; ends the program when it does not read. */
moot_instant house_at(const moot_protocol *p, const char *text);

#endif
