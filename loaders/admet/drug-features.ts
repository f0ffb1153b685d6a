import {admetFeatures, type AdmetFeatures} from "../../src/admet/features.js";
import {molecularGraph} from "../../src/admet/molecular-graph.js";
import {parentSmiles} from "../../src/admet/parent-smiles.js";
import {refusal} from "../../src/admet/refusal.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {molecules} from "../../src/tables/molecules.js";
import {readOptionalInput} from "../inputs.js";
import {loadRDKit} from "../rdkit.js";

/** Features of the project's approved drugs that the models accept: the reference of percentiles. */
export async function drugFeatures(): Promise<AdmetFeatures[]> {
  const rdkit = await loadRDKit();
  const rows = await readOptionalInput(molecules);
  const approved = new Set(
    rows
      .filter(({first_approval, smiles}) => first_approval !== null && smiles !== null)
      .map(({smiles}) => smiles ?? "")
  );
  return [...approved].flatMap((smiles) => {
    const features = withMolecule(rdkit, parentSmiles(smiles), (mol) => {
      const graph = molecularGraph(mol);
      const described = descriptors(mol);
      return refusal(graph, described.n_amide_bonds) === null ? admetFeatures(mol, described, graph) : null;
    });
    return features ?? [];
  });
}
