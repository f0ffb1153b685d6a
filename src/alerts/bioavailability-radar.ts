import type {Descriptors} from "../tables/descriptor-columns.js";

/** What the radar is drawn from. */
export type RadarValues = Pick<Descriptors, "clogp" | "mw_da" | "tpsa_a2" | "fsp3" | "n_rotatable_bonds"> & {
  readonly esol_log_mol_l: number;
};

/** One axis of the bioavailability radar. */
export interface OralAxis {
  readonly label: string;
  readonly column: keyof RadarValues;
  readonly words: string;
  readonly unit: string;
  /** Range suited to oral drugs; both ends belong to it. */
  readonly low: number;
  readonly high: number;
  /** True where outward on the axis is a smaller number. */
  readonly isTurned: boolean;
}

/**
 * The six axes of the bioavailability radar with the ranges suited to oral drugs. The article takes XLOGP3 for
 * lipophilicity; this is RDKit's Crippen logP. Solubility is ESOL's, with the same logP.
 *
 * @see Daina 2017 doi:10.1038/srep42717
 * @see Delaney 2004 doi:10.1021/ci034243x
 */
export const ORAL_AXES: readonly OralAxis[] = [
  {label: "LIPO", column: "clogp", words: "Crippen logP", unit: "", low: -0.7, high: 5, isTurned: false},
  {label: "SIZE", column: "mw_da", words: "molecular weight", unit: "Da", low: 150, high: 500, isTurned: false},
  {label: "POLAR", column: "tpsa_a2", words: "polar surface", unit: "Å²", low: 20, high: 130, isTurned: false},
  {label: "INSOLU", column: "esol_log_mol_l", words: "ESOL log S", unit: "", low: -6, high: 0, isTurned: true},
  {label: "INSATU", column: "fsp3", words: "sp³ carbons, share", unit: "", low: 0.25, high: 1, isTurned: true},
  {label: "FLEX", column: "n_rotatable_bonds", words: "rotatable bonds", unit: "", low: 0, high: 9, isTurned: false}
];

/** A compound on one axis. */
export interface OralReading {
  readonly axis: OralAxis;
  readonly value: number;
  /** Where it lies: 0 and 1 are the ends of the suited range, outward positive; clipped to -0.5 and 1.5. NaN where missing. */
  readonly place: number;
  /** "unknown" where the value is missing. */
  readonly verdict: "inside" | "below" | "above" | "unknown";
}

const FARTHEST = 0.5;

/** Where a compound lies on each axis, in the order of `ORAL_AXES`. */
export function readOralAxes(values: RadarValues): readonly OralReading[] {
  return ORAL_AXES.map((axis) => {
    const {column, low, high, isTurned} = axis;
    const value = values[column];
    const share = (isTurned ? high - value : value - low) / (high - low);
    const place = Math.max(-FARTHEST, Math.min(1 + FARTHEST, share));
    const verdict = Number.isNaN(value) ? "unknown" : value < low ? "below" : value > high ? "above" : "inside";
    return {axis, value, place, verdict};
  });
}

/** Number of axes on which a compound is outside the suited range, 0-6; a missing value is not outside. */
export const countOutside = (values: RadarValues): number =>
  readOralAxes(values).filter(({verdict}) => verdict === "below" || verdict === "above").length;
