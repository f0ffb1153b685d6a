import {html} from "htl";
import {countOf, formatCount} from "../base/format-number.js";
import {rowNumbers} from "../base/row-numbers.js";
import {openMolblockMaker, openParquetMaker} from "../workers/export-client.js";
import {
  compoundsCsv,
  compoundsParquet,
  compoundsSdf,
  compoundsSmiles,
  type FileJob,
  provenanceLine
} from "./compound-files.js";
import {choiceOf} from "./choice-of.js";
import type {CompoundsModel} from "./compounds-model.js";
import {saveBytes} from "./save-file.js";

const WHICH = ["left", "selected", "kept", "all"] as const;
type Rows = (typeof WHICH)[number];

const NONE: Readonly<Record<Rows, string>> = {
  left: "the filters leave no compound",
  selected: "no compound is selected: x on a row, or its box",
  kept: "no compound of this set is decided “keep”: s on a row",
  all: "this set holds no compound"
};

export interface CompoundsSaveOptions {
  readonly model: CompoundsModel;
  /** Rows selected in the list, in the order in which they were. */
  readonly selected: () => readonly number[];
  /** Names of the columns that the table shows. */
  readonly shown: () => readonly string[];
  /** Where the file comes from: source, filters, ranking, versions, time; JSON. */
  readonly provenance: (rows: number) => string;
}

/** A menu that saves compounds: those left, selected, kept or all; as CSV, SMILES, SDF or Parquet. */
export class CompoundsSave {
  readonly node: HTMLDetailsElement;
  readonly #options: CompoundsSaveOptions;
  readonly #words = html`<p class="small" role="status"></p>`;
  #rows: Rows = "left";
  #stopper: AbortController | undefined;

  constructor(options: CompoundsSaveOptions) {
    this.#options = options;
    const which = choiceOf(
      "Compounds to save",
      [
        ["left", "those left, in the table's order"],
        ["selected", "those selected"],
        ["kept", "those decided “keep”"],
        ["all", "all of the set"]
      ],
      "left",
      (value) => {
        this.#rows = WHICH.find((each) => each === value) ?? "left";
      }
    );
    this.node = html<HTMLDetailsElement>`<details class="export-menu">
      <summary class="button">Save</summary>
      <div class="export-choices">
        ${which}
        <ul>
          ${this.#item("CSV, columns shown", (job) => this.#csv({...job, columns: this.#options.shown()}))}
          ${this.#item("CSV, all columns", (job) => this.#csv(job))} ${this.#structured()}
          ${this.#item("Parquet, all columns", (job) => this.#parquet(job))}
          ${this.#item("Provenance, JSON", (job) => this.#provenance(job))}
        </ul>
        ${this.#words}
      </div>
    </details>`;
  }

  #structured(): Node[] {
    if (!("smiles" in this.#options.model.set.table.columns)) return [];
    return [this.#item("SMILES", (job) => this.#smiles(job)), this.#item("SDF, all columns", (job) => this.#sdf(job))];
  }

  #item(label: string, write: (job: FileJob) => Promise<void>): HTMLElement {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
    button.onclick = () => void this.#run(write);
    return html`<li>${button}</li>`;
  }

  /** Rows to save, in the order of the table. */
  #chosen(): Uint32Array {
    const {model} = this.#options;
    if (this.#rows === "left") return model.survivors();
    if (this.#rows === "selected") return Uint32Array.from(this.#options.selected());
    const all = rowNumbers(model.set.rowCount);
    if (this.#rows === "all") return all;
    if (!("decision" in model.set.table.columns)) return new Uint32Array();
    return all.filter((row) => model.set.cell("decision", row) === "keep");
  }

  async #run(write: (job: FileJob) => Promise<void>): Promise<void> {
    this.#stopper?.abort(new Error("another file is being written"));
    const stopper = (this.#stopper = new AbortController());
    const cancel = html<HTMLButtonElement>`<button type="button" class="quiet">Cancel</button>`;
    cancel.onclick = () => {
      stopper.abort(new Error("stopped"));
    };
    const rows = this.#chosen();
    const onPiece = async (done: number): Promise<void> => {
      stopper.signal.throwIfAborted();
      this.#words.replaceChildren(`${formatCount(done)} of ${formatCount(rows.length)} written `, cancel);
      await new Promise((next) => setTimeout(next));
    };
    try {
      if (rows.length === 0) throw new Error(NONE[this.#rows]);
      await write({set: this.#options.model.set, rows, onPiece});
      this.#words.textContent = `${countOf(rows.length, "compound")} saved.`;
    } catch (error) {
      this.#words.textContent = `Not saved: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #csv(job: FileJob): Promise<void> {
    saveBytes("compounds.csv", "text/csv", new Blob(await compoundsCsv(job)));
  }

  async #smiles(job: FileJob): Promise<void> {
    saveBytes("compounds.smi", "chemical/x-daylight-smiles", new Blob(await compoundsSmiles(job)));
  }

  async #sdf(job: FileJob): Promise<void> {
    const comment = provenanceLine(this.#options.provenance(job.rows.length));
    const maker = await openMolblockMaker(this.#stopper?.signal ?? new AbortController().signal);
    try {
      saveBytes("compounds.sdf", "chemical/x-mdl-sdfile", new Blob(await compoundsSdf({...job, comment}, maker)));
    } finally {
      maker.dispose();
    }
  }

  async #parquet(job: FileJob): Promise<void> {
    const maker = openParquetMaker(this.#stopper?.signal ?? new AbortController().signal);
    try {
      const parts = await compoundsParquet(job, this.#options.provenance(job.rows.length), maker.open);
      saveBytes("compounds.parquet", "application/vnd.apache.parquet", new Blob(parts));
    } finally {
      maker.dispose();
    }
  }

  #provenance({rows}: FileJob): Promise<void> {
    saveBytes("compounds.provenance.json", "application/json", this.#options.provenance(rows.length));
    return Promise.resolve();
  }
}
