import * as v from "valibot";
import type {ProteinFeatureRow, ProteinRow} from "../../src/tables/proteins.js";
import {id, list, text} from "./fields.js";

const source_id = "uniprot";
const value = v.nullish(v.looseObject({value: text}), null);
const name = v.nullish(v.looseObject({fullName: value}), null);
const position = v.nullish(v.looseObject({value: v.nullish(v.number(), null)}), null);

/** An entry of UniProtKB; fields that were not asked for, or that do not apply, are absent. */
export const uniprotEntry = v.looseObject({
  entryType: id,
  primaryAccession: id,
  uniProtkbId: text,
  proteinDescription: v.nullish(
    v.looseObject({recommendedName: name, submissionNames: list(v.looseObject({fullName: value}))}),
    null
  ),
  genes: list(v.looseObject({geneName: value})),
  organism: v.nullish(v.looseObject({scientificName: text}), null),
  sequence: v.nullish(v.looseObject({length: v.nullish(v.number(), null)}), null),
  comments: list(v.looseObject({commentType: text, texts: list(v.looseObject({value: text}))})),
  features: list(
    v.looseObject({type: id, description: text, location: v.looseObject({start: position, end: position})})
  ),
  uniProtKBCrossReferences: list(
    v.looseObject({database: id, id: text, properties: list(v.looseObject({key: text, value: text}))})
  ),
  inactiveReason: v.nullish(v.looseObject({inactiveReasonType: text}), null)
});
export type UniprotEntry = v.InferOutput<typeof uniprotEntry>;

export function proteinRow(entry: UniprotEntry, targetId: string): ProteinRow {
  const named = entry.proteinDescription;
  const ensembl = entry.uniProtKBCrossReferences.find(({database}) => database === "Ensembl");
  const gene = ensembl?.properties.find(({key}) => key === "GeneId")?.value ?? null;
  return {
    uniprot_accession: entry.primaryAccession,
    target_id: targetId,
    entry_name: entry.uniProtkbId ?? entry.primaryAccession,
    protein_name: named?.recommendedName?.fullName?.value ?? named?.submissionNames[0]?.fullName?.value ?? null,
    gene_symbol: entry.genes[0]?.geneName?.value ?? null,
    organism: entry.organism?.scientificName ?? null,
    n_residues: entry.sequence?.length ?? null,
    function_text: entry.comments.find(({commentType}) => commentType === "FUNCTION")?.texts[0]?.value ?? null,
    ensembl_gene_id: gene?.replace(/\.\d+$/, "") ?? null,
    chembl_target_id: entry.uniProtKBCrossReferences.find(({database}) => database === "ChEMBL")?.id ?? null,
    source_id
  };
}

/** Domains and sites that a reader of a structure looks for. */
const FEATURE_TYPES = [
  "Domain",
  "Region",
  "Active site",
  "Binding site",
  "Transmembrane",
  "Signal",
  "Topological domain"
];

export function featureRows(entry: UniprotEntry): ProteinFeatureRow[] {
  return entry.features.flatMap(({type, description, location}) => {
    const [first, last] = [location.start?.value ?? null, location.end?.value ?? null];
    if (!FEATURE_TYPES.includes(type) || first === null || last === null) return [];
    return [
      {
        uniprot_accession: entry.primaryAccession,
        feature_type: type,
        description,
        first_residue: first,
        last_residue: last,
        source_id
      }
    ];
  });
}
