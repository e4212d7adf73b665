#include "tests/bench/bench.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/bench/generate.h"

static const struct {
    const char *name;
    void (*run)(const bench_place *place);
} parts[] = { { "time", bench_time },         { "engine", bench_engine }, { "world", bench_world },
              { "triage", bench_triage },     { "store", bench_store },   { "caseload", bench_caseload },
              { "why", bench_why },           { "repl", bench_repl },     { "load", bench_load } };
#define PARTS (sizeof parts / sizeof parts[0])

static int usage(void)
{
    fputs("bench [engine|world|triage|store|caseload|why|repl|load ...]\n"
          "bench generate life|stockport N [-o FILE | --csv FOLDER]\n"
          "bench profile N\n", stderr);
    return 2;
}

/* ---- generate ---- */

static int generate(int argc, char **argv)
{
    if (argc < 4) {
        return usage();
    }
    bench_kind kind = strcmp(argv[2], "stockport") == 0 ? BENCH_STOCKPORT : BENCH_LIFE;
    int64_t cases = strtoll(argv[3], NULL, 10);
    if (argc > 5 && strcmp(argv[4], "--csv") == 0) {
        (void)mkdir(argv[5], 0777);
        (void)bench_write_csv(kind, cases, argv[5]);
        return 0;
    }
    FILE *out = argc > 5 ? fopen(argv[5], "w") : stdout;
    if (!out) {
        bench_fail("%s cannot be written", argv[5]);
    }
    (void)bench_write_json(kind, cases, out);
    return fclose(out) == 0 ? 0 : 1;
}

/* ---- measuring ---- */

static int is_part(const char *name)
{
    for (size_t i = 0; i < PARTS; i++) {
        if (strcmp(parts[i].name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

static int asked_for(int argc, char **argv, const char *name)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], name) == 0) {
            return 1;
        }
    }
    return argc < 2;
}

/* The program under test lies beside this one: build/release/tests/bench/bench, build/release/moot. */
static void find_moot(char *path, size_t size)
{
    ssize_t len = readlink("/proc/self/exe", path, size - 1);
    if (len < 0) {
        bench_fail("/proc is not there");
    }
    path[len] = '\0';
    for (int up = 0; up < 3; up++) {
        char *slash = strrchr(path, '/');
        if (slash) {
            *slash = '\0';
        }
    }
    size_t end = strlen(path);
    snprintf(path + end, size - end, "/moot");
}

static void remove_folder(const char *folder)
{
    char command[4200];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command) != 0) {
        fprintf(stderr, "bench: %s could not be removed\n", folder);
    }
}

int main(int argc, char **argv)
{
    char moot[4096], folder[] = "/tmp/moot-bench-XXXXXX";
    if (argc > 1 && strcmp(argv[1], "generate") == 0) {
        return generate(argc, argv);
    }
    if (argc > 2 && strcmp(argv[1], "profile") == 0) {
        bench_profile(strtol(argv[2], NULL, 10));
        return 0;
    }
    for (int i = 1; i < argc; i++) {
        if (!is_part(argv[i])) {
            return usage();
        }
    }
    find_moot(moot, sizeof moot);
    if (!mkdtemp(folder)) {
        bench_fail("no temporary folder could be made in /tmp");
    }
    bench_place place = { moot, folder, getenv("BENCH_BIG") != NULL };
    for (size_t i = 0; i < PARTS; i++) {
        if (asked_for(argc, argv, parts[i].name)) {
            parts[i].run(&place);
        }
    }
    bench_print();
    remove_folder(folder);
    return 0;
}
