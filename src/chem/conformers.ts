import type * as OpenChemLib from "openchemlib";

/** The OpenChemLib library, with its resources registered; passed in by whoever loaded it. */
export type OpenChemLibrary = typeof OpenChemLib;

/** A conformer, its energy at a minimum. */
export interface Conformer {
  /** V2000 molblock with all hydrogens; places in Å. */
  readonly molblock: string;
  /** MMFF94s+ energy in kcal/mol; it compares conformers of one molecule only. */
  readonly energy: number;
  /** Energy before it was minimised, kcal/mol. */
  readonly startEnergy: number;
}

export interface ConformerOptions {
  /** Conformers wanted at most; a rigid molecule has fewer. */
  readonly count: number;
  /** The same seed gives the same conformers. */
  readonly seed?: number;
  /** Steps of minimisation at most. */
  readonly steps?: number;
  /** Says of a molblock whether it may be given: one of another configuration must not. All are unless told. */
  readonly accepts?: (molblock: string) => boolean;
}

const FORCE_FIELD = "MMFF94s+";
const USUAL_SEED = 1;
const USUAL_STEPS = 2000;
/** Sets of torsions tried before a molecule is given up. */
const MOST_TORSION_SETS = 10_000;
/** Arrangements tried beyond the number wanted, in place of those that have no minimum or are not accepted. */
const SPARE = 20;
/** Seeds tried, one after the other, while none of the arrangements of the one before was accepted. */
const SEEDS = 3;

/**
 * Conformers of a molecule one after the other, each minimised: torsions as they are common in crystals, the likeliest
 * first, collisions left out. Stereo centres and double bonds keep their configuration; centres left open in the SMILES
 * get one of the two. What `accepts` refuses before or after it is minimised is not given.
 *
 * @throws `no conformer: …` when none can be made, with the reason
 * @see Guba et al. 2016, doi:10.1021/acs.jcim.5b00522 (torsions of the Cambridge database); Halgren 1996,
 * doi:10.1002/(SICI)1096-987X(199604)17:5/6<490::AID-JCC1>3.0.CO;2-P (MMFF94)
 */
export function* generateConformers(
  library: OpenChemLibrary,
  smiles: string,
  {count, seed = USUAL_SEED, steps = USUAL_STEPS, accepts = () => true}: ConformerOptions
): Generator<Conformer, void> {
  const molecule = library.Molecule.fromSmiles(smiles);
  if (molecule.getAllAtoms() === 0) throw new Error("no conformer: the structure has no atom");
  if (molecule.getFragments().length > 1) throw new Error("no conformer: the structure has several parts");
  let refused = 0;
  for (let turn = 0; turn < SEEDS; turn++) {
    let made = 0;
    for (const next of arrangements(library, molecule, seed + turn, count + SPARE)) {
      const conformer = accepts(next.toMolfile()) ? minimised(library, next, steps) : null;
      // Now and then a minimisation runs away and has no energy: the next arrangement takes its place.
      if (conformer && !Number.isFinite(conformer.energy)) continue;
      if (!conformer || !accepts(conformer.molblock)) refused += 1;
      else {
        made += 1;
        yield conformer;
      }
      if (made === count) return;
    }
    if (made > 0) return;
  }
  throw new Error(
    refused > 0
      ? `no conformer: none of ${String(refused)} arrangements has the configuration that the structure states; it may not exist in space`
      : "no conformer: every arrangement tried has atoms too near to each other"
  );
}

function* arrangements(
  {ConformerGenerator}: OpenChemLibrary,
  molecule: OpenChemLib.Molecule,
  seed: number,
  most: number
): Generator<OpenChemLib.Molecule, void> {
  const generator = new ConformerGenerator(seed);
  const options = {strategy: ConformerGenerator.STRATEGY_LIKELY_RANDOM, maxTorsionSets: MOST_TORSION_SETS};
  if (!generator.initializeConformers(molecule, options))
    throw new Error("no conformer: OpenChemLib finds the structure faulty");
  for (let tried = 0; tried < most; tried++) {
    const next = generator.getNextConformerAsMolecule();
    if (!next) return;
    yield next;
  }
}

function minimised({ForceFieldMMFF94}: OpenChemLibrary, molecule: OpenChemLib.Molecule, maxIts: number): Conformer {
  const field = new ForceFieldMMFF94(molecule, FORCE_FIELD, {});
  const startEnergy = field.getTotalEnergy();
  field.minimise({maxIts});
  return {molblock: molecule.toMolfile(), energy: field.getTotalEnergy(), startEnergy};
}
