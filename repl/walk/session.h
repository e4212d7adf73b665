/* session: one sitting of moot repl: the protocol and the case at hand, the store that keeps them, how
 * answers are printed, and the words that are for the tool (those with a dot, open, cases, save).
 *
 * The store is the only truth of a case: each step is committed before its line is answered
 * (session_store.c), so whatever ends the program, `open` gives the case as it stood on the screen. At a
 * terminal the store is --store, or walks.db in the user's state folder; without a terminal only
 * --store keeps anything. */
#ifndef MOOT_SESSION_H
#define MOOT_SESSION_H

#include <stdio.h>

#include "lua/helper/helper.h"
#include "repl/cli/cmd.h"
#include "repl/cli/config.h"
#include "repl/cli/stored.h"
#include "repl/walk/line.h"
#include "repl/walk/walk.h"
#include "vm/base/names.h"

#define MOOT_SESSION_PLAYED ":memory:" /* the store of a transcript that is played again */
#define MOOT_SESSION_KEPT "# Its cases were kept, as they are with --store.\n" /* at the head of a transcript */
#define MOOT_SESSION_LOOKED_AT "# Its cases were only looked at, as they are with --read-only.\n"
#define LESSON_MOST 400 /* answers that a lesson's place is kept by */
#define MOOT_HIDDEN_MOST 256 /* facts that a transcript tells to be hidden */

typedef struct moot_told moot_told; /* session_told.h */

typedef struct moot_session {
    moot_app *app;
    moot_store *store; /* NULL until it is needed; owned, as all below */
    char store_path[4096]; /* "": nothing is kept */
    int store_given;       /* by --store */
    int read_only;         /* what is kept is opened, and nothing is written */
    int64_t walk_no;       /* in the store; 0: not begun */
    int32_t saved_steps;   /* whose results are in the store */
    moot_protocol *protocol;
    moot_cmd_script script; /* path and variant; path "" for a protocol from the store */
    moot_arena kept;        /* its texts then */
    moot_stored_texts kept_texts;
    const moot_source *kept_sources;
    int32_t kept_source_count;
    moot_helper_script helpers;
    moot_walk *walk; /* NULL without a protocol */
    moot_walk_keeper keeper;
    moot_line line;
    int interactive; /* a terminal: errors are told and it goes on */
    int plain, draws, json;
    int presenter;
    const char *mode; /* "plain", "table", "presenter", "json" */
    char once[1024];  /* file for the next answer; "" */
    int unpaged;      /* nobody sits before it to turn a page */
    int lesson_tells; /* what the line at hand is answered is a lesson's */
    FILE *transcript; /* NULL */
    char transcript_id[64]; /* of the case that it tells of; "": none is named yet */
    char transcript_hash[65]; /* of the protocol that it began under */
    moot_names transcript_told; /* the cases that are told in it */
    int32_t *transcript_counts; /* of each: steps and moves that it tells */
    size_t transcript_count_cap;
    int transcript_html, transcript_cut; /* cut: memory ended while a part of it was written */
    int transcript_hidden, transcript_masked; /* hidden facts are written too; something was left out because it is hidden */
    int transcript_last; /* the last answer stands in it */
    int behind;          /* the line was refused because another program went on with the case */
    moot_told *told;     /* what a transcript says that is being played again; NULL */
    int timer;
    moot_buf *capture; /* answers go here instead; NULL */
    int goes_on; /* after a mistake in a script */
    int reading; /* depth of .read */
    moot_buf run_options; /* as a run in the store says them */
    moot_buf half; /* of an expression of Lua, whose end the next lines bring; empty: none */
    int went_on;   /* the last line did so, whatever it is by itself */
    moot_buf last; /* the last answer */
    const char *last_mode;
    char last_input[4096]; /* and the line that it answers */
    moot_config config;
    moot_names offers; /* what completion offered last */
    moot_names viewed; /* files that a viewer was opened on */
    struct moot_lesson *lesson; /* that is being played; NULL */
    char lesson_path[1024];
    int question_count, question_right; /* of the lesson's question that stands; 0: none */
    char question_because[512];
    int lesson_right, lesson_asked;
    int lesson_answers[LESSON_MOST], lesson_answer_count; /* that led to where it stands */
    moot_buf lesson_says; /* where a lesson stands that goes on in the case just opened */
    int64_t lesson_walk; /* with which these are kept; 0: with none yet */
    char *lesson_lost; /* what was said of one that could not go on as this case was opened; NULL; owned */
    int64_t lost_walk; /* that case */
} moot_session;

