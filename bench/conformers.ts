import {cpuUsage} from "node:process";
import {readInput} from "../loaders/inputs.js";
import {loadOpenChemLib} from "../loaders/openchemlib.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {type Conformer, generateConformers, type OpenChemLibrary} from "../src/chem/conformers.js";
import {type RDKit, withMolecule} from "../src/chem/molecule.js";
import {stereoVerdict} from "../src/chem/stereo-verdict.js";
import {molecules} from "../src/tables/molecules.js";

const WANTED = 200;
const ATOMS = {fewest: 12, most: 45};
/** kcal/mol per atom above which an energy is no minimum of an organic molecule. */
const SANE_PER_ATOM = 10;

/** What became of a molecule: its conformer, or the words with which it was refused. */
interface Outcome {
  readonly smiles: string;
  readonly conformer: Conformer | null;
  readonly reason: string;
  readonly milliseconds: number;
}

/**
 * 200 drug-like molecules of the project whose configuration is wholly given: how many get a conformer, how long it takes,
 * and whether the InChIKey read from its places is that of before. Those that leave some configuration open, which space
 * cannot, are counted beside them: every centre that they give must be kept.
 */
export async function conformersBench(): Promise<void> {
  const [library, rdkit, rows] = [loadOpenChemLib(), await loadRDKit(), await readInput(molecules)];
  const all = rows.flatMap(({smiles}) => smiles ?? []);
  const given: Outcome[] = [];
  const open: Outcome[] = [];
  for (const smiles of drugLike(rdkit, all)) {
    const outcome = tryOne(library, rdkit, smiles);
    const isOpen = outcome.conformer && stereoVerdict(rdkit, smiles, outcome.conformer.molblock) === "open";
    (isOpen ? open : given).push(outcome);
    if (given.length === WANTED) break;
  }
  report(rdkit, given, open);
}

function report(rdkit: RDKit, given: readonly Outcome[], open: readonly Outcome[]): void {
  const made = given.flatMap(({smiles, conformer}) => (conformer ? [{smiles, ...conformer}] : []));
  const same = made.filter(({smiles, molblock}) => inchikey(rdkit, molblock) === inchikey(rdkit, smiles));
  const lower = made.filter(({energy, startEnergy}) => energy < startEnergy);
  const sane = made.filter((conformer) => Math.abs(conformer.energy) < SANE_PER_ATOM * nAtoms(conformer));
  const times = given.map(({milliseconds}) => milliseconds).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(0);
  const refused = given.filter(({conformer}) => !conformer);
  console.log(`conformers of ${String(given.length)} drug-like molecules, one each, minimised (MMFF94s+)`);
  console.log(
    `  given ${String(made.length)}, refused ${String(refused.length)}; of those given InChIKey as before ${String(same.length)}, energy lower than at the start ${String(lower.length)}, energy sane ${String(sane.length)}`
  );
  console.log(`  CPU time each: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(1)} ms`);
  for (const {smiles, reason} of refused) console.log(`  refused: ${smiles}: ${reason}`);
  console.log(
    `  beside them ${String(open.length)} whose SMILES leaves some configuration open: one isomer each, what is given kept in all`
  );
}

function tryOne(library: OpenChemLibrary, rdkit: RDKit, smiles: string): Outcome {
  const before = cpuUsage();
  const accepts = (molblock: string): boolean => stereoVerdict(rdkit, smiles, molblock) !== "other";
  try {
    const conformer = generateConformers(library, smiles, {count: 1, accepts}).next().value ?? null;
    return {smiles, conformer, reason: "", milliseconds: since(before)};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {smiles, conformer: null, reason, milliseconds: since(before)};
  }
}

function since(start: NodeJS.CpuUsage): number {
  const {user, system} = cpuUsage(start);
  return (user + system) / 1e3;
}

const nAtoms = ({molblock}: Conformer): number => Number(molblock.split("\n")[3]?.slice(0, 3));

const inchikey = (rdkit: RDKit, text: string): string | null =>
  withMolecule(rdkit, text, (molecule) => rdkit.get_inchikey_for_inchi(molecule.get_inchi()));

/** Every nth of the molecules of one part and usual size whose stereo centres are all given. */
function* drugLike(rdkit: RDKit, all: readonly string[]): Generator<string, void> {
  const step = Math.max(1, Math.floor(all.length / (WANTED * 2)));
  for (let i = 0; i < all.length; i += step) {
    const smiles = all[i] ?? "";
    const isDrugLike = withMolecule(rdkit, smiles, (molecule) => {
      const size = molecule.get_num_atoms();
      const isOpen = molecule.get_stereo_tags().includes("(?)");
      return size >= ATOMS.fewest && size <= ATOMS.most && !isOpen && !smiles.includes(".");
    });
    if (isDrugLike === true) yield smiles;
  }
}
