/* Reading a command line; the table of commands is in cli_table.c. */
#include "repl/cli/cli.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "repl/cli/help.h"
#include "vm/base/names.h"
#include "vm/base/text.h"

#define MOST_WORDS 64 /* options and commands offered as the nearest name */

/* What may stand without a command. */
static const moot_cli_option opt_version = {
    "-V --version", NULL, "Versions of moot, Lua, SQLite and the calendar."
};
static const moot_cli_option opt_licences = {
    "--licences", NULL, "Licences of moot and of what it is made with."
};
static const moot_cli_option opt_completion = {
    "--completion", "SHELL", "Words for bash, zsh or fish, as a script that it reads."
};

/* ---- finding the command among the words ---- */

static const moot_cli_command *find_command(const char *name)
{
    const moot_cli_command *const *commands = moot_cli_program_table()->commands;
    for (size_t i = 0; commands[i]; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

/* Is `word` one of the space-separated names? */
static int among(const char *names, const char *word)
{
    size_t len = strlen(word);
    for (const char *at = names; *at;) {
        size_t one = strcspn(at, " ");
        if (one == len && memcmp(at, word, len) == 0) {
            return 1;
        }
        at += one;
        at += *at == ' ';
    }
    return 0;
}

static int takes_value(const char *word)
{
    const moot_cli_command *const *commands = moot_cli_program_table()->commands;
    if (strcmp(word, opt_completion.names) == 0) {
        return 1;
    }
    for (size_t i = 0; commands[i]; i++) {
        for (size_t j = 0; commands[i]->options[j]; j++) {
            if (commands[i]->options[j]->value && among(commands[i]->options[j]->names, word)) {
                return 1;
            }
        }
    }
    return 0;
}

/* "-3 days": a count with its sign, which is no option. */
static int is_signed(const char *word)
{
    size_t blanks = word[0] == '-' ? strspn(word + 1, " ") : 0;
    return word[0] == '-' && isdigit((unsigned char)word[1 + blanks]);
}

static int is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0' && !is_signed(word);
}

/* Index in argv of the first word that is no option and no option's value: the command. 0 if there
 * is none. */
static int command_at(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) {
            return i + 1 < argc ? i + 1 : 0;
        }
        if (!is_option(argv[i])) {
            return i;
        }
        i += takes_value(argv[i]);
    }
    return 0;
}

static int has_option(int argc, char **argv, const char *names)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (among(names, argv[i])) {
            return 1;
        }
    }
    return 0;
}

int moot_cli_wants_json(int argc, char **argv)
{
    return has_option(argc, argv, "--json");
}

/* ---- mistakes ---- */

static moot_code unknown_command(const char *word, moot_err *err)
{
    const moot_cli_command *const *commands = moot_cli_program_table()->commands;
    const char *names[MOST_WORDS];
    size_t count = 0;
    for (; commands[count]; count++) {
        names[count] = commands[count]->name;
    }
    const char *near = moot_nearest(word, names, count);
    if (near) {
        return moot_fail(err, MOOT_EUSAGE, "moot has no command \"%s\"; did you mean \"%s\"?", word,
                         near);
    }
    return moot_fail(err, MOOT_EUSAGE, "moot has no command \"%s\"; moot help lists the commands",
                     word);
}

/* argparse says "unknown option '--jbos'": the nearest name is ours to find. */
static moot_code unknown_option(const moot_cli_command *command, moot_err *err)
{
    char word[64];
    const char *start = strchr(err->msg, '\'');
    size_t len = start ? strcspn(start + 1, "'") : 0;
    if (!start || len >= sizeof word) {
        return err->code;
    }
    memcpy(word, start + 1, len);
    word[len] = '\0';
    const char *names[MOST_WORDS];
    size_t count = 0;
    for (; command->options[count]; count++) {
        names[count] = strstr(command->options[count]->names, "--");
    }
    const char *near = moot_nearest(word, names, count);
    moot_err_init(err);
    if (near) {
        return moot_fail(err, MOOT_EUSAGE, "moot %s has no option %s; did you mean %s?",
                         command->name, word, near);
    }
    return moot_fail(err, MOOT_EUSAGE, "moot %s has no option %s; moot %s --help lists them",
                     command->name, word, command->name);
}

static moot_code explain_mistake(const moot_cli_command *command, moot_err *err)
{
    if (err->code != MOOT_EUSAGE) {
        return err->code;
    }
    if (strncmp(err->msg, "unknown option", 14) == 0) {
        return unknown_option(command, err);
    }
    moot_err told = *err;
    moot_err_init(err);
    return moot_fail(err, MOOT_EUSAGE, "%.300s; moot %s --help shows how it is used", told.msg,
                     command->name);
}

/* ---- reading ---- */

