import ArgumentParser
import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program's version; `--version`, the machine formats and the note after a trap print it.
package let clusterbookVersion = "0.1.0"

/// The root command.
struct Clusterbook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusterbook",
    abstract: "Keeps an atlas of industrial and innovation clusters.",
    discussion: """
      Datasheets in Markdown are checked against the schemas of the project, linked with each other, and compiled into a report site. \
      The project is the nearest folder upwards that holds Site/site.yaml.
      """,
    version: clusterbookVersion,
    subcommands: [
      Build.self, Check.self, FixCommand.self, Validate.self, New.self, Stats.self, List.self, Refs.self, Diff.self,
      Export.self, SchemaCommand.self, Explain.self, Rules.self,
    ])
}

/// The exit status of a run; `interface.md` of the project promises these to build pipelines.
package enum ExitStatus: Int32, Sendable {
  /// Nothing at or above the threshold.
  case success = 0
  /// Violations; the published site is untouched.
  case violations = 1
  /// Usage, configuration, schema, template or I/O error.
  case setup = 2
  /// A mistake of our own.
  case internalError = 101
}

/// An end of the run with a status; what there is to say has been said.
struct Exit: Error {
  let status: ExitStatus
}

package enum Program {
  /// Turns a trap, which would end in a backtrace, into a sentence and status 101. Call it first.
  package static func installTrapHandler() { cb_install_trap_handler(clusterbookVersion) }

  /// Ends the process.
  package static func exitProcess(_ status: Int32) -> Never { exit(status) }

  /// Runs the program with arguments (without the program's name) and gives the exit status.
  package static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try Clusterbook.parseAsRoot(arguments)
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.success.rawValue
    } catch let exit as Exit {
      return exit.status.rawValue
    } catch {
      let code = Clusterbook.exitCode(for: error)
      let message = Clusterbook.fullMessage(for: error)
      if code.isSuccess {
        Console.out(message)
        return ExitStatus.success.rawValue
      }
      Console.log(message)
      return ExitStatus.setup.rawValue
    }
  }
}
