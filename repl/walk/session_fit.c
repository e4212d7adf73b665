/* What a terminal shows of an answer: lines wrapped at blanks, and a screen of the case cut to the terminal's rows. Of a screen
 * that is too long its lists lose rows, what changed and what began first and what is due last, each with a line that says how
 * many and which word tells them; the date, who holds the case and where they sleep tonight always stay. An answer of several
 * screens, as a lesson has them, is left whole. A transcript has all of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl/walk/session.h"
#include "vm/base/text.h"

#define HANGING 4 /* what wraps goes so much further in than its line */

/* ---- wrapping ---- */

/* Cells of a piece that may hold escapes for bold. */
static size_t cells(const char *text, size_t len)
{
    size_t width = 0, from = 0;
    for (size_t i = 0; i <= len; i++) {
        if (i == len || text[i] == '\033') {
            width += moot_text_width(text + from, i - from);
            while (i < len && text[i] != 'm') {
                i++;
            }
            from = i + 1;
        }
    }
    return width;
}

int moot_session_wrap(const char *line, size_t len, size_t width, moot_buf *out)
{
    size_t indent = strspn(line, " ");
    size_t hang = indent + HANGING < width / 2 ? indent + HANGING : width / 2;
    size_t column = 0;
    int rows = 1;
    for (size_t at = 0; at < len;) {
        size_t blanks = strspn(line + at, " ");
        blanks = at + blanks > len ? len - at : blanks;
        size_t word = strcspn(line + at + blanks, " \n");
        size_t size = cells(line + at + blanks, word);
        if (at > indent && column + blanks + size > width) {
            moot_buf_printf(out, "\n%*s", (int)hang, "");
            column = hang;
            rows++;
        } else {
            moot_buf_add(out, line + at, blanks);
            column += blanks;
        }
        moot_buf_add(out, line + at + blanks, word);
        column += size;
        at += blanks + word;
    }
    moot_buf_char(out, '\n');
    return rows;
}

/* ---- what a screen can do without ---- */

/* list, the word that tells it whole, rows that it keeps at first, and at the least; the first list loses rows first */
#define LISTS(X)                  \
    X(CHANGED, "Changed:", "log", 3, 1)  \
    X(NEEDS, "Needs:", "needs", 1, 0)    \
    X(OPEN, "Open:", "who", 2, 1)        \
    X(CHOOSE, "Choose:", "look", 5, 3)   \
    X(DUE, "Due:", "due", 4, 2)

typedef enum list {
#define X(name, label, word, keeps, least) LIST_##name,
    LISTS(X)
#undef X
    LIST_COUNT
} list;

static const struct {
    const char *label, *word;
    int keeps, least;
} lists[] = {
#define X(name, label, word, keeps, least) { label, word, keeps, least },
    LISTS(X)
#undef X
};

typedef struct line {
    const char *text;
    size_t len;
    int rows, of; /* of: a list, LIST_COUNT: none */
    int stands_for; /* things: more than one where the line itself says that there are more */
    uint8_t gone;
} line;

typedef struct screen {
    line *lines;
    int count, rows;
    int left[LIST_COUNT], cut[LIST_COUNT]; /* rows of a list that stay; things that do not */
    uint8_t seen[LIST_COUNT + 1], several; /* a list that begins again is another screen's */
} screen;

static int list_of(const char *text, size_t len)
{
    for (int i = 0; i < LIST_COUNT; i++) {
        if (len == strlen(lists[i].label) && strncmp(text, lists[i].label, len) == 0) {
            return i;
        }
    }
    return LIST_COUNT;
}

/* "4 more facts; needs tells …" and "no date: a, b, c and 3 more; due tells …" stand for several. */
static int stands_for(const char *text, size_t len)
{
    const char *end = text + len, *at = strstr(text, " more");
    if (!at || at > end) {
        return 1;
    }
    while (at > text && at[-1] >= '0' && at[-1] <= '9') {
        at--;
    }
    int more = (int)strtol(at, NULL, 10);
    if (strncmp(text, "  no date: ", 11) == 0) {
        return more + MOOT_WALK_UNDATED;
    }
    return strspn(text, " ") == (size_t)(at - text) && more > 0 ? more : 1;
}

