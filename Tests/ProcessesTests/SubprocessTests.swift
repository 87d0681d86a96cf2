import Testing

@testable import Processes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SubprocessTests {
  private let environment = ["PATH=/usr/bin:/bin", "GREETING=hello"]

  @Test func outputAndStatusComeBack() throws {
    let run = try #require(Subprocess.run(["sh", "-c", "echo $GREETING; echo trouble >&2; exit 3"], environment: environment))
    #expect(run.status == 3)
    #expect(run.text == "hello\n")
    #expect(run.errorText == "trouble\n")
  }

  @Test func environmentHoldsNothingElse() throws {
    let run = try #require(Subprocess.run(["env"], environment: environment))
    #expect(run.text.split(separator: "\n").sorted() == ["GREETING=hello", "PATH=/usr/bin:/bin"])
  }

  @Test func megabytesGoThroughBothWays() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let run = try #require(Subprocess.run(["cat"], environment: environment, input: input))
    #expect(run.output == input)
  }

  @Test func argumentsAreNotRead() throws {
    let run = try #require(Subprocess.run(["printf", "%s", "$HOME; `ls` \"x\""], environment: environment))
    #expect(run.text == "$HOME; `ls` \"x\"")
  }

  @Test func aChildThatDoesNotReadIsNoTrouble() throws {
    signal(SIGPIPE, SIG_IGN)
    let run = try #require(Subprocess.run(["true"], environment: environment, input: [UInt8](repeating: 65, count: 1_000_000)))
    #expect(run.status == 0)
  }

  @Test func aSignalIsAStatus() throws {
    let run = try #require(Subprocess.run(["sh", "-c", "kill -9 $$"], environment: environment))
    #expect(run.status == 137)
  }

  @Test func aMissingProgramIsNil() {
    #expect(Subprocess.run(["no-such-program-anywhere"], environment: environment) == nil)
    #expect(errno == ENOENT)
  }

  @Test func aSlowChildIsKilled() throws {
    let start = ContinuousClock.now
    let run = try #require(
      Subprocess.run(["sh", "-c", "echo begun; sleep 300"], environment: environment, limits: ProcessLimits(seconds: 0.5)))
    #expect(run.ending == .tooSlow)
    #expect(run.status == 137)
    #expect(run.text == "begun\n")
    #expect(start.duration(to: .now) < .seconds(60))
  }

  @Test func aHelperThatOutlivesItsParentIsNotWaitedFor() throws {
    let start = ContinuousClock.now
    let run = try #require(
      Subprocess.run(
        ["sh", "-c", "sleep 300 & echo done; exit 4"], environment: environment, limits: ProcessLimits(seconds: 200)))
    #expect(run.ending == .byItself)
    #expect(run.status == 4)
    #expect(run.text == "done\n")
    #expect(start.duration(to: .now) < .seconds(100))
  }

  @Test func megabytesComeAlsoWithLimits() throws {
    let run = try #require(
      Subprocess.run(["sh", "-c", "head -c 3000000 /dev/zero"], environment: environment, limits: ProcessLimits(seconds: 100)))
    #expect(run.output.count == 3_000_000)
    #expect(run.ending == .byItself)
  }
}
