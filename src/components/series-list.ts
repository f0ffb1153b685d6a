import {html} from "htl";
import type {SeriesValues} from "../state/series-fields.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";

/** A column of a list with what it is sorted by. */
export interface ListColumn<Row> extends TableColumn<Row> {
  readonly value?: (row: Row) => number | null;
}

/** What a view of a long list shows. */
export interface SeriesListOptions<Loaded, Row> {
  readonly context: SeriesContext;
  readonly label: string;
  readonly controls: HTMLElement;
  readonly rowHeight: number;
  /** Names what the loading depends on. */
  readonly basis: (state: SeriesValues) => string;
  readonly load: (step: (words: string) => SeriesJobOptions) => Promise<Loaded>;
  /** Rows of what was loaded, as the state asks for them, in their own order. */
  readonly rows: (loaded: Loaded) => readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: (loaded: Loaded) => readonly ListColumn<Row>[];
  readonly words: (loaded: Loaded, rows: readonly Row[]) => string;
  readonly inspect: (loaded: Loaded, row: Row) => Node;
  /** Drawn above the table; null for none. */
  readonly figure?: (loaded: Loaded, rows: readonly Row[]) => Node | null;
  readonly empty: (loaded: Loaded) => Node | string;
  readonly table: (loaded: Loaded, rows: readonly Row[]) => SeriesTable;
}

/** A view of the Series page that is one long list, worked out in workers, sorted and read line by line. */
export class SeriesList<Loaded, Row> implements SeriesView {
  readonly node: HTMLElement;
  readonly #options: SeriesListOptions<Loaded, Row>;
  readonly #words = html<HTMLElement>`<p class="series-words" role="status"></p>`;
  readonly #figure = html<HTMLElement>`<div class="series-figure"></div>`;
  readonly #body: HTMLElement;
  readonly #table: VirtualTable<Row>;
  #basis = "";
  #loaded: {readonly value: Loaded} | null = null;
  #rows: readonly Row[] = [];
  #drawn = "";

  constructor(options: SeriesListOptions<Loaded, Row>) {
    this.#options = options;
    const {state} = options.context;
    this.#table = virtualTable<Row>({
      ...{label: options.label, columns: [], rowCount: 0, rowHeight: options.rowHeight, frozen: 0},
      ...{getRows: (from: number, to: number) => this.#rows.slice(from, to), rowKey: options.keyOf},
      onSort: (sort) => {
        state.set({sort});
      },
      onFocus: (row) => {
        state.set({at: options.keyOf(row)});
      },
      empty: () => this.#nothing()
    });
    this.#body = html<HTMLElement>`<div class="series-body">${this.#figure}${this.#table.node}</div>`;
    this.node = html<HTMLElement>`<div class="series-view">
      <div class="series-controls">${options.controls}${this.#words}</div>
      ${this.#body}
    </div>`;
  }

  show(): void {
    const {context, basis, load} = this.#options;
    const {value} = context.state;
    const wanted = [basis(value), value.of, value.pick, context.activity()?.key, context.rows().length].join();
    if (wanted === this.#basis) {
      this.#draw();
      return;
    }
    this.#basis = wanted;
    this.#loaded = null;
    this.#draw();
    void context.progress.run(load).then((loaded) => {
      // Another view took over: worked out again when this one is back.
      if (loaded === null && !this.node.isConnected) this.#basis = "";
      if (loaded === null || this.#basis !== wanted) return;
      this.#loaded = {value: loaded};
      this.#draw();
    });
  }

  restart(): void {
    this.#basis = "";
    this.show();
  }

  table(): SeriesTable | null {
    return this.#loaded && this.#options.table(this.#loaded.value, this.#rows);
  }

  figure(): SeriesFigure | null {
    if (this.#rows.length === 0) return null;
    const words = `${this.#options.label}. ${this.#words.textContent ?? ""}`;
    return {node: this.#body, isWhole: false, words};
  }

  dispose(): void {
    this.node.remove();
  }

  #draw(): void {
    const {context, keyOf, columns, rows, words, figure} = this.#options;
    const loaded = this.#loaded;
    const {at, ...rest} = context.state.value;
    const drawn = loaded ? JSON.stringify({...rest, basis: this.#basis, revision: context.revision}) : "";
    if (loaded === null) {
      this.#rows = [];
      this.#words.textContent = "";
      this.#figure.replaceChildren();
      this.#table.update({rowCount: 0});
    } else if (drawn !== this.#drawn) {
      const shown = columns(loaded.value);
      this.#rows = this.#sorted(rows(loaded.value), shown);
      this.#words.textContent = words(loaded.value, this.#rows);
      this.#figure.replaceChildren(...[figure?.(loaded.value, this.#rows) ?? []].flat());
      this.#table.update({columns: shown, rowCount: this.#rows.length, sort: rest.sort});
    }
    this.#drawn = drawn;
    const chosen = at === "" ? undefined : this.#rows.find((row) => keyOf(row) === at);
    if (loaded && chosen !== undefined) context.inspect(this.#options.inspect(loaded.value, chosen));
  }

  #sorted(rows: readonly Row[], columns: readonly ListColumn<Row>[]): readonly Row[] {
    const {sort} = this.#options.context.state.value;
    const read = columns.find(({key}) => key === sort?.key)?.value;
    if (!sort || !read) return rows;
    const sign = sort.descending ? -1 : 1;
    return [...rows].sort((a, b) => {
      const [x, y] = [read(a), read(b)];
      return x === null || y === null ? Number(x === null) - Number(y === null) : sign * (x - y);
    });
  }

  #nothing(): Node | string {
    const {context, empty} = this.#options;
    if (this.#loaded) return empty(this.#loaded.value);
    return context.progress.isWorking() ? "" : "Nothing is worked out yet.";
  }
}
