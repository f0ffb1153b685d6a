import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {murckoScaffold} from "../../src/chem/murcko-scaffold.js";
import {rootScaffolds, rowsUnder, scaffoldTree} from "../../src/series/scaffold-tree.js";
import {readNativeRows} from "../chem/native-rdkit.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

const PHENYLPYRIDINE = "c1ccc(-c2ccncc2)cc1";

describe("scaffoldTree(rdkit, scaffolds)", () => {
  it("hangs each scaffold under its parent and counts rows here and below", () => {
    const tree = scaffoldTree(rdkit, [PHENYLPYRIDINE, "c1ccncc1", PHENYLPYRIDINE, "C1CC1"]);
    expect(tree.get("c1ccncc1")).toEqual({
      smiles: "c1ccncc1",
      parent: null,
      children: [PHENYLPYRIDINE],
      members: [1],
      total: 3
    });
    expect(tree.get(PHENYLPYRIDINE)).toMatchObject({parent: "c1ccncc1", members: [0, 2], total: 2});
    expect(rootScaffolds(tree).map(({smiles}) => smiles)).toEqual(["c1ccncc1", "C1CC1"]);
  });

  it("has nodes that no row has as its own scaffold", () => {
    const tree = scaffoldTree(rdkit, [PHENYLPYRIDINE]);
    expect(tree.get("c1ccncc1")).toMatchObject({members: [], total: 1});
  });

  it("of real molecules holds every row with a ring exactly once", () => {
    const scaffolds = readNativeRows().map(({smiles}) =>
      withMolecule(rdkit, smiles, (molecule) => murckoScaffold(rdkit, molecule))
    );
    const tree = scaffoldTree(rdkit, scaffolds);
    const rows = rootScaffolds(tree).flatMap(({smiles}) => rowsUnder(tree, smiles));
    const withRing = [...scaffolds.keys()].filter((row) => scaffolds[row]);
    expect(rows.sort((a, b) => a - b)).toEqual(withRing);
    for (const {smiles, parent, children, total, members} of tree.values()) {
      if (parent !== null) expect(tree.get(parent)?.children).toContain(smiles);
      const below = children.reduce((sum, child) => sum + (tree.get(child)?.total ?? 0), 0);
      expect(total).toBe(below + members.length);
    }
  });

  it("tells how far it is, up to the end", () => {
    const seen: number[][] = [];
    scaffoldTree(rdkit, [PHENYLPYRIDINE, "C1CC1"], (done, total) => seen.push([done, total]));
    expect(seen.at(-1)).toEqual([2, 2]);
  });

  it.each([[[]], [["", null]]])("of %j is empty", (scaffolds) => {
    expect(scaffoldTree(rdkit, scaffolds).size).toBe(0);
  });
});

describe("rowsUnder(tree, smiles)", () => {
  it("of a scaffold that is not in the tree is empty", () => {
    expect(rowsUnder(new Map(), "C1CC1")).toEqual([]);
  });
});
