import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {normaliseGroups} from "../../src/chem/normalise-groups.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const canonical = (smiles: string): string => withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles()) ?? "";
const normal = (smiles: string): string => normaliseGroups(rdkit, canonical(smiles));

describe("normaliseGroups(rdkit, smiles)", () => {
  it.each([
    ["a sodium alkoxide", "CCO[Na]", "CC[O-].[Na+]"],
    ["two alkali metals", "[Na]OCCO[K]", "[O-]CC[O-].[K+].[Na+]"],
    ["a lithium amide", "[Li]N(C)C", "C[N-]C.[Li+]"],
    ["an imidic acid", "OC(=N)c1ccccc1", "NC(=O)c1ccccc1"],
    ["two of them", "OC(=N)CC(O)=N", "NC(=O)CC(N)=O"],
    ["one with a group on nitrogen, beside a stereocentre", "OC(=NC)C[C@H](F)Cl", "CNC(=O)C[C@H](F)Cl"],
    ["a hydroximic acid", "CC(O)=NO", "CC(=O)NO"],
    ["a bare halogen", "[Cl].CCN", "CCN.[Cl-]"],
    ["an odd azide", "CC[N-][N+]#N", "CCN=[N+]=[N-]"],
    ["an odd N-oxide", "C[CH-][N+2](C)[O-]", "CC=[N+](C)[O-]"]
  ])("rewrites %s: %s", (_, smiles, wanted) => {
    expect(canonical(normal(smiles))).toBe(canonical(wanted));
  });

  it.each([
    ["a lactim, whose double bond is in the ring", "OC1=NCCC1"],
    ["a hydroxypyridine", "Oc1ccccn1"],
    ["an imidate ester", "COC(=N)C"],
    ["butyllithium", "[Li]CCCC"],
    ["a sulfoxide", "CS(C)=O"],
    ["an azide", "CCN=[N+]=[N-]"],
    ["an oxime", "CC(C)=NO"],
    ["sodium as an ion", "CC(=O)[O-].[Na+]"]
  ])("leaves %s: %s", (_, smiles) => {
    expect(normal(smiles)).toBe(canonical(smiles));
  });

  it("leaves an empty text", () => expect(normaliseGroups(rdkit, "")).toBe(""));
});
