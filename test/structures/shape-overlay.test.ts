import {describe, expect, it} from "vitest";
import {molblockAtoms, moveMolblock} from "../../src/structures/overlay.js";
import {layByShape, sharedVolume} from "../../src/structures/shape-overlay.js";

/** A chain bent in space, so that it has no symmetry. */
const PLACES = [
  [0, 0, 0],
  [1.5, 0, 0],
  [2.2, 1.3, 0],
  [3.7, 1.4, 0.4],
  [4.3, 2.6, -0.5],
  [5.8, 2.5, -0.6]
];
const block = (places: readonly (readonly number[])[], element = "C") =>
  [
    ...["name", "", "", `${String(places.length).padStart(3)}  0  0  0  0  0  0  0  0  0999 V2000`],
    ...places.map(
      (place) => `${place.map((value) => value.toFixed(4).padStart(10)).join("")} ${element.padEnd(3)} 0  0`
    ),
    "M  END"
  ].join("\n");
const turned = {
  rotation: [
    {x: 0, y: -1, z: 0},
    {x: 1, y: 0, z: 0},
    {x: 0, y: 0, z: 1}
  ] as const,
  shift: {x: 7, y: -3, z: 4}
};

describe("sharedVolume(a, b)", () => {
  it("of atoms in one place is more than of atoms apart, and nothing far away", () => {
    const [here, near, far] = [0, 1, 9].map((x) => [{x, y: 0, z: 0}]);
    expect(sharedVolume(here!, here!)).toBeGreaterThan(sharedVolume(here!, near!));
    expect(sharedVolume(here!, far!)).toBe(0);
  });

  it("of no atom is nothing", () => {
    expect(sharedVolume([], [{x: 0, y: 0, z: 0}])).toBe(0);
  });
});

describe("layByShape(conformers, onto)", () => {
  it("lays a molecule that was turned and shifted back on itself", () => {
    const own = block(PLACES);
    const laid = layByShape([moveMolblock(own, turned)], own);
    expect(laid?.tanimoto).toBeGreaterThan(0.97);
    const [first, second] = [molblockAtoms(laid?.molblock ?? ""), molblockAtoms(own)];
    const apart = first.map((atom, i) => Math.hypot(atom.x - (second[i]?.x ?? NaN), atom.y - (second[i]?.y ?? NaN)));
    expect(Math.max(...apart)).toBeLessThan(0.6);
  });

  it("takes the conformer of the nearer shape", () => {
    const straight = PLACES.map((_, i) => [1.5 * i, 0, 0]);
    expect(layByShape([block(straight), block(PLACES)], block(PLACES))?.index).toBe(1);
  });

  it("is null without a heavy atom", () => {
    expect(layByShape([block(PLACES, "H")], block(PLACES))).toBeNull();
    expect(layByShape([], block(PLACES))).toBeNull();
  });
});
