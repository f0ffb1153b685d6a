import {Command} from "commander";
import {fetchAll} from "../fetch/fetch-all.js";
import {mirrorEffects} from "../fetch/mirror.js";
import {describeOutcomes} from "../fetch/describe-outcomes.js";
import {makeProgress} from "../fetch/progress.js";
import {realEffects} from "../http/effects.js";
import {INPUT_FOLDERS} from "../inputs.js";
import {PROJECT_FILE, readProject} from "../project.js";
import {allSources} from "../sources/all-sources.js";
import type {Source} from "../sources/source.js";
import type {Project} from "../../src/tables/project.js";

interface FetchOptions {
  readonly only: readonly string[];
  readonly refresh: boolean;
  readonly offline: boolean;
  readonly dryRun: boolean;
  readonly project: string;
  readonly output: string;
  readonly mirror: string | undefined;
}

const VERSION = "0.1";

/** `fumehood fetch`, also `npm run data` */
export function fetchCommand(): Command {
  const add = (value: string, all: readonly string[]): string[] => [...all, ...value.split(",")];
  return new Command("fetch")
    .description("fetch the project's data from their sources into data/raw")
    .option(
      "--only <source>",
      `only these sources (${allSources.map(({id}) => id).join(", ")}); may be repeated`,
      add,
      []
    )
    .option("--refresh", "ask again for what was fetched before", false)
    .option("--offline", "use only replies kept from earlier runs", false)
    .option("--dry-run", "print the requests, make none", false)
    .option("--project <file>", "the project file", PROJECT_FILE)
    .option("--output <folder>", "where the tables go", INPUT_FOLDERS.raw)
    .option("--mirror <url>", "ask this server for all hosts, as <url>/<host>/<path> (FUMEHOOD_MIRROR)")
    .addHelpText("after", "\nEnvironment: NCBI_API_KEY for a higher PubMed rate, FUMEHOOD_EMAIL to say who asks.")
    .action(runFetch);
}

async function runFetch(options: FetchOptions): Promise<void> {
  const project = await readProject(options.project);
  const chosen = allSources.filter(({id, isOptIn}) => (options.only.length > 0 ? options.only.includes(id) : !isOptIn));
  if (options.dryRun) {
    process.stdout.write(describePlan(chosen, project));
    return;
  }
  const mirror = options.mirror ?? process.env["FUMEHOOD_MIRROR"] ?? "";
  const effects = mirror === "" ? realEffects : mirrorEffects(realEffects, mirror);
  const email = process.env["FUMEHOOD_EMAIL"] ?? null;
  const {stderr} = process;
  const output = {isTTY: stderr.isTTY, write: (text: string) => void stderr.write(text)};
  const progress = makeProgress(output, effects.now);
  const outcomes = await fetchAll({
    project,
    sources: mirror === "" ? allSources : allSources.map(withoutGaps),
    only: options.only,
    rawFolder: options.output,
    refresh: options.refresh,
    offline: options.offline,
    caller: {email, ncbiKey: process.env["NCBI_API_KEY"] ?? null},
    userAgent: `fumehood/${VERSION}${email === null ? "" : ` (mailto:${email})`}`,
    effects,
    queues: new Map(),
    report: progress.report,
    onOutcome: ({source, state}) => {
      progress.end(source.id, state);
    }
  });
  process.stdout.write(describeOutcomes(outcomes));
  const missing = outcomes.filter(({source, copy}) => source.isNeeded && copy === null);
  if (missing.length === 0) return;
  const names = missing.map(({source}) => source.name).join(", ");
  throw new Error(`a workbench cannot be built without ${names}; nothing fetched before was lost`);
}

/** A mirror is one's own server: it is asked as fast as it answers. */
const withoutGaps = (source: Source): Source => ({
  ...source,
  hosts: Object.fromEntries(Object.entries(source.hosts).map(([host, policy]) => [host, {...policy, gapMs: 0}]))
});

function describePlan(sources: readonly Source[], project: Project): string {
  const lines = sources.flatMap((source) => [
    `${source.name} (--only ${source.id})`,
    ...source.plan(project).flatMap(({what, url, size}) => [`  ${what}: ${size}`, `    ${url}`])
  ]);
  return `${lines.join("\n")}\n`;
}
