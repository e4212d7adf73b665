/* One cell against one type. */
#include <string.h>

#include "vm/base/gate.h"
#include "vm/base/text.h"
#include "vm/case/read_internal.h"

#define OPTIONS_SHOWN 8

/* ---- small pieces ---- */

int moot_reader__is_text(const moot_cell *cell)
{
    return cell->kind == MOOT_CELL_TEXT || cell->kind == MOOT_CELL_PLAIN;
}

const char *moot_reader__name(moot_reader *r, const char *text)
{
    size_t len = strlen(text);
    if (moot_text_ascii(text, len)) {
        return text;
    }
    moot_buf normal;
    moot_buf_init(&normal);
    moot_text_nfc(text, len, &normal);
    char *copy = moot_buf_ok(&normal) ? moot_arena_str(&r->scratch, moot_buf_text(&normal)) : NULL;
    moot_buf_done(&normal);
    if (!copy) {
        moot_reader__no_memory(r);
    }
    return copy;
}

static int wrong(moot_reader *r, const moot_cell *cell, const char *wanted)
{
    const char *needle = moot_reader__is_text(cell) ? cell->text : cell->key;
    moot_reader_say(r, MOOT_EDATA, needle, "\"%s\" is %s, not %s", cell->key ? cell->key : "this", wanted,
                    moot_reader__shown(r, cell));
    return 0;
}

/* A text that identifies a person is refused before anything else is said of it. */
static int gate(moot_reader *r, const moot_cell *cell)
{
    moot_gate_kind kind = moot_gate_scan(cell->text);
    if (kind == MOOT_GATE_NONE) {
        return 1;
    }
    moot_reader_say(r, MOOT_EDATA, cell->key,
                    "\"%s\" holds what looks like %s (not repeated here); leave out what identifies a person",
                    cell->key ? cell->key : "this", moot_gate_text(kind));
    return 0;
}

int moot_reader__name_cell(moot_reader *r, const moot_cell *cell, const char **out_name)
{
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "a name, written in quotes");
    }
    const char *name = moot_reader__name(r, cell->text);
    if (!name) {
        return 0;
    }
    *out_name = name;
    return 1;
}

int moot_reader__text(moot_reader *r, const moot_cell *cell, const char **out_text)
{
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "text, written in quotes");
    }
    if (!gate(r, cell)) {
        return 0;
    }
    const char *copy = moot_arena_str(&r->input->arena, cell->text);
    if (!copy) {
        moot_reader__no_memory(r);
        return 0;
    }
    *out_text = copy;
    return 1;
}

/* What a parser of vm/time/time.c said, with the key in front; it quotes the text, so the gate stands before. */
static int parse_failed(moot_reader *r, const moot_cell *cell, const moot_err *err)
{
    if (err->code == MOOT_ENOMEM) {
        moot_reader__no_memory(r);
    } else if (gate(r, cell)) {
        moot_reader_say(r, MOOT_EDATA, cell->text, "\"%s\": %s", cell->key ? cell->key : "this", err->msg);
    }
    return 0;
}

int moot_reader__when(moot_reader *r, const moot_cell *cell, moot_when *out_when)
{
    moot_err err;
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "a time, written like \"2026-05-21 09:15\"");
    }
    moot_err_init(&err);
    return moot_when_parse(r->zone, cell->text, out_when, &err) ? parse_failed(r, cell, &err) : 1;
}

/* True when the word is one of a list of small-letter words, whatever its capitals. */
static int is_word_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *a = word, *b = words[i];
        while (*b && ((*a >= 'A' && *a <= 'Z') ? *a - 'A' + 'a' : *a) == *b) {
            a++;
            b++;
        }
        if (!*a && !*b) {
            return 1;
        }
    }
    return 0;
}

int moot_reader__yes(moot_reader *r, const moot_cell *cell, int *out_yes)
{
    static const char *const yes[] = { "true", "yes", "y", "1" };
    static const char *const no[] = { "false", "no", "n", "0" };
    int plain = cell->kind == MOOT_CELL_PLAIN;
    if (cell->kind == MOOT_CELL_YES || (plain && is_word_of(cell->text, yes, MOOT_COUNT(yes)))) {
        *out_yes = 1;
    } else if (cell->kind == MOOT_CELL_NO || (plain && is_word_of(cell->text, no, MOOT_COUNT(no)))) {
        *out_yes = 0;
    } else {
        return wrong(r, cell, plain ? "yes or no" : "yes or no (write true or false)");
    }
    return 1;
}

int moot_reader__integer(const moot_cell *cell, int64_t *out_number)
{
    if (cell->kind == MOOT_CELL_INTEGER) {
        *out_number = cell->number;
        return 1;
    }
    if (cell->kind != MOOT_CELL_PLAIN) {
        return 0;
    }
    const char *digit = cell->text + (cell->text[0] == '-');
    int64_t number = 0;
    size_t len = strlen(digit);
    if (len == 0 || len > 18 || strspn(digit, "0123456789") != len) {
        return 0;
    }
    for (; *digit; digit++) {
        number = number * 10 + (*digit - '0');
    }
    *out_number = cell->text[0] == '-' ? -number : number;
    return 1;
}

