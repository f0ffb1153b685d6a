import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {explainAdmet} from "../../src/admet/explain.js";
import {PAIR_WORDS, numericWords} from "../../src/admet/feature-words.js";
import {N_BITS, NUMERIC_NAMES} from "../../src/admet/features.js";
import {hiddenAtoms} from "../../src/admet/hidden-atoms.js";
import {reasonsFor, type PredictionReasons} from "../../src/admet/reasons.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {engine, modelSet, trainingIndex} from "./read-models.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

const placeOf = (id: string): number => modelSet.models.findIndex(({card}) => card.endpoint.id === id);
const why = (smiles: string, id: string): PredictionReasons | null => reasonsFor(rdkit, engine, smiles, placeOf(id));

describe("reasonsFor(rdkit, engine, smiles, model)", () => {
  it("finds that the basic amine of a hERG blocker drives it", () => {
    const reasons = why("CN1CCC(CC1)=C1c2ccccc2CCc2cccnc12", "herg")!;
    const nitrogen = 1;
    expect(reasons.atoms).toHaveLength(22);
    expect(reasons.atoms.indexOf(Math.max(...reasons.atoms))).toBe(nitrogen);
  });

  it("gives at most eight features, largest effect first, with words and finite numbers", () => {
    const {features} = why("CC(=O)Oc1ccccc1C(=O)O", "solubility")!;
    const sizes = features.map(({effect}) => Math.abs(effect));
    expect(features.length).toBeGreaterThan(3);
    expect(features.length).toBeLessThanOrEqual(8);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const {words, effect} of features) expect([words !== "", Number.isFinite(effect)]).toEqual([true, true]);
  });

  it("explains the largest part of a salt", () => {
    expect(why("CC(=O)Oc1ccccc1C(=O)[O-].[Na+]", "ames")).toEqual(why("CC(=O)Oc1ccccc1C(=O)O", "ames"));
  });

  it("is null for a model that shows no number", () => {
    expect(why("CCOc1ccccc1", "half-life")).toBeNull();
  });

  it("is null for what RDKit cannot read", () => {
    expect(why("not a molecule", "ames")).toBeNull();
  });

  it("refuses a model that is not there", () => {
    expect(() => reasonsFor(rdkit, engine, "CCO", 999)).toThrow("invalid model: 999");
  });
});

describe("hiddenAtoms(rdkit, mol)", () => {
  it("loses bits and gains none, aromatic atoms included", () => {
    const counts = withMolecule(rdkit, "Cc1cc[nH]c1", (mol) => hiddenAtoms(rdkit, mol).map(({bits}) => bits.length))!;
    expect(counts).toHaveLength(6);
    const whole = withMolecule(rdkit, "Cc1cc[nH]c1", (mol) => mol.get_num_atoms());
    expect(whole).toBe(6);
  });

  it("gives nothing for an empty molecule", () => {
    expect(withMolecule(rdkit, "", (mol) => hiddenAtoms(rdkit, mol))).toEqual([]);
  });
});

describe("words of features", () => {
  it("name every numeric feature and every pair once", () => {
    const numeric = NUMERIC_NAMES.map((_, place) => numericWords(place));
    expect(new Set(numeric).size).toBe(NUMERIC_NAMES.length);
    expect(new Set(PAIR_WORDS.map(({words}) => words)).size).toBe(PAIR_WORDS.length);
    expect(PAIR_WORDS.at(-1)!.bit).toBe(N_BITS - 4);
  });
});

describe("explainAdmet(rdkit, engine, smiles)", () => {
  it("knows a training molecule again, however it is written", () => {
    const place = placeOf("solubility");
    const molecule = trainingIndex.measured[place]!.molecules[100]!;
    const smiles = trainingIndex.smiles[molecule]!;
    const {neighbours} = explainAdmet(rdkit, engine, smiles);
    expect(neighbours[place]?.some(({isSame}) => isSame)).toBe(true);
  });

  it("does not take a near neighbour for the same", () => {
    const {neighbours} = explainAdmet(rdkit, engine, "CCOc1ccc(CC(F)(F)C2CC2)cc1N");
    expect(neighbours.flat().some(({isSame}) => isSame)).toBe(false);
  });
});
