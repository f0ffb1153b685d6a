import {NUMERIC_NAMES} from "./features.js";
import {DOMAINS, type Domain, type Leverage} from "./model-card.js";

/** Tanimoto similarity to the nearest training molecule from which a molecule is inside or on the edge. */
export const SIMILARITY_LIMITS = {in: 0.45, edge: 0.3} as const;

/**
 * Whether a molecule is like the training molecules of an endpoint: by its similarity to the nearest one, and one
 * step further out when its descriptors' leverage exceeds the 99 % limit of training.
 * @param similarity largest Tanimoto similarity to a training molecule, 0-1
 * @param distance squared Mahalanobis distance of the descriptors, from `leverageDistance`
 */
export function domainOf(similarity: number, distance: number, limit: number): Domain {
  const bySimilarity = similarity >= SIMILARITY_LIMITS.in ? 0 : similarity >= SIMILARITY_LIMITS.edge ? 1 : 2;
  return DOMAINS[Math.min(bySimilarity + Number(distance > limit), 2)] ?? "out";
}

/** A leverage ready to be asked: places of its descriptors among the numeric features, numbers in typed arrays. */
export interface PreparedLeverage {
  readonly places: Uint8Array;
  readonly mean: Float64Array;
  readonly inverse: Float64Array;
  readonly limit: number;
}

/**
 * Looks up the descriptors of a leverage.
 * @throws when one is unknown
 */
export function prepareLeverage({features, mean, inverse, limit}: Leverage): PreparedLeverage {
  const places = Uint8Array.from(features, (name) => {
    const place = NUMERIC_NAMES.indexOf(name);
    if (place < 0) throw new Error(`invalid descriptor: ${name}`);
    return place;
  });
  return {places, mean: Float64Array.from(mean), inverse: Float64Array.from(inverse), limit};
}

/**
 * Squared Mahalanobis distance of a molecule's descriptors from those of the training molecules, unitless.
 * @see Mahalanobis, Proc. Natl. Inst. Sci. India 1936, 2, 49
 */
export function leverageDistance({places, mean, inverse}: PreparedLeverage, values: Float32Array): number {
  const n = places.length;
  const centred = Float64Array.from(places, (place, i) => (values[place] as number) - (mean[i] as number));
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += (inverse[i * n + j] as number) * (centred[j] as number);
    sum += row * (centred[i] as number);
  }
  return sum;
}
