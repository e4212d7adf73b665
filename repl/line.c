/* readline keeps its state in globals of its own, and its callbacks take no argument; so the one
 * open line is known here by a static pointer. */
#include "repl/line.h"

#include <readline/history.h>
#include <readline/readline.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "vm/base.h"

static moot_line_words *words_of;
static void *words_user;
static volatile sig_atomic_t interrupted;

/* ---- completion ---- */

/* readline frees what it is given with free. */
static char *next_word(const char *word, int state)
{
    static size_t at;
    at = state ? at + 1 : 0;
    size_t start = (size_t)rl_point - strlen(word);
    char *line = moot_strndup(rl_line_buffer, start);
    const char *found = line && words_of ? words_of(words_user, line, word, at) : NULL;
    moot_free(line);
    return found ? moot_strdup(found) : NULL;
}

static char **complete(const char *word, int start, int end)
{
    (void)start;
    (void)end;
    rl_attempted_completion_over = 1; /* never file names */
    rl_completion_append_character = ' ';
    return rl_completion_matches(word, next_word);
}

/* ---- Ctrl-C ---- */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

/* readline calls this when a signal came while it waited for a key. */
static int end_line(void)
{
    if (interrupted) {
        rl_replace_line("", 0);
        rl_done = 1;
    }
    return 0;
}

/* ---- */

void moot_line_open(moot_line *line, moot_line_words *words, void *user)
{
    memset(line, 0, sizeof *line);
    line->terminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
    if (!line->terminal) {
        return;
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    words_of = words;
    words_user = user;
    rl_readline_name = "moot";
    rl_attempted_completion_function = complete;
    rl_completer_quote_characters = "\"'";
    rl_filename_quote_characters = " ";
    rl_signal_event_hook = end_line;
    rl_event_hook = end_line; /* a signal between two keys */
    rl_initialize();
}

void moot_line_close(moot_line *line)
{
    free(line->text); /* readline's and getline's own allocation */
    line->text = NULL;
    words_of = NULL;
    words_user = NULL;
}

static const char *from_terminal(moot_line *line, const char *prompt)
{
    free(line->text);
    interrupted = 0;
    line->text = readline(prompt);
    if (interrupted) {
        int twice = line->stopped;
        line->stopped = 1;
        return twice ? NULL : "";
    }
    line->stopped = 0;
    if (line->text && line->text[0]) {
        add_history(line->text);
    }
    return line->text;
}

static const char *from_file(moot_line *line)
{
    ssize_t len = getline(&line->text, &line->cap, stdin);
    if (len < 0) {
        return NULL;
    }
    while (len > 0 && (line->text[len - 1] == '\n' || line->text[len - 1] == '\r')) {
        line->text[--len] = '\0';
    }
    return line->text;
}

const char *moot_line_next(moot_line *line, const char *prompt)
{
    line->number++;
    return line->terminal ? from_terminal(line, prompt) : from_file(line);
}
