import type {AdmetEngine} from "../../src/admet/admet-engine.js";
import {quantilesOf, type DrugReference} from "../../src/admet/drug-reference.js";
import {predictAdmet} from "../../src/admet/predict.js";
import {numberOf} from "../../src/admet/reading.js";
import type {RDKit} from "../../src/chem/molecule.js";
import {ATC_MAIN_GROUPS, type DrugClassRow} from "../../src/tables/drug-classes.js";
import type {MoleculeRow} from "../../src/tables/molecules.js";

/** A class of fewer drugs is no reference. */
export const FEWEST_DRUGS = 20;
const STEPS = 50;

/**
 * Predictions of the approved drugs of each ATC main group, as quantiles; groups of fewer than 20 predicted drugs are
 * left out. A drug of several groups counts in each.
 */
export function classReferences(
  rdkit: RDKit,
  engine: AdmetEngine,
  molecules: readonly MoleculeRow[],
  classes: readonly DrugClassRow[],
  fewest: number = FEWEST_DRUGS
): DrugReference[] {
  const groupsOf = new Map<string, Set<string>>();
  for (const {compound_id: id, atc_code: code} of classes)
    groupsOf.set(id, (groupsOf.get(id) ?? new Set()).add(code.slice(0, 1)));
  const drugs = approved(molecules).filter(({compound_id: id}) => groupsOf.has(id));
  const verdicts = predictAdmet(
    rdkit,
    engine,
    drugs.map(({smiles}) => ({smiles: smiles ?? ""}))
  );
  const predicted = drugs.flatMap(({compound_id: id}, place) => {
    const predictions = verdicts[place]?.predictions;
    return predictions ? [{groups: groupsOf.get(id), values: predictions.map(numberOf)}] : [];
  });
  return Object.entries(ATC_MAIN_GROUPS).flatMap(([letter, words]) => {
    const members = predicted.filter(({groups}) => groups?.has(letter));
    if (members.length < fewest) return [];
    const quantiles = engine.set.models.map(({card}, model) => {
      const values = members.flatMap(({values}) => values[model] ?? []);
      return [card.endpoint.id, quantilesOf(values, STEPS)] as const;
    });
    return [{name: `${words} (${letter})`, n: members.length, quantiles: Object.fromEntries(quantiles)}];
  });
}

/** Each approved drug with a structure once. */
function approved(molecules: readonly MoleculeRow[]): MoleculeRow[] {
  const drugs = molecules.filter(({max_phase: phase, smiles}) => phase === 4 && smiles !== null);
  return [...new Map(drugs.map((drug) => [drug.compound_id, drug])).values()];
}
