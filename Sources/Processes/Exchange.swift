#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long a child may take, and who may end it before.
package struct ProcessLimits: Sendable {
  package let seconds: Double
  /// Told of the signals that would end this program.
  package let interruption: Interruption?

  package init(seconds: Double, interruption: Interruption? = nil) {
    self.seconds = seconds
    self.interruption = interruption
  }
}

/// What goes to a child and what comes from it, side by side: in turn, a full pipe would stop both programs for ever.
struct Exchange {
  private(set) var outputs: [[UInt8]] = [[], []]
  /// As `waitpid` gives it, once the child has been seen to end.
  private(set) var state: Int32?
  private let child: pid_t
  private let sink: Int32
  private var open: [Int32]
  private var rest: ArraySlice<UInt8>
  private var isFeeding = true
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)

  init(input: [UInt8], to sink: Int32, from first: Int32, and second: Int32, child: pid_t) {
    self.child = child
    self.sink = sink
    open = [first, second]
    rest = input[...]
    _ = fcntl(sink, F_SETFL, fcntl(sink, F_GETFL) | O_NONBLOCK)
  }

  /// Until both outputs have ended or, with limits, until the child has.
  mutating func run(_ limits: ProcessLimits?) -> Subprocess.Ending {
    let start = ContinuousClock.now
    var ending = Subprocess.Ending.byItself
    if rest.isEmpty { stopFeeding() }
    while isFeeding || open.contains(where: { $0 >= 0 }) {
      let moved = step(limits)
      if moved < 0 { break }
      guard let limits else { continue }
      if let signal = limits.interruption?.signal {
        ending = .interrupted(signal)
      } else if start.duration(to: .now) > .seconds(limits.seconds) {
        ending = .tooSlow
      }
      if ending != .byItself {
        kill(-child, SIGKILL)
        break
      }
      // Helpers may hold the pipes longer than the child lives; what has been written so far is all there is.
      if state == nil { look() }
      if state != nil, moved == 0 { break }
    }
    if isFeeding { stopFeeding() }
    for descriptor in open where descriptor >= 0 { close(descriptor) }
    return ending
  }

  /// Waits for something to move, with limits a tenth of a second at most.
  ///
  /// - Returns: how many descriptors moved; negative where the system gives up.
  private mutating func step(_ limits: ProcessLimits?) -> Int32 {
    // A negative descriptor is passed over by poll.
    var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    polls.append(pollfd(fd: isFeeding ? sink : -1, events: Int16(POLLOUT), revents: 0))
    polls.append(pollfd(fd: limits?.interruption?.descriptor ?? -1, events: Int16(POLLIN), revents: 0))
    let moved = poll(&polls, nfds_t(polls.count), limits == nil ? -1 : 100)
    if moved < 0 { return errno == EINTR ? 0 : -1 }
    for i in 0..<2 where polls[i].revents != 0 { take(i) }
    if isFeeding, polls[2].revents != 0 { feed() }
    return moved
  }

  private mutating func take(_ i: Int) {
    let count = buffer.withUnsafeMutableBytes { readSome(open[i], $0) }
    if count < 0, errno == EINTR { return }
    if count > 0 { outputs[i].append(contentsOf: buffer[..<count]) }
    if count <= 0 {
      close(open[i])
      open[i] = -1
    }
  }

  private mutating func feed() {
    let count = rest.withUnsafeBytes { writeSome(sink, $0) }
    if count > 0 { rest = rest.dropFirst(count) }
    if rest.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) { stopFeeding() }
  }

  private mutating func stopFeeding() {
    close(sink)
    isFeeding = false
  }

  private mutating func look() {
    var state: Int32 = 0
    if waitpid(child, &state, WNOHANG) == child { self.state = state }
  }
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
