const SERIES_LIMIT = 2;
const FRACTION_STEPS = 120;
const PRECISION = 1e-17;

/**
 * Upper tail of the standard normal distribution, P(Z > z), for z ≥ 0: 0.5 at 0, falling to 0. About 14 digits.
 *
 * @throws when z is negative or NaN
 * @see NIST DLMF 7.6.2 (series) and 7.9.1 (continued fraction), https://dlmf.nist.gov/7
 */
export function normalTail(z: number): number {
  if (!(z >= 0)) throw new Error(`invalid z: ${String(z)}`);
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < SERIES_LIMIT ? 0.5 - density * oddSeries(z) : density / millsFraction(z);
}

/** z + z³/3 + z⁵/15 + … */
function oddSeries(z: number): number {
  let sum = z;
  for (let term = z, n = 3; term > PRECISION; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from the far end. */
function millsFraction(z: number): number {
  let fraction = z;
  for (let n = FRACTION_STEPS; n > 0; n--) fraction = z + n / fraction;
  return fraction;
}
