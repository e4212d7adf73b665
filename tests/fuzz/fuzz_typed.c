/* Fuzz target: whatever is typed at the REPL, line by line, is carried out or refused with a sentence; what was told can be
 * told again and gives the same case; what completion and hints offer is text. Nothing is written to files. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "lua/load/load.h"
#include "repl/walk/walk.h"
#include "repl/walk/walk_export.h"
#include "vm/base/text.h"

#define LINES_MOST 40
#define LINE_MOST 300

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char script[] =
    "protocol \"fuzz-2026\" { council = \"Fuzz\", effective = \"2026-01-01\" }\n"
    "local sf = service \"Family\" { clause = \"1\" }\n"
    "local hg = service \"Homes\" { clause = \"1\" }\n"
    "fact \"way\" { one_of { \"by day\", \"by night\" }, ask = \"When?\" }\n"
    "fact \"in_need\" { yesno, per = \"child\", ask = \"In need?\" }\n"
    "panel \"Panel\" { clause = \"2.4\", every = weeks(2), first = \"2026-05-26\" }\n"
    "notice \"letter\" { clause = \"2\", \"what was decided\" }\n"
    "stage \"talk\" { clause = \"3.5\", owner = hg, on = event \"presents homeless\", when = { age = between(16, 17) },\n"
    "  outcome \"prevented\" { clause = \"3.5\", when = { welfare_concern = false }, close \"prevented\" },\n"
    "  outcome \"still homeless\" { clause = \"3.6\", go \"assessment\" } }\n"
    "stage \"assessment\" { clause = \"3.6\", owner = { sf, hg },\n"
    "  deadline \"assessment\" { clause = \"3.7\", within = hours(48) },\n"
    "  outcome \"home\" { clause = \"3.8\", place { \"home\" }, close \"home\" },\n"
    "  outcome \"turned 18\" { on = turns(18), clause = \"1\", close \"18\" } }\n";

static const moot_protocol *protocol(void)
{
    static moot_protocol *loaded; /* lives as long as the process */
    moot_load_options options = { .source = script, .source_len = sizeof script - 1 };
    moot_errs errs, warnings;
    if (loaded) {
        return loaded;
    }
    moot_errs_init(&errs, 0);
    moot_errs_init(&warnings, 0);
    if (moot_protocol_load_with("fuzz.lua", &options, &loaded, &errs, &warnings)) {
        MOOT_BUG("the protocol does not compile: %s", errs.count ? errs.list[0].msg : "");
    }
    moot_errs_done(&errs);
    moot_errs_done(&warnings);
    return loaded;
}

static moot_walk *new_walk(void)
{
    moot_walk *walk = NULL;
    moot_err err;
    moot_err_init(&err);
    moot_walk_options options = { .law_as_at = MOOT_DAY_MIN };
    return moot_walk_new(protocol(), &options, &walk, &err) ? NULL : walk;
}

/* 1: it was taken. */
static int type(moot_walk *walk, const char *line, moot_buf *out)
{
    moot_err err;
    int quit = 0;
    moot_err_init(&err);
    moot_code code = moot_walk_line(walk, line, out, &quit, &err);
    if (code && !err.msg[0]) {
        MOOT_BUG("\"%s\" is refused without a word", line);
    }
    if (moot_text_check(moot_buf_text(out), out->len, "the answer", &err)) {
        MOOT_BUG("the answer to \"%s\" is no text", line);
    }
    return code == MOOT_OK;
}

static void complete(moot_walk *walk, const char *line)
{
    char before[LINE_MOST + 1];
    const char *blank = strrchr(line, ' '), *word = blank ? blank + 1 : line;
    snprintf(before, sizeof before, "%.*s", (int)(word - line), line);
    for (size_t i = 0; i < 3 && moot_walk_complete(walk, before, word, i); i++) {
        continue;
    }
    (void)moot_walk_hint(walk, line);
}

/* The case as a caseload has it. */
static void case_of(moot_walk *walk, moot_buf *out)
{
    moot_err err;
    moot_err_init(&err);
    moot_buf_clear(out);
    if (moot_walk_case(walk) && moot_walk_export(walk, "case", 0, NULL, 1, out, &err)) {
        moot_buf_clear(out);
    }
}

/* What was told, told again line by line in a new walk, is the same case. */
static void tell_again(moot_walk *walk)
{
    moot_buf said, out, first, second;
    moot_walk *again = new_walk();
    moot_buf_init(&said);
    moot_buf_init(&out);
    moot_buf_init(&first);
    moot_buf_init(&second);
    moot_walk_said(walk, &said);
    case_of(walk, &first);
    int taken = again != NULL && first.len > 0;
    for (char *at = said.text; taken && at && *at;) {
        size_t len = strcspn(at, "\n");
        at[len] = '\0';
        moot_buf_clear(&out);
        taken = type(again, at, &out);
        at += len + 1;
    }
    if (taken) {
        case_of(again, &second);
        const char *one = strstr(moot_buf_text(&first), ",\"facts\""), *two = strstr(moot_buf_text(&second), ",\"facts\"");
        if (!one || !two || strcmp(one, two) != 0) {
            MOOT_BUG("told again it is another case:\n%s\n%s", moot_buf_text(&first), moot_buf_text(&second));
        }
    }
    moot_walk_free(again);
    moot_buf_done(&said);
    moot_buf_done(&out);
    moot_buf_done(&first);
    moot_buf_done(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char line[LINE_MOST + 1];
    moot_buf out;
    moot_walk *walk = new_walk();
    moot_buf_init(&out);
    for (int lines = 0; walk && size > 0 && lines < LINES_MOST; lines++) {
        const uint8_t *end = memchr(data, '\n', size);
        size_t len = end ? (size_t)(end - data) : size;
        size_t used = len < LINE_MOST ? len : LINE_MOST;
        memcpy(line, data, used);
        line[used] = '\0';
        moot_buf_clear(&out);
        complete(walk, line);
        (void)type(walk, line, &out);
        data += len + (end != NULL);
        size -= len + (end != NULL);
    }
    if (walk) {
        tell_again(walk);
    }
    moot_walk_free(walk);
    moot_buf_done(&out);
    return 0;
}
