import {cpuUsage} from "node:process";
import {readInput} from "../loaders/inputs.js";
import {loadOpenChemLib} from "../loaders/openchemlib.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {type Conformer, generateConformers} from "../src/chem/conformers.js";
import {keepsStereo} from "../src/chem/keeps-stereo.js";
import {type RDKit, withMolecule} from "../src/chem/molecule.js";
import {molecules} from "../src/tables/molecules.js";

const WANTED = 200;
const ATOMS = {fewest: 12, most: 45};
/** kcal/mol per atom above which an energy is no minimum of an organic molecule. */
const SANE_PER_ATOM = 10;

/** 200 drug-like molecules of the project: how many get a conformer, how long it takes, whether stereo and energies hold. */
export async function conformersBench(): Promise<void> {
  const [library, rdkit, rows] = [loadOpenChemLib(), await loadRDKit(), await readInput(molecules)];
  const chosen = choose(
    rdkit,
    rows.flatMap(({smiles}) => smiles ?? [])
  );
  const times: number[] = [];
  const failures: string[] = [];
  const counts = {made: 0, same: 0, kept: 0, lower: 0, sane: 0};
  for (const smiles of chosen) {
    const before = cpuUsage();
    const conformer = firstOf(() => generateConformers(library, smiles, {count: 1}), failures, smiles);
    const {user, system} = cpuUsage(before);
    if (!conformer) continue;
    times.push((user + system) / 1e3);
    counts.made += 1;
    const isKept = keepsStereo(rdkit, smiles, conformer.molblock);
    if (!isKept) failures.push(`${smiles}: another structure or configuration`);
    counts.kept += Number(isKept);
    counts.same += Number(inchikey(rdkit, conformer.molblock) === inchikey(rdkit, smiles));
    counts.lower += Number(conformer.energy < conformer.startEnergy);
    counts.sane += Number(Math.abs(conformer.energy) < SANE_PER_ATOM * nAtoms(conformer));
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(0);
  console.log(`conformers of ${String(chosen.length)} drug-like molecules, one each, minimised (MMFF94s+)`);
  console.log(
    `  made ${String(counts.made)}, InChIKey as before ${String(counts.same)}, configuration kept (centres that the SMILES leaves open may be either) ${String(counts.kept)}, energy lower than at the start ${String(counts.lower)}, energy sane ${String(counts.sane)}`
  );
  console.log(`  CPU time each: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(1)} ms`);
  for (const failure of failures) console.log(`  ${failure}`);
}

const nAtoms = ({molblock}: Conformer): number => Number(molblock.split("\n")[3]?.slice(0, 3));

function firstOf(make: () => Iterator<Conformer, void>, failures: string[], smiles: string): Conformer | null {
  try {
    return make().next().value ?? null;
  } catch (error) {
    failures.push(`${smiles}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

const inchikey = (rdkit: RDKit, text: string): string | null =>
  withMolecule(rdkit, text, (molecule) => rdkit.get_inchikey_for_inchi(molecule.get_inchi()));

/** Every nth of the molecules of one part and usual size whose stereo centres are all given. */
function choose(rdkit: RDKit, all: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(all.length / (WANTED * 2)));
  const found: string[] = [];
  for (let i = 0; i < all.length && found.length < WANTED; i += step) {
    const smiles = all[i] ?? "";
    const isDrugLike = withMolecule(rdkit, smiles, (molecule) => {
      const size = molecule.get_num_atoms();
      const isOpen = molecule.get_stereo_tags().includes("(?)");
      return size >= ATOMS.fewest && size <= ATOMS.most && !isOpen && !smiles.includes(".");
    });
    if (isDrugLike === true) found.push(smiles);
  }
  return found;
}
