import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import type {RDKit} from "../../src/chem/molecule.js";
import {layConformer, layOnCore, molblockAtoms, moveMolblock, sharedCore} from "../../src/structures/overlay.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

const turn = {
  rotation: [
    {x: 0, y: -1, z: 0},
    {x: 1, y: 0, z: 0},
    {x: 0, y: 0, z: 1}
  ] as const,
  shift: {x: 3, y: -2, z: 5}
};
/** A molblock with coordinates out of one plane. */
const block = (smiles: string): string => {
  const molecule = rdkit.get_mol(smiles);
  if (!molecule) throw new Error(smiles);
  molecule.set_new_coords();
  const flat = molecule.get_molblock();
  molecule.delete();
  const lines = flat.split("\n");
  return lines
    .map((line, i) =>
      i >= 4 && /^ +-?\d+\.\d{4}/.test(line)
        ? line.slice(0, 20) + (i % 3).toFixed(4).padStart(10) + line.slice(30)
        : line
    )
    .join("\n");
};

describe("moveMolblock(molblock, placement)", () => {
  it("turns and shifts the atoms, and leaves bonds as they are", () => {
    const before = block("CCO");
    const after = moveMolblock(before, turn);
    const [a, b] = [molblockAtoms(before)[0], molblockAtoms(after)[0]];
    expect(b?.x).toBeCloseTo(3 - (a?.y ?? NaN), 3);
    expect(after.split("\n").slice(7)).toEqual(before.split("\n").slice(7));
  });
});

describe("layConformer(molblock, onto)", () => {
  it("lays a turned conformer on itself", () => {
    const own = block("CC(C)CC(=O)NC");
    expect(layConformer(moveMolblock(own, turn), own).rmsd).toBeCloseTo(0, 3);
  });

  it("of fewer than three heavy atoms lays nothing", () => {
    expect(layConformer(block("CO"), block("CO")).rmsd).toBe(0);
  });
});

describe("sharedCore(rdkit, smiles)", () => {
  it("is what all have in common, rings whole", () => {
    const core = sharedCore(rdkit, ["Cc1ccncc1", "Oc1ccncc1", "CCc1ccncc1"]) ?? "";
    const pattern = rdkit.get_qmol(core);
    expect(pattern?.get_num_atoms()).toBe(6);
    pattern?.delete();
  });

  it("of one molecule, of none, and of those with nothing in common is null", () => {
    expect(sharedCore(rdkit, ["CCO"])).toBeNull();
    expect(sharedCore(rdkit, [])).toBeNull();
    expect(sharedCore(rdkit, ["FC(F)F", "NN"])).toBeNull();
  });
});

describe("layOnCore(rdkit, core, conformers, onto)", () => {
  it("takes the conformer whose core lies best, symmetric matches tried", () => {
    const own = block("Cc1ccccc1");
    const laid = layOnCore(rdkit, "c1ccccc1", [block("CCc1ccccc1"), moveMolblock(own, turn)], own);
    expect(laid?.rmsd).toBeCloseTo(0, 2);
  });

  it("is null where the core does not occur", () => {
    expect(layOnCore(rdkit, "c1ccncc1", [block("Cc1ccccc1")], block("Cc1ccccc1"))).toBeNull();
  });
});
