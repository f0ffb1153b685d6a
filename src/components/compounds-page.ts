import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {Crossfilter} from "../kernels/crossfilter.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import {compoundsFields} from "../state/compounds-view.js";
import {urlState} from "../state/url-state.js";
import type {ColumnSet} from "../tables/column-set.js";
import {type AdmetPanel, admetPanel, endpointsOf, shownColumns} from "./admet-panel.js";
import {CompoundsModel, type CompoundsState} from "./compounds-model.js";
import {CompoundsWorkbench} from "./compounds-workbench.js";
import {startDrawing} from "../workers/draw-client.js";
import {fileIntake} from "./file-intake.js";
import type {GivenFiles} from "./given-files.js";
import {generatedSet} from "./generated-set.js";
import {keepButton, keptList} from "./kept-list.js";
import {openKeptSet} from "./kept-sets.js";
import {loadKernels} from "./load-kernels.js";
import {openApproved} from "./open-approved.js";
import type {ApprovedDrugs} from "./approved-drugs.js";
import {nothingRead} from "./nothing-read.js";
import {pagePause} from "./page-pause.js";
import {openProjectSet} from "./project-set.js";
import {openScreenedFile, type ScreenedFile} from "./screened-set.js";
import {mountStage, readingSet, setFailed, type SetStage} from "./set-stage.js";

/** Columns of a reader's file that are shown at first. */
const MOST_OWN_SHOWN = 6;

const READING = "Names, structures and numbers come from the published tables of this site.";

async function openFilter(set: ColumnSet): Promise<Crossfilter> {
  const kernels = await loadKernels();
  const {rowCount} = set;
  const columns = set.numericNames
    .filter((name) => name !== "line" && name !== "source_row")
    .map((name) => ({name, values: set.numbers(name)}));
  return Crossfilter.open(kernels, columns, rowCount, pagePause());
}

const PROJECT_SOURCE = "the compounds of this project";

const titleOf = (set: ColumnSet, isMeasured: boolean): HTMLElement =>
  html`<span class="muted">
    ${isMeasured ? `Random numbers, to measure the page with: ${formatCount(set.rowCount)}` : "The project's compounds"}
  </span>`;

/** What the page shows: one set at a time, opened one after another. */
class Stage implements SetStage {
  readonly node = html<HTMLElement>`<div class="compounds-page"></div>`;
  readonly #state: CompoundsState = urlState(compoundsFields);
  readonly #measured = generatedSet(new URLSearchParams(location.search).get("measure") ?? "");
  #model: CompoundsModel | undefined;
  #bench: CompoundsWorkbench | undefined;
  #file: ScreenedFile | undefined;
  #admet: AdmetPanel | undefined;
  /** Grows with every set shown, so that one that comes late is not shown. */
  #turn = 0;
  /** Grows with every state of a set shown: partial rows that come late never replace later ones. */
  #showing = 0;
  /** The set that the workbench shows. */
  #shownTurn = -1;
  #shownColumns = "";
  #shownSet: ColumnSet | undefined;
  /** What the set is that is no file being screened, in words. */
  #source = PROJECT_SOURCE;
  #project: Promise<ColumnSet> | undefined;
  #approved: Promise<ApprovedDrugs | null> | undefined;

  async openProject(): Promise<void> {
    this.#leaveFile();
    this.#source = PROJECT_SOURCE;
    const turn = ++this.#turn;
    this.node.replaceChildren(readingSet(READING));
    try {
      const set = this.#measured ?? (await this.#readProject());
      const intake = fileIntake((given) => {
        this.openFiles(given);
      });
      const slot = html`<div class="compounds-admet"></div>`;
      const title = html`<div class="compounds-title">
        ${titleOf(set, this.#measured !== null)}${intake}${this.#keptList()}${slot}
      </div>`;
      await this.#predict(set, [title], slot, turn);
    } catch (error) {
      this.node.replaceChildren(setFailed(error, () => void this.openProject()));
    }
  }

  /** A set that was kept at an earlier visit. */
  async openKept(name: string): Promise<void> {
    this.#leaveFile();
    const turn = ++this.#turn;
    this.node.replaceChildren(readingSet(READING));
    try {
      const set = await openKeptSet(name);
      if (turn !== this.#turn) return;
      this.#source = `the file ${name}`;
      const close = html<HTMLButtonElement>`<button type="button">Close the file</button>`;
      close.onclick = () => void this.openProject();
      const slot = html`<div class="compounds-admet"></div>`;
      const title = html`<div class="compounds-title">
        <span class="screening-name">${name}</span
        ><span class="muted">kept in this browser: ${formatCount(set.rowCount)}.</span>${close}${slot}
      </div>`;
      await this.#predict(set, [title], slot, turn);
    } catch (error) {
      this.node.replaceChildren(setFailed(error, () => void this.openProject()));
    }
  }

  #keptList(): HTMLElement {
    return keptList((name) => void this.openKept(name));
  }

