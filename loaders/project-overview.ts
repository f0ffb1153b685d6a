import {readFile} from "node:fs/promises";
import type {MoleculeRow} from "../src/tables/molecules.js";
import {molecules} from "../src/tables/molecules.js";
import type {Funnel, Overview} from "../src/tables/overview.js";
import {PUBLISHED_TABLES} from "../src/tables/published.js";
import type {SourceRow} from "../src/tables/sources.js";
import {parsePropertyRules} from "../src/alerts/property-rules.js";
import {findInput, type InputOrigin} from "./inputs.js";
import type {ProjectTables} from "./project-tables.js";
import {makeFunnel, makeMeasured} from "./tables/make-overview.js";

const RULES_FILE = "data/curated/property-rules.json";

/** What the first page prints, from the tables of a build. */
export async function makeProjectOverview(made: ProjectTables): Promise<Overview> {
  const origins = findOrigins();
  return {
    project: made.project,
    row_counts: Object.fromEntries(made.tables.map(({table, rows}) => [table.name, rows.length])),
    origins,
    is_snapshot: Object.values(origins).every((origin) => origin === "snapshot"),
    sources: [...made.sources].sort(byAge),
    funnels: await makeFunnels(made),
    measured: makeMeasured(made.project, made.targets, made.activities, made.potencies)
  };
}

function findOrigins(): Record<string, InputOrigin> {
  const found = [...PUBLISHED_TABLES, molecules].flatMap((table): [string, InputOrigin][] => {
    const input = findInput(table);
    return input ? [[table.name, input.origin]] : [];
  });
  return Object.fromEntries(found);
}

async function makeFunnels({project, compounds, molecules: given}: ProjectTables): Promise<Funnel[]> {
  const rules = parsePropertyRules(JSON.parse(await readFile(RULES_FILE, "utf8")) as unknown);
  const countGiven = (setId: string): number => given.filter((row: MoleculeRow) => row.set_id === setId).length;
  return project.compound_sets.map((set) => makeFunnel(set, countGiven(set.id), compounds, rules));
}

function byAge(a: SourceRow, b: SourceRow): number {
  return (a.retrieved_on ?? "9999").localeCompare(b.retrieved_on ?? "9999");
}
