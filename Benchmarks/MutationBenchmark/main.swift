import CommandLineTool
import Workspace

// Breaks the sheets of the project around the current folder in thousands of ways, and looks at what the checks say.
// Every number is the same in every run with the same seed: `MutationBenchmark [seed]`.

guard let project = Project.nearest(to: Project.currentFolder) else {
  print("no project here")
  Program.exitProcess(2)
}
let seed = CommandLine.arguments.dropFirst().first.flatMap(UInt64.init) ?? 1
let holds = await Benchmark.run(await ProjectReader.read(project, workers: 1), seed: seed)
Program.exitProcess(holds ? 0 : 1)
