/* questions: the same question asked of several protocols, answered by what each script says under the clauses that the question
 * names: `moot compare PROTOCOL... --questions FILE`.
 *
 * FILE is a table, cells parted by tabs. Its first line: "question", then names of protocols. Each line below: a question, then
 * for each protocol the clauses in which it answers, parted by blanks; an empty cell says that the text is silent. So whoever
 * reads the documents chooses the clauses, and the scripts give the answers; a clause that a script neither carries out nor
 * names as not run is a mistake of the table. */
#ifndef MOOT_QUESTIONS_H
#define MOOT_QUESTIONS_H

#include "repl/cli/protocols.h"

/* Reads the table and writes the answers to standard output; mistakes are told. Errors: those of reading the file; MOOT_EDATA
 * (no column for a protocol, a line with too many cells), MOOT_ENOMEM. */
moot_code moot_questions(moot_app *app, const moot_protocols *protocols, const char *path, moot_err *err) MOOT_MUST_CHECK;

#endif