void moot_session_open(moot_session *s, moot_app *app);
/* Keeps what is to be kept. Errors are said. */
void moot_session_close(moot_session *s);
/* What stands in a line behind this word, if it begins with it; NULL. */
const char *moot_session_after(const char *line, const char *word);
/* The name of a file that stands first in a text, in quotes if it has a blank in it, or (`is_all`) is the text; "~/" is the
 * user's own folder. Gives what stands behind it; buf is "" where there is no name, or it is too long. */
const char *moot_session_file(const char *text, int is_all, char *buf, size_t size);
/* Is "with hidden facts" the end of a text? It is taken off. */
int moot_session_with_hidden(char *text);
/* Carries out what was typed, which may be several lines, and prints the answers; what is wrong is put into the transcript, and
 * the lines behind it are left. Errors: those of moot_walk_line; of the tool. */
moot_code moot_session_line(moot_session *s, const char *text, int *quit, moot_err *err) MOOT_MUST_CHECK;
/* There are no more lines: an expression that waits for its end is a mistake. */
moot_code moot_session_end_half(moot_session *s, moot_err *err) MOOT_MUST_CHECK;
/* The same of one line that is not for the tool, without printing: the answer is appended. */
moot_code moot_session_carry_out(moot_session *s, const char *text, int *quit, moot_buf *out,
                                 moot_err *err) MOOT_MUST_CHECK;
/* Prints an answer as the mode, the terminal and .once have it; `input` is the line that it answers. */
void moot_session_print(moot_session *s, const char *input, const moot_buf *out);

/* At a terminal: why a line was not carried out, wrapped as answers are. */
void moot_session_refuse(const moot_session *s, const moot_err *err);

/* ---- session_store.c ---- */

