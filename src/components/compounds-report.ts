import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {parsePropertyRules, type PropertyRule} from "../alerts/property-rules.js";
import {countOf, formatCount, formatNumber} from "../base/format-number.js";
import type {LedgerStep} from "../filters/failure-ledger.js";
import {type Failure, failures} from "../filters/failures.js";
import {methodsParagraph} from "../filters/methods-paragraph.js";
import {publishedRows} from "../store/published-answers.js";
import type {AlertRateRow} from "../tables/alert-rates.js";
import type {ApprovedDrugs} from "./approved-drugs.js";
import type {CompoundsModel} from "./compounds-model.js";
import {ledgerCsv} from "./ledger-file.js";
import {saveBytes} from "./save-file.js";

const PROGRAMS = "Fumehood 0.1.0 (RDKit 2026.9.1)";
const MOST_REASONS = 3;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

export interface CompoundsReportOptions {
  readonly model: CompoundsModel;
  /** What the compounds are, for a methods section. */
  readonly source: string;
  readonly approved: () => ApprovedDrugs | null;
  /** Profile ranked by, with its citation; empty for none. */
  readonly ranking: () => string;
  /** Told when the alerts of the catalogue are known by name. */
  readonly onAlerts: () => void;
}

/** Why compounds fell: the ledger of all that did, the reason of one, and what was done as a paragraph. */
export class CompoundsReport {
  readonly node: HTMLElement;
  readonly #options: CompoundsReportOptions;
  readonly #words = html`<p class="small" role="status"></p>`;
  #rules: readonly PropertyRule[] = [];
  #alerts: ReadonlyMap<string, AlertRateRow> = new Map();

  constructor(options: CompoundsReportOptions) {
    this.#options = options;
    const button = (words: string, act: () => void): HTMLElement => {
      const node = html<HTMLButtonElement>`<button type="button" class="quiet">${words}</button>`;
      node.onclick = act;
      return node;
    };
    this.node = html<HTMLElement>`<div class="funnel-report">
      <p>
        ${button("Save failure ledger", () => void this.#saveLedger())}
        ${button("Copy methods paragraph", () => void this.#copyMethods())}
      </p>
      ${this.#words}
    </div>`;
    void FileAttachment("../data/property-rules.json")
      .json<unknown>()
      .then((content) => {
        this.#rules = parsePropertyRules(content);
      });
    // Without the published tables an alert is told by its place in its set.
    void publishedRows("alert-rates")
      .then((rows) => {
        this.#alerts = new Map(rows.map((row) => [row.alert_id, row]));
        options.onAlerts();
      })
      .catch(() => undefined);
  }

  /** The alerts of the catalogue with their approved drugs, by id; none before they are read. */
  get alerts(): ReadonlyMap<string, AlertRateRow> {
    return this.#alerts;
  }

  /** How approved drugs fare under a filter, in words; empty where that is not known. */
  note(name: string): string {
    const share = this.#options.approved()?.share(this.#options.model.node(name)) ?? null;
    return share === null
      ? ""
      : `${String(Math.round(100 * share.failing))} % of ${formatCount(share.judged)} approved drugs fall too`;
  }

  /** The filter that a row fell at, and the values that did it; null for one that passes. */
  reason(row: number): HTMLElement | null {
    const {model} = this.#options;
    for (const name of model.filter.filters) {
      const reasons = failures(model.node(name), row, this.#ground());
      if (reasons.length > 0)
        return html<HTMLElement>`<span class="fell-at"
          >${model.words(name)}<span class="muted"
            >${reasons
              .slice(0, MOST_REASONS)
              .map((each) => this.#valueWords(each))
              .join("; ")}</span
          ></span
        >`;
    }
    return null;
  }

  #valueWords({property, value}: Failure): string {
    const column = this.#options.model.set.table.columns[property];
    const label = column?.label ?? property;
    if (property === "structure" && value === null) return "its structure does not match";
    if (value === null) return column ? `${label} is missing` : label;
    const shown = typeof value === "number" ? `${formatNumber(value)} ${column?.unit ?? ""}`.trim() : String(value);
    return `${label} ${shown}`;
  }

  #ground() {
    const {set, outside} = this.#options.model;
    return {set, outside, rules: this.#rules, alerts: this.#alerts};
  }

  #steps(): LedgerStep[] {
    const {model} = this.#options;
    const approved = this.#options.approved();
    return model.filter.filters.map((name) => {
      const node = model.node(name);
      const share = approved?.share(node) ?? null;
      return {node, words: model.words(name), approvedFailing: share?.failing ?? null, nApproved: share?.judged ?? 0};
    });
  }

  async #saveLedger(): Promise<void> {
    const rows = this.#options.model.dropped();
    const onPiece = async (done: number): Promise<void> => {
      this.#words.textContent = `Ledger: ${formatCount(done)} of ${formatCount(rows.length)}`;
      await pause();
    };
    this.#words.textContent = "Ledger: looking for the atoms of alerts";
    try {
      const pieces = await ledgerCsv({rows, steps: this.#steps(), ground: this.#ground(), onPiece});
      saveBytes("failures.csv", "text/csv", new Blob(pieces));
      this.#words.textContent = `Ledger of ${countOf(rows.length, "compound")} saved.`;
    } catch (error) {
      this.#words.textContent = `Not saved: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  #methods(): string {
    const {model, source, ranking} = this.#options;
    return methodsParagraph({
      ...{set: source, rowCount: model.set.rowCount, rules: this.#rules, ranking: ranking(), programs: PROGRAMS},
      steps: model.funnel().map((step) => ({...step, node: model.node(step.name)}))
    });
  }

  /** Where saved compounds come from: set, filters, ranking, order, programs, time; JSON. */
  provenance(rows: number): string {
    const {model, source, ranking} = this.#options;
    const {sort} = model.state.value;
    return JSON.stringify({
      ...{programs: PROGRAMS, written_at: new Date().toISOString(), source, rows, of: model.set.rowCount},
      ...{filters: model.recipe("").steps, ranking: ranking(), order: sort, methods: this.#methods()}
    });
  }

  async #copyMethods(): Promise<void> {
    const text = this.#methods();
    const box = html<HTMLTextAreaElement>`<textarea rows="8" readonly aria-label="Methods paragraph"></textarea>`;
    box.value = text;
    let words = "Copied.";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      words = "To be copied by hand:";
    }
    this.#words.replaceChildren(words, box);
  }
}
