#include "repl/cli/help.h"

#include <stdio.h>
#include <string.h>

#include "lua/reference/reference.h"
#include "vm/base/names.h"

/* ---- the program ---- */

static const char *const no_group = "More";

static const char *group_of(const moot_cli_command *command)
{
    return command->group ? command->group : no_group;
}

/* The longest name, for the column of summaries. */
static size_t name_width(const moot_cli_program *program)
{
    size_t width = 0;
    for (size_t i = 0; program->commands[i]; i++) {
        size_t len = strlen(program->commands[i]->name);
        width = len > width ? len : width;
    }
    return width;
}

/* The i-th is the first of its group. */
static int begins_group(const moot_cli_program *program, size_t i)
{
    for (size_t before = 0; before < i; before++) {
        if (strcmp(group_of(program->commands[before]), group_of(program->commands[i])) == 0) {
            return 0;
        }
    }
    return 1;
}

static void add_group(const moot_cli_program *program, const char *group, moot_buf *out)
{
    int width = (int)name_width(program);
    moot_buf_printf(out, "%s\n", group);
    for (size_t i = 0; program->commands[i]; i++) {
        const moot_cli_command *command = program->commands[i];
        if (strcmp(group_of(command), group) == 0) {
            moot_buf_printf(out, "  %-*s  %s\n", width, command->name, command->summary);
        }
    }
}

void moot_help_program(const moot_cli_program *program, moot_buf *out)
{
    moot_buf_printf(out, "%s\n\n", program->about);
    for (size_t i = 0; program->commands[i]; i++) {
        if (begins_group(program, i)) {
            add_group(program, group_of(program->commands[i]), out);
        }
    }
    moot_buf_printf(out, "\n%s", program->epilog);
}

/* ---- topics ---- */

static const char statuses[] =
    "What moot returns to whoever called it:\n"
    "\n"
    "  0    it was done; breaches, departures and warnings are answers, not failures\n"
    "  1    the answer is no: check, coverage or test found something\n"
    "  2    the command line is not understood\n"
    "  3    bad input; the good cases were still done\n"
    "  4    a limit was hit\n"
    "  5    the store or the system\n"
    "  130  stopped by Ctrl-C\n"
    "\n"
    "If several hold, the highest.";

int moot_help_topic(const char *topic, const char *more, moot_buf *out)
{
    int found;
    if (strcmp(topic, "words") == 0) {
        moot_reference_words(out);
        found = 1;
    } else if (strcmp(topic, "status") == 0) {
        moot_buf_str(out, statuses);
        return 1;
    } else if (more && strcmp(topic, "word") == 0) {
        found = moot_reference_help(more, MOOT_REFERENCE_ANY, out);
    } else if (more && strcmp(topic, "scenario") == 0) {
        found = moot_reference_help(more, MOOT_REFERENCE_SCENARIO, out);
    } else if (more) { /* "working days" */
        char joined[64];
        snprintf(joined, sizeof joined, "%s_%s", topic, more);
        found = moot_reference_help(joined, MOOT_REFERENCE_ANY, out);
    } else {
        found = moot_reference_help(topic, MOOT_REFERENCE_ANY, out);
    }
    if (found && out->len && !out->failed) {
        out->text[--out->len] = '\0'; /* help ends without a newline: whoever shows it adds one */
    }
    return found;
}

#define MOST_TOPICS 512

/* What people call it, and the word that has it. */
static const char *also_called(const char *topic)
{
    static const char *const also[][2] = {
        { "letter", "notice" },   { "letters", "notice" },    { "appeal", "ladder" },     { "dispute", "ladder" },
        { "complaint", "ladder" }, { "bed", "place" },        { "accommodation", "place" }, { "meeting", "panel" },
        { "team", "service" },    { "organisation", "service" }, { "officer", "role" },   { "post", "role" },
        { "person", "role" },     { "question", "fact" },     { "timescale", "deadline" }, { "limit", "deadline" },
        { "target", "measure" },  { "indicator", "measure" }, { "kpi", "measure" },       { "budget", "quota" },
        { "payment", "grant" },   { "cost", "entitlement" },  { "step", "stage" },        { "condition", "when" },
        { "guard", "when" },      { "if", "when" },           { "trigger", "on" },        { "start", "on" },
        { "ambiguity", "reading" }, { "unclear", "reading" }, { "ambiguous", "reading" }, { "principle", "not_run" },
        { "email", "via" },       { "telephone", "via" },     { "phone", "via" },         { "method", "via" },
        { "responsible", "owner" }, { "section", "clause" },  { "figure", "param" },      { "table", "decision" },
        { "birthday", "turns" },  { "opening", "calendar" },  { "holidays", "calendar" }, { "choice", "outcome" },
        { "result", "outcome" },  { "text", "reading" },      { "immediately", "reading" },
    };
    for (size_t i = 0; i < MOOT_COUNT(also); i++) {
        if (strcmp(also[i][0], topic) == 0) {
            return also[i][1];
        }
    }
    return NULL;
}

const char *moot_help_nearest(const moot_cli_program *program, const char *topic)
{
    const char *names[MOST_TOPICS] = { "words", "status" };
    const char *name = also_called(topic);
    size_t count = 2;
    if (name) {
        return name;
    }
    for (size_t i = 0; program->commands[i] && count < MOST_TOPICS; i++) {
        names[count++] = program->commands[i]->name;
    }
    for (size_t i = 0; (name = moot_reference_name(i)) != NULL && count < MOST_TOPICS; i++) {
        names[count++] = name;
    }
    count += moot_reference_no_words(names + count, MOST_TOPICS - count);
    return moot_nearest(topic, names, count);
}

