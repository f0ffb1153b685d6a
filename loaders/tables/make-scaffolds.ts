import {murckoScaffold} from "../../src/chem/murcko-scaffold.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {loadRDKit} from "../rdkit.js";

/** The Bemis-Murcko scaffold of each structure; a compound without rings, or that RDKit refuses, has none. */
export async function makeScaffolds(
  structures: Iterable<readonly [compoundId: string, smiles: string]>
): Promise<Map<string, string>> {
  const rdkit = await loadRDKit();
  const scaffolds = new Map<string, string>();
  for (const [id, smiles] of structures) {
    const scaffold = withMolecule(rdkit, smiles, (molecule) => murckoScaffold(rdkit, molecule));
    if (scaffold) scaffolds.set(id, scaffold);
  }
  return scaffolds;
}
