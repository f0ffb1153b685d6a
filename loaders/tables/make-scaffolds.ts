import type {CompoundScaffoldRow, ScaffoldRow} from "../../src/tables/scaffolds.js";
import type {CompoundRow} from "../../src/tables/compounds.js";
import type {FoundScaffold, ScaffoldedRow} from "../scaffold-worker.js";
import {workInThreads} from "../screen-pool.js";

/** Scaffolds of the project's compounds. */
export interface ProjectScaffolds {
  readonly compoundScaffolds: readonly CompoundScaffoldRow[];
  readonly scaffolds: readonly ScaffoldRow[];
}

const WORKER = new URL("../scaffold-worker.ts", import.meta.url);

/** What of a compound its scaffold depends on, and its names. */
export type Structure = Pick<CompoundRow, "compound_id" | "set_id" | "smiles">;

/** Scaffolds of compounds, their parents and frameworks, worked out on all cores. A compound without a ring has no row. */
export async function makeScaffolds(compounds: readonly Structure[]): Promise<ProjectScaffolds> {
  const structures = [...new Set(compounds.map(({smiles}) => smiles))];
  const records = structures.map((structure, place) => ({line: place + 1, structure, id: null, name: null}));
  const lineages = new Map<string, readonly FoundScaffold[]>();
  for await (const {rows} of workInThreads<ScaffoldedRow>([{records, source: "compounds"}], WORKER, {}))
    for (const {line, lineage} of rows) lineages.set(structures[line - 1] ?? "", lineage);
  return assembleScaffolds(compounds, lineages);
}

/** The rows of both tables, from the scaffold of each structure and those above it, nearest first. */
export function assembleScaffolds(
  compounds: readonly Structure[],
  lineages: ReadonlyMap<string, readonly FoundScaffold[]>
): ProjectScaffolds {
  const own = compounds.flatMap(({compound_id, set_id, smiles}): CompoundScaffoldRow[] => {
    const scaffold = lineages.get(smiles)?.[0]?.smiles;
    return scaffold === undefined ? [] : [{compound_id, set_id, scaffold}];
  });
  const holders = new Map<string, Set<string>>();
  for (const {scaffold, compound_id} of own)
    holders.set(scaffold, (holders.get(scaffold) ?? new Set()).add(compound_id));
  const rows = new Map<string, ScaffoldRow>();
  for (const lineage of lineages.values())
    lineage.forEach(({smiles, framework}, place) => {
      if (rows.has(smiles)) return;
      const parent = lineage[place + 1]?.smiles ?? null;
      rows.set(smiles, {scaffold: smiles, parent, framework, n_compounds: holders.get(smiles)?.size ?? 0});
    });
  const sorted = [...rows.values()].sort((a, b) => b.n_compounds - a.n_compounds || (a.scaffold < b.scaffold ? -1 : 1));
  return {compoundScaffolds: own, scaffolds: sorted};
}
