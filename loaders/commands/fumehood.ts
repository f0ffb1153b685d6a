import {Command} from "commander";
import {buildCommand} from "./build.js";
import {diffCommand} from "./diff.js";
import {doctorCommand} from "./doctor.js";
import {fetchCommand} from "./fetch.js";
import {screenCommand} from "./screen.js";
import {searchCommand, similarCommand} from "./search.js";
import {serveCommand} from "./serve.js";
import {snapshotCommand} from "./snapshot.js";
import {trainAdmetCommand} from "./train-admet.js";

/** Runs the command line: the outer edge, where a broken world becomes words and an exit code. */
export async function fumehood(argv: readonly string[]): Promise<void> {
  const program = new Command("fumehood")
    .description("A drug-discovery workbench in a static site.")
    .addCommand(buildCommand())
    .addCommand(diffCommand())
    .addCommand(doctorCommand())
    .addCommand(fetchCommand())
    .addCommand(screenCommand())
    .addCommand(searchCommand())
    .addCommand(serveCommand())
    .addCommand(similarCommand())
    .addCommand(snapshotCommand())
    .addCommand(trainAdmetCommand());
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    console.error(`fumehood: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof Error && error.cause instanceof Error) console.error(`  because: ${error.cause.message}`);
    process.exitCode = 1;
  }
}
