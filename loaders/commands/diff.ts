import {Command} from "commander";
import {describeChanges} from "../diff/describe-changes.js";
import {findChanges} from "../diff/find-changes.js";

/** `fumehood diff old.duckdb new.duckdb`: what changed between two builds. */
export function diffCommand(): Command {
  return new Command("diff")
    .description("say what changed between the databases of two builds")
    .argument("<old>", "fumehood.duckdb of the older build")
    .argument("<new>", "fumehood.duckdb of the newer build")
    .option("--json", "write all changes as JSON")
    .action(async (before: string, after: string, {json}: {json?: true}) => {
      const changes = await findChanges(before, after);
      console.log(json ? JSON.stringify(changes) : describeChanges(changes));
    });
}
