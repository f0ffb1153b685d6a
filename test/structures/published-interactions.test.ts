import {existsSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {readSite} from "../../src/structures/binding-site.js";
import {openStructure} from "../../src/structures/open-structure.js";

interface Complex {
  readonly entry: string;
  readonly file: string;
  readonly ligand: string;
  /** From elsewhere than the coordinates; null where we have none to compare with. */
  readonly smiles: string | null;
  readonly doi: string;
  readonly said: readonly {readonly residue: string; readonly kind: string}[];
}
const complexes = JSON.parse(
  readFileSync(new URL("../fixtures/structures/published-interactions.json", import.meta.url), "utf8")
) as readonly Complex[];
const SHARED = new URL("../../../shared/data/", import.meta.url);

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

// What the papers of the entries say of their ligands, residue by residue. PLIP's limits are wide, so more is found than
// the papers name; what they name must be found.
describe.skipIf(!existsSync(SHARED))(
  "readSite(rdkit, ligand, residues), beside the papers (needs ../shared/data)",
  () => {
    const read = ({file, ligand: name}: Complex) => {
      const {residues} = openStructure(file, readFileSync(new URL(file, SHARED)));
      const ligand = residues.find((residue) => residue.name === name);
      if (!ligand) throw new Error(`${file} has no ${name}`);
      return readSite(rdkit, ligand, residues);
    };

    it.each(complexes)("finds in $entry all that doi:$doi says", (complex) => {
      const found = read(complex).interactions.map(
        ({kind, residue}) => `${residue.name}${String(residue.number)} ${kind}`
      );
      expect(found).toEqual(expect.arrayContaining(complex.said.map(({residue, kind}) => `${residue} ${kind}`)));
    });

    const drawn = complexes.flatMap((complex) =>
      complex.smiles === null ? [] : [{...complex, smiles: complex.smiles}]
    );
    it.each(drawn)("perceives the bonds of $ligand in $entry as they are", (complex) => {
      const {chemistry, source} = read(complex);
      expect(source).toBe("geometry");
      expect(chemistry?.smiles).toBe(withMolecule(rdkit, complex.smiles, (molecule) => molecule.get_smiles()));
    });
  }
);
