/* SQLite's headers stay in vm/store/store*.c; this is all that `moot --version` wants of them. */
#include "vm/store/store_version.h"

#include <sqlite3.h>

const char *moot_store_sqlite_version(void)
{
    return sqlite3_libversion();
}
