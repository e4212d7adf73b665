/* A small protocol, made by hand, for the tests of the readers and of the batch: one of everything that a caseload can name. */
#ifndef TESTS_VM_READER_PROTOCOL_H
#define TESTS_VM_READER_PROTOCOL_H

#include "vm/case/caseload.h"

/* Sealed; ends the test program when it cannot be made. */
moot_protocol *reader_protocol(void);
/* A file in the folder for temporary files with this text; returns its path, good until the next call with the same name. */
const char *reader_file(const char *name, const char *text, size_t len);
/* All that was told, as people would see it, one after the other, without the path of the file. */
void reader_told(const moot_errs *errs, moot_buf *out);
/* One good case in short: id, facts, spells, records, warnings. */
void reader_show(const moot_protocol *p, const moot_input *input, moot_buf *out);
/* Opens a caseload, reads it to its end: cases and then what was told, then the counts. */
void reader_run(const moot_protocol *p, const char *path, moot_buf *out);

#endif
