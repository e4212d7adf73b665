/* page: a document that is written once and read as one HTML page or as Markdown.
 *
 *     moot_page_init; then headings, paragraphs, lists, tables, pictures, in the order of reading; moot_page_end; moot_page_done
 *
 * What grows while it is read (a transcript) is no such document: it takes its beginning and its end from moot_html_begin and
 * moot_html_end and escapes what is between them itself. There is one style sheet, and tests/tools/document.lua computes its
 * contrasts.
 *
 * The HTML needs nothing else: no script, no font, no picture from elsewhere, no link out. It has a language, one main heading, a
 * skip link, contents if asked for, captions and headings of tables, boxes that scroll by themselves on a narrow screen and that the keyboard
 * reaches, and prints to A4. Colours are those of the Government Analysis Function and the GOV.UK Design System (values, not
 * branding); each text stands at 4.5 to 1 or more. Every text that is handed over is escaped: a script's or a caseload's words
 * cannot become marks of the page. */
#ifndef MOOT_PAGE_H
#define MOOT_PAGE_H

#include "vm/base/buf.h"
#include "vm/base/err.h"

typedef enum moot_page_form { MOOT_PAGE_HTML, MOOT_PAGE_MARKDOWN } moot_page_form;

typedef struct moot_page {
    moot_page_form form;
    const char *title; /* borrowed */
    moot_buf lead;     /* what stands between the title and the contents */
    moot_buf contents, body;
    int has_contents;
    int32_t headings, columns;
    int32_t cell;  /* of the row at hand */
    int stands_out; /* the same */
    moot_buf text; /* of what is being put together for it: moot_page_fresh */
    int failed;    /* memory ended in such a text */
} moot_page;

void moot_page_init(moot_page *page, moot_page_form form, const char *title);
/* Empties the buffer in which a text is put together before it is handed over (page->text) and returns it. That memory ended in
 * it is not forgotten: moot_page_end tells it. */
moot_buf *moot_page_fresh(moot_page *page);
/* Asks for contents: the headings of level 2, listed before the first of them. */
void moot_page_contents(moot_page *page);
/* Level 2 or 3. The first ends the lead. */
void moot_page_heading(moot_page *page, int level, const char *text);
void moot_page_para(moot_page *page, const char *text);
void moot_page_list_begin(moot_page *page);
void moot_page_item(moot_page *page, const char *text);
void moot_page_list_end(moot_page *page);
/* Rows are cells one after the other, as many as there are heads; the first of each row is its heading. Without a caption (NULL)
 * the last heading names the table. */
void moot_page_table_begin(moot_page *page, const char *caption, const char *const *heads, int32_t count);
void moot_page_cell(moot_page *page, const char *text);
void moot_page_number(moot_page *page, int64_t value); /* stands to the right */
/* The row that begins now has a ground of its own. Colour does not stand alone: the page says elsewhere what it means. */
void moot_page_stand_out(moot_page *page);
void moot_page_table_end(moot_page *page);
/* HTML: as it is, and so it must be made of escaped texts. Markdown: nothing. */
void moot_page_html(moot_page *page, const char *html);
/* A fenced block that a reader of Markdown may draw ("mermaid"). HTML: nothing. */
void moot_page_fence(moot_page *page, const char *language, const char *text);
/* Puts all of it together; `made_by`: the command that makes it again, NULL: there is none. Errors: MOOT_ENOMEM. */
moot_code moot_page_end(moot_page *page, const char *made_by, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
void moot_page_done(moot_page *page);

/* For those who make HTML, SVG or XML by themselves: text between tags or in a quoted attribute. Control characters, which XML cannot
 * have even as numbers, become blanks. */
void moot_html_text(moot_buf *out, const char *text);
/* A page up to its main heading, and from behind its text on; `made_by` as above. */
void moot_html_begin(moot_buf *out, const char *title);
void moot_html_end(moot_buf *out, const char *made_by);

#endif
