/* A child process: its time by the clock and its peak memory as the system counts it. */
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench.h"

static void become(const char *const *argv)
{
    int null = open("/dev/null", O_WRONLY);
    if (null < 0 || dup2(null, STDOUT_FILENO) < 0) {
        _exit(126);
    }
    /* execv takes its texts as it found them: it changes none of them. */
    execv(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

bench_child bench_run(const char *const *argv)
{
    bench_child child = { 0, 0, 0 };
    struct rusage usage;
    int status;
    double start = bench_now();
    pid_t pid = fork();
    if (pid == 0) {
        become(argv);
    }
    if (pid < 0 || wait4(pid, &status, 0, &usage) < 0) {
        bench_fail("the system gives no process");
    }
    child.seconds = bench_now() - start;
    child.processor = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                      + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    child.peak_kib = usage.ru_maxrss;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        bench_fail("%s %s ended with status %d", argv[0], argv[1], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    return child;
}
