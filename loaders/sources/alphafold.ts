import * as v from "valibot";
import {type Issue, makeIssue} from "../../src/base/issue.js";
import {type PredictedStructureRow, predictedStructures} from "../../src/tables/proteins.js";
import {structureAtoms, type StructureAtomRow} from "../../src/tables/structure-atoms.js";
import {structures, type StructureRow} from "../../src/tables/structures.js";
import {alphafoldModel, canonicalModel, predictedStructureRow} from "../normalise/alphafold-model.js";
import {parsePdbEntry} from "../normalise/pdb-entry.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {type Fetched, type Source, type SourceContext, tableOf, targetIdOf} from "./source.js";

const source_id = "alphafold";
const predictionUrl = (accession: string): string => `https://alphafold.ebi.ac.uk/api/prediction/${accession}`;

/** AlphaFold DB: the predicted model of each target's canonical protein. */
export const alphafold: Source = {
  id: source_id,
  name: "AlphaFold DB",
  url: "https://alphafold.ebi.ac.uk/",
  licence: "CC-BY-4.0",
  citation: "Varadi M. et al. Nucleic Acids Res. 2024, 52, D368-D375; Jumper J. et al. Nature 2021, 596, 583-589",
  doi: "10.1093/nar/gkad1011",
  hosts: {"alphafold.ebi.ac.uk": {concurrency: 1, gapMs: 500, retries: 5, timeoutMs: 60_000}},
  tables: [predictedStructures, structures, structureAtoms],
  isNeeded: false,
  isOptIn: false,
  plan: ({targets}) =>
    targets.map(({symbol, uniprot}) => ({
      what: `prediction of ${symbol}`,
      url: predictionUrl(uniprot),
      size: "1 request, then coordinates of about 0.8 MB"
    })),
  findRelease: () => Promise.resolve(null),
  fetch: fetchAlphafold
};

async function fetchAlphafold({http, project, report}: SourceContext): Promise<Fetched> {
  const rows: PredictedStructureRow[] = [];
  const entries: StructureRow[] = [];
  const atoms: StructureAtomRow[] = [];
  const issues: Issue[] = [];
  for (const [i, target] of project.targets.entries()) {
    const {body} = await http.request({url: predictionUrl(target.uniprot), expect: "json", absent: [404]});
    const items = readEnvelope("AlphaFold DB prediction", v.array(v.unknown()), body ?? []);
    const read = readRecords("AlphaFold DB model", alphafoldModel, items);
    issues.push(...read.issues);
    const model = canonicalModel(read.records, target.uniprot);
    if (model) {
      const row = predictedStructureRow(model, targetIdOf(target));
      const file = await http.request({url: model.pdbUrl, expect: "text"});
      const place = {structureId: row.model_id, targetId: row.target_id, sourceId: source_id};
      const entry = parsePdbEntry(String(file.body), place);
      rows.push(row);
      entries.push({...entry.structure, method: "prediction", ligand_ids: null});
      atoms.push(...entry.atoms);
    } else issues.push(makeIssue("AlphaFold DB", null, target.uniprot, "has no model of the canonical sequence"));
    report("predictions", i + 1, project.targets.length);
  }
  return {
    tables: [tableOf(predictedStructures, rows), tableOf(structures, entries), tableOf(structureAtoms, atoms)],
    issues,
    warnings: []
  };
}
