/* cmd: what each command of the program is: a function of the command line that was read. It writes
 * its answer to standard output, says the rest through `say`, and leaves the exit status there. */
#ifndef MOOT_CMD_H
#define MOOT_CMD_H

#include <stdatomic.h>

#include "repl/cli/cli.h"
#include "vm/run/batch.h"
#include "vm/store/store.h"
#include "vm/time/time.h"

typedef struct moot_app {
    moot_cli cli;
    moot_say say;
} moot_app;

void moot_cmd_check(moot_app *app);
void moot_cmd_compare(moot_app *app);
void moot_cmd_config(moot_app *app);
void moot_cmd_coverage(moot_app *app);
void moot_cmd_diff(moot_app *app);
void moot_cmd_due(moot_app *app);
void moot_cmd_export(moot_app *app);
void moot_cmd_fit(moot_app *app);
void moot_cmd_generate(moot_app *app);
void moot_cmd_law(moot_app *app);
void moot_cmd_merge(moot_app *app);
void moot_cmd_new(moot_app *app);
void moot_cmd_pack(moot_app *app);
void moot_cmd_repl(moot_app *app);
void moot_cmd_report(moot_app *app);
void moot_cmd_run(moot_app *app);
void moot_cmd_store(moot_app *app);
void moot_cmd_test(moot_app *app);
void moot_cmd_verify(moot_app *app);
void moot_cmd_whatif(moot_app *app);
void moot_cmd_why(moot_app *app);

/* `moot --version` and `moot --licences`. */
void moot_about_version(moot_app *app);
const char *moot_about_number(void); /* "0.1.0" */
void moot_about_licences(void);

/* Not 0 once Ctrl-C was pressed: stop after this chunk. The second press ends the program. */
const atomic_int *moot_stop_flag(void);

/* An option that holds a time or a day; *out is left alone when it was not given. Errors:
 * MOOT_EUSAGE, with the option's name before what was wrong. */
moot_code moot_cmd_time(const moot_app *app, const char *key, const moot_zone *zone,
                        moot_when *out_when, moot_err *err) MOOT_MUST_CHECK;
#define MOOT_KNOWN_ON "--known-on " /* as the options of a run in a store begin to say it */
/* --known-on DATE: the script is compiled with the bank holidays that had been announced by that day. For those who load it
 * (a helper's host too); and as a run in a store keeps it. */
struct moot_load_options;
moot_code moot_cmd_known_on(const moot_app *app, struct moot_load_options *load, moot_err *err) MOOT_MUST_CHECK;
void moot_cmd_known_on_told(const moot_app *app, moot_buf *out);
moot_code moot_cmd_day(const moot_app *app, const char *key, moot_day *out_first,
                       moot_day *out_last, moot_err *err) MOOT_MUST_CHECK;

/* --as-of, --until and --law-as-at of a batch. */
moot_code moot_cmd_times(const moot_app *app, const moot_zone *zone, moot_batch_options *batch, moot_err *err) MOOT_MUST_CHECK;

/* A case on whose facts a protocol goes wrong is told, and the others go on; *told counts such cases, and past the first few
 * they are only counted. Nothing of a case that ran. */
void moot_cmd_tell_fault(moot_app *app, const moot_case *c, int64_t *told);
#define MOOT_FAULTS_TOLD 20

/* Is there a file of this name? If not, says so: status 3, like any bad input. */
int moot_cmd_exists(moot_app *app, const char *path);
/* moot_protocol_unfold of a variant, saying what went wrong. */
moot_code moot_cmd_unfold(moot_app *app, const moot_protocol *variant) MOOT_MUST_CHECK;

/* Opens the caseload of --cases, whatever its form: lines, folder or store. Errors: those of
 * moot_caseload_open and moot_store_open. */
moot_code moot_cmd_caseload(const char *path, const struct moot_protocol *protocol,
                            const moot_caseload_options *options, moot_caseload **out_caseload,
                            moot_err *err) MOOT_MUST_CHECK;

