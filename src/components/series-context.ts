import type {SeriesState} from "../state/series-fields.js";
import type {SeriesActivity, SeriesModel} from "./series-model.js";
import type {SeriesProgress} from "./series-progress.js";

/** What every view of the Series page works with. */
export interface SeriesContext {
  readonly model: SeriesModel;
  readonly state: SeriesState;
  readonly progress: SeriesProgress;
  /** Rows looked at, ascending. */
  rows(): Uint32Array;
  /** Rows picked, null when none are. */
  picked(): ReadonlySet<number> | null;
  /** Picks rows for all views and the Compounds page; null picks none. */
  pick(rows: Iterable<number> | null): void;
  activity(): SeriesActivity | null;
  /** Rows that the shortlist keeps. */
  kept(): ReadonlySet<number>;
  /** Shows something beside the view. */
  inspect(node: Node): void;
}

/** A view of the Series page. */
export interface SeriesView {
  readonly node: HTMLElement;
  /** Draws what the state asks for; called when the view is opened and after each change. */
  show(): void;
  /** What the view shows as a file; null while there is nothing. */
  table(): SeriesTable | null;
  dispose(): void;
}

/** What a view shows, as a table, and how it was made. */
export interface SeriesTable {
  readonly name: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** One sentence with the citation. */
  readonly method: string;
}
