import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {alignSequences} from "../../src/structures/align-sequences.js";
import {residuesOf, type StructureAtom} from "../../src/structures/residues.js";
import {superposePockets} from "../../src/structures/superpose-pockets.js";
import {placed, superpose} from "../../src/structures/superposition.js";

const random = seededRandom(7);
const points = Array.from({length: 12}, () => ({x: random() * 9, y: random() * 9, z: random() * 9}));
const turn = {
  rotation: [
    {x: 0, y: -1, z: 0},
    {x: 1, y: 0, z: 0},
    {x: 0, y: 0, z: 1}
  ] as const,
  shift: {x: 3, y: -2, z: 5}
};
const turned = points.map((point) => placed(turn, point));

describe("superpose(moving, onto)", () => {
  it("finds a turn and a shift again", () => {
    const found = superpose(points, turned);
    expect(found.rmsd).toBeCloseTo(0, 6);
    points.forEach((point, i) => {
      const there = placed(found, point);
      expect(there.x).toBeCloseTo(turned[i]?.x ?? NaN, 5);
      expect(there.z).toBeCloseTo(turned[i]?.z ?? NaN, 5);
    });
  });

  it("does not mirror", () => {
    const mirrored = points.map(({x, y, z}) => ({x: -x, y, z}));
    expect(superpose(points, mirrored).rmsd).toBeGreaterThan(1);
  });

  it("of places that have not moved is nothing", () => {
    expect(superpose(points, points).rmsd).toBeCloseTo(0, 9);
  });

  it("throws of fewer than three pairs, and of lists of different length", () => {
    expect(() => superpose(points.slice(0, 2), points.slice(0, 2))).toThrow("invalid pairs: 2 and 2");
    expect(() => superpose(points, points.slice(1))).toThrow("invalid pairs: 12 and 11");
  });
});

describe("alignSequences(a, b)", () => {
  it("pairs equal stretches across a gap, ends free", () => {
    const a = "GLY ALA LYS TRP PHE GLU LEU VAL ASP SER".split(" ");
    const b = "TRP PHE GLU CYS CYS LEU VAL ASP SER".split(" ");
    const pairs = alignSequences(a, b).map(([i, j]) => `${a[i] ?? ""} ${b[j] ?? ""}`);
    expect(pairs).toEqual(expect.arrayContaining(["TRP TRP", "PHE PHE", "LEU LEU", "VAL VAL", "ASP ASP", "SER SER"]));
  });

  it("takes a modified residue for what it is made of", () => {
    expect(alignSequences(["PTR", "MSE"], ["TYR", "MET"])).toEqual([
      [0, 0],
      [1, 1]
    ]);
  });

  it("of an empty sequence is empty", () => {
    expect(alignSequences([], ["ALA"])).toEqual([]);
  });
});

describe("superposePockets(moving, fixed, ligand)", () => {
  const names = "TRP PHE GLU LEU VAL ASP SER LYS".split(" ");
  const chain = (at: (i: number) => {x: number; y: number; z: number}) =>
    names.map((residueName, i): StructureAtom => ({
      ...{serial: i + 1, element: "C", name: "CA", residueName, residueNumber: i + 10, insertionCode: "", chain: "A"},
      ...at(i)
    }));
  const ligandAtoms = Array.from({length: 6}, (_, i): StructureAtom => ({
    ...{serial: 100 + i, element: "C", name: `C${String(i)}`, residueName: "LIG", residueNumber: 1, insertionCode: ""},
    ...{chain: "A", x: 4 + i / 3, y: 4, z: 4}
  }));
  const place = (i: number) => points[i] ?? {x: 0, y: 0, z: 0};
  const fixed = residuesOf([...chain(place), ...ligandAtoms]);
  const ligand = fixed.find(({role}) => role === "ligand");

  it("lays a turned pocket on the other", () => {
    const moving = residuesOf(chain((i) => placed(turn, place(i))));
    expect(ligand && superposePockets(moving, fixed, ligand)?.rmsd).toBeCloseTo(0, 5);
  });

  it("is null when fewer than six residues have a counterpart", () => {
    expect(ligand && superposePockets(residuesOf(chain(place).slice(0, 4)), fixed, ligand)).toBeNull();
  });
});
