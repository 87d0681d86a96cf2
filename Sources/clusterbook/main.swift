import CommandLineTool

// Without the trap handler a mistake of ours would end in a signal and a backtrace that no author should see.
Program.installTrapHandler()
Program.exitProcess(await Program.run(Array(CommandLine.arguments.dropFirst())))
