import * as v from "valibot";
import type {PdbEntryRow} from "../../src/tables/proteins.js";
import {id, list, text} from "./fields.js";
import {isAdditive} from "./pdb-entry.js";

/** An entry as the data service of RCSB gives it. Resolution is a list: the best counts; NMR has none. */
export const rcsbEntry = v.looseObject({
  rcsb_id: id,
  struct: v.nullish(v.looseObject({title: text}), null),
  exptl: list(v.looseObject({method: text})),
  rcsb_entry_info: v.nullish(v.looseObject({resolution_combined: list(v.number())}), null),
  rcsb_accession_info: v.nullish(v.looseObject({initial_release_date: text}), null),
  rcsb_primary_citation: v.nullish(
    v.looseObject({pdbx_database_id_PubMed: v.nullish(v.number(), null), pdbx_database_id_DOI: text}),
    null
  ),
  nonpolymer_entities: list(
    v.looseObject({
      rcsb_nonpolymer_entity_container_identifiers: v.nullish(v.looseObject({nonpolymer_comp_id: text}), null)
    })
  )
});

export function pdbEntryRow(entry: v.InferOutput<typeof rcsbEntry>, targetId: string): PdbEntryRow {
  const resolutions = entry.rcsb_entry_info?.resolution_combined ?? [];
  const ligands = entry.nonpolymer_entities.flatMap((entity) => {
    const component = entity.rcsb_nonpolymer_entity_container_identifiers?.nonpolymer_comp_id ?? null;
    return component === null || isAdditive(component) ? [] : [component];
  });
  const citation = entry.rcsb_primary_citation;
  return {
    pdb_id: entry.rcsb_id.toUpperCase(),
    target_id: targetId,
    title: entry.struct?.title ?? null,
    method: entry.exptl[0]?.method ?? null,
    resolution_a: resolutions.length > 0 ? Math.min(...resolutions) : null,
    released_on: entry.rcsb_accession_info?.initial_release_date?.slice(0, 10) ?? null,
    ligand_ids: [...new Set(ligands)].join(",") || null,
    doi: citation?.pdbx_database_id_DOI?.toLowerCase() ?? null,
    pmid: citation?.pdbx_database_id_PubMed?.toString() ?? null,
    source_id: "rcsb"
  };
}
