import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {BOND_UNITS, drawPlaced} from "../../src/chem/drawing-places.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("drawPlaced(rdkit, molblock)", () => {
  it("gives the place of every atom, a bond's length from its neighbours", () => {
    const molblock = withMolecule(rdkit, "NC1CCCCC1", (molecule) => molecule.get_molblock()) ?? "";
    const {atoms, x, width} = drawPlaced(rdkit, molblock) ?? {atoms: [], x: 0, width: 0};
    expect(atoms).toHaveLength(7);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [5, 6],
      [6, 1]
    ]) {
      const [a, b] = [atoms[from ?? 0], atoms[to ?? 0]];
      // Rings of the layout are a little small.
      expect(Math.abs((a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : NaN) - BOND_UNITS)).toBeLessThan(1);
    }
    expect(atoms.every(([px]) => px >= x - 1 && px <= x + width + 1)).toBe(true);
  });

  it("of what RDKit cannot read is null", () => {
    expect(drawPlaced(rdkit, "not a molblock")).toBeNull();
  });
});
