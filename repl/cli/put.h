/* put: a file that is written whole or not at all. */
#ifndef MOOT_PUT_H
#define MOOT_PUT_H

#include "vm/base/base.h"
#include "vm/base/err.h"

/* Writes beside the path first and then gives it its name, so that whoever reads it never sees half of it and an older one stays
 * until then; who may read the older one may read the new one, and nobody else. What is no plain file (a terminal, a pipe, a link)
 * is written as it is. For what is made bit by bit (a store, a caseload, a transcript) it is not. Errors: MOOT_ESYSTEM, with the
 * path and the reason; MOOT_ENOMEM. */
moot_code moot_put_file(const char *path, const char *text, size_t len, moot_err *err) MOOT_MUST_CHECK;

#endif
