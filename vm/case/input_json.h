/* input_json: a case as one JSON line of interface.md ("A case, JSON Lines"): the inverse of
 * read_json.h. What is read from the line is the same input again, so that a store, an export
 * and a generated caseload all speak one language. Facts stand in the order of the protocol,
 * events in that of the file. */
#ifndef MOOT_INPUT_JSON_H
#define MOOT_INPUT_JSON_H

#include "vm/case/record.h"

/* Appends the object without a newline. Memory: a failure shows in moot_buf_ok. */
void moot_input_json(const moot_protocol *protocol, const moot_input *input, moot_buf *out);

#endif
