#include "repl/put.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static moot_code failed(const char *path, int why, moot_err *err)
{
    return moot_fail(err, MOOT_ESYSTEM, "%s cannot be written: %s", path, strerror(why));
}

static moot_code write_to(const char *path, const char *shown, const char *text, size_t len, moot_err *err)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        return failed(shown, errno, err);
    }
    int why = fwrite(text, 1, len, file) == len && fflush(file) == 0 ? 0 : errno ? errno : EIO;
    if (fclose(file) != 0 && why == 0) {
        why = errno;
    }
    return why ? failed(shown, why, err) : MOOT_OK;
}

moot_code moot_put_file(const char *path, const char *text, size_t len, moot_err *err)
{
    struct stat there;
    int exists = stat(path, &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) {
        return failed(path, EISDIR, err);
    }
    if (exists && !S_ISREG(there.st_mode)) {
        return write_to(path, path, text, len, err);
    }
    size_t size = strlen(path) + 32;
    char *beside = moot_malloc(size);
    if (!beside) {
        return moot_fail_memory(err);
    }
    (void)snprintf(beside, size, "%s.%ld.part", path, (long)getpid());
    moot_code code = write_to(beside, path, text, len, err);
    if (code == MOOT_OK && rename(beside, path) != 0) {
        code = failed(path, errno, err);
    }
    if (code != MOOT_OK) {
        (void)remove(beside);
    }
    moot_free(beside);
    return code;
}
