import {type RDKit, withMolecule} from "./molecule.js";

/** A reaction of an engine; whoever made it deletes it. */
export type Reaction = NonNullable<ReturnType<RDKit["get_rxn"]>>;

/**
 * What a reaction of one reactant makes of a molecule: the first product of each way, as canonical SMILES read again,
 * since RDKit does not check the products of a reaction. Products that it then refuses are left out. Fragments that the
 * reaction does not touch are no part of them.
 *
 * @param most ways that are looked at
 */
export function runReaction(rdkit: RDKit, reaction: Reaction, smiles: string, most: number): string[] {
  const products = withMolecule(rdkit, smiles, (molecule) => {
    const reactants = new rdkit.MolList();
    reactants.append(molecule);
    const ways = reaction.run_reactants(reactants, most);
    reactants.delete();
    const found: string[] = [];
    for (let way = 0; way < ways.size(); way++) {
      const product = ways.get(way)?.next();
      if (product) found.push(product.get_smiles());
      product?.delete();
    }
    ways.delete();
    return found;
  });
  return (products ?? []).flatMap((text) => withMolecule(rdkit, text, (product) => product.get_smiles()) ?? []);
}
