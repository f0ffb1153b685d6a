/**
 * Targets with their evidence and factors, as columns: what the Targets page needs, with no database. All arrays have
 * the length of `targets.target_id`; null is missing, which is not zero.
 */
export interface TargetBoard {
  readonly targets: {
    readonly target_id: readonly string[];
    readonly symbol: readonly string[];
    readonly approved_name: readonly (string | null)[];
    readonly uniprot_accession: readonly (string | null)[];
    readonly chembl_target_id: readonly (string | null)[];
    readonly platform_score: readonly (number | null)[];
    readonly in_project: readonly boolean[];
    readonly source_id: readonly string[];
    readonly source_row: readonly number[];
  };
  /** Score 0-1 per data source id. */
  readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
  /** Value -1 to +1 per factor key. */
  readonly factors: Readonly<Record<string, readonly (number | null)[]>>;
  /** Counts and measures per fact of `TARGET_FACTS`; a fact that no table tells of is absent. */
  readonly facts: Readonly<Record<string, readonly (number | null)[]>>;
  /** Indices of the targets that have a class, per kind of class, e.g. "tractability SM". */
  readonly classes: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}
