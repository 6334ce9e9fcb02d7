/*
 * Preloaded into a till's process: writes down, in order, whatever it does to files under the folder
 * that BELA_BELI_POWER_ROOT names, into the file that BELA_BELI_POWER_LOG names (see recording.ts).
 * A record: kind, both lengths, nothing (32 bits each) and a place (64 bits), then a path and bytes.
 * The lock is held over each call, so that the order is the true one.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATED = 1, WRITTEN, CUT, FLUSHED, RENAMED, REMOVED };

static const char *root;
static int out = -1;
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("BELA_BELI_POWER_LOG");
  root = getenv("BELA_BELI_POWER_ROOT");
  if (log == NULL || root == NULL) return;
  out = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    long done = syscall(SYS_write, out, at, count);
    if (done <= 0) abort();
    at += done;
    count -= (size_t)done;
  }
}

static void record(enum kind kind, const char *path, int64_t at, const void *more, size_t count) {
  struct { uint32_t kind, path, more, none; int64_t at; } head = {
      kind, (uint32_t)strlen(path), (uint32_t)count, 0, at};
  put(&head, sizeof head);
  put(path, head.path);
  put(more, count);
}

static int watched(const char *path) {
  size_t length = root == NULL ? 0 : strlen(root);
  return out >= 0 && length > 0 && strncmp(path, root, length) == 0 &&
         strstr(path, "(deleted)") == NULL && strstr(path, "-shm") == NULL;
}

static int path_of(int fd, char path[4096]) {
  char link[64];
  if (out < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlink, link, path, 4095);
  if (length <= 0) return 0;
  path[length] = '\0';
  return watched(path);
}

#define TRUE_CALL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))
#define LOCKED pthread_mutex_lock(&lock)
#define UNLOCKED pthread_mutex_unlock(&lock)

/* A file that was not there before, or is emptied. */
static int opened(int (*call)(const char *, int, ...), const char *path, int flags, mode_t mode) {
  struct stat before;
  LOCKED;
  int is_new = (flags & O_CREAT) && stat(path, &before) != 0;
  int fd = call(path, flags, mode);
  char full[4096];
  if (fd >= 0 && (is_new || (flags & O_TRUNC)) && path_of(fd, full)) {
    if (is_new) record(CREATED, full, 0, "", 0);
    else record(CUT, full, 0, "", 0);
  }
  UNLOCKED;
  return fd;
}

#define OPEN(name)                                     \
  int name(const char *path, int flags, ...) {         \
    va_list rest;                                      \
    va_start(rest, flags);                             \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                      \
    return opened(TRUE_CALL(name), path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

static void wrote(int fd, const void *bytes, ssize_t count, off_t at) {
  char path[4096];
  if (count > 0 && path_of(fd, path)) record(WRITTEN, path, at, bytes, (size_t)count);
}

/* Where a write without a place goes to. */
static off_t place(int fd) {
  if (fcntl(fd, F_GETFL) & O_APPEND) return lseek(fd, 0, SEEK_END);
  return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  char path[4096];
  if (!path_of(fd, path)) return TRUE_CALL(write)(fd, bytes, count);
  LOCKED;
  off_t at = place(fd);
  ssize_t done = TRUE_CALL(write)(fd, bytes, count);
  wrote(fd, bytes, done, at);
  UNLOCKED;
  return done;
}

#define PWRITE(name)                                                \
  ssize_t name(int fd, const void *bytes, size_t count, off_t at) { \
    LOCKED;                                                         \
    ssize_t done = TRUE_CALL(name)(fd, bytes, count, at);           \
    wrote(fd, bytes, done, at);                                     \
    UNLOCKED;                                                       \
    return done;                                                    \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

/* Several pieces at once, from a place or from where the file stands. */
static void wrote_pieces(int fd, const struct iovec *pieces, ssize_t done, off_t at) {
  for (int i = 0; done > 0; i += 1) {
    ssize_t count = (size_t)done < pieces[i].iov_len ? done : (ssize_t)pieces[i].iov_len;
    wrote(fd, pieces[i].iov_base, count, at);
    at += count;
    done -= count;
  }
}

ssize_t writev(int fd, const struct iovec *pieces, int count) {
  char path[4096];
  if (!path_of(fd, path)) return TRUE_CALL(writev)(fd, pieces, count);
  LOCKED;
  off_t at = place(fd);
  ssize_t done = TRUE_CALL(writev)(fd, pieces, count);
  wrote_pieces(fd, pieces, done, at);
  UNLOCKED;
  return done;
}

#define PWRITEV(name)                                                         \
  ssize_t name(int fd, const struct iovec *pieces, int count, off_t at) {     \
    LOCKED;                                                                   \
    ssize_t done = TRUE_CALL(name)(fd, pieces, count, at);                    \
    wrote_pieces(fd, pieces, done, at);                                       \
    UNLOCKED;                                                                 \
    return done;                                                              \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)

#define CUT_TO(name)                                            \
  int name(int fd, off_t length) {                              \
    char path[4096];                                            \
    LOCKED;                                                     \
    int done = TRUE_CALL(name)(fd, length);                     \
    if (done == 0 && path_of(fd, path)) record(CUT, path, length, "", 0); \
    UNLOCKED;                                                   \
    return done;                                                \
  }
CUT_TO(ftruncate)
CUT_TO(ftruncate64)

/* A copied file is written by calls that are not seen here: its bytes are taken when it is flushed. */
static void take_whole(int fd, const char *path) {
  char bytes[1 << 16];
  long count;
  if (strstr(path, ".bak") == NULL) return;
  for (off_t at = 0; (count = syscall(SYS_pread64, fd, bytes, sizeof bytes, at)) > 0; at += count)
    record(WRITTEN, path, at, bytes, (size_t)count);
}

#define FLUSH(name)                                   \
  int name(int fd) {                                  \
    char path[4096];                                  \
    LOCKED;                                           \
    int is_ours = path_of(fd, path);                  \
    if (is_ours) take_whole(fd, path);                \
    int done = TRUE_CALL(name)(fd);                   \
    if (done == 0 && is_ours) record(FLUSHED, path, 0, "", 0); \
    UNLOCKED;                                         \
    return done;                                      \
  }
FLUSH(fsync)
FLUSH(fdatasync)

int rename(const char *from, const char *to) {
  LOCKED;
  int done = TRUE_CALL(rename)(from, to);
  if (done == 0 && watched(to)) record(RENAMED, from, 0, to, strlen(to));
  UNLOCKED;
  return done;
}

#define REMOVE(name, parameters, arguments, path)     \
  int name parameters {                               \
    LOCKED;                                           \
    int done = TRUE_CALL(name) arguments;             \
    if (done == 0 && watched(path)) record(REMOVED, path, 0, "", 0); \
    UNLOCKED;                                         \
    return done;                                      \
  }
REMOVE(unlink, (const char *path), (path), path)
REMOVE(remove, (const char *path), (path), path)
