import * as v from "valibot";
import type {PredictedStructureRow} from "../../src/tables/proteins.js";
import {id, numeric, text} from "./fields.js";

/** A prediction as AlphaFold DB gives it; two generations of field names are in use. */
export const alphafoldModel = v.pipe(
  v.looseObject({
    modelEntityId: text,
    entryId: text,
    uniprotAccession: id,
    latestVersion: v.number(),
    sequenceStart: numeric,
    sequenceEnd: numeric,
    uniprotStart: numeric,
    uniprotEnd: numeric,
    globalMetricValue: numeric,
    fractionPlddtVeryLow: numeric,
    fractionPlddtVeryHigh: numeric,
    pdbUrl: v.pipe(v.string(), v.url())
  }),
  v.transform((model) => ({
    ...model,
    modelId: model.modelEntityId ?? model.entryId,
    first: model.sequenceStart ?? model.uniprotStart,
    last: model.sequenceEnd ?? model.uniprotEnd
  }))
);
export type AlphafoldModel = v.InferOutput<typeof alphafoldModel>;

/** The model of the canonical sequence: lists also hold isoforms. */
export const canonicalModel = (models: readonly AlphafoldModel[], accession: string): AlphafoldModel | undefined =>
  models.find(({modelId}) => modelId === `AF-${accession}-F1`);

export function predictedStructureRow(model: AlphafoldModel, targetId: string): PredictedStructureRow {
  return {
    model_id: model.modelId ?? "",
    uniprot_accession: model.uniprotAccession,
    target_id: targetId,
    version: model.latestVersion,
    first_residue: model.first ?? 1,
    last_residue: model.last ?? 1,
    plddt_mean: model.globalMetricValue,
    share_very_low: model.fractionPlddtVeryLow,
    share_very_high: model.fractionPlddtVeryHigh,
    url: model.pdbUrl,
    source_id: "alphafold"
  };
}
