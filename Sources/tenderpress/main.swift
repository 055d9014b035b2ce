import Commands
import Glibc
import System

let world = World.real
// As many as work, with some for the machinery.
guard Threads.canStart(world.processorCount + 2, withBytes: 200_000_000) else {
  world.terminal.printError(
    "tenderpress cannot work here: this machine gives it too little memory, or lets this user start too few programs. "
      + "Ask for higher limits (ulimit -v, ulimit -u). Nothing has been changed.\n")
  exit(2)
}
world.process { await Program(CommandLine.arguments.dropFirst()).run(in: $0) }
