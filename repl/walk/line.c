/* readline keeps its state in globals of its own, and its callbacks take no argument; so the one
 * open line is known here by a static pointer. */
#include "repl/walk/line.h"

#include <fcntl.h>
#include <poll.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <termios.h>
#include <unistd.h>

#include "vm/base/base.h"

#define HISTORY_MOST 2000
#define CTRL_C 3

static moot_line_options options_of;
static volatile sig_atomic_t interrupted, resized;
static int had_text; /* in the line that was interrupted */

/* ---- completion ---- */

/* readline frees what it is given with free. */
static char *next_word(const char *word, int state)
{
    static size_t at;
    at = state ? at + 1 : 0;
    size_t start = (size_t)rl_point - strlen(word);
    char *line = moot_strndup(rl_line_buffer, start);
    const char *found = line && options_of.words ? options_of.words(options_of.user, line, word, at) : NULL;
    moot_free(line);
    return found ? moot_strdup(found) : NULL;
}

static char **complete(const char *word, int start, int end)
{
    (void)start;
    (void)end;
    rl_attempted_completion_over = 1; /* files are offered by options_of.words, where they fit */
    char **found = rl_completion_matches(word, next_word);
    size_t len = found && found[0] ? strlen(found[0]) : 0;
    rl_completion_append_character = len && found[0][len - 1] == '/' ? '\0' : ' '; /* a folder goes on */
    return found;
}

/* As many as the screen has room for, in columns, and how many more there are: a list that asks whether it may be shown takes
 * the keys that are typed next. matches[0] is what they have in common. */
static void show_matches(char **matches, int count, int longest)
{
    int rows, columns, fit = count;
    rl_get_screen_size(&rows, &columns);
    int across = columns / (longest + 2), most = rows - 3; /* the line above, the prompt and what is left out */
    across = across < 1 ? 1 : across;
    most = most < 1 ? 1 : most;
    char *behind = NULL;
    if (count > across * most) {
        fit = across * most;
        behind = matches[fit + 1];
        matches[fit + 1] = NULL;
    }
    rl_display_match_list(matches, fit, longest);
    if (behind) {
        matches[fit + 1] = behind;
        fprintf(rl_outstream, "... %d more: type some letters of it\n", count - fit);
    }
    rl_forced_update_display();
}

/* ---- hints ---- */

/* The newest line of the history that begins with what is typed. */
static const char *from_history(const char *typed, size_t len)
{
    HIST_ENTRY **list = history_list();
    for (int i = history_length; list && i > 0; i--) {
        const char *line = list[i - 1]->line;
        if (strncmp(line, typed, len) == 0 && line[len] && !strchr(line, '\n') &&
            (!options_of.shows || options_of.shows(options_of.user, line))) {
            return line + len;
        }
    }
    return NULL;
}

static const char *hint_now(void)
{
    size_t len = strlen(rl_line_buffer);
    if (len == 0 || rl_point != rl_end) {
        return NULL;
    }
    const char *hint = from_history(rl_line_buffer, len);
    return hint ? hint : options_of.hint(options_of.user, rl_line_buffer);
}

/* The rest of the line in grey behind the cursor, which goes back to where it was. What would not fit in
 * the row is not shown, so nothing scrolls. */
static void redisplay(void)
{
    int rows, columns;
    rl_redisplay();
    if (rl_point != rl_end) {
        return;
    }
    const char *hint = hint_now();
    rl_get_screen_size(&rows, &columns);
    size_t used = strlen(rl_display_prompt ? rl_display_prompt : "") + strlen(rl_line_buffer);
    int fits = hint && used + strlen(hint) < (size_t)columns;
    fprintf(rl_outstream, "\0337\033[K%s%s%s\0338", fits ? "\033[90m" : "", fits ? hint : "",
            fits ? "\033[0m" : "");
    fflush(rl_outstream);
}

/* At the end of the line, the key that goes right takes the hint. */
static int take_hint(int count, int key)
{
    const char *hint = hint_now();
    if (hint) {
        rl_insert_text(hint);
        return 0;
    }
    return rl_forward_char(count, key);
}

/* The line is given without its hint. */
static int give_line(int count, int key)
{
    rl_point = rl_end;
    rl_redisplay();
    fputs("\033[K", rl_outstream);
    return rl_newline(count, key);
}

/* readline redraws over a hint of ours as if the line were a new one, and the prompt stood twice. So the change of size is
 * caught here, and told to it while its own redisplay is in place. */
static void on_resize(int signal_number)
{
    (void)signal_number;
    resized = 1;
}

