#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Makes two paths change places in one step that no reader can see half done (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or -1 with errno; ENOTSUP where the system has no such call, EINVAL where the file system has not.
int cb_exchange(const char *a, const char *b);

/// 1 where something is mounted at a path, also where the same disk is (which device numbers do not show); 0 where nothing is, or
/// where the system cannot say.
int cb_is_mount_point(const char *path);

/// Opens (or makes) a file and locks it for this process: flock, LOCK_EX | LOCK_NB.
/// Returns the descriptor, or -1 with errno; EWOULDBLOCK where another process holds it. The lock ends with the
/// descriptor, so also when the process is killed. Whoever holds the lock may remove the file: a lock on a file
/// that is no longer at its path does not count, and is taken again.
int cb_lock(const char *path);

/// From now on a trap, an abort or a memory fault ends the program with status 101 and a sentence on standard
/// error that names the version, and SIGPIPE is ignored. SIGINT and SIGTERM keep their meaning: a build that is
/// killed leaves the old site. Call it once, before any thread; the version is copied.
void cb_install_trap_handler(const char *version);

/// From now on SIGINT, SIGTERM and SIGHUP are noted instead of ending the program (SIGHUP unless it was ignored before, as under nohup).
/// Returns a descriptor that becomes readable with the first of them, or -1 with errno. Call it once.
int cb_watch_interruptions(void);

/// The first signal noted since; 0 while there is none.
int cb_interruption(void);

/// Gives a signal its meaning back and sends it to this process.
void cb_end_by_signal(int number);

#endif
