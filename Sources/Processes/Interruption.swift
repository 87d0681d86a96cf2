import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// SIGINT, SIGTERM and SIGHUP, told instead of obeyed: whoever has started a program or made temporary files ends both first, and then
/// obeys.
package struct Interruption: Sendable {
  /// Becomes readable with the first signal, and stays so.
  let descriptor: Int32

  /// From now on those signals do not end this program. nil where the system has no pipe left.
  package static func watch() -> Interruption? {
    let descriptor = cb_watch_interruptions()
    return descriptor < 0 ? nil : Interruption(descriptor: descriptor)
  }

  /// The first signal that came; nil while none has.
  package var signal: Int32? {
    let number = cb_interruption()
    return number == 0 ? nil : number
  }

  /// Obeys: ends this program by the signal.
  package static func end(by signal: Int32) -> Never {
    cb_end_by_signal(signal)
    exit(128 + signal)
  }
}
