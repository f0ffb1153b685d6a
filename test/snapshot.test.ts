import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {INPUT_FOLDERS, readParquet} from "../loaders/inputs.js";
import {readProject} from "../loaders/project.js";
import {makeSnapshot} from "../loaders/snapshot/make-snapshot.js";
import {readSourcesFile} from "../loaders/sources-file.js";
import {activities, assays} from "../src/tables/activities.js";
import {drugs} from "../src/tables/drugs.js";
import {issues} from "../src/tables/issues.js";
import {molecules} from "../src/tables/molecules.js";
import {structureAtoms} from "../src/tables/structure-atoms.js";
import {structures} from "../src/tables/structures.js";
import {targetEvidence, targetFactors, targets} from "../src/tables/targets.js";
import type {Row, Table} from "../src/tables/table.js";

const read = <T extends Table>(table: T): Promise<Row<T>[]> =>
  readParquet(table, join(INPUT_FOLDERS.snapshot, `${table.name}.parquet`));

const project = await readProject();
const sources = await readSourcesFile();
const activityRows = await read(activities);
const moleculeRows = await read(molecules);
const [measured, approved] = project.compound_sets;
const inMeasuredSet = moleculeRows.filter((row) => row.set_id === measured?.id);

describe("the embedded snapshot", () => {
  it("holds 1,175 targets, each symbol once, the project's among them", async () => {
    const symbols = (await read(targets)).map(({symbol}) => symbol);
    expect([symbols.length, new Set(symbols).size]).toEqual([1175, 1175]);
    expect(project.targets.filter(({symbol}) => !symbols.includes(symbol))).toEqual([]);
  });

  it("holds every score of the export, and none for what it leaves open", async () => {
    const rows = await read(targetEvidence);
    const of = (id: string) => rows.filter((row) => row.datasource_id === id);
    expect(rows.length).toBe(108 + 1082 + 1 + 4 + 14 + 580 + 332 + 33);
    expect(of("gwas_credible_sets").length).toBe(1082);
    expect(of("uniprot_variants")).toEqual([]);
  });

  it("holds every factor assessed, 255 read as -1", async () => {
    const rows = await read(targetFactors);
    const of = (id: string) => rows.filter((row) => row.factor_id === id);
    expect(of("hasSafetyEvent").map(({value}) => value)).toEqual(new Array(112).fill(-1));
    expect(of("isCancerDriverGene").length).toBe(41);
    expect(of("mouseKOScore").length).toBe(870);
    expect(rows.every(({value}) => value >= -1 && value <= 1)).toBe(true);
  });

  it("says which values were read in another way than they are written", async () => {
    const reasons = (await read(issues)).map(({input, reason}) => `${input}: ${reason}`);
    expect(reasons).toContain(
      "hasSafetyEvent is 255 in 112 records: read as -1, which this release writes as an unsigned byte"
    );
  });

  it("holds 52,788 records of 16,027 molecules, with relations and context", () => {
    expect(activityRows.length).toBe(52_788);
    expect(new Set(activityRows.map(({compound_id: id}) => id)).size).toBe(16_027);
    expect(inMeasuredSet.length).toBe(16_027);
    const withRelation = (relation: string | null) =>
      activityRows.filter((row) => row.standard_relation === relation).length;
    expect(["=", ">", "<", null, "<=", ">="].map(withRelation)).toEqual([40_861, 6_688, 4_322, 484, 385, 48]);
  });

  it("keeps the 484 records without a value, as missing", () => {
    expect(activityRows.filter((row) => row.standard_value_nm === null).length).toBe(484);
  });

  it("keeps the 32 molecules without a structure, as missing", () => {
    expect(inMeasuredSet.filter(({smiles}) => smiles === null).length).toBe(32);
  });

  it("has an assay for every record, with its confidence", async () => {
    const known = new Map((await read(assays)).map((row) => [row.assay_id, row.confidence_score]));
    expect(activityRows.filter((row) => !known.has(row.assay_id))).toEqual([]);
    expect(known.size).toBe(5303);
  });

  it("has a document for the records whose assay is in the web export, and only those", () => {
    const withDocument = activityRows.filter((row) => row.document_id !== null);
    expect(withDocument.length).toBe(2509);
    expect(new Set(withDocument.map(({target_id: id}) => id))).toEqual(new Set([project.targets.at(-1)?.symbol]));
  });

  it("holds 2,628 approved drugs and the project's 20, once each", async () => {
    const rows = await read(drugs);
    expect(moleculeRows.filter((row) => row.set_id === approved?.id).length).toBe(2628);
    expect(rows.filter((row) => row.is_project_drug).length).toBe(20);
    expect(new Set(rows.map(({compound_id: id}) => id)).size).toBe(rows.length);
  });

  it("holds the three structures with their ligands", async () => {
    const rows = await read(structures);
    expect(rows.map((row) => [row.structure_id, row.ligand_ids, row.resolution_a])).toEqual([
      ["3EYG", "MI1", 1.9],
      ["6DUD", "HB4", 1.66],
      ["4GIH", "0X5", null]
    ]);
  });

  it("counts phosphotyrosine as part of the chain, sulfate as ion, and the ligands' atoms", async () => {
    const atoms = await read(structureAtoms);
    const rolesOf = (name: string) => new Set(atoms.filter((atom) => atom.residue_name === name).map((a) => a.role));
    expect([rolesOf("PTR"), rolesOf("SO4"), rolesOf("HOH")]).toEqual([
      new Set(["polymer"]),
      new Set(["ion"]),
      new Set(["water"])
    ]);
    expect(atoms.filter(({role}) => role === "ligand").length).toBe(23 + 21 + 23);
  });

  it("names a known source in every row", async () => {
    const known = new Set(sources.map((source) => source.source_id));
    const tables = [targets, molecules, activities, assays, drugs, structures] as const;
    const rows = (await Promise.all(tables.map((table) => read<Table>(table)))).flat();
    expect(rows.filter((row) => !known.has(String(row["source_id"])))).toEqual([]);
  });

  it("counts in sources.json what was read", () => {
    const counts = sources.filter(({reader}) => reader === "activities").map((source) => source.row_count);
    expect(counts).toEqual([15_034, 19_301, 12_072, 6_381]);
    expect(sources.filter(({sha256}) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([]);
  });

  it("is small", () => {
    const sizes = readdirSync(INPUT_FOLDERS.snapshot).map((file) => statSync(join(INPUT_FOLDERS.snapshot, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  const from = "../shared/data";
  it.skipIf(!existsSync(from))("is what its own loaders make of the source files (needs ../shared/data)", async () => {
    const made = await makeSnapshot(from, sources, project);
    expect(made.sources).toEqual(sources);
    expect(made.molecules).toEqual(moleculeRows);
    expect(made.activities.length).toBe(activityRows.length);
    expect(made.activities.filter((row, i) => JSON.stringify(row) !== JSON.stringify(activityRows[i]))).toEqual([]);
  });
});
