/* The REPL on a case of ten thousand entries, a young person who refuses offers for eight years: the slowest of what can be
 * typed. And the program's start at a terminal, up to the first prompt, under the largest protocol.
 *
 * The yardsticks: the case made anew from its records by the engine, which each step does; the start of the program that
 * only tells its version. */
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lua/compile/compile.h"
#include "repl/walk/walk.h"
#include "repl/walk/walk_export.h"
#include "tests/bench/bench.h"
#include "tests/bench/generate.h"

#define ENTRIES 10000
#define ROUNDS 400

typedef struct typing {
    moot_protocol *protocol;
    moot_walk *walk;
    moot_buf out;
    char slowest[80];
    int forks;
} typing;

static void check(moot_code code, const moot_err *err)
{
    if (code) {
        bench_fail("%s", err->msg);
    }
}

static void open_case(typing *t, const bench_place *place)
{
    char path[4200];
    moot_err err;
    moot_errs errs;
    moot_buf text;
    moot_err_init(&err);
    moot_errs_init(&errs, 0);
    moot_buf_init(&text);
    if (moot_protocol_load(bench_script(BENCH_STOCKPORT), NULL, &t->protocol, &errs, NULL)) {
        bench_fail("%s does not load", bench_script(BENCH_STOCKPORT));
    }
    moot_errs_done(&errs);
    snprintf(path, sizeof path, "%s/long.jsonl", place->folder);
    bench_write_long(path, ROUNDS);
    FILE *file = fopen(path, "r");
    char piece[4096];
    for (size_t len; file && (len = fread(piece, 1, sizeof piece, file)) > 0;) {
        moot_buf_add(&text, piece, len);
    }
    if (!file || fclose(file) != 0 || !moot_buf_ok(&text)) {
        bench_fail("%s cannot be read", path);
    }
    (void)remove(path);
    moot_walk_options options = { .script = bench_script(BENCH_STOCKPORT), .law_as_at = MOOT_DAY_MIN };
    check(moot_walk_new(t->protocol, &options, &t->walk, &err), &err);
    check(moot_walk_take_case(t->walk, moot_buf_text(&text), &err), &err);
    moot_buf_done(&text);
    if (moot_walk_case(t->walk)->log_count < ENTRIES) {
        bench_fail("the case has only %d entries", (int)moot_walk_case(t->walk)->log_count);
    }
}

/* ---- what is typed ---- */

/* Every word that does something; those that change the case are taken back by the line that follows. */
static const char *const lines[] = {
    "look", "due", "due weekly drop-in", "needs", "who", "duties", "log", "timeline", "steps", "why", "why not", "readings",
    "clause 2.8/2", "?offer", "help", "ask", "= #stages", "what if welfare_concern=yes", "note a remark", "undo", "wait 1 hour",
    "undo", "next", "undo", "fact welfare_concern yes", "undo", "compare main", "switch main", "quiz on", "quiz off", "hide welfare_concern", "show",
    "step", "undo", "break at offer", "wait 1 week", "undo", "break off",
};
static const char *const exports[] = { "handout", "letter", "scenario", "calendar", "case" };

static void note_slowest(typing *t, double seconds, double *most, const char *what)
{
    if (seconds > *most) {
        *most = seconds;
        snprintf(t->slowest, sizeof t->slowest, "%s", what);
    }
}

static void type(typing *t, const char *line, double *most)
{
    int quit = 0;
    moot_err err;
    moot_err_init(&err);
    moot_buf_clear(&t->out);
    double start = bench_processor();
    check(moot_walk_line(t->walk, line, &t->out, &quit, &err), &err);
    note_slowest(t, bench_processor() - start, most, line);
}

/* Milliseconds. A fork can be made but once, so each time has its own. */
static double typed_side(void *user)
{
    typing *t = user;
    double most = 0;
    char fork[32];
    moot_err err;
    moot_err_init(&err);
    snprintf(fork, sizeof fork, "fork other %d", t->forks++);
    type(t, fork, &most);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        type(t, lines[i], &most);
    }
    for (size_t i = 0; i < sizeof exports / sizeof exports[0]; i++) {
        moot_buf_clear(&t->out);
        double start = bench_processor();
        check(moot_walk_export(t->walk, exports[i], 0, NULL, 0, &t->out, &err), &err);
        note_slowest(t, bench_processor() - start, &most, exports[i]);
    }
    moot_buf_clear(&t->out);
    double start = bench_processor();
    moot_walk_tell_steps(t->walk, &t->out); /* what a transcript that is begun now says first */
    moot_walk_tell_sitting(t->walk, &t->out);
    note_slowest(t, bench_processor() - start, &most, ".transcript");
    return most * 1000;
}

/* Of undo, which makes the case anew and shows it. */

static double again_side(void *user)
{
    typing *t = user;
    moot_err err;
    int quit = 0;
    moot_err_init(&err);
    moot_buf_clear(&t->out);
    double start = bench_processor();
    check(moot_walk_line(t->walk, "undo", &t->out, &quit, &err), &err);
    double seconds = bench_processor() - start;
    check(moot_walk_line(t->walk, "redo", &t->out, &quit, &err), &err);
    return seconds * 1000;
}

/* ---- the start ---- */

#define LARGEST "protocols/luton.lua"

/* Milliseconds from the start of the program to the prompt, at a terminal of its own. */
static double prompt_side(void *user)
{
    const bench_place *place = user;
    char seen[4096];
    size_t count = 0;
    int terminal = -1;
    double start = bench_now();
    pid_t child = forkpty(&terminal, NULL, NULL, NULL);
    if (child == 0) {
        (void)setenv("HOME", place->folder, 1);
        (void)setenv("TERM", "xterm", 1);
        (void)unsetenv("XDG_STATE_HOME");
        execl(place->moot, "moot", "repl", LARGEST, (char *)NULL);
        _exit(127);
    }
    if (child < 0) {
        bench_fail("no terminal could be made");
    }
    for (ssize_t len = 1; len > 0 && count + 1 < sizeof seen;) {
        len = read(terminal, seen + count, sizeof seen - count - 1);
        count += len > 0 ? (size_t)len : 0;
        seen[count] = '\0';
        if (strstr(seen, "new case> ")) {
            break;
        }
    }
    double seconds = bench_now() - start;
    if (!strstr(seen, "new case> ")) {
        bench_fail("moot repl showed no prompt: %s", seen);
    }
    (void)kill(child, SIGKILL);
    (void)waitpid(child, NULL, 0);
    (void)close(terminal);
    return seconds * 1000;
}

static double version_side(void *user)
{
    const bench_place *place = user;
    const char *argv[] = { place->moot, "--version", NULL };
    return bench_run(argv).seconds * 1000;
}

void bench_repl(const bench_place *place)
{
    typing t;
    bench_place where = *place;
    memset(&t, 0, sizeof t);
    moot_buf_init(&t.out);
    open_case(&t, place);
    bench_pair pair = bench_in_turn(typed_side, &t, again_side, &t, BENCH_PAIRS);
    bench_tell("moot repl, slowest line on 10,000 entries, of undo", "ms", &pair, "<50 ms", t.slowest);
    moot_walk_free(t.walk);
    moot_protocol_free(t.protocol);
    moot_buf_done(&t.out);
    pair = bench_in_turn(prompt_side, &where, version_side, &where, BENCH_PAIRS);
    bench_tell("  to its first prompt, of the start alone", "ms", &pair, "<50 ms", "compiling " LARGEST);
}
