/** What differs between two published databases of a project: the older and the newer one. */
export interface Changes {
  readonly sources: readonly SourceChange[];
  readonly targets: readonly TargetChange[];
  readonly compounds: readonly CompoundChange[];
  readonly potencies: readonly PotencyChange[];
  readonly trials: readonly TrialChange[];
}

/** `new` is only in the newer database, `gone` only in the older one. */
export type ChangeKind = "new" | "gone" | "changed";

/** A source whose release, date or content is another. */
export interface SourceChange {
  readonly kind: ChangeKind;
  readonly source_id: string;
  readonly release_before: string | null;
  readonly release_after: string | null;
  readonly rows_before: number | null;
  readonly rows_after: number | null;
}

/** A target whose association score is another, and the data source that moved most. */
export interface TargetChange {
  readonly kind: ChangeKind;
  readonly target_id: string;
  readonly symbol: string;
  /** True when the newer project, or else the older one, names it. */
  readonly in_project: boolean;
  readonly score_before: number | null;
  readonly score_after: number | null;
  readonly rank_before: number | null;
  readonly rank_after: number | null;
  /** Data source whose score changed most; missing when none did. */
  readonly datasource_id: string | null;
  readonly datasource_before: number | null;
  readonly datasource_after: number | null;
}

/** A compound that came, went, or has another structure. */
export interface CompoundChange {
  readonly kind: ChangeKind;
  readonly set_id: string;
  readonly compound_id: string;
  readonly smiles_before: string | null;
  readonly smiles_after: string | null;
}

/** A median potency that came, went, or is another. */
export interface PotencyChange {
  readonly kind: ChangeKind;
  readonly compound_id: string;
  /** Name and structure as the newer database has them, else the older one; missing when it is in no set. */
  readonly name: string | null;
  readonly smiles: string | null;
  readonly symbol: string;
  readonly standard_type: string;
  readonly pchembl_before: number | null;
  readonly pchembl_after: number | null;
}

/** A trial that came, went, or has another status or phase. */
export interface TrialChange {
  readonly kind: ChangeKind;
  readonly trial_id: string;
  readonly title: string | null;
  readonly status_before: string | null;
  readonly status_after: string | null;
  readonly stage_before: string | null;
  readonly stage_after: string | null;
  /** Reason given now; missing when it was not stopped or nobody said. */
  readonly why_stopped: string | null;
}

/** What changed since an earlier build, as the site publishes it. */
export interface PublishedChanges {
  /** Null when no earlier build is known. */
  readonly changes: Changes | null;
  /** Why an earlier build could not be compared; null when nothing was wrong. */
  readonly problem: string | null;
}
