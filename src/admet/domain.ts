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

/**
 * Squared Mahalanobis distance of a molecule's descriptors from those of the training molecules, unitless.
 * @throws when a descriptor of the leverage is unknown
 * @see Mahalanobis, Proc. Natl. Inst. Sci. India 1936, 2, 49
 */
export function leverageDistance({features, mean, inverse}: Leverage, values: Float32Array): number {
  const centred = features.map((name, index) => {
    const place = NUMERIC_NAMES.indexOf(name);
    if (place < 0) throw new Error(`invalid descriptor: ${name}`);
    return (values[place] ?? 0) - (mean[index] ?? 0);
  });
  const n = centred.length;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) sum += (centred[i] ?? 0) * (inverse[i * n + j] ?? 0) * (centred[j] ?? 0);
  return sum;
}