int moot_reader__party(moot_reader *r, const moot_cell *cell, int32_t *out_party)
{
    const char *name;
    if (!moot_reader__name_cell(r, cell, &name)) {
        return 0;
    }
    *out_party = moot_find_party(r->protocol, name);
    if (*out_party < 0) {
        moot_reader_say(r, MOOT_EDATA, cell->text, "\"%s\": this protocol has no service or role %s%s", cell->key,
                        moot_reader__quote(r, name), MOOT_HINT(r, name, parties));
    }
    return *out_party >= 0;
}

/* ---- one function for each type of fact ---- */

static int read_yesno(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    int yes;
    (void)fact;
    if (!moot_reader__yes(r, cell, &yes)) {
        return 0;
    }
    *out = moot_value_yesno(yes);
    return 1;
}

/* Zero for both ends is how a fact without limits looks if nobody set them. */
static int in_range(moot_reader *r, const moot_fact *fact, const moot_cell *cell, int64_t number)
{
    if ((fact->min == 0 && fact->max == 0) || (number >= fact->min && number <= fact->max)) {
        return 1;
    }
    moot_reader_say(r, MOOT_EDATA, cell->key, "\"%s\" is a number from %lld to %lld, not %s", cell->key,
                    (long long)fact->min, (long long)fact->max, moot_reader__shown(r, cell));
    return 0;
}

static int read_integer(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    int64_t number;
    if (!moot_reader__integer(cell, &number)) {
        return wrong(r, cell, "a whole number");
    }
    *out = moot_value_of(MOOT_T_INTEGER, number, 0);
    return in_range(r, fact, cell, number);
}

/* "£12.50" and "12.50" are pounds; without a point and a pound sign it is pence, as in results. */
static int pounds(const char *text, int64_t *out_pence)
{
    const char *digit = text + (strncmp(text, "\xC2\xA3", 2) == 0 ? 2 : 0);
    size_t whole = strspn(digit, "0123456789");
    const char *point = digit + whole;
    int64_t pence = 0;
    if (whole == 0 || whole > 12 || (point[0] != '.' && digit == text)) {
        return 0;
    }
    for (size_t i = 0; i < whole; i++) {
        pence = pence * 10 + (digit[i] - '0');
    }
    pence *= 100;
    if (point[0] == '.') {
        if (strspn(point + 1, "0123456789") != 2 || point[3]) {
            return 0;
        }
        pence += (point[1] - '0') * 10 + (point[2] - '0');
    } else if (point[0]) {
        return 0;
    }
    *out_pence = pence;
    return 1;
}

static int read_money(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    int64_t pence;
    if (!moot_reader__integer(cell, &pence) && !(moot_reader__is_text(cell) && pounds(cell->text, &pence))) {
        return wrong(r, cell, "money (write 1250 for pence, or \"\xC2\xA3" "12.50\")");
    }
    *out = moot_value_of(MOOT_T_MONEY, pence, 0);
    return in_range(r, fact, cell, pence);
}

static int read_date(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    moot_day lo, hi;
    moot_err err;
    (void)fact;
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "a date, written like \"2009-02-11\"");
    }
    moot_err_init(&err);
    if (moot_days_parse(cell->text, &lo, &hi, &err)) {
        return parse_failed(r, cell, &err);
    }
    *out = moot_value_of(MOOT_T_DATE, lo, hi);
    return 1;
}

static int read_instant(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    moot_when when;
    (void)fact;
    if (!moot_reader__when(r, cell, &when)) {
        return 0;
    }
    *out = moot_value_of(MOOT_T_INSTANT, when.lo, when.hi);
    return 1;
}

static int read_duration(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    moot_duration duration;
    moot_err err;
    (void)fact;
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "a length of time, written like \"10 working days\"");
    }
    moot_err_init(&err);
    if (moot_duration_parse(cell->text, &duration, &err)) {
        return parse_failed(r, cell, &err);
    }
    *out = moot_value_of(MOOT_T_DURATION, duration.count, duration.unit);
    return 1;
}

static int read_text(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    const char *text;
    (void)fact;
    if (!moot_reader__text(r, cell, &text)) {
        return 0;
    }
    *out = moot_value_text_of(text);
    return 1;
}

static int read_party(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    int32_t party;
    (void)fact;
    if (!moot_reader__party(r, cell, &party)) {
        return 0;
    }
    *out = moot_value_of(MOOT_T_PARTY, party, 0);
    return 1;
}

