import {readFileSync} from "node:fs";
import {RDKIT_NAMES, type DescriptorName} from "../../src/tables/descriptor-columns.js";

/** One molecule as native RDKit 2022.09.3 describes it; our own table, made for these tests. */
export interface NativeRow {
  readonly smiles: string;
  readonly qed: number;
  readonly canonicalSmiles: string;
  readonly descriptors: Readonly<Record<DescriptorName, number>>;
}

/** Reads the table of molecules and expected values in test/fixtures/chem. */
export function readNativeRows(): NativeRow[] {
  const text = readFileSync(new URL("../fixtures/chem/native-rdkit.csv", import.meta.url), "utf8");
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  return rows.map((row) => {
    const cell = (name: string): string => row[header.indexOf(name)] ?? "";
    const names = Object.entries(RDKIT_NAMES) as [DescriptorName, string][];
    return {
      smiles: cell("smiles"),
      qed: Number(cell("qed")),
      canonicalSmiles: cell("canonical_smiles"),
      descriptors: Object.fromEntries(names.map(([name, key]) => [name, Number(cell(key))])) as NativeRow["descriptors"]
    };
  });
}
