#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program run to its end, with what it said. No shell stands between: arguments are handed over as they are.
///
/// The caller's process must ignore SIGPIPE, as the program does from its start: a child may end before it has read its input.
struct Subprocess: Sendable {
  /// The exit status; 128 and the signal's number where a signal ended it.
  let status: Int32
  let output: [UInt8]
  let errors: [UInt8]

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Runs a program that is looked up in `PATH`.
  ///
  /// - Parameters:
  ///   - arguments: the program's name first.
  ///   - environment: all that the child gets, as `NAME=value`.
  /// - Returns: nil where the program cannot be started; `errno` says why.
  static func run(_ arguments: [String], environment: [String], input: [UInt8] = []) -> Subprocess? {
    guard let program = arguments.first, let stdin = Pipe(), let stdout = Pipe(), let stderr = Pipe() else { return nil }
    var actions = SpawnActions()
    actions.give(stdin.reading, as: 0)
    actions.give(stdout.writing, as: 1)
    actions.give(stderr.writing, as: 2)
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
    let (output, errors) = exchange(input, to: stdin.writing, from: stdout.reading, and: stderr.reading)
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    // WIFEXITED and WEXITSTATUS are macros that Swift does not see.
    let signal = state & 0x7F
    return Subprocess(status: signal == 0 ? (state >> 8) & 0xFF : 128 + signal, output: output, errors: errors)
  }

  /// Feeds the input and reads both outputs side by side: in turn, a full pipe would stop both programs for ever.
  private static func exchange(_ input: [UInt8], to sink: Int32, from first: Int32, and second: Int32) -> ([UInt8], [UInt8]) {
    var outputs: [[UInt8]] = [[], []]
    var open = [first, second]
    var rest = input[...]
    var isFeeding = true
    func stopFeeding() {
      close(sink)
      isFeeding = false
    }
    _ = fcntl(sink, F_SETFL, fcntl(sink, F_GETFL) | O_NONBLOCK)
    if rest.isEmpty { stopFeeding() }
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while isFeeding || open.contains(where: { $0 >= 0 }) {
      // A negative descriptor is passed over by poll.
      var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      polls.append(pollfd(fd: isFeeding ? sink : -1, events: Int16(POLLOUT), revents: 0))
      if poll(&polls, nfds_t(polls.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for i in 0..<2 where polls[i].revents != 0 {
        let count = buffer.withUnsafeMutableBytes { readSome(open[i], $0) }
        if count < 0, errno == EINTR { continue }
        if count > 0 { outputs[i].append(contentsOf: buffer[..<count]) }
        if count <= 0 {
          close(open[i])
          open[i] = -1
        }
      }
      if isFeeding, polls[2].revents != 0 {
        let count = rest.withUnsafeBytes { writeSome(sink, $0) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) { stopFeeding() }
      }
    }
    if isFeeding { close(sink) }
    for descriptor in open where descriptor >= 0 { close(descriptor) }
    return (outputs[0], outputs[1])
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

  mutating func spawn(_ program: String, _ arguments: [String], _ environment: [String]) -> pid_t? {
    var child: pid_t = 0
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    let code = posix_spawnp(&child, program, &actions, &attributes, argv, envp)
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

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
