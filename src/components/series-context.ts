import type {RowBits} from "../base/row-bits.js";
import type {SeriesState} from "../state/series-fields.js";
import type {SeriesActivity, SeriesModel} from "./series-model.js";
import type {SeriesProgress} from "./series-progress.js";

/** What every view of the Series page works with. */
export interface SeriesContext {
  /** The set and what is known of it; with predictions its set has more columns, its rows stay. */
  readonly model: SeriesModel;
  /** Grows when the columns of the set or the shortlist change: views draw anew, and work nothing out again. */
  readonly revision: number;
  readonly state: SeriesState;
  readonly progress: SeriesProgress;
  /** Rows looked at, ascending. */
  rows(): Uint32Array;
  /** Rows picked, null when none are. */
  picked(): RowBits | null;
  /** Rows picked as text, for the Compounds page; empty when none are. */
  pickText(): string;
  /** Picks rows for all views and the Compounds page; null picks none. */
  pick(rows: Iterable<number> | null): void;
  activity(): SeriesActivity | null;
  /** Rows that the shortlist keeps. */
  kept(): ReadonlySet<number>;
  /** Draws now, and after each change of the state or of the set. */
  follow(draw: () => void): void;
  /** Shows something beside the view. */
  inspect(node: Node): void;
}

/** A view of the Series page. */
export interface SeriesView {
  readonly node: HTMLElement;
  /** Draws what the state asks for; called when the view is opened and after each change. */
  show(): void;
  /** Works out again what was stopped or failed. */
  restart(): void;
  /** What the view shows as a file; null while there is nothing. */
  table(): SeriesTable | null;
  /** What of the view is its figure; null while there is nothing. */
  figure(): SeriesFigure | null;
  dispose(): void;
}

/** The figure of a view: a part of the page, drawn as it is seen. */
export interface SeriesFigure {
  readonly node: HTMLElement;
  /** True when what is scrolled out of sight is drawn too. */
  readonly isWhole: boolean;
  /** What is seen, with its units and numbers. */
  readonly words: string;
}

/** What a view shows, as a table, and how it was made. */
export interface SeriesTable {
  readonly name: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** One sentence with the citation. */
  readonly method: string;
}
