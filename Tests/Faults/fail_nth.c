// Loaded before libc by tests: of the calls that change files, the one numbered MEDSOS_FAIL_AT fails with MEDSOS_FAIL_ERRNO,
// and, where MEDSOS_FAIL_STAYS is set, every one after it too, as on a disk that is full or gone. How many there were is
// written to MEDSOS_FAIL_LOG at the end.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int fails(void) {
  const char *at = getenv("MEDSOS_FAIL_AT");
  long number = __sync_add_and_fetch(&calls, 1);
  if (!at) return 0;
  long wanted = atol(at);
  if (number != wanted && !(getenv("MEDSOS_FAIL_STAYS") && number > wanted)) return 0;
  const char *code = getenv("MEDSOS_FAIL_ERRNO");
  errno = code ? atoi(code) : EIO;
  return 1;
}

#define NEXT(name) static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count) {
  NEXT(write);
  return file > 2 && fails() ? -1 : next(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { NEXT(pwrite); return fails() ? -1 : next(file, bytes, count, at); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) { NEXT(pwrite64); return fails() ? -1 : next(file, bytes, count, at); }
int fsync(int file) { NEXT(fsync); return fails() ? -1 : next(file); }
int fdatasync(int file) { NEXT(fdatasync); return fails() ? -1 : next(file); }
int ftruncate(int file, off_t length) { NEXT(ftruncate); return fails() ? -1 : next(file, length); }
int ftruncate64(int file, off64_t length) { NEXT(ftruncate64); return fails() ? -1 : next(file, length); }
int unlink(const char *path) { NEXT(unlink); return fails() ? -1 : next(path); }
int rename(const char *from, const char *to) { NEXT(rename); return fails() ? -1 : next(from, to); }

static int opens(int flags) { return flags & (O_CREAT | O_WRONLY | O_RDWR); }

int open(const char *path, int flags, ...) {
  NEXT(open);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens(flags) && fails() ? -1 : next(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  NEXT(open64);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opens(flags) && fails() ? -1 : next(path, flags, mode);
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("MEDSOS_FAIL_LOG");
  FILE *log = path ? fopen(path, "w") : NULL;
  if (log) {
    fprintf(log, "%ld\n", calls);
    fclose(log);
  }
}
