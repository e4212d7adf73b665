/* find: where a protocol is that another script names: a scenario, one that extends it, its variants. */
#ifndef MOOT_FIND_H
#define MOOT_FIND_H

#include <stddef.h>

/* A path (it has a slash, or ends in .lua or .md) is taken as it stands, seen from the script's folder, then from here. An
 * id is looked for beside the script, in `protocols` beside it, and likewise in the two folders above; then in `protocols`
 * here; then among the installed ones. 1 and the path in out, else 0. */
int moot_find_protocol(const char *script, const char *name, char *out, size_t size);
/* Whether both paths lead to one file. */
int moot_same_file(const char *one, const char *other);

#endif
