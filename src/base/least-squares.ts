/** A least-squares fit with what is needed to judge a prediction from it. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** Inverse of the damped normal matrix, row-major, p × p. */
  readonly inverse: Float64Array;
}

/**
 * Solves min |Xb − y|² + ridge·|b|² by Cholesky factorisation of the normal equations.
 *
 * @param design rows of the design matrix, each of length p
 * @param ridge damping, ≥ 0; above 0 a singular design is solved too
 * @throws when the damped normal matrix is not positive definite
 */
export function leastSquares(design: readonly Float64Array[], y: ArrayLike<number>, ridge: number): LeastSquares {
  const p = design[0]?.length ?? 0;
  const normal = new Float64Array(p * p);
  const right = new Float64Array(p);
  design.forEach((row, r) => {
    for (let i = 0; i < p; i++) {
      const xi = row[i] ?? 0;
      if (xi === 0) continue;
      right[i] = (right[i] ?? 0) + xi * (y[r] ?? 0);
      for (let j = 0; j < p; j++) normal[i * p + j] = (normal[i * p + j] ?? 0) + xi * (row[j] ?? 0);
    }
  });
  for (let i = 0; i < p; i++) normal[i * p + i] = (normal[i * p + i] ?? 0) + ridge;
  const factor = cholesky(normal, p);
  const inverse = new Float64Array(p * p);
  for (let column = 0; column < p; column++) {
    const unit = new Float64Array(p);
    unit[column] = 1;
    inverse.set(solveFactored(factor, unit, p), column * p);
  }
  return {coefficients: solveFactored(factor, right, p), inverse};
}

/** x′A⁻¹x: the leverage of a row x under the fit; 1/n for the mean of n values. */
export function leverage({inverse}: LeastSquares, row: ArrayLike<number>): number {
  const p = row.length;
  let sum = 0;
  for (let i = 0; i < p; i++) {
    const xi = row[i] ?? 0;
    if (xi === 0) continue;
    for (let j = 0; j < p; j++) sum += xi * (inverse[i * p + j] ?? 0) * (row[j] ?? 0);
  }
  return sum;
}

function cholesky(matrix: Float64Array, p: number): Float64Array {
  const factor = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * p + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i * p + k] ?? 0) * (factor[j * p + k] ?? 0);
      if (i === j && !(sum > 0)) throw new Error("invalid design: columns are not independent");
      factor[i * p + j] = i === j ? Math.sqrt(sum) : sum / (factor[j * p + j] ?? 1);
    }
  }
  return factor;
}

function solveFactored(factor: Float64Array, right: Float64Array, p: number): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < p; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - (factor[i * p + k] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (factor[i * p + i] ?? 1);
  }
  for (let i = p - 1; i >= 0; i--) {
    for (let k = i + 1; k < p; k++) x[i] = (x[i] ?? 0) - (factor[k * p + i] ?? 0) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / (factor[i * p + i] ?? 1);
  }
  return x;
}
