import {parentPort, workerData} from "node:worker_threads";
import {type Issue, makeIssue} from "../src/base/issue.js";
import {withMolecule} from "../src/chem/molecule.js";
import {compileSalts, standardise} from "../src/chem/standardise.js";
import {isTooLarge, MOST_ATOMS} from "../src/chem/structure-size.js";
import type {BatchOutcome} from "../src/screening/screen-resiliently.js";
import {compileQuery} from "../src/search/compiled-query.js";
import {judgeMolecule, type Judgement} from "../src/search/judge-molecule.js";
import type {StructureQuery} from "../src/search/structure-query.js";
import {loadRDKit} from "./rdkit.js";
import type {ScreenTask} from "./screen-worker.js";
import {readScreeningJson} from "./screening-tables.js";

/** A hit as a thread tells it. */
export interface FoundRow {
  readonly line: number;
  readonly smiles: string;
  readonly similarity: number | null;
}

if (parentPort !== null) {
  const port = parentPort;
  const rdkit = await loadRDKit();
  const salts = compileSalts(rdkit, (await readScreeningJson()).salts.fragments);
  const {query} = workerData as {query: StructureQuery};
  const compiled = compileQuery(rdkit, query);
  rdkit.disable_logging();
  const judge = (smiles: string): Judgement | null =>
    withMolecule(rdkit, smiles, (molecule) => judgeMolecule(compiled, molecule));
  const search = ({records, source}: ScreenTask): BatchOutcome<FoundRow> => {
    const rows: FoundRow[] = [];
    const issues: Issue[] = [];
    for (const {line, structure} of records) {
      const form = isTooLarge(structure)
        ? null
        : withMolecule(rdkit, structure, (molecule) => standardise(rdkit, salts, molecule));
      const judgement = form && form.smiles !== "" ? judge(form.smiles) : null;
      if (form === null || judgement === null) {
        const reason = isTooLarge(structure) ? `more than ${String(MOST_ATOMS)} atoms` : "the structure cannot be read";
        issues.push(makeIssue(source, line, structure, reason));
      } else if (judgement.isHit) rows.push({line, smiles: form.smiles, similarity: judgement.similarity});
    }
    return {rows, issues};
  };
  port.on("message", (task: ScreenTask) => {
    port.postMessage(search(task));
  });
  port.postMessage("ready");
}
