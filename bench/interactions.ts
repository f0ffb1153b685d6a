import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {loadRDKit} from "../loaders/rdkit.js";
import {readSite} from "../src/structures/binding-site.js";
import {openStructure} from "../src/structures/open-structure.js";
import {
  agreementCounts,
  type AgreementCounts,
  type PublishedComplex,
  residueAgreement,
  type ResidueAgreement
} from "../src/structures/published-agreement.js";
import type {RDKit} from "../src/chem/molecule.js";

/** A row of data/curated/published-interactions.json. */
export interface CuratedComplex extends PublishedComplex {
  readonly file: string;
  readonly ligand: string;
  readonly doi: string;
  readonly pmid: string | null;
  /** From elsewhere than the coordinates, and from where. */
  readonly smiles: string;
  readonly smiles_from: string;
}

/** A complex with what agrees, as data/curated/interaction-agreement.json keeps it for the Methods page. */
export interface ComplexAgreement {
  readonly entry: string;
  readonly target: string;
  readonly ligand: string;
  readonly doi: string;
  readonly counts: AgreementCounts;
  readonly rows: readonly ResidueAgreement[];
}

const CURATED = "data/curated/published-interactions.json";
export const AGREEMENT = "data/curated/interaction-agreement.json";
/** The crystal structures, which are not kept in the project. */
export const CRYSTALS = new URL("../../shared/data/", import.meta.url);

export const curatedComplexes = (): readonly CuratedComplex[] =>
  JSON.parse(readFileSync(CURATED, "utf8")) as readonly CuratedComplex[];

/** Finds a complex's interactions in its crystal structure and lays them beside what is published. */
export function agreementOf(rdkit: RDKit, complex: CuratedComplex): ComplexAgreement {
  const {entry, target, ligand: name, doi, file} = complex;
  const {residues} = openStructure(file, readFileSync(new URL(file, CRYSTALS)));
  const ligand = residues.find((residue) => residue.name === name);
  if (!ligand) throw new Error(`${file} has no ${name}`);
  const rows = residueAgreement(complex, ligand, residues, readSite(rdkit, ligand, residues).interactions);
  return {entry, target, ligand: name, doi, counts: agreementCounts(rows), rows};
}

/** Interactions beside what is published, residue by residue, both ways; written for the Methods page. */
export async function interactionsBench(): Promise<void> {
  if (!existsSync(CRYSTALS)) {
    console.log("interactions beside the papers: left out, for the crystal structures are not here (../shared/data)");
    return;
  }
  const rdkit = await loadRDKit();
  const all = curatedComplexes().map((complex) => agreementOf(rdkit, complex));
  for (const {entry, ligand, counts, rows} of all) {
    console.log(`${entry} ${ligand}: ${JSON.stringify(counts)}`);
    for (const {residue, is_in_site: isInSite, statements, found, nearest_a: nearest} of rows)
      console.log(
        `  ${residue.padEnd(8)} ${isInSite ? "site" : "    "} ${String(nearest ?? "absent").padEnd(6)} found: ${found.join(", ") || "none"}${statements
          .map(({words, read, is_found: isFound}) => `; ${isFound ? "agrees" : "NOT FOUND"}: ${words} (${read})`)
          .join("")}`
      );
  }
  const sum = (
    key:
      | "statements"
      | "statements_found"
      | "statements_read"
      | "statements_read_found"
      | "site"
      | "site_near"
      | "site_found"
  ): number => all.reduce((total, {counts}) => total + counts[key], 0);
  console.log(
    `all: ${String(sum("statements_found"))} of ${String(sum("statements"))} statements found (${String(sum("statements_read_found"))} of ${String(sum("statements_read"))} whose words were read); of ${String(sum("site"))} residues of the entries' own site records ${String(sum("site_near"))} within 4 Å and ${String(sum("site_found"))} with an interaction`
  );
  writeFileSync(AGREEMENT, `${JSON.stringify(all, null, 1)}\n`);
}