/* ---- completion ---- */

/* "--json -q --quiet …" */
static void add_options(const moot_cli_command *command, moot_buf *out)
{
    for (size_t i = 0; command->options[i]; i++) {
        moot_buf_printf(out, "%s ", command->options[i]->names);
    }
    moot_buf_str(out, "--help");
}

static void add_commands(const moot_cli_program *program, moot_buf *out)
{
    for (size_t i = 0; program->commands[i]; i++) {
        moot_buf_printf(out, "%s ", program->commands[i]->name);
    }
    moot_buf_str(out, "help");
}

static void add_topics(const moot_cli_program *program, moot_buf *out)
{
    const char *name;
    add_commands(program, out);
    moot_buf_str(out, " words status");
    for (size_t i = 0; (name = moot_reference_name(i)) != NULL; i++) {
        if (!strchr(name, ' ')) {
            moot_buf_printf(out, " %s", name);
        }
    }
    const char *more[MOST_TOPICS];
    size_t count = moot_reference_no_words(more, MOST_TOPICS);
    for (size_t i = 0; i < count; i++) {
        moot_buf_printf(out, " %s", more[i]);
    }
}

/* What is not offered falls back to the names of files. */
static void bash(const moot_cli_program *program, moot_buf *out)
{
    moot_buf_str(out, "_moot() {\n"
                      "    local at=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=\n"
                      "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
                      "        words=\"");
    add_commands(program, out);
    moot_buf_str(out, " --version --licences --completion\"\n"
                      "    elif [ \"$command\" = help ]; then\n"
                      "        words=\"");
    add_topics(program, out);
    moot_buf_str(out, "\"\n"
                      "    elif [ \"${at#-}\" != \"$at\" ]; then\n"
                      "        case $command in\n");
    for (size_t i = 0; program->commands[i]; i++) {
        moot_buf_printf(out, "        %s) words=\"", program->commands[i]->name);
        add_options(program->commands[i], out);
        moot_buf_str(out, "\" ;;\n");
    }
    moot_buf_str(out, "        esac\n"
                      "    fi\n"
                      "    COMPREPLY=($(compgen -W \"$words\" -- \"$at\"))\n"
                      "}\n"
                      "complete -o bashdefault -o default -F _moot moot\n");
}

static void zsh(const moot_cli_program *program, moot_buf *out)
{
    moot_buf_str(out, "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");
    bash(program, out);
}

/* A text in single quotes, as fish reads it. */
static void fish_text(const char *text, moot_buf *out)
{
    moot_buf_char(out, '\'');
    for (; *text; text++) {
        moot_buf_str(out, *text == '\'' || *text == '\\' ? "\\" : "");
        moot_buf_char(out, *text);
    }
    moot_buf_char(out, '\'');
}

/* `-j --jobs` of a command; NULL: of the program itself. */
static void fish_option(const char *command, const moot_cli_option *option, moot_buf *out)
{
    moot_buf_printf(out, "complete -c moot -n '%s%s' -l %s", command ? "__fish_seen_subcommand_from " : "__fish_use_subcommand",
                    command ? command : "", strstr(option->names, "--") + 2);
    if (option->names[1] != '-') {
        moot_buf_printf(out, " -s %c", option->names[1]);
    }
    moot_buf_printf(out, "%s -d ", option->value ? " -r" : "");
    fish_text(option->help, out);
    moot_buf_char(out, '\n');
}

static void fish_options(const moot_cli_command *command, moot_buf *out)
{
    static const moot_cli_option help = { "-h --help", NULL, "How to use it." };
    for (size_t i = 0; command->options[i]; i++) {
        fish_option(command->name, command->options[i], out);
    }
    fish_option(command->name, &help, out);
}

/* What stands before any command. */
static void fish_program(moot_buf *out)
{
    static const moot_cli_option options[] = {
        { "-V --version", NULL, "Versions of moot, Lua, SQLite and the calendar." },
        { "--licences", NULL, "Licences of moot and of what it is made with." },
        { "--completion", "SHELL", "Words for bash, zsh or fish." },
        { "-h --help", NULL, "The commands." },
    };
    for (size_t i = 0; i < MOOT_COUNT(options); i++) {
        fish_option(NULL, &options[i], out);
    }
}

static void fish(const moot_cli_program *program, moot_buf *out)
{
    fish_program(out);
    for (size_t i = 0; program->commands[i]; i++) {
        const moot_cli_command *command = program->commands[i];
        moot_buf_printf(out, "complete -c moot -n __fish_use_subcommand -a %s -d ", command->name);
        fish_text(command->summary, out);
        moot_buf_char(out, '\n');
        fish_options(command, out);
    }
    moot_buf_str(out, "complete -c moot -f -n __fish_use_subcommand -a help\n"
                      "complete -c moot -f -n '__fish_seen_subcommand_from help' -a '");
    add_topics(program, out);
    moot_buf_str(out, "'\n");
}

moot_code moot_help_completion(const moot_cli_program *program, const char *shell, moot_buf *out, moot_err *err)
{
    static const struct {
        const char *name;
        void (*write)(const moot_cli_program *program, moot_buf *out);
    } shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
    for (size_t i = 0; shell && i < MOOT_COUNT(shells); i++) {
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].write(program, out);
            return moot_buf_ok(out) ? MOOT_OK : moot_fail_memory(err);
        }
    }
    return moot_fail(err, MOOT_EUSAGE, "--completion takes bash, zsh or fish%s%s%s", shell ? "; it was given \"" : "",
                     shell ? shell : "", shell ? "\"" : "");
}
