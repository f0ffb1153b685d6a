import type {Project} from "./project.js";
import type {SourceRow} from "./sources.js";

/** What the first page prints, small enough to load before anything else. */
export interface Overview {
  readonly project: Project;
  /** Rows of each published table. */
  readonly row_counts: Readonly<Record<string, number>>;
  /** One entry per published table that was read from outside: the embedded copy or a fetched one. */
  readonly origins: Readonly<Record<string, "snapshot" | "raw">>;
  /** True when every table is the embedded copy. */
  readonly is_snapshot: boolean;
  /** Sources that published rows come from, oldest retrieval first, those that do not state it at the end. */
  readonly sources: readonly SourceRow[];
  readonly funnels: readonly Funnel[];
  /** Records per target of the project. */
  readonly measured: readonly MeasuredTarget[];
}

/** What becomes of a compound set on the way through screening and the rule sets. */
export interface Funnel {
  readonly set_id: string;
  readonly title: string;
  readonly steps: readonly FunnelStep[];
}

/** One step of a funnel. */
export interface FunnelStep {
  readonly id: string;
  readonly label: string;
  /** Compounds that pass this step alone. */
  readonly n_pass: number;
  /** Compounds left after this step and all before it. */
  readonly n_left: number;
}

/** How well a target of the project is measured. */
export interface MeasuredTarget {
  readonly target_id: string;
  readonly symbol: string;
  readonly n_activities: number;
  readonly n_compounds: number;
  /** Compounds with at least one exact value. */
  readonly n_exact_compounds: number;
}
