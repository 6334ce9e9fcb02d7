/*
 * Preloaded into a till's process: lets the n-th write or the n-th flush of its file fail, as the
 * control file says that BELA_BELI_DISK names (six 32-bit numbers; see disk-control.ts).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

struct control {
  volatile int32_t fail_write; /* the n-th write from now on fails; 0: none */
  volatile int32_t fail_flush;
  volatile int32_t lasting; /* 1: so does each one after it */
  volatile int32_t writes;  /* seen since it was armed */
  volatile int32_t flushes;
  volatile int32_t failed;
};

static struct control *control;

__attribute__((constructor)) static void open_control(void) {
  const char *path = getenv("BELA_BELI_DISK");
  int fd = path == NULL ? -1 : open(path, O_RDWR);
  if (fd < 0) return;
  void *at = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (at != MAP_FAILED) control = at;
  close(fd);
}

static int is_till_file(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return strstr(path, "till.db") != NULL;
}

static int fails(int fd, volatile int32_t *nth, volatile int32_t *seen) {
  if (control == NULL || *nth == 0 || !is_till_file(fd)) return 0;
  *seen += 1;
  if (*seen != *nth && !(control->lasting && *seen > *nth)) return 0;
  control->failed += 1;
  errno = EIO;
  return 1;
}

#define WRITE_FAILS(fd) (control != NULL && fails(fd, &control->fail_write, &control->writes))
#define FLUSH_FAILS(fd) (control != NULL && fails(fd, &control->fail_flush, &control->flushes))
#define TRUE_CALL(type, name) ((type)dlsym(RTLD_NEXT, name))

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);
typedef int (*flush_fn)(int);
typedef int (*truncate_fn)(int, off_t);

ssize_t write(int fd, const void *bytes, size_t count) {
  static write_fn call;
  if (call == NULL) call = TRUE_CALL(write_fn, "write");
  return WRITE_FAILS(fd) ? -1 : call(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  static pwrite_fn call;
  if (call == NULL) call = TRUE_CALL(pwrite_fn, "pwrite");
  return WRITE_FAILS(fd) ? -1 : call(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
  static pwrite_fn call;
  if (call == NULL) call = TRUE_CALL(pwrite_fn, "pwrite64");
  return WRITE_FAILS(fd) ? -1 : call(fd, bytes, count, at);
}

int ftruncate(int fd, off_t length) {
  static truncate_fn call;
  if (call == NULL) call = TRUE_CALL(truncate_fn, "ftruncate");
  return WRITE_FAILS(fd) ? -1 : call(fd, length);
}

int ftruncate64(int fd, off_t length) {
  static truncate_fn call;
  if (call == NULL) call = TRUE_CALL(truncate_fn, "ftruncate64");
  return WRITE_FAILS(fd) ? -1 : call(fd, length);
}

int fsync(int fd) {
  static flush_fn call;
  if (call == NULL) call = TRUE_CALL(flush_fn, "fsync");
  return FLUSH_FAILS(fd) ? -1 : call(fd);
}

int fdatasync(int fd) {
  static flush_fn call;
  if (call == NULL) call = TRUE_CALL(flush_fn, "fdatasync");
  return FLUSH_FAILS(fd) ? -1 : call(fd);
}
