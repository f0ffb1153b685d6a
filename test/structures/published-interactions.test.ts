import {existsSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {agreementOf, AGREEMENT, type ComplexAgreement, CRYSTALS, curatedComplexes} from "../../bench/interactions.js";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {readSite} from "../../src/structures/binding-site.js";
import {openStructure} from "../../src/structures/open-structure.js";

const kept = JSON.parse(readFileSync(AGREEMENT, "utf8")) as readonly ComplexAgreement[];

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

// What is published of the entries' ligands, residue by residue. PLIP's limits are wide, so more is found than is
// named; what is named must be found.
describe.skipIf(!existsSync(CRYSTALS))(
  "readSite(rdkit, ligand, residues), beside what is published (needs ../shared/data)",
  () => {
    it.each(curatedComplexes())(
      "finds in $entry all that is stated, and what the Methods page shows of it",
      (complex) => {
        const agreement = agreementOf(rdkit, complex);
        expect(agreement.counts.statements_found).toBe(agreement.counts.statements);
        expect(agreement).toEqual(kept.find(({entry}) => entry === complex.entry));
      }
    );

    it.each(curatedComplexes())(
      "perceives the bonds of $ligand in $entry as they are",
      ({file, ligand: name, smiles}) => {
        const {residues} = openStructure(file, readFileSync(new URL(file, CRYSTALS)));
        const ligand = residues.find((residue) => residue.name === name);
        if (!ligand) throw new Error(`${file} has no ${name}`);
        const {chemistry, source} = readSite(rdkit, ligand, residues);
        expect(source).toBe("geometry");
        expect(chemistry?.smiles).toBe(withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles()));
      }
    );
  }
);

describe("the published statements", () => {
  it("say of each whether its words were read, and cite it", () => {
    const statements = curatedComplexes().flatMap((complex) => complex.statements);
    for (const {read, doi} of statements) {
      expect([
        "abstract, read",
        "entry's record, read",
        "figure legend of 2J5F (PubMed 17334377) on the class, read",
        "paper, from knowledge of it"
      ]).toContain(read);
      expect(doi).toMatch(/^10\./);
    }
  });

  it("of four complexes or more rest on words that were read", () => {
    expect(kept.filter(({counts}) => counts.statements_read_found > 0).length).toBeGreaterThanOrEqual(4);
  });

  it("of five complexes or more stand beside the entry's own list of residues", () => {
    expect(kept.filter(({counts}) => counts.site > 0).length).toBeGreaterThanOrEqual(5);
  });
});
