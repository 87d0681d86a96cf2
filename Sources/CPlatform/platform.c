#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int cb_exchange(const char *a, const char *b) {
#if defined(__linux__) && defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
#else
  (void)a;
  (void)b;
  errno = ENOTSUP;
  return -1;
#endif
}

int cb_is_mount_point(const char *path) {
#if defined(__linux__) && defined(STATX_ATTR_MOUNT_ROOT)
  struct statx about;
  return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, 0, &about) == 0 && (about.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
  (void)path;
  return 0;
#endif
}

int cb_lock(const char *path) {
  for (;;) {
    int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      int reason = errno;
      close(descriptor);
      errno = reason;
      return -1;
    }
    // The holder before us may have removed the file between our open and our lock; somebody else would then
    // lock a new one at the same path, and both would believe to be alone.
    struct stat held, named;
    if (fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_dev == named.st_dev &&
        held.st_ino == named.st_ino) {
      return descriptor;
    }
    close(descriptor);
  }
}

static char trap_version[64];
// SIGSTKSZ is no constant in newer C libraries; this is enough for one write.
static char trap_stack[64 * 1024];
static volatile sig_atomic_t trap_seen;

// Only what is safe in a signal handler: no printf, no allocation.
static void say(const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t written = write(STDERR_FILENO, text, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

static void on_trap(int signal_number) {
  if (trap_seen) _exit(101);
  trap_seen = 1;
  char digits[4] = {0};
  if (signal_number >= 10) {
    digits[0] = (char)('0' + signal_number / 10 % 10);
    digits[1] = (char)('0' + signal_number % 10);
  } else {
    digits[0] = (char)('0' + signal_number);
  }
  say("clusterbook ");
  say(trap_version);
  say(": a mistake of ours stopped the program (signal ");
  say(digits);
  say("). Nothing was published.\nPlease report it with the command and, if you can, the sheets: see README.\n");
  _exit(101);
}

void cb_install_trap_handler(const char *version) {
  snprintf(trap_version, sizeof trap_version, "%s", version);

  // A stack that has overflowed cannot hold the handler. (This serves the first thread; the system gives no way
  // to do it for all.)
  stack_t stack = {0};
  stack.ss_sp = trap_stack;
  stack.ss_size = sizeof trap_stack;
  sigaltstack(&stack, NULL);

  struct sigaction action = {0};
  action.sa_handler = on_trap;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaction(signals[i], &action, NULL);

  struct sigaction ignore = {0};
  ignore.sa_handler = SIG_IGN;
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGPIPE, &ignore, NULL);
}

static volatile sig_atomic_t interruption;
static int interruption_pipe[2] = {-1, -1};

static void on_interruption(int number) {
  int reason = errno;
  if (interruption == 0) {
    interruption = number;
    (void)!write(interruption_pipe[1], "", 1);
  }
  errno = reason;
}

int cb_watch_interruptions(void) {
  if (interruption_pipe[0] >= 0) return interruption_pipe[0];
  if (pipe(interruption_pipe) != 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(interruption_pipe[i], F_SETFD, FD_CLOEXEC);
  const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
    struct sigaction old;
    if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    struct sigaction action = {0};
    action.sa_handler = on_interruption;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signals[i], &action, NULL);
  }
  return interruption_pipe[0];
}

int cb_interruption(void) { return interruption; }

void cb_end_by_signal(int number) {
  signal(number, SIG_DFL);
  raise(number);
}
