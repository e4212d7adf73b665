/* Each matcher takes a place in a NUL-terminated text and gives the length of what it knows there, 0 if nothing; the scan
 * tries them at the start of each word and wants a word to end behind them. ASCII only: no such number has other letters. */
#include "vm/base/gate.h"

#include <string.h>

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int is_word(char c)
{
    return is_digit(c) || is_letter(c) || c == '_' || ((unsigned char)c & 0x80);
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static size_t digits_at(const char *text, size_t most)
{
    size_t n = 0;
    while (n < most && is_digit(text[n])) {
        n++;
    }
    return n;
}

/* ---- numbers ---- */

static size_t match_upn(const char *text)
{
    int fits = is_letter(text[0]) && digits_at(text + 1, 11) == 11 && (is_digit(text[12]) || is_letter(text[12]));
    return fits ? 13 : 0;
}

/* Ten digits, whole or as 3-3-4. */
static size_t match_ten(const char *text, int out_digits[10])
{
    size_t len = 0;
    for (int i = 0; i < 10; i++) {
        int gap = (i == 3 || i == 6) && (text[len] == ' ' || text[len] == '-');
        if (gap && i == 6 && len == 6) {
            return 0; /* the second gap without the first */
        }
        len += (size_t)gap;
        if (!is_digit(text[len])) {
            return 0;
        }
        out_digits[i] = text[len++] - '0';
    }
    return len == 11 ? 0 : len; /* only one gap */
}

static size_t match_nhs(const char *text)
{
    int d[10], sum = 0;
    size_t len = match_ten(text, d);
    for (int i = 0; len && i < 9; i++) {
        sum += (10 - i) * d[i];
    }
    return len && (d[0] || d[1]) && (11 - sum % 11) % 11 == d[9] ? len : 0; /* none begins with 00 */
}

static size_t match_uln(const char *text)
{
    int d[10], sum = 0;
    size_t len = match_ten(text, d);
    for (int i = 0; len && i < 10; i++) {
        sum += (10 - i) * d[i];
    }
    return len && d[0] && sum % 11 == 10 ? len : 0; /* none begins with 0: running numbers do */
}

static int nino_prefix(char first, char second)
{
    static const char *const never[] = { "BG", "GB", "KN", "NK", "NT", "TN", "ZZ" };
    for (size_t i = 0; i < MOOT_COUNT(never); i++) {
        if (first == never[i][0] && second == never[i][1]) {
            return 0;
        }
    }
    return !strchr("DFIQUV", first) && !strchr("DFIQUVO", second);
}

static size_t match_nino(const char *text)
{
    if (!is_letter(text[0]) || !is_letter(text[1]) || !nino_prefix(upper(text[0]), upper(text[1]))) {
        return 0;
    }
    size_t len = 2;
    for (int i = 0; i < 6; i++) {
        len += text[len] == ' ' && i % 2 == 0;
        if (!is_digit(text[len++])) {
            return 0;
        }
    }
    len += text[len] == ' ';
    return text[len] && strchr("ABCD", upper(text[len])) ? len + 1 : 0;
}

static size_t match_postcode(const char *text)
{
    size_t area = is_letter(text[0]) ? (is_letter(text[1]) ? 2 : 1) : 0;
    if (!area || !is_digit(text[area])) {
        return 0;
    }
    for (size_t extra = 2; extra-- > 0;) { /* with the optional fourth character, then without */
        size_t len = area + 1 + extra;
        if (extra && !is_digit(text[len - 1]) && !is_letter(text[len - 1])) {
            continue;
        }
        len += text[len] == ' ';
        if (is_digit(text[len]) && is_letter(text[len + 1]) && is_letter(text[len + 2]) && !is_word(text[len + 3])) {
            return len + 3;
        }
    }
    return 0;
}

/* 0 or +44, then 9 or 10 digits in groups, as in 0161 496 0000 and (020) 7946 0018. The first group has three digits or more, so that 01 05 2026 is a date. */
static size_t match_phone(const char *text)
{
    size_t len = 0, digits = 0;
    int abroad = strncmp(text, "+44", 3) == 0;
    if (abroad) {
        len = text[3] == ' ' ? 4 : 3;
        digits = 1; /* stands for the 0 */
        if (strncmp(text + len, "(0)", 3) == 0) {
            len += 3;
            len += text[len] == ' ';
        }
    } else if (text[0] != '0' || digits_at(text, 3) < 3) {
        return 0;
    }
    if (!strchr("1235789", text[len + !abroad]) || !text[len + !abroad]) {
        return 0;
    }
    for (;;) {
        size_t group = digits_at(text + len, 12);
        len += group;
        digits += group;
        len += text[len] == ')' && text[len + 1] == ' ';
        if ((text[len] != ' ' && text[len] != '-') || !is_digit(text[len + 1])) {
            break;
        }
        len++;
    }
    return digits == 10 || digits == 11 ? len : 0;
}

/* ---- e-mail: found from its @ ---- */

static int has_email(const char *text)
{
    for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@')) {
        if (at == text || !(is_word(at[-1]) || strchr(".%+-", at[-1]))) {
            continue;
        }
        size_t len = 1, after_dot = 0;
        int dotted = 0;
        for (; is_letter(at[len]) || is_digit(at[len]) || at[len] == '-' || (at[len] == '.' && len > 1); len++) {
            dotted |= at[len] == '.';
            after_dot = at[len] == '.' ? 0 : after_dot + (size_t)is_letter(at[len]);
            if (dotted && after_dot >= 2) {
                return 1;
            }
        }
    }
    return 0;
}

