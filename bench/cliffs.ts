import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {compileKernels} from "../loaders/compile-kernels.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {CLIFF_MOLECULE_LIMITS, cliffMolecule, cliffMolecules} from "../src/series/cliff-molecules.js";

/** Where the sets of MoleculeACE are looked for: beside the project, or where the variable says. */
const FOLDER = process.env["MOLECULEACE"] ?? "../shared/data/bioactivity/moleculeace";

/** Our labels of cliff molecules against those published with MoleculeACE, set by set, with the definition used. */
export async function cliffsBench(): Promise<void> {
  if (!existsSync(FOLDER)) {
    console.log(`\ncliffs: no sets of MoleculeACE at ${FOLDER}; name their folder in MOLECULEACE`);
    return;
  }
  const rdkit = await loadRDKit();
  const kernels = await WebAssembly.compile(await compileKernels());
  const {similarity, fold} = CLIFF_MOLECULE_LIMITS;
  console.log(
    `\ncliffs: a molecule is in a cliff when some other is at least ${String(similarity)} similar by Morgan fingerprint (radius 2, 1024 bits), by that of its generic form or by edit distance of the SMILES, and more than ${String(fold)} times as potent or as weak`
  );
  const totals = {agreed: 0, molecules: 0, published: 0, ours: 0};
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith(".csv"))
    .sort()) {
    const [head = "", ...lines] = readFileSync(join(FOLDER, file), "utf8").trim().split(/\r?\n/);
    const names = head.split(",");
    const column = (name: string): string[] => lines.map((line) => line.split(",")[names.indexOf(name)] ?? "");
    const labels = column("cliff_mol").map((label) => label === "1");
    const molecules = column("smiles").map((smiles) => cliffMolecule(rdkit, smiles));
    const readable = molecules.flatMap((one) => one ?? []);
    if (readable.length < molecules.length) throw new Error(`${file}: a molecule cannot be read`);
    const found = await cliffMolecules(kernels, readable, column(names[1] ?? "").map(Number));
    const agreed = found.filter((isCliff, row) => isCliff === labels[row]).length;
    totals.agreed += agreed;
    totals.molecules += found.length;
    totals.published += labels.filter(Boolean).length;
    totals.ours += found.filter(Boolean).length;
    console.log(`  ${file.padEnd(24)} ${String(agreed)} of ${String(found.length)} labels agree`);
  }
  const {agreed, molecules, published, ours} = totals;
  console.log(
    `  all: ${String(agreed)} of ${String(molecules)} (${((100 * agreed) / molecules).toFixed(3)} %); published ${String(published)} cliff molecules, ours ${String(ours)}`
  );
}
