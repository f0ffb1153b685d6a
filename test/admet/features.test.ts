import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {admetFeatures, BIT_BLOCKS, N_BITS, NUMERIC_NAMES, type AdmetFeatures} from "../../src/admet/features.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";

/** Place of the pair PN among the 21 pairs DD, DA, DP … RR. */
const POSITIVE_NEGATIVE = 12;

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

function featuresOf(smiles: string): AdmetFeatures {
  const features = withMolecule(rdkit, smiles, (mol) => admetFeatures(mol));
  if (features === null) throw new Error(`invalid SMILES: ${smiles}`);
  return features;
}

describe("admetFeatures(mol)", () => {
  it("gives ascending distinct indices below N_BITS", () => {
    const {bits} = featuresOf("CC(=O)Oc1ccccc1C(=O)O");
    expect(bits.length).toBeGreaterThan(50);
    expect(bits.every((bit, index) => bit < N_BITS && (index === 0 || bit > (bits[index - 1] ?? 0)))).toBe(true);
  });

  it("gives one finite value per numeric name", () => {
    const {values} = featuresOf("C[N+](C)(C)CCO");
    expect(values).toHaveLength(NUMERIC_NAMES.length);
    expect([...values].every(Number.isFinite)).toBe(true);
  });

  it.each([
    ["OC(=O)c1ccccc1OC(C)=O", "CC(=O)Oc1ccccc1C(=O)O"],
    ["C(c1ccncc1)N1CCOCC1", "O1CCN(CC1)Cc1ccncc1"],
    ["c1ccc2c(c1)[nH]nn2", "[nH]1nnc2ccccc12"]
  ])("does not depend on how a molecule is written: %s", (one, other) => {
    const [a, b] = [featuresOf(one), featuresOf(other)];
    expect(a.bits).toEqual(b.bits);
    a.values.forEach((value, index) => {
      expect(value).toBeCloseTo(b.values[index]!, 4);
    });
  });

  it("counts pharmacophore pairs: only an amine with an acid has positive-negative pairs", () => {
    const pair = BIT_BLOCKS.pharmacophore.start + POSITIVE_NEGATIVE * 40;
    const countPairs = (smiles: string): number =>
      featuresOf(smiles).bits.filter((bit) => bit >= pair && bit < pair + 40).length;
    expect([countPairs("NCCC(=O)O"), countPairs("CCCC(=O)O"), countPairs("NCCCC")]).toEqual([1, 0, 0]);
  });

  it("gives E-state sums that agree with the published value of a methyl group in ethane: 2.0 each", () => {
    const {values} = featuresOf("CC");
    expect(values[NUMERIC_NAMES.indexOf("estate_CH3")]).toBeCloseTo(4, 6);
  });

  it("describes a single atom without bonds", () => {
    const {values} = featuresOf("[Na+]");
    expect([...values].every(Number.isFinite)).toBe(true);
  });

  it("describes an empty molecule with no bit", () => {
    expect(featuresOf("").bits).toHaveLength(0);
  });
});
