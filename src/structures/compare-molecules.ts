import {compileSmarts} from "../chem/compile-smarts.js";
import type {StructureDescription} from "../chem/describe-structure.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";

/** What of a molecule is not in the core that it shares with others. */
export interface OwnPart {
  readonly atoms: readonly number[];
  readonly bonds: readonly number[];
}

/**
 * Atoms and bonds of a molecule outside a core; all of it where the core does not occur.
 *
 * @param core SMARTS; null when there is none
 */
export function ownPart(rdkit: RDKit, smiles: string, core: string | null): OwnPart {
  const found = withMolecule(rdkit, smiles, (molecule) => {
    const {atoms, bonds} = moleculeGraph(molecule);
    const shared = new Set<number>();
    if (core !== null) {
      const pattern = compileSmarts(rdkit, core);
      const match = JSON.parse(molecule.get_substruct_match(pattern)) as {atoms?: readonly number[]};
      pattern.delete();
      for (const atom of match.atoms ?? []) shared.add(atom);
    }
    return {
      atoms: atoms.flatMap((_, i) => (shared.has(i) ? [] : [i])),
      bonds: bonds.flatMap(({from, to}, i) => (shared.has(from) && shared.has(to) ? [] : [i]))
    };
  });
  return found ?? {atoms: [], bonds: []};
}

/** What a structure has and lacks beside a reference, in words: formula, ring systems and groups; empty when nothing differs. */
export function differenceWords(own: StructureDescription, reference: StructureDescription): string {
  const only = (a: readonly string[], b: readonly string[]): string[] => a.filter((name) => !b.includes(name));
  const [gained, lost] = [
    [...only(own.rings, reference.rings), ...only(own.groups, reference.groups)],
    [...only(reference.rings, own.rings), ...only(reference.groups, own.groups)]
  ];
  return [
    own.formula === reference.formula ? "" : `${own.formula} instead of ${reference.formula}`,
    gained.length > 0 ? `has ${gained.join(", ")}` : "",
    lost.length > 0 ? `lacks ${lost.join(", ")}` : ""
  ]
    .filter((words) => words !== "")
    .join("; ");
}
