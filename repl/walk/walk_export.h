/* walk_export: a walk taken out of the REPL: a hand-out for a class, one for each role, a letter of dates in
 * plain words for the young person, the story as a scenario that `moot test` runs, a calendar, the case as a
 * caseload has it. Hand-out and letter are made once, as paragraphs and tables, and written as Markdown or as
 * one HTML page that needs nothing else. Texts are appended to `out`; nothing is printed. */
#ifndef MOOT_WALK_EXPORT_H
#define MOOT_WALK_EXPORT_H

#include "repl/walk/walk.h"

/* `what`: "handout", "letter", "scenario", "calendar" or "case". `html`: of the first two, HTML rather than
 * Markdown. `role`: of a hand-out, only what this role owes; NULL: all. What is hidden from the
 * projector is hidden in a hand-out too, unless `with_hidden`; a scenario or case, which cannot do without, is refused.
 * Letters and calendars tell no facts. Errors: MOOT_EDATA when nothing has happened yet, or a name is not known (the nearest is offered); MOOT_ENOMEM. */
moot_code moot_walk_export(moot_walk *walk, const char *what, int html, const char *role, int with_hidden, moot_buf *out,
                           moot_err *err) MOOT_MUST_CHECK;

#endif
