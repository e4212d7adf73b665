#include "repl/cli/watch.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define LONGEST_PATH 4096
#define EVERY_MS 250
#define SETTLED_MS 60 /* two looks that agree so far apart: nobody is writing */

/* As in main.c: a signal handler has nowhere else to leave its word. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

static int was_interrupted(void)
{
    return interrupted != 0;
}

static void sleep_ms(long ms)
{
    struct timespec span = { 0, ms * 1000000 };
    (void)nanosleep(&span, NULL); /* a signal ends it early: that is wanted */
}

/* ---- how files look ---- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++) {
        hash = (hash ^ at[i]) * 1099511628211u;
    }
    return hash;
}

/* 0: there is no such file. */
static uint64_t look_of(const char *path)
{
    struct stat s;
    uint64_t hash = 14695981039346656037u;
    if (stat(path, &s) != 0) {
        return 0;
    }
    hash = mix(hash, path, strlen(path));
    hash = mix(hash, &s.st_ino, sizeof s.st_ino);
    hash = mix(hash, &s.st_size, sizeof s.st_size);
    hash = mix(hash, &s.st_mtim.tv_sec, sizeof s.st_mtim.tv_sec);
    hash = mix(hash, &s.st_mtim.tv_nsec, sizeof s.st_mtim.tv_nsec);
    return hash | 1;
}

static int ends_with(const char *name, const char *end)
{
    size_t len = strlen(name), end_len = strlen(end);
    return len > end_len && strcmp(name + len - end_len, end) == 0;
}

/* Files of a folder by the ends of their names; a sum, because a folder has no order. */
static uint64_t look_of_folder(const char *folder, const char *const *ends)
{
    uint64_t sum = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        char path[LONGEST_PATH];
        for (const char *const *end = ends; *end; end++) {
            if (entry->d_name[0] != '.' && ends_with(entry->d_name, *end) &&
                snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path) {
                sum += look_of(path);
            }
        }
    }
    if (dir) {
        closedir(dir);
    }
    return sum;
}

/* 0 while a protocol is gone. */
static uint64_t look(const moot_watch *watch)
{
    static const char *const scripts[] = { ".lua", ".md", NULL };
    static const char *const tables[] = { ".tsv", NULL };
    uint64_t sum = watch->modules ? look_of_folder(watch->modules, scripts) : 0;
    for (size_t i = 0; i < watch->count; i++) {
        char folder[LONGEST_PATH];
        const char *path = watch->paths[i], *slash = strrchr(path, '/');
        uint64_t own = look_of(path);
        if (!own) {
            return 0;
        }
        snprintf(folder, sizeof folder, "%.*s.", slash ? (int)(slash + 1 - path) : 0, path);
        sum += own + look_of_folder(folder, scripts);
        snprintf(folder, sizeof folder, "%.*sclauses", slash ? (int)(slash + 1 - path) : 0, path);
        sum += look_of_folder(folder, tables);
    }
    return sum | 1;
}

/* ---- waiting ---- */

void moot_watch_begin(moot_watch *watch, const char *const *paths, size_t count, const char *modules, int (*stopped)(void))
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    if (!stopped) {
        sigaction(SIGINT, &action, NULL);
    }
    *watch = (moot_watch){ paths, count, modules, stopped ? stopped : was_interrupted, 0 };
    watch->seen = look(watch);
}

int moot_watch_wait(moot_watch *watch)
{
    while (!watch->stopped()) {
        uint64_t now = look(watch);
        if (now && now != watch->seen) {
            sleep_ms(SETTLED_MS);
            if (look(watch) == now) {
                watch->seen = now;
                return 1;
            }
            continue;
        }
        sleep_ms(EVERY_MS);
    }
    return 0;
}
