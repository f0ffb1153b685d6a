import {describe, expect, it} from "vitest";
import {freeWilson} from "../../src/series/free-wilson.js";
import {busiestPositions, rGroupGrid} from "../../src/series/r-group-grid.js";
import {additiveTable as full, additiveValues as exact, tableOf} from "./additive-set.js";

describe("rGroupGrid(table, axes, model, most)", () => {
  it("holds the rows of each combination and predicts the empty ones", () => {
    const {across, down, cells} = rGroupGrid(full, ["R1", "R2"], freeWilson(full, exact), 10);
    expect(across).toEqual(["A", "B", "C"]);
    expect(down).toEqual(["a", "b"]);
    expect(cells[0]?.[0]?.rows).toEqual([0, 6]);
    expect(cells[1]?.[2]).toMatchObject({rows: [], parts: {R1: "C", R2: "b"}});
    expect(cells[1]?.[2]?.predicted?.value).toBeCloseTo(7.5, 3);
  });

  it("predicts nothing without a model", () => {
    expect(rGroupGrid(full, ["R1", "R2"], null, 10).cells[1]?.[2]?.predicted).toBeNull();
  });
});

describe("rGroupGrid(table, axes, model, most), of parts that close a ring", () => {
  const [H1, F1, H2, F2, H3, F3] = ["[H][*:1]", "F[*:1]", "[H][*:2]", "F[*:2]", "[H][*:3]", "F[*:3]"];
  const RING = "C(C[*:2])[*:1]";
  const rows = [
    ...[RING, H1, F1].flatMap((first) => [H3, F3].map((third) => [first, first === RING ? RING : H2, third])),
    ...[
      [RING, RING, F3],
      [RING, RING, H3],
      [H1, F2, H3],
      [F1, F2, H3],
      [H1, F2, H3]
    ]
  ];
  const table = tableOf(rows);
  const model = freeWilson(
    table,
    rows.map((_, i) => 5 + i / 4)
  );
  const cellOf = (axes: readonly [string, string], across: string, down: string) => {
    const grid = rGroupGrid(table, axes, model, 10);
    return grid.cells[grid.down.indexOf(down)]?.[grid.across.indexOf(across)];
  };

  it("expects nothing of two parts that exclude each other", () =>
    expect(cellOf(["R1", "R2"], RING, F2!)).toMatchObject({rows: [], predicted: null, isPossible: false}));

  it("puts the ring at both its positions", () =>
    expect(cellOf(["R1", "R3"], RING, F3!)).toMatchObject({parts: {R1: RING, R2: RING, R3: F3}, isPossible: true}));

  it("takes substituents for the positions that are not asked for, though a ring is there most often", () => {
    expect(rows.filter(([first]) => first === RING)).toHaveLength(4);
    expect(cellOf(["R2", "R3"], F2!, F3!)).toMatchObject({parts: {R1: H1, R2: F2, R3: F3}, isPossible: true});
  });
});

describe("rGroupGrid(table, axes, model, most), of a position at which most rows have nothing", () => {
  it("has nothing there either", () => {
    const table = tableOf([
      ["F[*:1]", "C[*:2]", ""],
      ["Cl[*:1]", "C[*:2]", ""],
      ["F[*:1]", "O[*:2]", "[H][*:3]"]
    ]);
    expect(rGroupGrid(table, ["R1", "R2"], null, 10).cells[1]?.[1]?.parts).toMatchObject({R3: ""});
  });
});

describe("busiestPositions(table)", () => {
  it("is null for fewer than two positions", () => {
    expect(busiestPositions({core: "C", positions: ["R1"], rows: [], unmatched: []})).toBeNull();
  });
});