/* ---- the scan ---- */

static const struct {
    moot_gate_kind kind;
    size_t (*match)(const char *text);
    int capitals; /* letters must be capitals inside a longer text */
} matchers[] = {
    { MOOT_GATE_UPN, match_upn, 0 },   { MOOT_GATE_NHS, match_nhs, 0 },           { MOOT_GATE_ULN, match_uln, 0 },
    { MOOT_GATE_NINO, match_nino, 1 }, { MOOT_GATE_POSTCODE, match_postcode, 1 }, { MOOT_GATE_PHONE, match_phone, 0 },
};

static int has_small_letter(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] >= 'a' && text[i] <= 'z') {
            return 1;
        }
    }
    return 0;
}

static moot_gate_kind scan_at(const char *text, size_t start)
{
    for (size_t i = 0; i < MOOT_COUNT(matchers); i++) {
        size_t len = matchers[i].match(text + start);
        if (!len || is_word(text[start + len])) {
            continue;
        }
        int whole = start == 0 && text[len] == '\0';
        if (whole || !matchers[i].capitals || !has_small_letter(text + start, len)) {
            return matchers[i].kind;
        }
    }
    return MOOT_GATE_NONE;
}

moot_gate_kind moot_gate_scan(const char *text)
{
    if (has_email(text)) {
        return MOOT_GATE_EMAIL;
    }
    const char *first = strpbrk(text, "0123456789"); /* the others have digits: most words have none */
    if (!first) {
        return MOOT_GATE_NONE;
    }
    for (size_t i = 0; text[i]; i++) {
        int starts = (is_word(text[i]) || text[i] == '+') && (i == 0 || !is_word(text[i - 1]));
        if (starts) {
            moot_gate_kind kind = scan_at(text, i);
            if (kind != MOOT_GATE_NONE) {
                return kind;
            }
        }
    }
    return MOOT_GATE_NONE;
}

const char *moot_gate_text(moot_gate_kind kind)
{
    static const char *const texts[] = {
#define X(name, text) text,
        MOOT_GATE_KINDS(X)
#undef X
    };
    return (size_t)kind < MOOT_COUNT(texts) ? texts[kind] : texts[MOOT_GATE_NONE];
}
