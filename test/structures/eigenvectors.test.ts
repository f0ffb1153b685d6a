import {describe, expect, it} from "vitest";
import {eigenvectors} from "../../src/structures/eigenvectors.js";

describe("eigenvectors(matrix)", () => {
  it("gives values and directions, the largest first", () => {
    const [first, second] = eigenvectors([
      [2, 1],
      [1, 2]
    ]);
    expect(first?.value).toBeCloseTo(3, 12);
    expect(second?.value).toBeCloseTo(1, 12);
    expect(Math.abs((first?.vector[0] ?? 0) * (first?.vector[1] ?? 0))).toBeCloseTo(0.5, 12);
  });

  it("stretches each direction by its value", () => {
    const matrix = [
      [4, 1, -2],
      [1, 2, 0],
      [-2, 0, 3]
    ];
    for (const {value, vector} of eigenvectors(matrix))
      matrix.forEach((line, i) => {
        expect(line.reduce((sum, each, j) => sum + each * (vector[j] ?? 0), 0)).toBeCloseTo(
          value * (vector[i] ?? 0),
          9
        );
      });
  });

  it("of zeros gives directions of length 1 and values of 0", () => {
    const found = eigenvectors([
      [0, 0],
      [0, 0]
    ]);
    expect(found.map(({value}) => value)).toEqual([0, 0]);
    expect(found.map(({vector}) => Math.hypot(...vector))).toEqual([1, 1]);
  });

  it("of an empty matrix gives nothing", () => {
    expect(eigenvectors([])).toEqual([]);
  });
});
