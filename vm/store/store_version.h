/* store_version: which SQLite runs here. Apart from store.h, so that asking opens nothing. */
#ifndef MOOT_STORE_VERSION_H
#define MOOT_STORE_VERSION_H

/* "3.40.1", of the library that is loaded; static. */
const char *moot_store_sqlite_version(void);

#endif
