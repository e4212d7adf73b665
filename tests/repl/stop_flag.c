/* What main.c, which no test is linked with, gives the commands: here Ctrl-C was never pressed. */
#include "repl/cli/cmd.h"

const atomic_int *moot_stop_flag(void)
{
    static const atomic_int stop_asked;
    return &stop_asked;
}
