/* outline: a protocol as rows: each declaration with what it says, field by field, as people read it. What two protocols can be
 * held against each other by (diff.h), and what tells in a line what a clause comes to.
 *
 * Only what the script itself says: a common fact or event that it does not declare is no row. What stdlib declared has its file
 * in `decl` and moot_outline_from_stdlib says so. Words that only explain (a question, `because`) are no field. Everything lives in
 * the arena, or is borrowed from the protocol. */
#ifndef MOOT_OUTLINE_H
#define MOOT_OUTLINE_H

#include "vm/protocol/protocol.h"

/* name, one, many: in the order in which rows stand */
#define MOOT_OUTLINE_KINDS(X)                                                                       \
    X(PROTOCOL, "protocol", "header") X(SERVICE, "service", "services") X(ROLE, "role", "roles")    \
    X(STAGE, "stage", "stages") X(OUTCOME, "outcome", "outcomes")                                   \
    X(DEADLINE, "deadline", "deadlines") X(ACT, "act", "acts") X(PANEL, "panel", "panels")          \
    X(PARAM, "param", "figures") X(READING, "reading", "readings") X(FACT, "fact", "facts")         \
    X(EVENT, "event", "events") X(DECISION, "decision", "decisions") X(LADDER, "ladder", "ladders") \
    X(NOTICE, "notice", "notices") X(ENTITLEMENT, "entitlement", "entitlements")                    \
    X(QUOTA, "quota", "quotas") X(MEASURE, "measure", "measures")                                   \
    X(INVARIANT, "invariant", "invariants") X(HELPER, "helper", "helpers")                          \
    X(NOT_RUN, "not run", "clauses not run")

typedef enum moot_outline_kind {
#define X(name, one, many) MOOT_OUTLINE_##name,
    MOOT_OUTLINE_KINDS(X)
#undef X
    MOOT_OUTLINE_KIND_COUNT
} moot_outline_kind;

const char *moot_outline_one(moot_outline_kind kind);  /* "deadline" */
const char *moot_outline_many(moot_outline_kind kind); /* "deadlines" */

typedef struct moot_outline_field {
    const char *name; /* "within", "chair", "when": of each kind always in the same order */
    const char *text; /* never ""; a field that says nothing is left out */
} moot_outline_field;

typedef struct moot_outline_row {
    uint8_t kind;        /* moot_outline_kind */
    const char *name;    /* a nameless one is known by its clause */
    const char *within;  /* the stage of an outcome, deadline or act; NULL */
    const char *clause;  /* "" */
    const moot_decl *decl;
    const moot_outline_field *fields;
    int32_t field_count;
} moot_outline_row;

typedef struct moot_outline {
    const moot_protocol *protocol;
    const moot_outline_row *rows;
    int32_t count;
} moot_outline;

/* Errors: MOOT_ENOMEM. */
moot_code moot_outline_of(const moot_protocol *protocol, moot_arena *arena, moot_outline *out, moot_err *err) MOOT_MUST_CHECK;
int moot_outline_from_stdlib(const moot_outline_row *row);
/* `deadline "joint assessment": 48 hours, owner Social worker`: a row by the fields that tell most, without its clause. */
void moot_outline_brief(const moot_outline_row *row, moot_buf *out);

#endif
