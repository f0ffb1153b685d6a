import {incompleteBeta} from "./incomplete-beta.js";

const BISECTIONS = 200;
const WIDEST_T = 1e6;

/**
 * Distribution function of Student's t: P(T ≤ t), 0-1.
 *
 * @param degrees degrees of freedom, > 0
 * @see Student 1908, doi:10.1093/biomet/6.1.1
 */
export function studentT(t: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t that a share `probability` of Student's t lies below; the inverse of `studentT`.
 *
 * @param probability in (0, 1)
 * @param degrees degrees of freedom, > 0
 * @throws when the probability is outside (0, 1)
 */
export function studentTQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`invalid probability: ${String(probability)}`);
  let [low, high] = [-WIDEST_T, WIDEST_T];
  for (let i = 0; i < BISECTIONS && high - low > 1e-12 * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (studentT(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