  openFiles(given: GivenFiles): void {
    this.#leaveFile();
    const turn = ++this.#turn;
    const slot = html`<div class="compounds-admet"></div>`;
    const file = openScreenedFile(given, {
      onRows: async (set) => {
        if (turn === this.#turn && set.rowCount > 0) await this.#show(set, [title], turn);
      },
      onEnd: (set) => {
        if (turn !== this.#turn) return;
        if (set.rowCount === 0) {
          this.#showNothing(file, given.files.length);
          return;
        }
        file.panel.offer(keepButton(file.name, set));
        void this.#predict(set, [title], slot, turn);
      },
      onClose: () => void this.openProject()
    });
    const title = html`<div class="compounds-title">${file.panel.node}${slot}</div>`;
    this.#file = file;
    this.#bench?.dispose();
    this.node.replaceChildren(html`<div class="compounds-waiting">${title}</div>`);
  }

  #showNothing({name, panel}: ScreenedFile, files: number): void {
    const intake = fileIntake((given) => {
      this.openFiles(given);
    });
    const state = nothingRead({name, files, issues: panel.issueCount, ways: [intake]});
    this.node.replaceChildren(html`<div class="compounds-waiting">${panel.node}${state}</div>`);
  }

  /** The project's compounds, read once; what failed is tried again. */
  #readProject(): Promise<ColumnSet> {
    this.#project ??= openProjectSet().catch((error: unknown) => {
      this.#project = undefined;
      throw error;
    });
    return this.#project;
  }

  #readApproved(): Promise<ApprovedDrugs | null> {
    this.#approved ??= this.#measured ? Promise.resolve(null) : this.#readProject().then(openApproved);
    return this.#approved;
  }

  dispose(): void {
    this.#turn++;
    this.#leaveFile();
    this.#bench?.dispose();
    this.#state.dispose();
  }

  #leaveFile(): void {
    this.#file?.stop();
    this.#file = undefined;
    this.#admet?.dispose();
    this.#admet = undefined;
  }

  /** What a reader's file brought is shown, unless it was chosen what is. */
  #showOwn(set: ColumnSet): void {
    const {columns} = this.#state.value;
    const own = Object.keys(set.table.columns).filter(isOwnColumn);
    if (columns.some(isOwnColumn) || own.length === 0) return;
    this.#state.set({columns: [...own.slice(0, MOST_OWN_SHOWN), ...columns]});
  }

  /** Offers to predict a set that is complete, and does so at once when the address asks for it. */
  async #predict(set: ColumnSet, notice: readonly Node[], slot: Node, turn: number): Promise<void> {
    const asked = "smiles" in set.table.columns ? await endpointsOf(this.#state.value.admet) : [];
    if (turn !== this.#turn) return;
    const panel = admetPanel({
      set,
      initial: asked,
      onChoose: (chosen) => {
        const columns = new Set([...this.#state.value.columns, ...shownColumns(chosen)]);
        this.#state.set({admet: chosen.map(({id}) => id), columns: [...columns]});
      },
      onSet: async (predicted) => {
        if (turn === this.#turn) await this.#show(predicted, notice, turn);
      }
    });
    this.#admet = panel;
    if ("smiles" in set.table.columns) slot.appendChild(panel.node);
    if (asked.length > 0) await panel.start(asked);
    else await this.#show(set, notice, turn);
  }

  async #show(set: ColumnSet, notice: readonly Node[], turn: number): Promise<void> {
    // What is offered beside a set that is shown changes nothing in it.
    if (set === this.#shownSet && turn === this.#shownTurn) return;
    const showing = ++this.#showing;
    const filter = await openFilter(set);
    if (turn !== this.#turn || showing !== this.#showing) return;
    const columns = Object.entries(set.table.columns)
      .map(([name, {type}]) => `${name} ${type}`)
      .join();
    if (this.#model && this.#shownTurn === turn && this.#shownColumns === columns) {
      this.#shownSet = set;
      this.#model.replaceRows(set, filter);
      return;
    }
    this.#bench?.dispose();
    this.#showOwn(set);
    this.#model = new CompoundsModel(set, filter, this.#state);
    const source = this.#file ? `the file ${this.#file.name}` : this.#source;
    this.#bench = new CompoundsWorkbench({model: this.#model, source, notice, approved: this.#readApproved()});
    this.#shownTurn = turn;
    this.#shownSet = set;
    this.#shownColumns = columns;
    this.node.replaceChildren(this.#bench.node);
  }
}

/**
 * The Compounds page: the project's set, or one that the reader brings, to narrow down.
 *
 * @param invalidation settles when the page is drawn again; then everything held is released
 */
export function compoundsPage(invalidation: Promise<unknown>): HTMLElement {
  startDrawing();
  return mountStage(new Stage(), invalidation);
}
