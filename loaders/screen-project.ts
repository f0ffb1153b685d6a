import {existsSync} from "node:fs";
import {join} from "node:path";
import {compounds, type CompoundRow} from "../src/tables/compounds.js";
import {issues, type IssueRow} from "../src/tables/issues.js";
import type {MoleculeRow} from "../src/tables/molecules.js";
import {contentKey} from "./content-key.js";
import {readParquet} from "./inputs.js";
import {screenAll} from "./screen-pool.js";
import {writeParquet} from "./write-parquet.js";

/** Compounds of the project's sets, and what could not be read. */
export interface ScreenedProject {
  readonly compounds: readonly CompoundRow[];
  readonly issues: readonly IssueRow[];
}

/** What the outcome of screening depends on, apart from the molecules. */
export const SCREENING_SOURCES = [
  "src/base",
  "src/chem",
  "src/alerts",
  "src/screening",
  "src/tables/compounds.ts",
  "src/tables/descriptor-columns.ts",
  "src/tables/alert-columns.ts",
  "data/curated/alerts.json",
  "data/curated/property-rules.json",
  "data/curated/sa-fragments.bin",
  "data/curated/salts.json",
  "loaders/screen-pool.ts",
  "loaders/screen-project.ts",
  "node_modules/@rdkit/rdkit/package.json"
];

/** Screens the molecules of the project on all cores; the outcome is kept until molecules or methods change. */
export async function screenProject(
  molecules: readonly MoleculeRow[],
  moleculesFile: string,
  cache = ".cache/screened"
): Promise<ScreenedProject> {
  const key = contentKey([moleculesFile, ...SCREENING_SOURCES]);
  const [rowsFile, issuesFile] = [join(cache, `${key}-compounds.parquet`), join(cache, `${key}-issues.parquet`)];
  if (existsSync(rowsFile) && existsSync(issuesFile))
    return {compounds: await readParquet(compounds, rowsFile), issues: await readParquet(issues, issuesFile)};
  const screened = await screenMolecules(molecules);
  await writeParquet(rowsFile, compounds, screened.compounds);
  await writeParquet(issuesFile, issues, screened.issues);
  return screened;
}

/** Screens molecules set by set; rows keep the name, approval and source of their molecule. */
export async function screenMolecules(molecules: readonly MoleculeRow[]): Promise<ScreenedProject> {
  const sets = [...new Set(molecules.map((row) => row.set_id))];
  const parts: ScreenedProject[] = [];
  for (const setId of sets) {
    parts.push(
      await screenSet(
        setId,
        molecules.filter((row) => row.set_id === setId)
      )
    );
  }
  return {compounds: parts.flatMap((part) => part.compounds), issues: parts.flatMap((part) => part.issues)};
}

async function screenSet(setId: string, molecules: readonly MoleculeRow[]): Promise<ScreenedProject> {
  const records = molecules.map((row, i) => ({
    line: i + 1,
    structure: row.smiles ?? "",
    id: row.compound_id,
    name: row.name
  }));
  const {rows, issues: refused} = await screenAll(records, {setId, sourceId: setId, source: setId});
  const moleculeAt = (line: number | null): MoleculeRow | undefined => molecules[(line ?? 0) - 1];
  return {
    compounds: rows.map((row) => {
      const molecule = moleculeAt(row.line);
      return {
        ...row,
        first_approval: molecule?.first_approval ?? null,
        source_id: molecule?.source_id ?? setId,
        source_row: molecule?.source_row ?? null
      };
    }),
    issues: refused.map(({line, input, reason}) => ({
      table_name: compounds.name,
      source: moleculeAt(line)?.source_id ?? setId,
      line: moleculeAt(line)?.source_row ?? null,
      input: [moleculeAt(line)?.compound_id, input].filter(Boolean).join(" "),
      reason
    }))
  };
}
