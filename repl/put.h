/* put: a file that is written whole or not at all. */
#ifndef MOOT_PUT_H
#define MOOT_PUT_H

#include "vm/base.h"
#include "vm/err.h"

/* Writes beside the path first and then gives it its name, so that whoever reads it never sees half of it and an older one stays
 * until then; what is no plain file (a terminal, a pipe) is written as it is. Error: MOOT_ESYSTEM, with the path and the reason. */
moot_code moot_put_file(const char *path, const char *text, size_t len, moot_err *err) MOOT_MUST_CHECK;

#endif
