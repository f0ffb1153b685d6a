import {type RDKit, withMolecule} from "../chem/molecule.js";
import {runReaction} from "../chem/run-reaction.js";
import {cutMolecule} from "./cut-molecule.js";
import {HYDROGEN_PART} from "./matched-pairs.js";

const NO_LIMITS = {mostAtoms: Infinity, mostShare: 1};
const MOST_PRODUCTS = 200;

/**
 * The molecules that a change makes of a compound: at each place where it holds the part `from`, with `to` instead, as
 * canonical SMILES without duplicates. A change from hydrogen is made at each atom that has one. Empty when the compound
 * does not hold the part or cannot be read; products that RDKit refuses are left out.
 *
 * @see Hussain & Rea 2010, doi:10.1021/ci900450m
 */
export function applyTransformation(rdkit: RDKit, smiles: string, from: string, to: string): string[] {
  if (from === HYDROGEN_PART) return replaceHydrogens(rdkit, smiles, to);
  const isDouble = from.includes("[*:2]");
  const cuts = withMolecule(rdkit, smiles, (molecule) => cutMolecule(rdkit, molecule, isDouble, new Map(), NO_LIMITS));
  const products = (cuts ?? [])
    .filter(({variable}) => variable === from)
    .flatMap(({context}) => joinParts(rdkit, context, to) ?? []);
  return [...new Set(products)];
}

/** A reaction's right side is the part itself: its attachment point becomes the atom that loses the hydrogen. */
function replaceHydrogens(rdkit: RDKit, smiles: string, to: string): string[] {
  const reactions = [`[!#1;!H0;!$([nH]):1]>>${to}`, `[nH:1]>>${to.replace("[*:1]", "[nH0:1]")}`];
  return [...new Set(reactions.flatMap((smarts) => productsOf(rdkit, smarts, smiles)))];
}

function productsOf(rdkit: RDKit, smarts: string, smiles: string): string[] {
  const reaction = rdkit.get_rxn(smarts);
  const products = reaction ? runReaction(rdkit, reaction, smiles, MOST_PRODUCTS) : [];
  reaction?.delete();
  return products;
}

/** Joins a context and a part at their labelled points, as canonical SMILES; null when RDKit refuses either or the product. */
export function joinParts(rdkit: RDKit, context: string, part: string): string | null {
  if (part === HYDROGEN_PART)
    return withMolecule(rdkit, context.replace("[*:1]", "[H]"), (molecule) => molecule.get_smiles());
  return withMolecule(rdkit, context, (one) =>
    withMolecule(rdkit, part, (other) => {
      const joined = rdkit.molzip(one, other, "{}");
      const smiles = joined?.get_smiles() ?? null;
      joined?.delete();
      return smiles === null ? null : withMolecule(rdkit, smiles, (product) => product.get_smiles());
    })
  );
}
