/*
 * Preloaded into a process: lets the N-th change of any file below HONE_FAULT_PATH fail, as a bad disk would.
 * N stands as a decimal number in the file HONE_FAULT_COUNT; it is read anew after every change of that file's time, and
 * counts down. 0: nothing fails. HONE_FAULT_ERRNO: the error (5, EIO, unless given). What failed is told to the file
 * HONE_FAULT_COUNT.hit.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long left = -1;
static struct timespec seen;

static void note_hit(const char *what) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s.hit", getenv("HONE_FAULT_COUNT"));
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  ssize_t (*real_write)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  int fd = real_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd >= 0) {
    (void)!real_write(fd, what, strlen(what));
    close(fd);
  }
}

static void read_count(void) {
  const char *path = getenv("HONE_FAULT_COUNT");
  struct stat facts;
  if (path == NULL || stat(path, &facts) != 0) return;
  if (facts.st_mtim.tv_sec == seen.tv_sec && facts.st_mtim.tv_nsec == seen.tv_nsec) return;
  seen = facts.st_mtim;
  FILE *file = fopen(path, "r");
  if (file == NULL) return;
  if (fscanf(file, "%ld", &left) != 1) left = 0;
  fclose(file);
}

static int fails(int fd, const char *what) {
  const char *below = getenv("HONE_FAULT_PATH");
  char link[64], target[PATH_MAX];
  if (below == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, target, sizeof target - 1);
  if (length < 0) return 0;
  target[length] = 0;
  if (strncmp(target, below, strlen(below)) != 0) return 0;
  read_count();
  if (left <= 0) return 0;
  left -= 1;
  if (left > 0) return 0;
  note_hit(what);
  const char *code = getenv("HONE_FAULT_ERRNO");
  errno = code == NULL ? EIO : atoi(code);
  return 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
ssize_t write(int fd, const void *data, size_t size) { REAL(write); return fails(fd, "write") ? -1 : real(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { REAL(pwrite); return fails(fd, "pwrite") ? -1 : real(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { REAL(pwrite64); return fails(fd, "pwrite64") ? -1 : real(fd, data, size, at); }
int fsync(int fd) { REAL(fsync); return fails(fd, "fsync") ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails(fd, "fdatasync") ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fails(fd, "ftruncate") ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fails(fd, "ftruncate64") ? -1 : real(fd, size); }
