/* loader: what load.c and words*.c share while a script runs. Nobody else includes this.
 *
 * A constructor makes a C node in the script's arena at once and gives Lua a userdata that holds only a number: that of
 * its moot_made, where the loader keeps what it must still know (was it used, does it belong to somebody). Mistakes of
 * shape are reported and answered with a blank node that fits everywhere, so that one run finds many. */
#ifndef MOOT_LOADER_H
#define MOOT_LOADER_H

#include "lua/load/hint.h"
#include "lua/load/load.h"
#include "lua/load/scan.h"
#include "lua/load/schema.h"
#include "lua/sandbox/sandbox.h"

#define MOOT_NODE_DEPTH 60           /* values inside one another */
#define MOOT_NODE_WEIGHT 200000      /* nodes of one declaration, shared ones counted at each use */
#define MOOT_NODE_BYTES (32u << 20)  /* of the arena */
#define MOOT_NAME_LETTERS 200

/* A text that was loaded: the script, the vocabulary, a module. */
typedef struct moot_chunk {
    moot_scan scan;
    moot_buf relined;  /* what Lua gets */
    const char *name;  /* "@stockport-2018.lua": as Lua has it, under 60 characters */
    const char *file;  /* "stockport-2018.lua": as nodes have it */
    const char *path;  /* "protocols/stockport-2018.lua": as messages have it */
    uint8_t common;    /* the vocabulary */
    uint8_t is_stdlib;
} moot_chunk;

typedef enum moot_made_state {
    MOOT_MADE_BLANK, /* in place of what was wrong */
    MOOT_MADE_WORD,  /* the word itself, before any call */
    MOOT_MADE_NAMED, /* word "x": a reference, which may still get its body */
    MOOT_MADE_DONE   /* complete */
} moot_made_state;

typedef struct moot_made {
    struct moot_loaded_node *node; /* NULL for a WORD */
    const moot_word *spec;         /* NULL for BLANK and for shifts */
    int32_t chunk, token;          /* of its call */
    uint8_t state;
    uint8_t used;                  /* stands in another value */
    uint8_t owned;                 /* belongs to another declaration */
    uint8_t partial;               /* in a patch: it need not be whole */
    uint8_t lost;                  /* in the body of a word that is unknown, which was reported */
} moot_made;

/* Every node of the loader is one of these; moot_node first, so that the tree is of plain nodes. */
typedef struct moot_loaded_node {
    moot_node node;
    int32_t made;   /* -1: a plain value */
    int32_t weight; /* nodes in it, itself included */
    int32_t depth;
} moot_loaded_node;

/* The name of a field, as Lua has it and as nodes have it. */
typedef struct moot_key {
    const char *lua, *copy;
} moot_key;

typedef struct moot_loader {
    moot_script *script;
    moot_sandbox *sandbox;
    const moot_load_options *options;
    moot_errs *errs;
    size_t first_err;     /* errors of this run begin here */
    moot_chunk **chunks;  /* owned */
    int32_t chunk_count;
    size_t chunk_cap;
    moot_made *made;      /* in the order of the calls; [0] is the blank */
    int32_t made_count;
    size_t made_cap;
    struct moot_sha *sha; /* of the stdlib texts */
    uint8_t no_base;      /* what is to be changed was not found, which was reported; so what the patches miss is not told */
    int32_t depth;        /* of the table that is being read */
    moot_key keys[128];   /* by where Lua has them */
    /* The first fields that were written like words, `clause "1"`: they were meant, so they are not missing. */
    char bare_fields[8][32];
    int32_t bare_count;
} moot_loader;

/* Where something stands: a token of a chunk; token -1: not known. */
typedef struct moot_site {
    int32_t chunk, token;
} moot_site;

static inline moot_loader *moot_loader_of(lua_State *L)
{
    return moot_sandbox_of(L)->owner;
}

/* ---- load.c: running ---- */

/* As moot_script_load, but the state lives on, with the functions that the script declared: lua/helper/helper.c. The caller
 * closes it; the options are borrowed until then. */
moot_code moot_loader_open(const char *path, const moot_load_options *options, moot_loader **out_loader,
                           moot_errs *errs) MOOT_MUST_CHECK;
void moot_loader_close(moot_loader *loader); /* takes NULL */

/* [-1, +1, e]  require(name) */
int moot_loader_require(lua_State *L);
/* Runs the protocol that a header extends, once; what cannot be is reported. [-0, +0, e] */
void moot_loader_extend(lua_State *L, const moot_node *header);
/* The same for baseline "x" of a file of variants. */
void moot_loader_baseline(lua_State *L, const moot_node *baseline);

/* ---- load_text.c: texts ---- */

#define MOOT_VOCABULARY "vocabulary"

/* Reads a script and checks that it is text; all of it lives in the arena. `file`: its name in places, NULL for that of
 * the path; the script itself may be given in the options instead. */
moot_code moot_loader_read_script(moot_loader *loader, const char *path, const char *file, moot_script_text *out) MOOT_MUST_CHECK;
/* Checks a text whose path is known, and takes the script out of a Markdown document. */
moot_code moot_loader_take_text(moot_loader *loader, moot_script_text *text) MOOT_MUST_CHECK;
/* Adds a text as the next chunk, scanned. Text and names live in the arena. */
moot_code moot_loader_add_chunk(moot_loader *loader, const moot_chunk *like, const char *source, size_t len) MOOT_MUST_CHECK;
/* Adds a module of the standard library, if there is one of that name. */
moot_code moot_loader_add_module(moot_loader *loader, const char *name, int *out_found) MOOT_MUST_CHECK;
void moot_loader_hash_text(struct moot_sha *sha, const char *text, size_t len); /* line ends count as LF */
moot_code moot_loader_fail_file(moot_loader *loader, const char *path, const char *why);