typedef struct word_list {
    const char **words; /* owned; the texts are argv's or the arena's */
    size_t count;
} word_list;

/* `--opt=value` becomes two words, because argparse would read a later word as part of it; a value
 * that looks like an option stays joined, so that it cannot be taken for one. A count with its sign goes behind a blank,
 * where argparse does not see the sign. */
static moot_code add_word(word_list *list, moot_arena *arena, const char *word, moot_err *err)
{
    const char *equals = strncmp(word, "--", 2) == 0 ? strchr(word, '=') : NULL;
    if (equals) {
        char *name = moot_arena_strn(arena, word, (size_t)(equals - word));
        if (!name) {
            return moot_fail_memory(err);
        }
        if (takes_value(name) && !is_option(equals + 1)) {
            list->words[list->count++] = name;
            word = equals + 1;
        }
    }
    if (is_signed(word)) {
        char *hidden = moot_arena_alloc(arena, strlen(word) + 2);
        if (!hidden) {
            return moot_fail_memory(err);
        }
        hidden[0] = ' ';
        memcpy(hidden + 1, word, strlen(word) + 1);
        word = hidden;
    }
    list->words[list->count++] = word;
    return MOOT_OK;
}

static moot_code collect_words(int argc, char **argv, int skip, word_list *list, moot_arena *arena,
                               moot_err *err)
{
    list->words = moot_arena_array(arena, 2 * (size_t)argc, sizeof *list->words);
    if (!list->words) {
        return moot_fail_memory(err);
    }
    int ended = 0;
    for (int i = 1; i < argc; i++) {
        if (i == skip) {
            continue;
        }
        ended |= strcmp(argv[i], "--") == 0;
        if (ended) {
            list->words[list->count++] = argv[i];
        } else if (add_word(list, arena, argv[i], err)) {
            return err->code;
        }
    }
    return MOOT_OK;
}

static moot_code check_words(int argc, char **argv, moot_err *err)
{
    for (int i = 1; i < argc; i++) {
        size_t bad;
        if (!moot_utf8_check(argv[i], strlen(argv[i]), &bad)) {
            return moot_fail(err, MOOT_EUSAGE, "word %d of the command line is not UTF-8 text", i);
        }
    }
    return MOOT_OK;
}

static moot_code read_command(int argc, char **argv, int at, moot_cli *cli, moot_err *err)
{
    word_list list = { NULL, 0 };
    moot_arena arena;
    moot_arena_init(&arena);
    if (!collect_words(argc, argv, at, &list, &arena, err) &&
        moot_cli_state_parse(moot_cli_program_table(), cli->command, list.words, list.count, &cli->words, err)) {
        explain_mistake(cli->command, err);
    }
    moot_arena_done(&arena);
    return err->code;
}

/* Keeps a text as what is to be shown. */
static moot_code show(moot_cli *cli, moot_buf *text, moot_err *err)
{
    cli->words.help = moot_buf_ok(text) ? moot_arena_str(&cli->words.arena, moot_buf_text(text)) : NULL;
    moot_buf_done(text);
    return cli->words.help ? MOOT_OK : moot_fail_memory(err);
}

static moot_code unknown_topic(const char *topic, moot_err *err)
{
    const char *near = moot_help_nearest(moot_cli_program_table(), topic);
    if (near) {
        return moot_fail(err, MOOT_EUSAGE, "there is no help on \"%s\"; did you mean \"%s\"?", topic, near);
    }
    return moot_fail(err, MOOT_EUSAGE,
                     "there is no help on \"%s\"; moot help lists the commands, moot help words the words of protocols",
                     topic);
}

/* help; help COMMAND; help TOPIC, help word WORD. */
static moot_code read_help(int argc, char **argv, int at, moot_cli *cli, moot_err *err)
{
    static const char *const words[] = { "--help" };
    const char *topic = at && at + 1 < argc && !is_option(argv[at + 1]) ? argv[at + 1] : NULL;
    const char *more = topic && at + 2 < argc && !is_option(argv[at + 2]) ? argv[at + 2] : NULL;
    moot_buf text;
    moot_buf_init(&text);
    cli->command = topic && !more ? find_command(topic) : NULL;
    if (cli->command) {
        return moot_cli_state_parse(moot_cli_program_table(), cli->command, words, 1, &cli->words, err);
    }
    if (!topic) {
        moot_help_program(moot_cli_program_table(), &text);
    } else if (!moot_help_topic(topic, more, &text)) {
        moot_buf_done(&text);
        int prefixed = more && (strcmp(topic, "word") == 0 || strcmp(topic, "scenario") == 0);
        return unknown_topic(prefixed ? more : topic, err);
    }
    return show(cli, &text, err);
}

