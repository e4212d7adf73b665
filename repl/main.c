/* moot, the program: reads the command line, calls the command, returns the status (interface.md).
 * Process-wide settings, the character set and signals, are made here and nowhere else. */
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "repl/cli/cmd.h"
#include "repl/cli/term.h"

/* The only mutable global: a signal handler has nowhere else to leave its word. */
static atomic_int stop_asked;

static void on_interrupt(int signal_number)
{
    static const char told[] = "\nStopping after this chunk (again to stop now)\n";
    (void)signal_number;
    if (stop_asked) {
        _exit(moot_code_status(MOOT_EINTR));
    }
    stop_asked = 1;
    ssize_t written = write(STDERR_FILENO, told, sizeof told - 1);
    (void)written; /* nothing can be done about it here */
}

const atomic_int *moot_stop_flag(void)
{
    return &stop_asked;
}

/* A reader that closes the pipe (`| head`) ends the program by SIGPIPE's default: quietly. */
static void set_signals(void)
{
    struct sigaction interrupt;
    memset(&interrupt, 0, sizeof interrupt);
    interrupt.sa_handler = on_interrupt;
    interrupt.sa_flags = SA_RESTART; /* a read that was under way is no error */
    sigemptyset(&interrupt.sa_mask);
    sigaction(SIGINT, &interrupt, NULL);
}

/* Only which characters are letters and how wide they are: numbers, dates and sorting never follow
 * the locale. */
static void set_characters(void)
{
    if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

static void call(moot_app *app)
{
    static const struct {
        const char *name;
        void (*run)(moot_app *app);
    } commands[] = {
        { "check", moot_cmd_check },
        { "compare", moot_cmd_compare },
        { "config", moot_cmd_config },
        { "coverage", moot_cmd_coverage },
        { "diff", moot_cmd_diff },
        { "due", moot_cmd_due },
        { "export", moot_cmd_export },
        { "fit", moot_cmd_fit },
        { "generate", moot_cmd_generate },
        { "law", moot_cmd_law },
        { "merge", moot_cmd_merge },
        { "new", moot_cmd_new },
        { "pack", moot_cmd_pack },
        { "repl", moot_cmd_repl },
        { "report", moot_cmd_report },
        { "run", moot_cmd_run },
        { "store", moot_cmd_store },
        { "test", moot_cmd_test },
        { "verify", moot_cmd_verify },
        { "whatif", moot_cmd_whatif },
        { "why", moot_cmd_why },
    };
    for (size_t i = 0; i < MOOT_COUNT(commands); i++) {
        if (strcmp(commands[i].name, app->cli.command->name) == 0) {
            commands[i].run(app);
            return;
        }
    }
    MOOT_BUG("the command %s has no function", app->cli.command->name);
}

static void answer(moot_app *app)
{
    if (app->cli.words.help) {
        moot_say_out(app->cli.words.help, strlen(app->cli.words.help));
        moot_say_out("\n", 1);
    } else if (app->cli.licences) {
        moot_about_licences();
    } else if (app->cli.version) {
        moot_about_version(app);
    } else {
        app->say.quiet = moot_cli_flag(&app->cli, "quiet");
        app->say.colour = moot_term_colour(stderr, moot_cli_flag(&app->cli, "no-color"));
        call(app);
    }
}

int main(int argc, char **argv)
{
    set_characters();
    set_signals();
    moot_app app;
    moot_err err;
    moot_err_init(&err);
    moot_say_init(&app.say);
    app.say.json = moot_cli_wants_json(argc, argv);
    if (moot_cli_read(argc, argv, &app.cli, &err)) {
        moot_say_error(&app.say, &err);
    } else {
        answer(&app);
    }
    moot_cli_done(&app.cli);
    return moot_say_end(&app.say);
}