/* What a store knows a caseload by: its name, without a path, and the SHA-256 of what is read of it: of a CSV folder the three
 * files, in one order; of a store the cases; "" of standard input. */
const char *moot_cmd_caseload_name(const char *path);
moot_code moot_cmd_caseload_sha(const char *path, char out_hex[65], moot_err *err) MOOT_MUST_CHECK;
/* Whether two paths lead to one file. */
int moot_cmd_is_same_file(const char *a, const char *b);
/* What --store cannot be: nothing, or the caseload itself. `like`: a name such as one would give it. MOOT_EUSAGE. */
moot_code moot_cmd_check_store(const char *store, const char *cases, const char *like, moot_err *err) MOOT_MUST_CHECK;

/* Says, once a run, that cases which run alone each see a quota whole (rule 13); nothing of a
 * protocol without one. */
struct moot_protocol;
void moot_cmd_quotas(moot_app *app, const struct moot_protocol *protocol);

/* Says on standard output what must stand where an answer ends that rests on law of stdlib; nothing of
 * a protocol that cites none. */
void moot_cmd_law_note(const struct moot_protocol *protocol);
/* The same as a member of an object: ,"law":"Not legal advice; …"; nothing where no law takes part. */
void moot_cmd_law_json(const struct moot_protocol *protocol, struct moot_buf *out);

/* Loads a protocol, by the path of its script or by its name ("stockport-2018", one of protocols/), and says
 * what is wrong with it. 0: it was loaded; the caller frees it. */
moot_code moot_cmd_protocol(moot_app *app, const char *path,
                            struct moot_protocol **out_protocol) MOOT_MUST_CHECK;

/* What moot check tells of one file, without its status: 1 when it compiles. */
int moot_cmd_check_one(moot_app *app, const char *path);

/* The names that protocols/ has. */
struct moot_names;
void moot_cmd_protocol_names(struct moot_names *out);
/* "; did you mean stockport-2018 or stockport-2024?": those that begin as it does, else the nearest; "" if none is near. */
void moot_cmd_near_protocols(const char *name, char *out, size_t size);
/* The path that such a name stands for. 0 when it does not fit. */
int moot_cmd_script_path(const char *name, char *buf, size_t size);

/* A protocol, or with --variant FILE[:NAME] one of its variants, which is another script. */
typedef struct moot_cmd_script {
    char protocol[4096]; /* the protocol's own script, beside which its clause table lies */
    char path[4096];     /* of what is loaded: that, or the file of variants */
    const char *variant; /* its name; "" for the only one; NULL: the protocol itself */
} moot_cmd_script;

/* Splits --variant FILE[:NAME], which must have been given, into path and variant. MOOT_EDATA when there is no such
 * file; it was told then. */
moot_code moot_cmd_variant(moot_app *app, moot_cmd_script *out_script) MOOT_MUST_CHECK;

/* Like moot_cmd_protocol, for commands that take --variant. */
moot_code moot_cmd_script_load(moot_app *app, const char *path, moot_cmd_script *out_script,
                               struct moot_protocol **out_protocol) MOOT_MUST_CHECK;

/* The same for a word that names either: a protocol by its path or name, or one of the variants of a file as FILE:NAME. */
moot_code moot_cmd_script_named(moot_app *app, const char *word, moot_cmd_script *out_script,
                                struct moot_protocol **out_protocol) MOOT_MUST_CHECK;

/* The texts of the scripts that a protocol was made of, as a store keeps them. */
typedef struct moot_cmd_texts {
    moot_source *list;
    int32_t count;
    moot_arena arena;
} moot_cmd_texts;

/* Reads them: `path` is the script, the others are seen from its folder. Done in any case. */
moot_code moot_cmd_texts_read(const char *path, const struct moot_protocol *protocol,
                              moot_cmd_texts *out, moot_err *err) MOOT_MUST_CHECK;
void moot_cmd_texts_done(moot_cmd_texts *texts);

#endif