/* Position of a word among a fact's options; -1 after telling which there are. */
static int32_t find_option(moot_reader *r, const moot_fact *fact, const char *key, const char *text)
{
    const moot_protocol *p = r->protocol;
    const char *word = moot_reader__name(r, text);
    if (!word) {
        return -1;
    }
    int32_t symbol = moot_names_find(&p->symbols, word);
    for (int32_t i = 0; symbol >= 0 && i < fact->options.count; i++) {
        if (moot_span_at(p, fact->options, i) == symbol) {
            return i;
        }
    }
    const char **names = moot_arena_array(&r->scratch, (size_t)fact->options.count + 1, sizeof *names);
    moot_buf list;
    moot_buf_init(&list);
    for (int32_t i = 0; names && i < fact->options.count; i++) {
        names[i] = moot_symbol(p, moot_span_at(p, fact->options, i));
        if (i < OPTIONS_SHOWN) {
            moot_buf_printf(&list, "%s\"%s\"", i ? ", " : "", names[i]);
        } else if (i == OPTIONS_SHOWN) {
            moot_buf_str(&list, ", ...");
        }
    }
    if (names && moot_buf_ok(&list)) {
        moot_reader_say(r, MOOT_EDATA, text, "\"%s\" is one of %s, not %s%s", key, moot_buf_text(&list),
                        moot_reader__quote(r, word), moot_reader__hint(r, word, names, (size_t)fact->options.count));
    } else {
        moot_reader__no_memory(r);
    }
    moot_buf_done(&list);
    return -1;
}

static int read_one_of(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    if (!moot_reader__is_text(cell)) {
        return wrong(r, cell, "a word of its list, written in quotes");
    }
    int32_t option = find_option(r, fact, cell->key, cell->text);
    if (option < 0) {
        return 0;
    }
    *out = moot_value_of((moot_type)fact->type, moot_span_at(r->protocol, fact->options, option), 0);
    return 1;
}

static int add_option(moot_reader *r, const moot_fact *fact, const moot_cell *cell, const char *word, moot_value *out)
{
    int32_t option = find_option(r, fact, cell->key, word);
    if (option < 0 || option > 62) {
        return 0;
    }
    out->a |= (int64_t)1 << option;
    return 1;
}

/* JSON has a list; CSV has words between semicolons. */
static int read_set(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    int good = 1;
    *out = moot_value_of(MOOT_T_SET, 0, fact - r->protocol->facts);
    if (cell->kind == MOOT_CELL_LIST) {
        for (int32_t i = 0; i < cell->count; i++) {
            const moot_cell *item = &cell->cells[i];
            good &= moot_reader__is_text(item) ? add_option(r, fact, cell, item->text, out)
                                               : wrong(r, cell, "a list of words in quotes");
        }
        return good;
    }
    if (cell->kind != MOOT_CELL_PLAIN) {
        return wrong(r, cell, "a list of words, like [\"a\", \"b\"]");
    }
    for (const char *word = cell->text; *word; word += *word == ';') {
        word += strspn(word, " ");
        size_t len = strcspn(word, ";"), end = len;
        while (end && word[end - 1] == ' ') {
            end--;
        }
        const char *copy = moot_arena_strn(&r->scratch, word, end);
        good &= copy && (end == 0 || add_option(r, fact, cell, copy, out));
        word += len;
    }
    return good;
}

static int read_spells(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out)
{
    (void)out;
    moot_reader_say(r, MOOT_EDATA, cell->key,
                    "\"%s\" is a kind of spell: list its spells under \"spells\", each with \"kind\", \"from\" and \"to\"",
                    fact->decl.name);
    return 0;
}

typedef int read_fn(moot_reader *r, const moot_fact *fact, const moot_cell *cell, moot_value *out);

static read_fn *const readers[] = {
    [MOOT_T_YESNO] = read_yesno,   [MOOT_T_INTEGER] = read_integer,   [MOOT_T_MONEY] = read_money,
    [MOOT_T_DATE] = read_date,     [MOOT_T_INSTANT] = read_instant,   [MOOT_T_ONE_OF] = read_one_of,
    [MOOT_T_TEXT] = read_text,     [MOOT_T_PARTY] = read_party,       [MOOT_T_SET] = read_set,
    [MOOT_T_SPELLS] = read_spells, [MOOT_T_DURATION] = read_duration, [MOOT_T_CONSENT] = read_one_of,
};

int moot_reader__value(moot_reader *r, int32_t fact, const moot_cell *cell, moot_value *out_value)
{
    const moot_fact *about = &r->protocol->facts[fact];
    moot_cell named = *cell;
    named.key = about->decl.name;
    if (cell->kind == MOOT_CELL_NULL) {
        *out_value = moot_unknown();
        return 1;
    }
    if (about->type >= MOOT_COUNT(readers) || !readers[about->type]) {
        MOOT_BUG("fact \"%s\" has type %d, which no reader knows", about->decl.name, about->type);
    }
    return readers[about->type](r, about, &named, out_value);
}