static moot_code read_completion(int argc, char **argv, moot_cli *cli, moot_err *err)
{
    const char *shell = NULL;
    moot_buf text;
    moot_buf_init(&text);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], opt_completion.names) == 0) {
            shell = i + 1 < argc ? argv[i + 1] : NULL;
        } else if (strncmp(argv[i], "--completion=", 13) == 0) {
            shell = argv[i] + 13;
        }
    }
    if (moot_help_completion(moot_cli_program_table(), shell, &text, err)) {
        moot_buf_done(&text);
        return err->code;
    }
    return show(cli, &text, err);
}

static moot_code unknown_first_option(int argc, char **argv, moot_err *err)
{
    const char *word = argc > 1 ? argv[1] : "";
    return moot_fail(err, MOOT_EUSAGE, "%s stands without a command; moot help lists the commands",
                     word);
}

moot_code moot_cli_read(int argc, char **argv, moot_cli *out_cli, moot_err *err)
{
    memset(out_cli, 0, sizeof *out_cli);
    moot_arena_init(&out_cli->words.arena);
    if (check_words(argc, argv, err)) {
        return err->code;
    }
    int at = command_at(argc, argv);
    const char *word = at ? argv[at] : NULL;
    out_cli->command = word ? find_command(word) : NULL;
    if (out_cli->command) {
        return read_command(argc, argv, at, out_cli, err);
    }
    if (argc <= 1 || (word && strcmp(word, "help") == 0)) {
        return read_help(argc, argv, at, out_cli, err);
    }
    if (word && strcmp(word, "version") != 0) {
        return unknown_command(word, err);
    }
    if (has_option(argc, argv, "-h --help")) {
        return read_help(argc, argv, 0, out_cli, err);
    }
    if (has_option(argc, argv, "--completion") || (argc > 1 && strncmp(argv[1], "--completion=", 13) == 0)) {
        return read_completion(argc, argv, out_cli, err);
    }
    out_cli->licences = has_option(argc, argv, opt_licences.names);
    out_cli->version = word || has_option(argc, argv, opt_version.names);
    return out_cli->version || out_cli->licences ? MOOT_OK : unknown_first_option(argc, argv, err);
}

void moot_cli_done(moot_cli *cli)
{
    if (cli) {
        moot_cli_words_done(&cli->words);
    }
}

/* ---- asking ---- */

const char *moot_cli_nth(const moot_cli *cli, const char *key, size_t n)
{
    for (size_t i = 0; i < cli->words.count; i++) {
        if (strcmp(cli->words.words[i].key, key) == 0 && n-- == 0) {
            const char *value = cli->words.words[i].value;
            return value && value[0] == ' ' && is_signed(value + 1) ? value + 1 : value; /* as add_word hid it */
        }
    }
    return NULL;
}

const char *moot_cli_text(const moot_cli *cli, const char *key)
{
    return moot_cli_nth(cli, key, 0);
}

int moot_cli_flag(const moot_cli *cli, const char *key)
{
    return moot_cli_text(cli, key) != NULL;
}

/* "--jobs", or "ENTRY" where the key is that of an argument; into `buf`. */
static const char *label_of(const moot_cli *cli, const char *key, char *buf, size_t size)
{
    snprintf(buf, size, "--%s", key);
    for (int i = 0; i < MOOT_CLI_ARGUMENTS && cli->command->arguments[i].name; i++) {
        const char *name = cli->command->arguments[i].name;
        if (strcasecmp(name, key) == 0) {
            snprintf(buf, size, "%s", name);
        }
    }
    return buf;
}

moot_code moot_cli_int(const moot_cli *cli, const char *key, long least, long most, long *out_value,
                       moot_err *err)
{
    const char *text = moot_cli_text(cli, key);
    if (!text) {
        return MOOT_OK;
    }
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (!isdigit((unsigned char)text[0]) || *end || errno || value < least || value > most) {
        char label[64];
        return moot_fail(err, MOOT_EUSAGE,
                         "%s takes a whole number from %ld to %ld; it was given \"%s\"",
                         label_of(cli, key, label, sizeof label), least, most, text);
    }
    *out_value = value;
    return MOOT_OK;
}

moot_code moot_cli_choice(const moot_cli *cli, const char *key, const char *const *words,
                          size_t count, int *out_index, moot_err *err)
{
    const char *text = moot_cli_text(cli, key);
    if (!text) {
        return MOOT_OK;
    }
    moot_buf all;
    moot_buf_init(&all);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], text) == 0) {
            *out_index = (int)i;
            moot_buf_done(&all);
            return MOOT_OK;
        }
        moot_buf_str(&all, i == 0 ? "" : i + 1 == count ? " or " : ", ");
        moot_buf_str(&all, words[i]);
    }
    moot_fail(err, MOOT_EUSAGE, "--%s is %s; it was given \"%s\"", key, moot_buf_text(&all), text);
    moot_buf_done(&all);
    return err->code;
}
