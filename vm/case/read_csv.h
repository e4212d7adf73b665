/* read_csv: cases as a folder of CSV files, used through caseload.h.
 *
 *     cases.csv    id and one column for each fact                                                   (must be there)
 *     events.csv   id, at, event, stage, outcome, deadline, met, due, fact, value, consent, panel, session, notice, place,
 *                  provider, paid_by, state, correct, to_at, who, note, and columns of facts recorded with an event
 *     spells.csv   id, kind, from, to
 *
 * Columns are known by their names, in any order, and only `id` must be there. A blank cell says nothing. Rows of a case
 * stand anywhere: events.csv and spells.csv go to a temporary table first (spool.h), then cases.csv is read and gives the
 * order of the cases. Events of a case are numbered from 1 in the order of their rows.
 *
 * A row with `correct`: its number or fact's name; `to_at` is the right time, and whatever else the row holds, save `at`,
 * `who` and `note`, is what the event should have read; with nothing else it never happened.
 *
 * Dialect: RFC 4180, LF or CRLF, with or without byte order mark, last line with or without its end. Yes or no may be written
 * true, yes, y, 1 and false, no, n, 0. A set is words between semicolons. */
#ifndef MOOT_READ_CSV_H
#define MOOT_READ_CSV_H

#include "vm/case/caseload_form.h"

/* Reads events.csv and spells.csv to their end. Errors: MOOT_EDATA (no cases.csv, a file without an id column, a column
 * twice, UTF-16), MOOT_ESYSTEM, MOOT_ENOMEM. */
moot_code moot_csv_open(const char *folder, moot_form **out_form, moot_err *err) MOOT_MUST_CHECK;

#endif
