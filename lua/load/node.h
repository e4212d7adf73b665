/* node: what a script declared, as a C tree without Lua. The loader (load.h) makes it, the compiler (compile.h) reads it,
 * patches and `extends` rewrite it. A tree lives in one arena and is immutable for the compiler.
 *
 * What Lua wrote                       kind     word        name        fields            items
 * "MASH"                               STRING                text
 * 17                                   INTEGER                          number
 * 12.5                                 DECIMAL                          decimal
 * true                                 YESNO                            number 0 or 1
 * function(f) … end                    FUNCTION              its tokens number: registry reference in the loader's state
 * { age = 1, any { … } }               TABLE                            age               the any-node
 * stage "x" { clause = …, outcome … }  WORD     "stage"      "x"        clause            outcome nodes   declared = 1
 * stage "x"   (a reference)            WORD     "stage"      "x"                                          declared = 0
 * notify { mash, via = "telephone" }   WORD     "notify"     NULL       via               mash            declared = 1
 * go "x", close "x", entered "x"       WORD     "go"         "x"                                          declared = 0
 * left("s", "o"), hours(48), turns(18) WORD     "left"       NULL                         the arguments   called = 1
 * yesno, otherwise, same_day           WORD     "yesno"      NULL
 * turns(18) - months(6)                WORD     "-"          NULL                         left, right     called = 1
 *
 * Fields are in the order in which the script wrote them (the token scanner knows it; Lua does not). Every node and
 * field knows its place. Strings are NUL-terminated UTF-8 without embedded NUL. */
#ifndef MOOT_NODE_H
#define MOOT_NODE_H

#include <string.h>

#include "vm/base/arena.h"
#include "vm/base/err.h"
#include "vm/time/time.h"

typedef enum moot_node_type {
    MOOT_NODE_STRING, MOOT_NODE_INTEGER, MOOT_NODE_DECIMAL, MOOT_NODE_YESNO, MOOT_NODE_TABLE, MOOT_NODE_WORD,
    MOOT_NODE_FUNCTION
} moot_node_type;

typedef struct moot_node moot_node;

typedef struct moot_field {
    const char *name;
    const moot_node *value;
    int32_t line, col;
} moot_field;

struct moot_node {
    uint8_t type;      /* moot_node_type */
    uint8_t declared;  /* had a body { … } */
    uint8_t called;    /* had arguments ( … ) */
    uint8_t common;    /* came from stdlib's vocabulary */
    uint8_t asked;     /* a patch of the script named it, if only to say that it is wanted */
    const char *word;
    const char *name;  /* WORD: its name; STRING: the text; FUNCTION: its tokens */
    int64_t number;
    double decimal;
    const moot_field *fields;
    int32_t field_count;
    uint32_t fields_mask; /* moot_field_bit of each field's name: whoever sets `fields` sets it */
    const moot_node *const *items;
    int32_t item_count;
    const char *file;  /* relative to the protocol's own folder, "stdlib/x.lua" for modules */
    int32_t line, col;
    int32_t width;     /* code points to underline */
};

/* A text that a script consists of. Borrowed from its arena. */
typedef struct moot_script_text {
    const char *path;  /* as given, or where it was found */
    const char *file;  /* relative to the script's own folder, as nodes have it */
    const char *text;
    size_t len;
    const moot_node *header; /* its own protocol "x" { … }, before that is merged with another's; NULL */
} moot_script_text;

/* What is told of a variant, and stops nothing. */
typedef struct moot_note {
    const moot_node *at, *decl; /* its place; the declaration that it is about */
    const char *text;
    const struct moot_note *next;
} moot_note;

/* The baseline with the patches of one variant applied; what they do not touch is the baseline's own. */
typedef struct moot_variant {
    const char *name;        /* of a sweep: with its values, "panel cadence, every 2 weeks" */
    const moot_node *node;   /* variant "x" { … } or sweep "x" { … } */
    const moot_node *const *decls;
    int32_t decl_count;
    const moot_note *notes;  /* the first, NULL: none */
    const moot_node *const *patches; /* in the order in which they were applied, those of the variants that it stacks too */
    int32_t patch_count;
} moot_variant;

#define MOOT_SOURCES 9 /* a protocol, what it extends, what that extends … */

/* The whole of a script: its top-level declarations in the order of the calls, stdlib's vocabulary first. */
typedef struct moot_script {
    moot_arena arena;
    const moot_node *const *decls;
    int32_t decl_count;
    const char *path, *file; /* as given; relative name used in places: those of sources[0] */
    moot_script_text sources[MOOT_SOURCES]; /* the script itself, then what it extends, and so on */
    int32_t source_count;
    const moot_node *baseline;          /* of a file of variants: baseline "x"; its decls are then that one's. Else NULL */
    const moot_variant *variants;
    int32_t variant_count;
    const char *variant;                /* decls are this variant's, NULL: none was asked for */
    const moot_note *notes;             /* what is told of it */
    const moot_node *const *base_decls; /* … and these the baseline's */
    int32_t base_decl_count;
    int as_known;            /* bank holidays are those announced by `known_on`: moot_load_options */
    moot_day known_on;
    char stdlib_hash[65];    /* SHA-256 of the stdlib text that it saw */
    char source_hash[65];    /* of its sources */
} moot_script;

const moot_field *moot_node_field_place(const moot_node *node, const char *name); /* NULL if absent */
/* Whether both say the same, wherever they stand, and whether a patch named them or not. */
int moot_node_same(const moot_node *one, const moot_node *other);
/* One bit for a name, which others may have as well. Most fields that are asked for are absent, and seen to be so. */
static inline uint32_t moot_field_bit(const char *name)
{
    unsigned second = name[0] != '\0' ? (unsigned char)name[1] : 0U;
    return UINT32_C(1) << (((unsigned char)name[0] + 2 * second) & 31);
}
static inline const moot_node *moot_node_field(const moot_node *node, const char *name) /* NULL if absent */
{
    const moot_field *field =
        (node->fields_mask & moot_field_bit(name)) != 0 ? moot_node_field_place(node, name) : NULL;
    return field != NULL ? field->value : NULL;
}
static inline int moot_node_is(const moot_node *node, const char *word) /* a WORD of that word */
{
    return node->type == MOOT_NODE_WORD && node->word[0] == word[0] && strcmp(node->word, word) == 0;
}
/* "stage \"mediation\"", for messages. Returns buf. */
char *moot_node_label(const moot_node *node, char *buf, size_t size);
/* Sets the error's place to the node's (or field's) and its label as declaration. Returns err->code. */
moot_code moot_node_blame(const moot_node *node, moot_err *err);

#endif