/* ---- load_report.c: mistakes ---- */

moot_code moot_loader_no_memory(moot_loader *loader); /* MOOT_ENOMEM, told */
void moot_loader_take(moot_loader *loader, moot_err *err); /* the same mistake counts once */
/* moot_sandbox's explain: places and words an error that Lua raised. */
void moot_loader_explain(void *owner, const char *chunk_name, int line, const char *message, moot_err *err);
/* Adds a mistake at a site, within a declaration (NULL: none). The same mistake at the same place counts once. */
void moot_loader_report(moot_loader *loader, moot_site site, const moot_node *decl, const char *fmt, ...)
    MOOT_PRINTF(4, 5);
/* The same at a node's own place. */
void moot_loader_report_node(moot_loader *loader, const moot_node *at, const moot_node *decl, const char *fmt, ...)
    MOOT_PRINTF(4, 5);
/* The chunk that Lua knows by a name, "@stockport-2018.lua"; -1. */
int32_t moot_loader_chunk(const moot_loader *loader, const char *chunk_name);
/* The call that is running: the innermost script frame's. */
moot_site moot_loader_site(lua_State *L);

/* ---- words.c: the constructors ---- */

/* Pushes a table of all words and `require`. [-0, +1, m] */
void moot_words_push(lua_State *L);
/* What reading and assigning an unknown global do. */
int moot_words_missing(lua_State *L);
int moot_words_assigned(lua_State *L);
/* Notes a node and pushes the userdata that stands for it. [-0, +1, m] */
void moot_words_push_made(lua_State *L, moot_made made);
/* The made of a userdata of ours, NULL for any other value; good until the next is noted. */
moot_made *moot_words_made(lua_State *L, int index);

/* ---- words_value.c: Lua values to nodes ---- */

/* A new node, placed. Raises when memory ends. */
moot_loaded_node *moot_value_new(lua_State *L, moot_node_type type, moot_site site);
/* A checked copy of a text: UTF-8, no NUL, in Normalization Form C. "?" and a report if it is not so. */
const char *moot_value_text(lua_State *L, int index, moot_site site);
/* The node of a value; marks what it uses. `in_field`: it is a reference, even if it was declared. [-0, +0, e] */
moot_loaded_node *moot_value_node(lua_State *L, int index, moot_site site, int in_field);
/* Fills fields and items of `into` from the table at index, whose constructor, if known, begins at the site. [-0, +0,
 * e] */
void moot_value_fill(lua_State *L, int index, moot_site site, moot_loaded_node *into);
/* Fills the items of `into` with n values from the stack, from `first` on. [-0, +0, e] */
void moot_value_args(lua_State *L, int first, int n, moot_site open, moot_loaded_node *into);

/* ---- words.c ---- */

/* What to do instead of a name that Lua has elsewhere, or that says no time or no truth: "each(t) walks a table, …"; NULL. */
const char *moot_absent_hint(const char *name);

/* ---- words_function.c ---- */

/* The node of a function, which it keeps in the registry; what it uses from outside is reported, and so are names that
 * nobody knows. [-0, +0, e] */
moot_loaded_node *moot_value_function(lua_State *L, int index, moot_site site);

/* ---- words_check.c: nodes against the schema ---- */

/* Checks fields and items of a word that has a body; those that belong to it are marked so. What a noun must have is
 * asked once it is known whether it is a patch: moot_check_whole. */
void moot_check_body(moot_loader *loader, moot_loaded_node *node, const moot_word *spec);
/* Whether a word has all that it needs: required fields, items, a clause. */
void moot_check_whole(moot_loader *loader, const moot_node *node, const moot_word *spec);
void moot_check_args(moot_loader *loader, moot_loaded_node *node, const moot_word *spec);
/* 0 if the shift is reported: it then counts as blank. */
int moot_check_shift(moot_loader *loader, const moot_loaded_node *left, const moot_loaded_node *right, moot_site site);
/* "the text \"x\"", "stage \"x\"", for messages. Returns buf. */
char *moot_check_found(const moot_node *node, char *buf, size_t size);

/* ---- patch.c: declarations that change others ---- */

/* Applies the patches among the script's declarations, in their order, and asks whether all that is left is whole. What
 * is refused is reported. Without `apply`, when the script did not run to its end, only the latter is done.
 * MOOT_ENOMEM is the only failure. */
moot_code moot_patch_script(moot_loader *loader, int apply) MOOT_MUST_CHECK;
/* The script's declarations with the patches that are the items of a variant. MOOT_ENOMEM is the only failure. */
moot_code moot_patch_variant(moot_loader *loader, const moot_node *const *patches, int32_t count, const moot_node *decl,
                             moot_variant *out) MOOT_MUST_CHECK;

/* ---- variants.c ---- */

/* Makes the variants of a script whose patches have been applied, sweeps too, and chooses the one that is asked for. What
 * is refused is reported. MOOT_ENOMEM is the only failure. */
moot_code moot_variants_make(moot_loader *loader) MOOT_MUST_CHECK;

/* ---- explain.c ---- */

/* Lua's own message in plain words, at the token where it is best looked at. Leaves err alone if it knows no better. */
void moot_explain(const moot_scan *scan, int32_t token, const char *message, moot_err *err);

#endif