static void take_new_size(void)
{
    rl_voidfunc_t *own = rl_redisplay_function;
    resized = 0;
    rl_redisplay_function = rl_redisplay;
    rl_resize_terminal();
    rl_redisplay_function = own;
    own();
}

static void open_resize(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_resize;
    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, NULL);
    rl_catch_sigwinch = 0;
}

static void open_hints(void)
{
    rl_redisplay_function = redisplay; /* after rl_initialize, else bracketed paste is off */
    rl_bind_keyseq("\\e[C", take_hint);
    rl_bind_keyseq("\\eOC", take_hint);
    rl_bind_key('\r', give_line);
    rl_bind_key('\n', give_line);
}

/* ---- history ---- */

/* The file is made first, for this user alone: readline would ask the umask. */
static void open_history(moot_line *line, const char *file)
{
    history_comment_char = '#';
    history_write_timestamps = 1;
    history_multiline_entries = 1;
    stifle_history(HISTORY_MOST);
    if (!file || strlen(file) >= sizeof line->history) {
        return;
    }
    int fd = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) {
        return;
    }
    (void)fchmod(fd, 0600);
    close(fd);
    memcpy(line->history, file, strlen(file) + 1);
    read_history(file);
}

static void remember(moot_line *line)
{
    const HIST_ENTRY *last = history_length ? history_get(history_base + history_length - 1) : NULL;
    if (!line->text[0] || (last && strcmp(last->line, line->text) == 0)) {
        return;
    }
    add_history(line->text);
    if (line->history[0] && !(options_of.tells && options_of.tells(options_of.user, line->text))) {
        append_history(1, line->history);
    }
}

/* ---- Ctrl-C ---- */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

int moot_line_interrupted(void)
{
    return interrupted != 0;
}

/* readline calls this when a signal came while it waited for a key. */
static int take_signal(void)
{
    if (interrupted) {
        had_text = rl_end > 0;
        rl_replace_line("", 0);
        rl_done = 1;
    } else if (resized) {
        take_new_size();
    }
    return 0;
}

/* While a line is typed Ctrl-C is a key like others, in its turn among them: as a signal it would overtake some and
 * swallow one. While a line is carried out the terminal is as it was, and Ctrl-C a signal. */
static int key_interrupts(int count, int key)
{
    (void)count;
    (void)key;
    interrupted = 1;
    return take_signal();
}

static void prepare_terminal(int meta)
{
    struct termios terminal;
    rl_prep_terminal(meta);
    if (tcgetattr(STDIN_FILENO, &terminal) == 0) {
        terminal.c_cc[VINTR] = _POSIX_VDISABLE;
        (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal);
    }
}

/* ---- */

void moot_line_open(moot_line *line, const moot_line_options *options)
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
    options_of = *options;
    rl_readline_name = "moot";
    rl_attempted_completion_function = complete;
    rl_completer_quote_characters = "\"";
    rl_completer_word_break_characters = " \t\n\"";
    rl_filename_quote_characters = "";
    rl_completion_query_items = -1; /* never ask */
    rl_completion_display_matches_hook = show_matches;
    rl_signal_event_hook = take_signal;
    rl_prep_term_function = prepare_terminal;
    open_resize();
    rl_initialize();
    rl_variable_bind("page-completions", "off");
    rl_bind_key_in_map(CTRL_C, key_interrupts, emacs_standard_keymap);
    rl_bind_key_in_map(CTRL_C, key_interrupts, vi_insertion_keymap);
    rl_bind_key_in_map(CTRL_C, key_interrupts, vi_movement_keymap);
    using_history();
    open_history(line, options->history);
    if (options->hint) {
        open_hints();
    }
}

void moot_line_close(moot_line *line)
{
    free(line->text); /* readline's and getline's own allocation */
    line->text = NULL;
    memset(&options_of, 0, sizeof options_of);
}

static const char *from_terminal(moot_line *line, const char *prompt)
{
    free(line->text);
    interrupted = line->dropped = 0;
    if (resized) { /* while a line was carried out */
        resized = 0;
        rl_reset_screen_size();
    }
    line->text = readline(prompt);
    if (interrupted) {
        int twice = line->stopped && !had_text;
        line->stopped = !had_text;
        line->dropped = 1;
        interrupted = 0;
        return twice ? NULL : "";
    }
    line->stopped = 0;
    if (line->text) {
        remember(line);
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
    const char *text = line->terminal ? from_terminal(line, prompt) : from_file(line);
    line->number += text != NULL;
    return text;
}

int moot_line_waits(const moot_line *line)
{
    struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
    return line->terminal && poll(&in, 1, 0) == 1 && (in.revents & POLLIN);
}
