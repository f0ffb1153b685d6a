import {Command} from "commander";
import {INPUT_FOLDERS} from "../inputs.js";
import {readProject} from "../project.js";
import {makeSnapshot} from "../snapshot/make-snapshot.js";
import {writeSnapshot} from "../snapshot/write-snapshot.js";
import {scopeOf} from "../snapshot/snapshot-scope.js";
import {readSourcesFile, SOURCES_FILE} from "../sources-file.js";

/** `fumehood snapshot`: writes the embedded tables again from the files that data/sources.json names. */
export function snapshotCommand(): Command {
  return new Command("snapshot")
    .description("write data/snapshot and data/sources.json from the files that data/sources.json names")
    .requiredOption("--from <folder>", "folder that holds the files")
    .option("--to <folder>", "folder for the tables", INPUT_FOLDERS.snapshot)
    .option("--sources <file>", "list of sources, read and written", SOURCES_FILE)
    .action(async ({from, to, sources}: {from: string; to: string; sources: string}) => {
      const project = await readProject();
      const snapshot = await makeSnapshot(from, await readSourcesFile(sources), project);
      await writeSnapshot(snapshot, scopeOf(project), to, sources);
      console.error(
        `wrote ${String(snapshot.targets.length)} targets, ${String(snapshot.molecules.length)} molecules, ` +
          `${String(snapshot.activities.length)} activities, ${String(snapshot.issues.length)} issues to ${to}`
      );
    });
}
