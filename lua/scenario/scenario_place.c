/* Where a mistake or a failure of a scenario stands: its line is that of a word, its column that of what the sentence names,
 * if the word has it, as in `answer("mediaton", "prevented")`. */
#include <string.h>

#include "lua/scenario/scenario_internal.h"

void scenario_at(scenario_run *run, int line, int col)
{
    run->at_line = line;
    run->at_col = col;
}

static int is_behind(const char *sentence, size_t at, const char *words)
{
    size_t len = strlen(words);
    return at >= len && memcmp(sentence + at - len, words, len) == 0;
}

/* Where a sentence has it without quotes: "has no field outcom", "due is a time", "has no clause 9.9". */
static int may_be_bare(const char *sentence, size_t at, int is_text)
{
    return is_text ? is_behind(sentence, at, "clause ")
                   : at == 0 || is_behind(sentence, at, ".") || is_behind(sentence, at, "field ") ||
                         is_behind(sentence, at, "word ");
}

/* Where a sentence names this token, before it says what was meant instead; -1: it does not. */
static int32_t named_at(const char *sentence, const moot_scan *scan, int32_t token)
{
    const moot_token *t = &scan->tokens[token];
    size_t quotes = t->kind == MOOT_TOKEN_STRING;
    size_t len = (size_t)t->len > 2 * quotes ? (size_t)t->len - 2 * quotes : 0;
    const char *word = scan->source + t->start + quotes, *end = strstr(sentence, "; did you mean");
    size_t size = end ? (size_t)(end - sentence) : strlen(sentence);
    int32_t found = -1;
    for (size_t i = 0; len > 0 && i + len <= size; i++) {
        char before = i > 0 ? sentence[i - 1] : ' ', behind = sentence[i + len];
        int whole = before == '"' ? behind == '"'
                                  : may_be_bare(sentence, i, quotes > 0) && (!behind || strchr(" ;,:", behind));
        if (whole && memcmp(sentence + i, word, len) == 0) {
            found = (int32_t)i;
        }
    }
    return found;
}

/* Whether the word in hand ends before this token: another name stands outside all brackets. */
static int is_next_word(const moot_scan *scan, int32_t token, int depth)
{
    return depth == 0 && (scan->tokens[token].kind == MOOT_TOKEN_KEYWORD ||
                          (scan->tokens[token].kind == MOOT_TOKEN_NAME && !moot_token_is(scan, token - 1, ".")));
}

/* The column of what the sentence names last, if it stands on the line of the word in hand. */
static int column_named(const scenario_run *run, const char *sentence)
{
    const moot_scan *scan = &run->scan;
    int32_t i = 0, best = -1;
    int depth = 0, col = run->at_col;
    while (i < scan->token_count && (scan->tokens[i].line != run->at_line || scan->tokens[i].col != run->at_col)) {
        i++;
    }
    for (i++; i < scan->token_count && scan->tokens[i].line == run->at_line && !is_next_word(scan, i, depth); i++) {
        uint8_t kind = scan->tokens[i].kind;
        int32_t at = kind == MOOT_TOKEN_STRING || kind == MOOT_TOKEN_NAME ? named_at(sentence, scan, i) : -1;
        if (scan->tokens[i].match >= 0 && kind == MOOT_TOKEN_SIGN) {
            depth += scan->tokens[i].match > i ? 1 : -1;
        }
        if (at > best) {
            best = at;
            col = scan->tokens[i].col;
        }
    }
    return col;
}

/* Of another line than that of the word in hand: where it begins. */
int scenario_column(const scenario_run *run, int line, const char *sentence)
{
    if (line == run->at_line) {
        return column_named(run, sentence);
    }
    for (int32_t i = 0; i < run->scan.token_count; i++) {
        if (run->scan.tokens[i].line == line) {
            return run->scan.tokens[i].col;
        }
    }
    return 0;
}
