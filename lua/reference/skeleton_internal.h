/* skeleton_internal: what skeleton.c (from a table) and skeleton_extends.c (from a protocol) share. */
#ifndef MOOT_SKELETON_INTERNAL_H
#define MOOT_SKELETON_INTERNAL_H

#include "vm/base/buf.h"

/* "west-northants-2021": West Northants. */
void skeleton_council(const char *name, moot_buf *out);
/* A text of the script; a " in it becomes a '. */
void skeleton_quoted(const char *text, size_t len, moot_buf *out);
/* A comment wrapped at blanks: "-- " and `before`, further lines below the text. */
void skeleton_comment(const char *before, const char *text, moot_buf *out);
/* The remarks that every beginning has. */
void skeleton_lead(const char *name, moot_buf *out);

#endif