/* Begins under a protocol. Errors that are already said have a code and no message. */
moot_code moot_session_protocol(moot_session *s, const char *path, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_session_case(moot_session *s, const char *id, moot_err *err) MOOT_MUST_CHECK;
/* A case of a caseload, under the protocol at hand; id NULL: the first. */
moot_code moot_session_from_file(moot_session *s, const char *path, const char *id, moot_err *err) MOOT_MUST_CHECK;
moot_code moot_session_cases(moot_session *s, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* Writes the case's results into the store. */
moot_code moot_session_save(moot_session *s, moot_err *err) MOOT_MUST_CHECK;

/* A case as a transcript tells it that is played again (session_told.h). */
typedef struct moot_session_told_case {
    const char *id, *wanted; /* "": it has not begun; the name that it is to have */
    const char *protocol;    /* its name or path; "": that of `script` */
    const moot_cmd_script *script;
    const char *hash;        /* of that */
    moot_day law_as_at;
    int here;                /* it is the case at hand from now on */
    const moot_walk_step *steps;
    const moot_walk_move *moves;
    int32_t step_count, move_count;
    const char *hidden[MOOT_HIDDEN_MOST];
    int32_t hidden_count;
    int asks;           /* the quiz is on */
    const char *lesson; /* that stands in it; NULL */
    int lesson_kept;    /* with the case */
    int answers[LESSON_MOST], answer_count;
} moot_session_told_case;
/* Puts it into the store that lasts as long as the transcript is played; where nothing is kept, it is only the case at hand. */
moot_code moot_session_put_told(moot_session *s, const moot_session_told_case *one, moot_err *err) MOOT_MUST_CHECK;

/* Each case that is kept, in the order in which they were begun. */
moot_code moot_session_each_case(moot_session *s, moot_store_walk_told *told, void *user, moot_err *err) MOOT_MUST_CHECK;
/* The ids of the cases that are kept. */
moot_code moot_session_case_ids(moot_session *s, moot_names *ids, moot_err *err) MOOT_MUST_CHECK;

/* The script was changed: the protocol is compiled anew, and the case told again under it, as another case. What is wrong
 * with the script, or does not fit any more, leaves all as it was. */
moot_code moot_session_reload(moot_session *s, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- session_fit.c ---- */

/* One line, wrapped at blanks, with what follows further in. Gives its rows. */
int moot_session_wrap(const char *line, size_t len, size_t width, moot_buf *out);
/* A screen of the case, cut so that it takes at most so many rows once it is wrapped, if that can be: its lists lose lines.
 * `plain`: in words alone. 0 when memory ends. */
int moot_session_fit(const char *text, size_t width, int rows, int plain, moot_buf *out);

/* ---- session_other.c ---- */

/* The case told again under another protocol. `script` is the path beside which its clauses lie, `text` the name of the script
 * that its helpers are run from, with `load`. The other walk, and how much was set aside in it, is given to `told` and gone
 * after it. */
typedef moot_code moot_session_told(void *user, moot_walk *other, int32_t set_aside, moot_err *err);
moot_code moot_session_other(moot_session *s, const moot_protocol *protocol, const char *script, const char *text,
                             const moot_load_options *load, moot_session_told *told, void *user,
                             moot_err *err) MOOT_MUST_CHECK;

/* ---- session_compare.c ---- */

/* Does the word name a protocol or a variant (FILE:NAME) that there is? */
int moot_session_is_protocol(const char *word);
/* This case under another protocol: what moot compare answers. */
moot_code moot_session_compare(moot_session *s, const char *word, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- session_whatif.c ---- */

/* "NAME = VALUE": this story where that is how the text is read, beside the present. */
moot_code moot_session_what_if(moot_session *s, const char *what, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;

/* ---- session_edit.c, session_watch.c ---- */

/* Opens the editor on the script, where the thing of this name stands ("": what is in hand), and reloads. */
moot_code moot_session_edit(moot_session *s, const char *name, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* Checks the script again after each save, and tells what it changes of the case, until Ctrl-C; then the case goes on under
 * it as it is. */
moot_code moot_session_watch(moot_session *s, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* Shows the last answer in the user's spreadsheet program. */
moot_code moot_session_view(moot_session *s, moot_err *err) MOOT_MUST_CHECK;
/* Takes away what .view wrote. */
void moot_session_end_views(moot_session *s);

/* ---- session_complete.c: moot_line_words and moot_line_hint of a session ---- */

const char *moot_session_complete(void *user, const char *line, const char *word, size_t i);
const char *moot_session_hint(void *user, const char *line);

/* ---- session_lesson.c ---- */

moot_code moot_session_lesson(moot_session *s, const char *path, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* Does a lesson take this line: an answer to its question, or an empty line after a checkpoint? */
int moot_session_lesson_takes(const moot_session *s, const char *line);
moot_code moot_session_lesson_line(moot_session *s, const char *line, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
void moot_session_end_lesson(moot_session *s);
/* What a class did with the case that was opened: what is hidden, the quiz, and the lesson that stands in it. */
moot_code moot_session_marks(moot_session *s, moot_err *err) MOOT_MUST_CHECK;
/* A lesson stands where the answers lead; what it says there is not told. */
moot_code moot_session_lesson_at(moot_session *s, const char *path, const int *answers, int count, moot_err *err) MOOT_MUST_CHECK;
/* The question of a lesson that goes on, or nothing. */
void moot_session_lesson_stands(moot_session *s, moot_buf *out);

/* ---- session_tool.c ---- */

/* A line that begins with a dot. */
moot_code moot_session_tool(moot_session *s, const char *text, int *quit, moot_err *err) MOOT_MUST_CHECK;
extern const char *const moot_session_modes[]; /* their names, ended by NULL */
void moot_session_set_mode(moot_session *s, const char *mode);
/* Prints an answer that rests on the machine or on an editor: in a transcript it is a note. */
void moot_session_print_aside(moot_session *s, const char *line, const moot_buf *out);
/* The last answer in another mode ("": in this one): lists and screens are made anew, other texts are as they were. */
moot_code moot_session_repeat(moot_session *s, const char *mode, moot_buf *out, moot_err *err) MOOT_MUST_CHECK;
/* The i-th word with a dot, for completion; NULL. */
const char *moot_session_tool_name(size_t i);

/* ---- session_transcript.c ---- */

/* Begins one in a file ("off": none), `words` as they stand behind .transcript. What stands in the sitting then is told at its
 * head, so that it can be played again from there. */
moot_code moot_session_begin_transcript(moot_session *s, const char *words, moot_err *err) MOOT_MUST_CHECK;
void moot_session_end_transcript(moot_session *s);
/* What was typed and what was answered; nothing where there is no transcript, as all below. */
void moot_session_record(moot_session *s, const char *input, const moot_buf *out);
/* A line that was not carried out, and why. */
void moot_session_record_mistake(moot_session *s, const char *input, const moot_err *err);
/* What was answered, but is not played again: it is a note. */
void moot_session_record_aside(moot_session *s, const char *input, const moot_buf *out);
/* What cannot be played again, and why; said to whoever has it written too. */
void moot_session_record_end_of_test(moot_session *s, const char *why);
/* .again asks for an answer that may be older than the transcript. */
void moot_session_record_last(moot_session *s);
/* A score of the quiz that earlier sittings left. */
void moot_session_record_score(moot_session *s, const char *clause, int64_t right, int64_t asked);

/* ---- session_play.c ---- */

/* Plays a transcript again, and says on standard output how it went. What differs, or why it cannot be played, is in *err. */
void moot_session_play(moot_session *s, const char *path, const char *text, moot_err *err);
/* Reads it, and sees to it that nothing of a test is kept: before a protocol is opened. */
moot_code moot_session_read_played(moot_session *s, const char *path, moot_buf *text, moot_err *err) MOOT_MUST_CHECK;
/* The options of the command line that change what is answered, as they are typed. */
void moot_session_options(const moot_session *s, moot_buf *out);

#endif
