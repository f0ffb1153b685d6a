import type {CompoundSet, Project, ProjectTarget} from "../../src/tables/project.js";
import {type ChemblList, collectChembl} from "./chembl-list.js";
import {type SourceContext, targetIdOf} from "./source.js";
import {SourceError} from "../http/source-error.js";

export const TARGETS: ChemblList = {
  resource: "target",
  key: "targets",
  idField: "target_chembl_id",
  hasDoubtfulCount: true
};

export const targetFilters = (accession: string): Record<string, string> => ({
  target_components__accession: accession,
  target_type: "SINGLE PROTEIN"
});

/** The measured sets of a project. */
export const measuredSets = (project: Project): Extract<CompoundSet, {kind: "measured"}>[] =>
  project.compound_sets.filter((set) => set.kind === "measured");

/** ChEMBL's id of a target: the project's, or the single protein of the accession. */
async function findChemblTarget(context: SourceContext, {chembl, uniprot, symbol}: ProjectTarget): Promise<string> {
  if (chembl !== null) return chembl;
  const {items} = await collectChembl(context, TARGETS, targetFilters(uniprot), `targets of ${symbol}`);
  const found = items[0]?.target_chembl_id;
  if (typeof found === "string") return found;
  throw new SourceError(`ChEMBL knows no single-protein target for ${symbol} (${uniprot}); leave it out`, null);
}

/** ChEMBL target id → the project's target id. */
export async function mapChemblTargets(context: SourceContext): Promise<Map<string, ProjectTarget>> {
  const pairs: [string, ProjectTarget][] = [];
  for (const target of context.project.targets) pairs.push([await findChemblTarget(context, target), target]);
  return new Map(pairs);
}

export const keyOf = (targets: ReadonlyMap<string, ProjectTarget>, chemblId: string): string | undefined => {
  const target = targets.get(chemblId);
  return target && targetIdOf(target);
};
