/* What a clause table says of a clause, in words for a page: its labels and its fixed form of times (protocols/clauses) are for
 * those who write the table. */
#include <ctype.h>
#include <string.h>

#include "repl/walk/walk_export_internal.h"

/* Is that a name of ours for an event, "mash-referral", of which the hyphen is no sign of a date or of a range of days? */
static int joins_words(const char *text, size_t at)
{
    return at > 0 && isalpha((unsigned char)text[at + 1]) && isalnum((unsigned char)text[at - 1]);
}

/* The words of the fixed form that are no English by themselves, each at the beginning of a time or of a part of it. */
static const struct form {
    const char *form, *words;
} forms[] = {
    { "min ", "at least " },
    { "max ", "at most " },
    { "horizon ", "looking ahead " },
    { "cutoff ", "until " },
    { "every 1 days", "every day" },
    { "every 1 months", "every month" },
    { "every 1 years", "every year" },
    { "Mon-Thu", "Monday to Thursday" },
    { "s184-", "section 184 " },
    { "mash-", "MASH " },
    { "hoo-", "HOO " },
    { " minus ", " less " },
};

static size_t put_form(const char *text, size_t at, moot_buf *out)
{
    for (size_t i = 0; i < MOOT_COUNT(forms); i++) {
        size_t len = strlen(forms[i].form);
        if (strncmp(text + at, forms[i].form, len) == 0 && (at == 0 || !isalnum((unsigned char)text[at - 1]) || text[at] == ' ')) {
            moot_buf_str(out, forms[i].words);
            return len;
        }
    }
    return 0;
}

static void put_times(const char *text, moot_buf *out)
{
    for (size_t at = 0, len; text[at]; at += len) {
        len = put_form(text, at, out);
        if (len == 0) {
            moot_buf_char(out, text[at] == '-' && joins_words(text, at) ? ' ' : text[at]);
            len = 1;
        }
    }
}

/* "social worker + HOO (implied)": who acts, and what of it the text does not say. */
static void put_actor(const char *text, moot_buf *out)
{
    static const char plus[] = " + ", implied[] = "implied";
    while (*text) {
        if (strncmp(text, plus, strlen(plus)) == 0) {
            moot_buf_str(out, " and ");
            text += strlen(plus);
        } else if (strncmp(text, implied, strlen(implied)) == 0) {
            moot_buf_str(out, "the text implies it");
            text += strlen(implied);
        } else {
            moot_buf_char(out, *text++);
        }
    }
}

static void put_same(const char *text, moot_buf *out)
{
    moot_buf_str(out, text);
}

void walk_export_clause_line(const char *line, moot_buf *out)
{
    static const struct {
        const char *label, *words;
        void (*put)(const char *text, moot_buf *out);
    } labels[] = {
        { "actor: ", "Who acts: ", put_actor },
        { "rule: ", "", put_same },
        { "deadline: ", "When: ", put_times },
        { "ambiguity: ", "What the text leaves open: ", put_same },
    };
    line += strspn(line, " ");
    for (size_t i = 0; i < MOOT_COUNT(labels); i++) {
        size_t len = strlen(labels[i].label);
        if (strncmp(line, labels[i].label, len) == 0) {
            moot_buf_str(out, labels[i].words);
            labels[i].put(line + len, out);
            return;
        }
    }
    moot_buf_str(out, line);
}
