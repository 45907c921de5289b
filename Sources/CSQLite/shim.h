#ifndef MEDSOS_SHIM_H
#define MEDSOS_SHIM_H

#include <sqlite3.h>

// Swift does not import variadic C functions; each call that the warehouse needs has a typed wrapper here.

/// Switches one boolean option of a connection; returns SQLite's result code.
static inline int medsos_db_config(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

/// Turns SQLite's memory statistics off, which costs a lock for each allocation. Only before the first use.
static inline int medsos_disable_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
