import {parentPort} from "node:worker_threads";
import {genericFramework} from "../src/chem/generic-framework.js";
import {moleculeGraph} from "../src/chem/molecule-graph.js";
import {withMolecule} from "../src/chem/molecule.js";
import {murckoScaffold} from "../src/chem/murcko-scaffold.js";
import type {BatchOutcome} from "../src/screening/screen-resiliently.js";
import {scaffoldLineage} from "../src/series/parent-scaffold.js";
import {loadRDKit} from "./rdkit.js";
import type {ScreenTask} from "./screen-worker.js";

/** A scaffold as a thread tells it. */
export interface FoundScaffold {
  readonly smiles: string;
  readonly framework: string | null;
}

/** What a thread tells of one structure. */
export interface ScaffoldedRow {
  readonly line: number;
  /** Its scaffold and those above it in the tree, nearest first; empty without a ring. */
  readonly lineage: readonly FoundScaffold[];
}

if (parentPort !== null) {
  const port = parentPort;
  const rdkit = await loadRDKit();
  const parents = new Map<string, string | null>();
  const frameworks = new Map<string, string | null>();
  const frameworkOf = (scaffold: string): string | null => {
    const known = frameworks.get(scaffold);
    if (known !== undefined) return known;
    const made = withMolecule(rdkit, scaffold, (molecule) => genericFramework(rdkit, moleculeGraph(molecule)));
    frameworks.set(scaffold, made);
    return made;
  };
  const lineageOf = (structure: string): FoundScaffold[] => {
    const scaffold = withMolecule(rdkit, structure, (molecule) => murckoScaffold(rdkit, molecule));
    if (!scaffold) return [];
    const lineage = [scaffold, ...scaffoldLineage(rdkit, scaffold, parents)];
    return lineage.map((smiles) => ({smiles, framework: frameworkOf(smiles)}));
  };
  port.on("message", ({records}: ScreenTask) => {
    const rows = records.map(({line, structure}) => ({line, lineage: lineageOf(structure)}));
    port.postMessage({rows, issues: []} satisfies BatchOutcome<ScaffoldedRow>);
  });
  port.postMessage("ready");
}
