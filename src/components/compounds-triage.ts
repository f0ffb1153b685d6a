import {compoundKey, type Decision, type Verdict} from "../state/shortlist.js";
import {shortlistOfPage, type ShortlistStore} from "../state/shortlist-store.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {Cell} from "../tables/text-column.js";
import {triageColumns} from "../tables/triage-columns.js";
import type {CompoundsModel} from "./compounds-model.js";
import {authorName, type Subject} from "./decision-buttons.js";

const COLUMN = "decision";
const ROWS_A_PIECE = 20_000;
const LONG_SET = 100_000;

/** Keys that decide on the compound moved to. `k` moves, so that "keep" is `s`. */
const VERDICT_KEYS: Readonly<Record<string, Verdict>> = {s: "keep", d: "drop", m: "maybe"};

/** The decision a key stands for; null for other keys, and with a modifier. */
export function verdictOfKey(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): Verdict | null {
  return event.ctrlKey || event.metaKey || event.altKey ? null : (VERDICT_KEYS[event.key] ?? null);
}

/** What a decision on a row is about. */
export function subjectOf(set: ColumnSet, row: number): Subject {
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const [id, smiles] = [text("compound_id"), text("smiles")];
  const key = compoundKey({compound_id: id, set_id: text("set_id"), inchikey: text("inchikey"), smiles});
  return {key, label: text("name") || id, smiles};
}

/** Decisions on the compounds of a set, as a column of it: kept in the shortlist of this browser, shown everywhere. */
export class CompoundsTriage {
  readonly #model: CompoundsModel;
  readonly #store: ShortlistStore = shortlistOfPage();
  readonly #signal: AbortSignal;
  #decisions = new Map<string, Decision>();
  #shown = "";
  /** Grows with every look at all rows, so that one that comes late is not shown. */
  #turn = 0;

  constructor(model: CompoundsModel, signal: AbortSignal) {
    this.#model = model;
    this.#signal = signal;
    this.#store.onChange(() => void this.#read(), signal);
    model.onChange((change) => {
      if (change !== "rows") return;
      this.#shown = "";
      void this.#show();
    }, signal);
    void this.#read();
  }

  /** Decides on a row; the same decision again takes it back. */
  async decide(row: number, verdict: Verdict): Promise<void> {
    const subject = subjectOf(this.#model.set, row);
    const now = this.#decisions.get(subject.key);
    if (now?.verdict === verdict) {
      this.#decisions.delete(subject.key);
      this.#showOne(row, null);
      await this.#store.remove(subject.key);
      return;
    }
    const decided_at = new Date().toISOString();
    const {smiles = ""} = subject;
    const decision = {note: "", ...now, ...subject, smiles, verdict, author: authorName(), decided_at};
    this.#decisions.set(subject.key, decision);
    this.#showOne(row, verdict);
    await this.#store.put([decision]);
  }

  /** In a long set only the row decided on is looked at; the same compound elsewhere in it follows when it is opened. */
  #showOne(row: number, verdict: Verdict | null): void {
    const {set} = this.#model;
    if (set.rowCount <= LONG_SET) return;
    const isThere = COLUMN in set.table.columns;
    const values = isThere ? set.texts(COLUMN).slice() : new Array<Cell>(set.rowCount).fill(null);
    values[row] = verdict;
    this.#shown = this.#words();
    this.#model.putColumns([{name: COLUMN, column: triageColumns.decision, values}]);
  }

  #words(): string {
    return JSON.stringify([...this.#decisions.values()].map(({key, verdict}) => [key, verdict]).sort());
  }

  async #read(): Promise<void> {
    try {
      const all = await this.#store.all();
      this.#decisions = new Map(all.filter(({key}) => key.startsWith("compound:")).map((each) => [each.key, each]));
      await this.#show();
    } catch {
      // A browser that keeps nothing has no decisions.
    }
  }

  /** Puts the decisions into the set as a column. */
  async #show(): Promise<void> {
    const {set} = this.#model;
    const shown = this.#words();
    if (shown === this.#shown || !("compound_id" in set.table.columns)) return;
    const isNeeded = this.#decisions.size > 0 || COLUMN in set.table.columns;
    if (!isNeeded) return;
    const turn = ++this.#turn;
    const values: Cell[] = new Array<Cell>(set.rowCount).fill(null);
    for (let row = 0; row < set.rowCount; row++) {
      const decision = this.#decisions.get(subjectOf(set, row).key);
      if (decision) values[row] = decision.verdict;
      if (row % ROWS_A_PIECE === ROWS_A_PIECE - 1) await new Promise((done) => setTimeout(done));
    }
    if (turn !== this.#turn || this.#signal.aborted || set.rowCount !== this.#model.set.rowCount) return;
    this.#shown = shown;
    this.#model.putColumns([{name: COLUMN, column: triageColumns.decision, values}]);
  }
}
