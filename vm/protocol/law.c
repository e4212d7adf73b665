#include "vm/protocol/law.h"

#include <string.h>

#define NAMED_AT_MOST 8 /* of a list in the note; the rest are counted */

const char moot_marks_explained[] =
    "K: to be checked, from general knowledge; V: to be checked, only the opening of the page was read.";

const char *moot_mark_text(char mark)
{
    return mark == 'K'   ? "to be checked: from general knowledge"
           : mark == 'V' ? "to be checked: only the opening of the page was read"
                         : "";
}

const char *moot_clause_mark(const moot_protocol *protocol, const char *clause)
{
    int32_t source = moot_find_law(protocol, clause);
    return source >= 0 ? moot_source_mark(&protocol->laws[source]) : "";
}

/* Which key the clause bears: 0 none, 1 K, 2 V, 3 that of its dates. */
static int key_of(const moot_protocol *protocol, const char *clause)
{
    int32_t source = moot_find_law(protocol, clause);
    const moot_law *l = source >= 0 ? &protocol->laws[source] : NULL;
    return !l ? 0 : l->mark == 'K' ? 1 : l->mark == 'V' ? 2 : l->dates_mark ? 3 : 0;
}

const char *moot_clause_key(const moot_protocol *protocol, const char *clause)
{
    static const char *const keys[] = { "", " (K)", " (V)", " (dates K)" };
    return keys[key_of(protocol, clause)];
}

const char *moot_clause_key_alone(const moot_protocol *protocol, const char *clause)
{
    static const char *const keys[] = { "", "K", "V", "dates K" };
    return keys[key_of(protocol, clause)];
}

const char *moot_source_mark(const moot_law *source)
{
    return source->mark == 'K'       ? " (to be checked: from general knowledge)"
           : source->mark == 'V'     ? " (to be checked: only the opening of the page was read)"
           : source->dates_mark != 0 ? " (its dates are to be checked: from general knowledge)"
                                     : "";
}

int moot_not_commenced(const moot_law *source)
{
    return source->decl.in_force_from == MOOT_NOT_COMMENCED;
}

size_t moot_law_whole(const char *id, size_t len)
{
    int in_brackets = len > 0 && id[len - 1] == ')';
    while (len > 0 && id[len - 1] != (in_brackets ? '(' : ' ')) {
        len--;
    }
    len -= len > 0;
    while (len > 0 && (id[len - 1] == ' ' || id[len - 1] == ',')) {
        len--;
    }
    return len;
}

/* ---- parts ---- */

static int of_part(const moot_law_part *part, int32_t law)
{
    return !part || part->laws[law];
}

static int took_part(const moot_law_part *part, const moot_decl *decl)
{
    int found = !part;
    for (int32_t i = 0; !found && i < part->decls_count; i++) {
        found = part->decls[i] == decl;
    }
    return found;
}

moot_day moot_law_part_as_at(const moot_protocol *protocol, const moot_law_part *part)
{
    moot_day first = MOOT_DAY_MIN;
    for (int32_t i = 0; i < protocol->laws_count; i++) {
        if (of_part(part, i) && (first == MOOT_DAY_MIN || protocol->laws[i].as_at < first)) {
            first = protocol->laws[i].as_at;
        }
    }
    return first;
}

moot_day moot_law_as_at(const moot_protocol *protocol)
{
    return moot_law_part_as_at(protocol, NULL);
}

/* ---- the note ---- */

typedef struct list {
    moot_buf *out;
    const char *head; /* said before the first */
    const moot_law_part *part;
    int32_t count;
} list;

static void name(list *l, const char *text, const char *more)
{
    if (l->count < NAMED_AT_MOST) {
        moot_buf_printf(l->out, "%s%s%s", l->count == 0 ? l->head : ", ", text, more);
    }
    l->count++;
}

static void finish(const list *l)
{
    if (l->count > NAMED_AT_MOST) {
        moot_buf_printf(l->out, " and %d more", (int)(l->count - NAMED_AT_MOST));
    }
}

static void open_decl(list *l, const moot_decl *decl)
{
    if (decl->law != NULL && decl->open != NULL && decl->name[0] != '\0' && took_part(l->part, decl)) {
        name(l, decl->name, "");
    }
}

/* Readings of the law, each with what was chosen; rules whose law leaves a smaller point open; what is not commenced. */
static void open_points(const moot_protocol *p, const moot_law_part *part, moot_buf *out)
{
    list l = { out, "; open points: ", part, 0 };
    for (int32_t i = 0; i < p->readings_count; i++) {
        if (p->readings[i].decl.law != NULL && (!part || part->readings[i])) {
            moot_buf chosen;
            moot_buf_init(&chosen);
            moot_buf_printf(&chosen, " (read as: %s)", moot_symbol(p, p->readings[i].chosen));
            name(&l, p->readings[i].decl.name, moot_buf_text(&chosen));
            moot_buf_done(&chosen);
        }
    }
    for (int32_t i = 0; i < p->laws_count; i++) {
        if (of_part(part, i) && moot_not_commenced(&p->laws[i])) {
            name(&l, p->laws[i].decl.name, " (not commenced: no date is known)");
        }
    }
    for (int32_t i = 0; i < p->decisions_count; i++) {
        open_decl(&l, &p->decisions[i].decl);
    }
    for (int32_t i = 0; i < p->stages_count; i++) {
        open_decl(&l, &p->stages[i].decl);
    }
    for (int32_t i = 0; i < p->clocks_count; i++) {
        open_decl(&l, &p->clocks[i].decl);
    }
    finish(&l);
}

static void to_be_checked(const moot_protocol *p, const moot_law_part *part, moot_buf *out)
{
    list l = { out, "; to be checked: ", part, 0 };
    for (int32_t i = 0; i < p->laws_count; i++) {
        if (of_part(part, i) && (p->laws[i].mark != 0 || p->laws[i].dates_mark != 0)) {
            name(&l, p->laws[i].decl.name, p->laws[i].mark != 0 ? "" : " (its dates)");
        }
    }
    finish(&l);
}

void moot_law_part_note(const moot_protocol *protocol, const moot_law_part *part, moot_buf *out)
{
    moot_day as_at = moot_law_part_as_at(protocol, part);
    char day[64];
    if (protocol->decl.open != NULL) {
        moot_buf_printf(out, "%s: %s.%s", protocol->id, protocol->decl.open, as_at != MOOT_DAY_MIN ? " " : "");
    }
    if (as_at == MOOT_DAY_MIN) {
        return;
    }
    moot_buf_printf(out, "Not legal advice; law as at %s", moot_day_text(as_at, day, sizeof day));
    open_points(protocol, part, out);
    to_be_checked(protocol, part, out);
    moot_buf_char(out, '.');
}

void moot_law_note(const moot_protocol *protocol, moot_buf *out)
{
    moot_law_part_note(protocol, NULL, out);
}

void moot_law_tell(const moot_protocol *protocol, moot_buf *out)
{
    moot_law_note(protocol, out);
    if (protocol->laws_count > 0) {
        moot_buf_printf(out, " %s", moot_marks_explained);
    }
}
