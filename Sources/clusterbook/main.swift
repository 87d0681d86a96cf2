import CommandLineTool

// Without the trap handler a mistake of ours would end in a signal and a backtrace that no author should see.
CommandLineTool.installTrapHandler()
CommandLineTool.exitProcess(await CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
