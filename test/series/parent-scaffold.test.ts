import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {parentScaffold, scaffoldLineage} from "../../src/series/parent-scaffold.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const canonical = (smiles: string): string | null => withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles());

// One case for each rule of Schuffenhauer et al. 2007 that can be met alone; rings of which the rule speaks are the only difference.
describe("parentScaffold(rdkit, scaffold)", () => {
  it.each([
    ["an epoxide goes before a carbocycle (rule 1)", "C1CC1C1CO1", "C1CC1"],
    ["a macrocycle stays (rule 2)", "C1CCCCCCCCCCC1C1CCCCC1", "C1CCCCCCCCCCC1"],
    ["what is left has few linker bonds (rule 3)", "c1ccc(CCc2ccc(-c3ccncc3)cc2)cc1", "c1ccc(-c2ccncc2)cc1"],
    ["spiro rings stay, fused rings go (rule 4)", "C1CCC2(CC1)CCc1ccccc12", "C1=CC2(CC1)CCCCC2"],
    ["bridged rings stay, spiro rings go (rule 5)", "C1CC2CC1CC23CCNC3", "C1CC2CCC1C2"],
    ["a ring of six goes before one of seven (rule 6)", "C1CCCCCC1C1CCCCC1", "C1CCCCCC1"],
    ["a ring without heteroatoms goes first (rule 8)", "c1ccc(-c2ccncc2)cc1", "c1ccncc1"],
    ["nitrogen stays before oxygen (rule 9)", "C1CNCCC1C1CCOCC1", "C1CCNCC1"],
    ["the smaller ring goes (rule 10)", "C1CC1C1CCCC1", "C1CCCC1"],
    ["the aromatic ring goes (rule 11)", "c1ccc(C2CCCCC2)cc1", "C1CCCCC1"],
    ["a ring on a hetero linker goes (rule 12)", "C1CCC(OCC2CCC(CCC3CCCCC3)CC2)CC1", "C1CCC(CCC2CCCCC2)CC1"]
  ])("%s", (_rule, scaffold, expected) => {
    expect(parentScaffold(rdkit, scaffold)).toBe(canonical(expected));
  });

  it("of indole is pyrrole, aromatic still", () => {
    expect(parentScaffold(rdkit, "c1ccc2[nH]ccc2c1")).toBe("c1cc[nH]c1");
  });

  it("keeps a ketone on the ring that stays, and drops that of the ring that goes", () => {
    expect(parentScaffold(rdkit, "O=C1CCNCC1C1CC1=O")).toBe(canonical("O=C1CCNCC1"));
  });

  it("never breaks a scaffold in two", () => {
    expect(parentScaffold(rdkit, "c1ccc(-c2ccc(-c3ccncc3)cc2)cc1")).toBe(canonical("c1ccc(-c2ccncc2)cc1"));
  });

  it("does not depend on how the SMILES is written", () => {
    const ruxolitinib = ["c1ncc(-c2ncnc3[nH]ccc23)n1C1CCCC1", "C1CCC(C1)n1cncc1-c1c2cc[nH]c2ncn1"];
    expect(parentScaffold(rdkit, ruxolitinib[1]!)).toBe(parentScaffold(rdkit, ruxolitinib[0]!));
  });

  it.each([
    ["one ring", "c1ccccc1"],
    ["no ring", ""],
    ["a cage", "C1CC2CCC1CC2"],
    ["what RDKit does not read", "c1ccc"]
  ])("of %s is null", (_name, scaffold) => {
    expect(parentScaffold(rdkit, scaffold)).toBeNull();
  });
});

describe("scaffoldLineage(rdkit, scaffold, parents)", () => {
  it("names the ancestors, nearest first, each the parent of the one before", () => {
    const scaffold = canonical("c1ccc(-c2ccc(-c3ccncc3)cc2)cc1")!;
    const lineage = scaffoldLineage(rdkit, scaffold, new Map());
    expect(lineage).toEqual([canonical("c1ccc(-c2ccncc2)cc1"), "c1ccncc1"]);
    expect(lineage).toEqual([scaffold, lineage[0]!].map((one) => parentScaffold(rdkit, one)));
  });

  it("takes what is known from the parents that it is given, and adds what it finds", () => {
    const parents = new Map<string, string | null>([
      ["c1ccncc1", "C1CC1"],
      ["C1CC1", null]
    ]);
    expect(scaffoldLineage(rdkit, "c1ccc(-c2ccncc2)cc1", parents)).toEqual(["c1ccncc1", "C1CC1"]);
    expect(parents.get("c1ccc(-c2ccncc2)cc1")).toBe("c1ccncc1");
  });

  it.each(["C1CC1", "", "c1ccc"])("of %j is empty", (scaffold) => {
    expect(scaffoldLineage(rdkit, scaffold, new Map())).toEqual([]);
  });
});
