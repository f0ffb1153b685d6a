import * as v from "valibot";
import type {TargetEvidenceRow, TargetFactorRow, TargetRow} from "../../src/tables/targets.js";
import type {Project} from "../../src/tables/project.js";
import {targetIdOf} from "../sources/source.js";
import {id, list, numeric, text} from "./fields.js";

const score = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** One associated target as the platform gives it. Prioritisation values are text; a factor not assessed is absent. */
export const openTargetsAssociation = v.looseObject({
  score,
  datasourceScores: v.array(v.looseObject({id, score: v.number()})),
  target: v.looseObject({
    id,
    approvedSymbol: id,
    approvedName: text,
    prioritisation: v.nullish(v.looseObject({items: list(v.looseObject({key: id, value: numeric}))}), null)
  })
});
export type OpenTargetsAssociation = v.InferOutput<typeof openTargetsAssociation>;

/** Names that the platform gave up, and what they are called now. */
const RENAMED_DATASOURCES: Readonly<Record<string, string>> = {chembl: "clinical_precedence"};
const RENAMED_FACTORS: Readonly<Record<string, string>> = {maxClinicalTrialPhase: "maxClinicalStage"};

/** The target, its evidence and its factors, keyed as the rest of the project is. */
export function associationRows(
  {score: platformScore, target, datasourceScores}: OpenTargetsAssociation,
  project: Project,
  accession: string | null,
  {sourceRow, isSymbolTaken}: {readonly sourceRow: number; readonly isSymbolTaken: boolean}
): {readonly target: TargetRow; readonly evidence: TargetEvidenceRow[]; readonly factors: TargetFactorRow[]} {
  const own = project.targets.find(({ensembl, symbol}) =>
    ensembl === null ? symbol === target.approvedSymbol : ensembl === target.id
  );
  const target_id = own ? targetIdOf(own) : isSymbolTaken ? target.id : target.approvedSymbol;
  return {
    target: {
      target_id,
      symbol: target.approvedSymbol,
      approved_name: target.approvedName,
      uniprot_accession: own?.uniprot ?? accession,
      chembl_target_id: own?.chembl ?? null,
      platform_score: platformScore,
      in_project: own !== undefined,
      source_id: "opentargets",
      source_row: sourceRow
    },
    evidence: datasourceScores.map((item) => ({
      target_id,
      datasource_id: RENAMED_DATASOURCES[item.id] ?? item.id,
      score: item.score
    })),
    factors: (target.prioritisation?.items ?? []).flatMap(({key, value}) =>
      value === null ? [] : [{target_id, factor_id: RENAMED_FACTORS[key] ?? key, value}]
    )
  };
}
