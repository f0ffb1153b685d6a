/** Kinds of interaction between a ligand and its surroundings. */
export type InteractionKind =
  | "covalent bond"
  | "hydrogen bond"
  | "salt bridge"
  | "halogen bond"
  | "parallel stacking"
  | "T stacking"
  | "cation-π"
  | "metal"
  | "water bridge"
  | "hydrophobic";

/**
 * Geometric limits of every interaction; distances in Å, angles in degrees. PLIP's own values, which are those of the
 * literature it names, widened by it to allow for structures of low resolution.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315; Adasme et al. 2021, doi:10.1093/nar/gkab294 (PLIP, version 2.4)
 */
export const INTERACTION_LIMITS = {
  /** Residues with an atom so near to the ligand are looked at. */
  site: 7.5,
  /** Nothing nearer than this is an interaction. */
  nearest: 0.5,
  hydrophobic: 4,
  /** Donor to acceptor, and least angle at the hydrogen. */
  hydrogenBond: {longest: 4.1, leastAngle: 100},
  /** Between the centres of two rings, how far from 0° or 90° their planes may be, and the shift of one over the other. */
  stacking: {longest: 5.5, deviation: 30, offset: 2},
  /** Between a ring's centre and a charge, and the shift of the charge from above the centre. */
  cationPi: {longest: 6, offset: 2},
  /** Between the centres of two charged groups. */
  saltBridge: 5.5,
  metal: 3,
  /** Each leg from the water's oxygen, angle acceptor–oxygen–hydrogen, and least angle at the hydrogen. */
  waterBridge: {
    shortest: 2.5,
    longest: 4.1,
    leastOmega: 71,
    mostOmega: 140,
    bestOmega: 110,
    leastTheta: 100,
    perWater: 2
  }
} as const;
