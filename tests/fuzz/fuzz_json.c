/* Fuzz target: whatever line claims to be a case is read or refused; what was read is run, and is written as a line that
 * reads back as the same case. Started from the root of the tree, for the protocol that it reads. */
#include <stdint.h>
#include <string.h>

#include "lua/compile/compile.h"
#include "vm/engine/engine.h"
#include "vm/case/input_json.h"
#include "vm/case/read_json.h"

#define PROTOCOL "protocols/stockport-2018.lua"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const moot_protocol *protocol(void)
{
    static moot_protocol *loaded; /* once; lives as long as the process */
    moot_errs errs;
    moot_errs_init(&errs, 0);
    if (!loaded && moot_protocol_load(PROTOCOL, NULL, &loaded, &errs, NULL)) {
        MOOT_BUG("%s: %s", PROTOCOL, errs.count ? errs.list[0].msg : "out of memory");
    }
    moot_errs_done(&errs);
    return loaded;
}

/* Reads a line into an input that was init; its writing goes to out. */
static moot_code read_line(const char *line, size_t len, moot_input *input, moot_buf *out, moot_errs *errs)
{
    moot_reader reader;
    moot_reader_init(&reader, protocol(), MOOT_NEVER);
    moot_reader_begin(&reader, "fuzz.jsonl", 1, line, errs);
    moot_code code = moot_json_case(&reader, line, len, input);
    if (code == MOOT_OK) {
        moot_input_json(protocol(), input, out);
    } else if (errs->count == 0) {
        MOOT_BUG("the line is refused without a word");
    }
    moot_reader_done(&reader);
    return code;
}

static void run_case(const moot_input *input)
{
    moot_engine *engine = NULL;
    moot_oracle *oracle = NULL;
    moot_options options = moot_options_default();
    moot_case c;
    moot_err err;
    moot_err_init(&err);
    moot_case_init(&c);
    if (moot_engine_new(&options, &engine, &err) || moot_oracle_recorded(&oracle, &err) ||
        moot_engine_case(engine, &c, protocol(), input, oracle, &err)) {
        MOOT_BUG("a case that was read does not run: %s", err.msg);
    }
    moot_case_done(&c);
    moot_oracle_free(oracle);
    moot_engine_free(engine);
}

static void reads_back(const moot_buf *once)
{
    moot_input input;
    moot_buf twice;
    moot_errs errs;
    moot_buf_init(&twice);
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    if (read_line(moot_buf_text(once), once->len, &input, &twice, &errs)) {
        MOOT_BUG("the case was written as %s, which is refused: %s", moot_buf_text(once), errs.list[0].msg);
    }
    if (strcmp(moot_buf_text(once), moot_buf_text(&twice)) != 0) {
        MOOT_BUG("the case %s reads back as %s", moot_buf_text(once), moot_buf_text(&twice));
    }
    moot_input_done(&input);
    moot_errs_done(&errs);
    moot_buf_done(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    moot_input input;
    moot_buf line, written;
    moot_errs errs;
    moot_buf_init(&line);
    moot_buf_init(&written);
    moot_errs_init(&errs, 0);
    moot_input_init(&input);
    moot_buf_add(&line, (const char *)data, size);
    if (read_line(moot_buf_text(&line), line.len, &input, &written, &errs) == MOOT_OK) {
        run_case(&input);
        reads_back(&written);
    }
    moot_input_done(&input);
    moot_errs_done(&errs);
    moot_buf_done(&written);
    moot_buf_done(&line);
    return 0;
}
