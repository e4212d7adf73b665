/* document: a protocol as a document that a practitioner can read without moot: what it is and what it rests on, the chart, its
 * stages in the order of the text, who owes what, every time limit, panels, letters, what the text leaves open, clauses.
 *
 * It says what the script says, no more: guards and triggers stand in the script's own words, figures as they are compiled, each
 * with its clause. What the clause table beside the script knows of a clause stands in the index. */
#ifndef MOOT_DOCUMENT_H
#define MOOT_DOCUMENT_H

#include "repl/page/page.h"
#include "vm/protocol/chart.h"

typedef struct moot_document {
    const moot_chart *chart;  /* and its protocol */
    const char *script;       /* its path: the clause table lies beside it */
    const char *picture;      /* SVG for HTML, NULL: none */
    const char *made_by;      /* the command */
} moot_document;

/* Error: MOOT_ENOMEM. */
moot_code moot_document_write(const moot_document *document, moot_page_form form, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

#endif
