import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {findPython} from "../../loaders/find-python.js";
import {loadRDKit} from "../../loaders/rdkit.js";
import {commonSubstructure} from "../../src/chem/common-substructure.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {mmpaFragments} from "../../src/series/cut-molecule.js";
import {joinCore} from "../../src/series/join-core.js";
import {rGroupTable} from "../../src/series/r-groups.js";

/** Molecules of each of three real series that are compared. */
const COUNT = 120;
const DATA = "../shared/data";
const SERIES = [
  {
    name: "JAK",
    file: `${DATA}/jak/chembl_activities/JAK2_raw.csv.gz`,
    column: "canonical_smiles",
    core: "c1ncnc2[nH]ccc12"
  },
  {
    name: "EGFR",
    file: `${DATA}/bioactivity/egfr/EGFR_compounds.csv`,
    column: "smiles",
    core: "c1ccc(Nc2ncnc3ccccc23)cc1"
  },
  {name: "thrombin", file: `${DATA}/bioactivity/moleculeace/CHEMBL204_Ki.csv`, column: "smiles", core: "NC(=N)c1ccccc1"}
] as const;

interface Native {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly mcs: readonly [atoms: number, bonds: number];
  readonly single: readonly (readonly [string, string])[][];
  readonly double: readonly (readonly [string, string])[][];
}

const rdkit = await loadRDKit();
const canonical = (smiles: string): string =>
  withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles()) ?? smiles;

/** The first molecules of a file that hold the core, one fragment each. */
function readSeries({file, column, core}: (typeof SERIES)[number]): string[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split(/\r?\n/);
  const at = lines[0]!.split(",").indexOf(column);
  const query = rdkit.get_qmol(core)!;
  const found = new Set<string>();
  for (const line of lines.slice(1)) {
    if (found.size === COUNT) break;
    const smiles = line.split(",")[at] ?? "";
    if (smiles === "" || smiles.includes(".") || smiles.includes('"')) continue;
    const match = withMolecule(rdkit, smiles, (molecule) => molecule.get_substruct_match(query));
    if (match !== null && match !== "{}") found.add(canonical(smiles));
  }
  query.delete();
  return [...found];
}

/** Without stereo: two versions of RDKit write the stereo of fragments differently. */
const withoutStereo = (smiles: string): string =>
  withMolecule(rdkit, smiles, (molecule) =>
    canonical(molecule.get_smiles(JSON.stringify({doIsomericSmiles: false})))
  ) ?? smiles;

const cutsOf = (smiles: string, cuts: 1 | 2): (readonly [string, string])[] =>
  (withMolecule(rdkit, smiles, (molecule) => mmpaFragments(molecule, cuts)) ?? [])
    .map(
      ([core, parts]) => [core === "" ? "" : canonical(core), parts.split(".").map(canonical).sort().join(".")] as const
    )
    .sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));

const isThere = SERIES.every(({file}) => existsSync(file));
const python = findPython("rdkit.Chem.rdMMPA");

describe("R-groups, common core and cuts of three real series", () => {
  it.skipIf(!isThere || python === undefined)(
    "are native RDKit's (skipped without the shared data or python3-rdkit)",
    () => {
      const sets = SERIES.map((series) => {
        const smiles = readSeries(series);
        return {core: series.core, smiles, flat: smiles.map(withoutStereo)};
      });
      const {stdout} = spawnSync(python ?? "", ["test/series/native_series.py"], {
        ...{input: JSON.stringify(sets), encoding: "utf8", maxBuffer: 2 ** 28}
      });
      const native = JSON.parse(stdout) as readonly Native[];
      const equal = {molecules: 0, rGroups: 0, cores: 0, single: 0, double: 0};
      sets.forEach(({core, smiles, flat}, i) => {
        const {rows, mcs, single, double} = native[i]!;
        const table = rGroupTable(rdkit, core, smiles);
        const ours = commonSubstructure(rdkit, smiles);
        equal.molecules += smiles.length;
        equal.cores += Number(ours?.atoms === mcs[0] && ours.bonds === mcs[1]);
        table.rows.forEach(({parts}, row) => {
          const given = Object.entries(parts).filter(([, part]) => part !== "");
          const read = Object.fromEntries(given.map(([name, part]) => [name, canonical(part)]));
          equal.rGroups += Number(JSON.stringify(sorted(read)) === JSON.stringify(sorted(rows[row] ?? {})));
        });
        flat.forEach((text, row) => {
          equal.single += Number(
            JSON.stringify(cutsOf(text, 1)) === JSON.stringify(single[row]!.map(canonicalPair).sort(byText))
          );
          equal.double += Number(
            JSON.stringify(cutsOf(text, 2)) === JSON.stringify(double[row]!.map(canonicalPair).sort(byText))
          );
        });
      });
      console.log(`equal to native RDKit: ${JSON.stringify(equal)}`);
      expect(equal).toMatchObject({molecules: 360, cores: 3, rGroups: 360, single: 360});
      expect(equal.double).toBe(360);
    },
    900_000
  );
});

describe("joinCore(rdkit, core, parts), of three real series", () => {
  it.skipIf(!isThere)(
    "makes every molecule again of its R-groups (skipped without the shared data)",
    () => {
      const made = SERIES.map((series) => {
        const smiles = readSeries(series);
        const {core, rows} = rGroupTable(rdkit, series.core, smiles);
        const same = rows.filter(({row, parts}) => {
          const whole = joinCore(rdkit, core ?? "", Object.values(parts));
          // The stereochemistry of the core is open where molecules differ in it.
          return whole !== null && withoutStereo(whole) === withoutStereo(smiles[row] ?? "");
        });
        return [same.length, rows.length];
      });
      console.log(`made again of their R-groups: ${JSON.stringify(made)}`);
      // Two lactams are refused: which nitrogen of the core carries their hydrogen, no R-group says.
      expect(made).toEqual([
        [COUNT - 2, COUNT],
        [COUNT, COUNT],
        [COUNT, COUNT]
      ]);
    },
    300_000
  );
});

const sorted = (parts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(parts)
    .map(([name, part]): [string, string] => [name, canonical(part)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

const canonicalPair = ([core, parts]: readonly [string, string]): readonly [string, string] => [
  core === "" ? "" : canonical(core),
  parts.split(".").map(canonical).sort().join(".")
];

const byText = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]): number =>
  a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1;
