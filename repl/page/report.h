/* report: what came of the runs in a store, as findings: each a sentence, a picture and a table; and the same for people as one
 * page, for programs as CSV and JSON Lines. All three are written from the same cells.
 *
 *     moot_report_init; moot_report_read (what is in the store becomes findings); moot_report_page, _csv or _json; moot_report_done
 *
 * A report is of the newest run and of the others on the same caseload with the same now: several protocols stand side by side,
 * replicates of one are averaged. Where cases may be about people, small counts are hidden before anything is written, also in the
 * sentences (vm/base/disclose.h, data of generated cases are about nobody); so no form can show what another hides. */
#ifndef MOOT_REPORT_H
#define MOOT_REPORT_H

#include <math.h>

#include "repl/page/plot.h"
#include "vm/store/store_report.h"

/* A cell: a text, or a number: NAN where there is none, MOOT_PLOT_HIDDEN where it is suppressed. */
typedef struct moot_finding_cell {
    const char *text;         /* NULL: it is a number */
    double number, low, high; /* the interval: NAN, there is none */
} moot_finding_cell;

typedef struct moot_finding_column {
    const char *key, *head; /* for programs, for people */
    const char *unit;       /* "%": at each figure; NULL: a text or a plain number */
    int places;
} moot_finding_column;

typedef struct moot_finding {
    const char *id, *of; /* "deadlines"; the protocol, "" for all */
    const char *headline, *subtitle;
    const moot_finding_column *columns;
    size_t column_count, rows, cap;
    moot_finding_cell *cells; /* owned */
    moot_plot plot;           /* its series in the arena; NULL: it has no picture */
} moot_finding;

typedef struct moot_report_texts {
    const char **list; /* owned; the texts are in the arena */
    size_t count, cap;
} moot_report_texts;

typedef struct moot_report {
    moot_arena arena;
    const char *title;
    moot_report_texts answer, assumes, unknown, again; /* paragraphs; lists */
    moot_finding *findings; /* owned */
    size_t count, cap;
    int hides;              /* small counts are hidden */
    int64_t below;
    int one_case;           /* it tells of one case, row by row */
    const char *contact;    /* NULL; borrowed */
} moot_report;

typedef struct moot_report_options {
    int64_t below;       /* counts from 1 to one less are hidden where cases may be about people; 0, 1: none */
    const char *case_id; /* tell of this case alone, NULL: of all */
    const char *store;   /* its name, for the command that makes the report again */
    const char *contact; /* whom to ask for another form of the page, NULL */
} moot_report_options;

void moot_report_init(moot_report *report);
void moot_report_done(moot_report *report);
/* Errors: MOOT_EDATA (nothing was run; no such case), MOOT_ESTORE, MOOT_ENOMEM. */
moot_code moot_report_read(moot_report *report, moot_store *store, const moot_report_options *options, moot_err *err) MOOT_MUST_CHECK;

/* Errors: MOOT_ENOMEM. */
moot_code moot_report_page(const moot_report *report, moot_page_form form, const char *made_by, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* finding,of,row,figure,value,low,high: one figure a line. */
moot_code moot_report_csv(const moot_report *report, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* One object a row of a finding: {"finding":"deadlines","of":"luton","deadline":"…","met":12,"late":"c"}. */
moot_code moot_report_json(const moot_report *report, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- for those who fill one ---- */

/* A text in the report's arena, put together; NULL when memory ends, which moot_report_finding and _say tell. */
const char *moot_report_text(moot_report *report, const char *fmt, ...) MOOT_PRINTF(2, 3);
moot_code moot_report_say(moot_report *report, moot_report_texts *texts, const char *text, moot_err *err) MOOT_MUST_CHECK;
/* The finding is the report's, and good until the next one is made. */
moot_code moot_report_finding(moot_report *report, const moot_finding *like, moot_finding **out, moot_err *err) MOOT_MUST_CHECK;
/* `cells`: one row; copied, texts are borrowed. */
moot_code moot_report_row(moot_finding *finding, const moot_finding_cell *cells, moot_err *err) MOOT_MUST_CHECK;
/* The finding's picture: `like` with an id and one series of these points, which are in the arena. */
moot_code moot_report_draw(moot_report *report, moot_finding *finding, const moot_plot *like, const moot_plot_point *points, size_t count,
                           moot_err *err) MOOT_MUST_CHECK;
static inline moot_finding_cell moot_cell_text(const char *text)
{
    return (moot_finding_cell){ .text = text ? text : "" };
}
static inline moot_finding_cell moot_cell_number(double number)
{
    return (moot_finding_cell){ .number = number, .low = (double)NAN, .high = (double)NAN };
}

#endif
