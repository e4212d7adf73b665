/* read_case: from what a file says of one case to a moot_input, whatever the file's form.
 *
 * A form (read_json.c, read_csv.c) turns its text into a tree of cells, the same for both; this module gives the cells
 * their meaning under one protocol: names become indexes, values get types, times become windows. So both forms take the
 * same words and give the same messages. All mistakes of a case are told, not only the first; one is enough to set the case
 * aside. Refused: names that nobody knows (the nearest is offered), wrong types, dates that do not exist, a person born in
 * the future or aged 40, an event before birth, and values that have the shape of a person's identifier (gate.h), which no
 * message repeats.
 *
 * A reader is the scratch memory of one thread; the protocol is shared. */
#ifndef MOOT_READ_CASE_H
#define MOOT_READ_CASE_H

#include "vm/case/record.h"

#define MOOT_ID_MOST 200                        /* bytes of a case's id */
#define MOOT_FIELD_MOST ((size_t)1024 * 1024)   /* bytes of one text */
#define MOOT_EVENTS_MOST 100000                 /* of one case */

typedef enum moot_cell_kind {
    MOOT_CELL_NULL,
    MOOT_CELL_NO,
    MOOT_CELL_YES,
    MOOT_CELL_INTEGER, /* number */
    MOOT_CELL_FRACTION,
    MOOT_CELL_TEXT,
    MOOT_CELL_PLAIN,   /* text whose type is for its fact to say: CSV knows no types */
    MOOT_CELL_LIST,
    MOOT_CELL_OBJECT
} moot_cell_kind;

typedef struct moot_cell moot_cell;
struct moot_cell {
    const char *key;        /* NULL in a list */
    uint8_t kind;
    int64_t number;
    const char *text;       /* checked UTF-8 */
    const moot_cell *cells; /* LIST, OBJECT */
    int32_t count;
    const char *file;       /* where it stands, NULL and 0: where the case does */
    int32_t line, row;
};

typedef struct moot_reader {
    const moot_protocol *protocol;
    const moot_zone *zone;
    moot_instant as_of;     /* of the run; MOOT_NEVER: not given */
    /* Protocols beside which this one runs the same caseload: what one of them knows and this one does not is set aside and
     * counted, whatever kind of name it is. Borrowed. None: only stages and the like are set aside. */
    const moot_protocol *const *others;
    int32_t other_count;
    moot_arena scratch;     /* cells and messages of the case at hand; cleared by moot_reader_begin */
    /* the case at hand */
    moot_input *input;
    moot_errs *errs;
    const char *file;       /* "cases.jsonl" */
    const char *source;     /* the line's text, for columns; NULL: none */
    int32_t line, row;      /* row 0: the same as the line */
    char where[80];         /* "event 3", for the message's last line */
    int id_shown;           /* the id may stand in messages */
    moot_code worst;        /* of what was found wrong; MOOT_OK: nothing */
} moot_reader;

/* as_of MOOT_NEVER: not given. */
void moot_reader_init(moot_reader *reader, const moot_protocol *protocol, moot_instant as_of);
void moot_reader_done(moot_reader *reader);
/* Starts on a case of this place; scratch memory is empty then. `file`, `source` and `errs` are borrowed. */
void moot_reader_begin(moot_reader *reader, const char *file, int32_t line, const char *source, moot_errs *errs);
/* Zeroed cells in scratch memory; NULL when memory ends. */
moot_cell *moot_reader_cells(moot_reader *reader, size_t count) MOOT_MUST_CHECK;
/* One mistake of the case at hand, in one sentence. `needle` is the text by which its column is found in the line, or NULL. */
void moot_reader_say(moot_reader *reader, moot_code code, const char *needle, const char *fmt, ...) MOOT_PRINTF(4, 5);

/* Fills an input that was init or cleared; it borrows nothing from the cells. MOOT_OK, or what sets the case aside
 * (MOOT_EDATA, MOOT_ELIMIT), already told to errs; MOOT_ENOMEM. A mistake told since moot_reader_begin counts too. The
 * input's id is set whenever it could be read. */
moot_code moot_read_case(moot_reader *reader, const moot_cell *root, moot_input *input) MOOT_MUST_CHECK;

#endif
