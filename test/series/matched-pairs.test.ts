import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {applyTransformation, joinParts} from "../../src/series/apply-transformation.js";
import {cutMolecule, heavyAtomCount} from "../../src/series/cut-molecule.js";
import {type CutRow, matchedPairs, type PairTable} from "../../src/series/matched-pairs.js";
import {reversed, transformations} from "../../src/series/transformations.js";

const rdkit = await loadRDKit();

const rowOf = (smiles: string, isDouble = false): CutRow =>
  withMolecule(rdkit, smiles, (molecule) => ({
    smiles: molecule.get_smiles(),
    cuts: cutMolecule(rdkit, molecule, isDouble)
  })) ?? {smiles, cuts: []};

const words = ({a, b, from, to, context, texts}: PairTable): string[] =>
  Array.from(
    a,
    (row, i) => `${String(row)}-${String(b[i])} ${texts[from[i]!]!}>>${texts[to[i]!]!} in ${texts[context[i]!]!}`
  );

const ARENES = ["Cc1ccc(C(=O)O)cc1", "CCc1ccc(C(=O)O)cc1", "O=C(O)c1ccccc1", "O=C(O)c1ccc(F)cc1"];

describe("matchedPairs(rows)", () => {
  it("finds each pair once, by its smallest change, hydrogen included", () => {
    const found = words(matchedPairs(ARENES.map((smiles) => rowOf(smiles))));
    expect(found).toHaveLength(6);
    expect(found.filter((pair) => /^(0-1|1-0) /.test(pair))).toEqual([
      "1-0 C[*:1]>>[H][*:1] in O=C(O)c1ccc(C[*:1])cc1"
    ]);
    expect(found).toContain("3-2 F[*:1]>>[H][*:1] in O=C(O)c1ccc([*:1])cc1");
  });

  it("finds exchanged middles by double cuts", () => {
    const rows = ["CCOCc1ccccc1", "CCNCc1ccccc1"].map((smiles) => rowOf(smiles, true));
    expect(words(matchedPairs(rows))).toEqual(["1-0 N([*:1])[*:2]>>O([*:1])[*:2] in CC[*:1].c1ccc(C[*:2])cc1"]);
  });

  it("makes no pair of one structure with itself, and none where nothing can be cut", () => {
    expect(words(matchedPairs([rowOf(ARENES[0]!), rowOf(ARENES[0]!)]))).toEqual([]);
    expect(words(matchedPairs([rowOf("C"), rowOf("c1ccccc1")]))).toEqual([]);
    expect(words(matchedPairs([]))).toEqual([]);
  });

  it("holds changes that make one compound of the pair into the other", () => {
    const rows = ARENES.map((smiles) => rowOf(smiles));
    const {a, b, from, to, texts} = matchedPairs(rows);
    a.forEach((row, i) => {
      const products = applyTransformation(rdkit, rows[row]!.smiles, texts[from[i]!]!, texts[to[i]!]!);
      expect(products).toContain(rows[b[i]!]!.smiles);
    });
    expect(a.length).toBeGreaterThan(0);
  });
});

describe("cutMolecule(rdkit, molecule, isDouble)", () => {
  it("keeps parts of at most half of the molecule", () => {
    const {cuts} = rowOf("CCCCCCCCCCOc1ccccc1", true);
    expect(Math.max(...cuts.map(({size}) => size))).toBeLessThanOrEqual(8);
    expect(cuts.every(({variable, size}) => heavyAtomCount(variable) === size)).toBe(true);
  });

  it("gives the molecule with a hydrogen in the cut's place", () => {
    expect(rowOf("Cc1ccncc1").cuts).toEqual([
      {context: "c1cc([*:1])ccn1", variable: "C[*:1]", size: 1, bare: "c1ccncc1"}
    ]);
  });
});

describe("transformations(pairs, values)", () => {
  const pairs: PairTable = {
    a: Int32Array.from([0, 2, 4, 6, 8, 10, 0]),
    b: Int32Array.from([1, 3, 5, 7, 9, 11, 3]),
    context: new Int32Array(7),
    from: Int32Array.from([0, 0, 0, 0, 0, 0, 0]),
    to: Int32Array.from([1, 1, 1, 1, 1, 1, 2]),
    texts: ["C", "F", "N"]
  };
  const values = [5, 6, 5, 6.2, 5, 5.9, 5, 6.4, 5, 6.1, 5, 6.3];

  it("sums a change up with its interval, and tests it when six pairs or more show it", () => {
    const [first, ...rest] = transformations(pairs, values, 1);
    expect(first).toMatchObject({from: "C", to: "F", risen: 6, fallen: 0});
    expect(first?.mean).toBeCloseTo(1.15, 10);
    expect(first?.p).toBeCloseTo(0.03125, 10);
    expect(first?.q).toBeCloseTo(0.03125, 10);
    expect(rest).toMatchObject([{from: "C", to: "N", p: null, q: null, interval: null, deviation: null}]);
  });

  it("leaves out pairs with an unknown side, and changes with too few pairs", () => {
    expect(transformations(pairs, values.with(0, NaN), 1).map(({pairs: used}) => used.length)).toEqual([5]);
    expect(transformations(pairs, values, 7)).toEqual([]);
    expect(transformations(pairs, [], 1)).toEqual([]);
  });

  it("turned round changes sign", () => {
    const [first] = transformations(pairs, values);
    expect(reversed(first!)).toMatchObject({from: "F", to: "C", mean: -first!.mean, risen: 0, fallen: 6});
  });
});

describe("applyTransformation(rdkit, smiles, from, to)", () => {
  it("changes every place that holds the part, each product once", () => {
    expect(applyTransformation(rdkit, "Cc1ccc(C)cc1", "C[*:1]", "F[*:1]")).toEqual(["Cc1ccc(F)cc1"]);
    expect(applyTransformation(rdkit, "Cc1ccccc1CCO", "C[*:1]", "F[*:1]")).toEqual(["OCCc1ccccc1F"]);
  });

  it("changes a hydrogen at each atom that has one, that of a pyrrole nitrogen too", () => {
    expect(applyTransformation(rdkit, "c1cc[nH]c1", "[H][*:1]", "C[*:1]").sort()).toEqual([
      "Cc1cc[nH]c1",
      "Cc1ccc[nH]1",
      "Cn1cccc1"
    ]);
  });

  it.each([
    ["c1ccccc1", "C[*:1]"],
    ["not a molecule", "C[*:1]"]
  ])("of %s without the part is empty", (smiles, from) => {
    expect(applyTransformation(rdkit, smiles, from, "F[*:1]")).toEqual([]);
  });
});

describe("joinParts(rdkit, context, part)", () => {
  it("is null for what RDKit refuses", () => {
    expect(joinParts(rdkit, "x[*:1]", "C[*:1]")).toBeNull();
  });
});
