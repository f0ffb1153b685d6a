import {beforeAll, describe, expect, it} from "vitest";
import {loadOpenChemLib} from "../../loaders/openchemlib.js";
import {loadRDKit} from "../../loaders/rdkit.js";
import {generateConformers, type OpenChemLibrary} from "../../src/chem/conformers.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {stereoVerdict} from "../../src/chem/stereo-verdict.js";

let rdkit: RDKit;
let library: OpenChemLibrary;
beforeAll(async () => {
  rdkit = await loadRDKit();
  library = loadOpenChemLib();
});
const key = (text: string): string | null =>
  withMolecule(rdkit, text, (molecule) => rdkit.get_inchikey_for_inchi(molecule.get_inchi()));
const make = (smiles: string, count = 3) => [...generateConformers(library, smiles, {count})];

// The first conformer of a thread reads the tables of torsions, which takes seconds.
describe("generateConformers(library, smiles, {count})", {timeout: 120_000}, () => {
  it("makes different minima of lower energy than they began with", () => {
    const conformers = make("CCCCC(=O)NCc1ccccc1");
    expect(conformers).toHaveLength(3);
    for (const {energy, startEnergy} of conformers) expect(energy).toBeLessThan(startEnergy);
    expect(new Set(conformers.map(({molblock}) => molblock)).size).toBe(3);
  });

  it.each(["C[C@@H](N)C(=O)O", "C[C@H](N)C(=O)O", "F/C=C/Cl", "F/C=C\\Cl", "C[C@H]1CC[C@@H](O)CC1"])(
    "keeps the configuration of %s",
    (smiles) => {
      expect(make(smiles, 2).map(({molblock}) => key(molblock))).not.toContain(null);
      expect(new Set(make(smiles, 2).map(({molblock}) => key(molblock)))).toEqual(new Set([key(smiles)]));
    }
  );

  it("makes the same conformers from the same seed", () => {
    expect(make("CCCC(=O)NC", 2)).toEqual(make("CCCC(=O)NC", 2));
  });

  it("makes fewer of a rigid molecule than asked", () => {
    expect(make("c1ccccc1", 10)).toHaveLength(1);
  });

  it("refuses a configuration that cannot be in space, rather than give another", () => {
    const smiles = "O=C(C)N1[C@H]2CC[C@@H]1CNC2";
    const impossible = "O=C(C)N1[C@H]2CC[C@H]1CNC2";
    const accepted = (text: string) => ({
      ...{count: 1, accepts: (molblock: string) => stereoVerdict(rdkit, text, molblock) === "same"}
    });
    const [possible, other] = [smiles, impossible].map((text) => () => [
      ...generateConformers(library, text, accepted(text))
    ]);
    const outcomes = [possible, other].map((run) => {
      try {
        return run?.().length;
      } catch (error) {
        return String(error);
      }
    });
    expect(outcomes).toContain(1);
    expect(outcomes.join()).toContain("it may not exist in space");
  });

  it("throws of no atom and of several parts", () => {
    expect(() => make("")).toThrow("no conformer: the structure has no atom");
    expect(() => make("[Na+].[Cl-]")).toThrow("no conformer: the structure has several parts");
  });
});
