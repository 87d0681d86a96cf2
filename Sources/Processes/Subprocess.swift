#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program run to its end, with what it said. No shell stands between: arguments are handed over as they are.
///
/// The caller's process must ignore SIGPIPE, as the program does from its start: a child may end before it has read its input.
package struct Subprocess: Sendable {
  /// How it came to its end.
  package enum Ending: Sendable, Equatable {
    case byItself
    /// It took longer than it was given, and was killed with everything it had started.
    case tooSlow
    /// Somebody wants this program to end (the signal's number); the child was killed with everything it had started.
    case interrupted(Int32)
  }

  /// The exit status; 128 and the signal's number where a signal ended it.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]
  package let ending: Ending

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Runs a program that is looked up in `PATH`.
  ///
  /// - Parameters:
  ///   - arguments: the program's name first.
  ///   - environment: all that the child gets, as `NAME=value`.
  ///   - limits: where given, the child gets a process group of its own, and is killed with it when it may not go on. Programs that start others
  ///     want that: a killed browser would leave its helpers.
  /// - Returns: nil where the program cannot be started; `errno` says why.
  package static func run(
    _ arguments: [String], environment: [String], input: [UInt8] = [], limits: ProcessLimits? = nil
  ) -> Subprocess? {
    guard let program = arguments.first, let stdin = Pipe(), let stdout = Pipe(), let stderr = Pipe() else { return nil }
    var actions = SpawnActions()
    actions.give(stdin.reading, as: 0)
    actions.give(stdout.writing, as: 1)
    actions.give(stderr.writing, as: 2)
    if limits != nil { actions.separateGroup() }
    let started = actions.spawn(program, arguments, environment)
    actions.end()
    for pipe in [stdout, stderr] { close(pipe.writing) }
    close(stdin.reading)
    guard let child = started else {
      let reason = errno
      close(stdin.writing)
      for pipe in [stdout, stderr] { close(pipe.reading) }
      errno = reason
      return nil
    }
    var exchange = Exchange(input: input, to: stdin.writing, from: stdout.reading, and: stderr.reading, child: child)
    let ending = exchange.run(limits)
    // A helper may outlive its parent; it has our pipes, so nothing of it is waited for.
    if limits != nil { kill(-child, SIGKILL) }
    let state = exchange.state ?? wait(for: child)
    // WIFEXITED and WEXITSTATUS are macros that Swift does not see.
    let signal = state & 0x7F
    return Subprocess(
      status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal, output: exchange.outputs[0], errors: exchange.outputs[1],
      ending: ending)
  }

  private static func wait(for child: pid_t) -> Int32 {
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    return state
  }
}

private struct Pipe {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }
}

/// What `posix_spawn` does in the child before the program starts.
private struct SpawnActions {
  #if canImport(Glibc)
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #else
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #endif

  init() {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // We ignore SIGPIPE, and children inherit that; git expects to be ended by it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  }

  mutating func give(_ descriptor: Int32, as number: Int32) { posix_spawn_file_actions_adddup2(&actions, descriptor, number) }

  /// The child and what it starts can then be ended together.
  mutating func separateGroup() {
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))
  }

  mutating func spawn(_ program: String, _ arguments: [String], _ environment: [String]) -> pid_t? {
    var child: pid_t = 0
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var code = posix_spawnp(&child, program, &actions, &attributes, argv, envp)
    // A program that has just been installed may still be open for writing in another child that has not begun.
    for _ in 0..<20 where code == ETXTBSY {
      usleep(10_000)
      code = posix_spawnp(&child, program, &actions, &attributes, argv, envp)
    }
    errno = code
    return code == 0 ? child : nil
  }

  mutating func end() {
    let reason = errno
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    errno = reason
  }
}
