#include "repl/cli/put.h"

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

/* `older`: the file whose place it takes, NULL: none. */
static moot_code write_to(const char *path, const char *how, const char *shown, const struct stat *older, const char *text, size_t len,
                          moot_err *err)
{
    FILE *file = fopen(path, how);
    if (!file) {
        return failed(shown, errno, err);
    }
    int why = older && fchmod(fileno(file), older->st_mode & 07777) != 0 ? errno : 0;
    if (why == 0 && (fwrite(text, 1, len, file) != len || fflush(file) != 0)) {
        why = errno ? errno : EIO;
    }
    if (fclose(file) != 0 && why == 0) {
        why = errno;
    }
    return why ? failed(shown, why, err) : MOOT_OK;
}

moot_code moot_put_file(const char *path, const char *text, size_t len, moot_err *err)
{
    struct stat there;
    int exists = lstat(path, &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) {
        return failed(path, EISDIR, err);
    }
    if (exists && !S_ISREG(there.st_mode)) {
        return write_to(path, "wb", path, NULL, text, len, err);
    }
    size_t size = strlen(path) + 32;
    char *beside = moot_malloc(size);
    if (!beside) {
        return moot_fail_memory(err);
    }
    (void)snprintf(beside, size, "%s.%ld.part", path, (long)getpid());
    moot_code code = write_to(beside, "wbx", path, exists ? &there : NULL, text, len, err);
    if (code == MOOT_OK && rename(beside, path) != 0) {
        code = failed(path, errno, err);
    }
    if (code != MOOT_OK) {
        (void)remove(beside);
    }
    moot_free(beside);
    return code;
}
