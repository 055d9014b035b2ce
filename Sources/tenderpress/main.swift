import Commands
import Glibc
import System

exit(await Program(CommandLine.arguments.dropFirst()).run(in: .real))