static int read_screen(const char *text, size_t width, screen *s)
{
    int of = LIST_COUNT, lines = 0;
    moot_buf wrapped;
    for (const char *at = text; *at; at++) {
        lines += *at == '\n';
    }
    s->lines = moot_calloc((size_t)lines + 1, sizeof *s->lines);
    moot_buf_init(&wrapped);
    for (const char *at = text; s->lines && *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n')) {
        line *l = &s->lines[s->count++];
        l->text = at;
        l->len = strcspn(at, "\n");
        l->rows = moot_session_wrap(at, l->len, width, &wrapped);
        s->rows += l->rows;
        if (l->len > 0 && at[0] != ' ') {
            of = list_of(at, l->len);
            s->several |= of < LIST_COUNT && s->seen[of];
            s->seen[of] = 1;
        }
        l->of = l->len > 0 && at[0] == ' ' ? of : LIST_COUNT;
        l->stands_for = l->of < LIST_COUNT ? stands_for(at, l->len) : 1;
        if (l->of < LIST_COUNT) {
            s->left[l->of]++;
        }
    }
    int whole = s->lines && moot_buf_ok(&wrapped);
    moot_buf_done(&wrapped);
    return whole;
}

/* Of what changed and of what is open the oldest goes first: the prompt names the stage that began last, and what it names is
 * to be seen. */
static int loses_first(int of)
{
    return of == LIST_CHANGED || of == LIST_OPEN;
}

/* One line of a list goes. */
static void cut_one(screen *s, int of)
{
    int last = -1;
    for (int i = 0; i < s->count && (last < 0 || !loses_first(of)); i++) {
        last = s->lines[i].of == of && !s->lines[i].gone ? i : last;
    }
    s->lines[last].gone = 1;
    s->rows -= s->lines[last].rows;
    s->rows += s->cut[of] == 0; /* the line that says so */
    s->cut[of] += s->lines[last].stands_for;
    s->left[of]--;
}

static void cut_down(screen *s, int rows, int least)
{
    for (int of = 0; of < LIST_COUNT; of++) {
        int keeps = least ? lists[of].least : lists[of].keeps;
        while (s->rows > rows && s->left[of] > keeps) {
            cut_one(s, of);
        }
    }
}

/* Blank lines between the parts, but for the one above the screen. */
static void close_up(screen *s, int rows)
{
    for (int i = 1; i < s->count && s->rows > rows; i++) {
        if (s->lines[i].len == 0) {
            s->lines[i].gone = 1;
            s->rows--;
        }
    }
}

static void say_more(const screen *s, int of, int plain, moot_buf *out)
{
    moot_buf_printf(out, "  %s%d more: %s\n", plain ? "" : "\u2026 ", s->cut[of], lists[of].word);
}

int moot_session_fit(const char *text, size_t width, int rows, int plain, moot_buf *out)
{
    screen s = { 0 };
    int told[LIST_COUNT] = { 0 };
    int whole = read_screen(text, width, &s);
    if (whole && !s.several && s.rows > rows) {
        cut_down(&s, rows, 0);
        close_up(&s, rows);
        cut_down(&s, rows, 1);
    }
    for (int i = 0; whole && i < s.count; i++) {
        const line *l = &s.lines[i];
        int ends = i + 1 == s.count || s.lines[i + 1].of != l->of;
        int says = l->of < LIST_COUNT && s.cut[l->of] > 0 && !told[l->of];
        if (says && loses_first(l->of)) {
            say_more(&s, l->of, plain, out);
            told[l->of] = 1;
        }
        if (!l->gone) {
            moot_buf_add(out, l->text, l->len);
            moot_buf_char(out, '\n');
        }
        if (says && ends && !told[l->of]) {
            say_more(&s, l->of, plain, out);
            told[l->of] = 1;
        }
    }
    moot_free(s.lines);
    return whole && moot_buf_ok(out);
}
