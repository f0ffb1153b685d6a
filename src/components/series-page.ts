import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import {seriesFields} from "../state/series-fields.js";
import {urlState} from "../state/url-state.js";
import type {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {startDrawing} from "../workers/draw-client.js";
import {openSeriesPool} from "../workers/series-client.js";
import type {SeriesPool} from "../workers/series-pool.js";
import {type AdmetPanel, admetPanel, endpointsOf, shownColumns} from "./admet-panel.js";
import {fileIntake} from "./file-intake.js";
import {generatedFingerprints, generatedSet} from "./generated-set.js";
import type {GivenFiles} from "./given-files.js";
import {projectActivities, projectSourceWords} from "./project-series.js";
import {takePublishedScaffolds} from "./project-scaffolds.js";
import {readFingerprints} from "./published-fingerprints.js";
import {openProjectSet} from "./project-set.js";
import {openScreenedFile, type ScreenedFile} from "./screened-set.js";
import {SeriesBench} from "./series-bench.js";
import {ownActivities, seriesModel, type SeriesModel} from "./series-model.js";
import {mountStage, readingSet, setFailed, type SetStage} from "./set-stage.js";

const READING = "Structures and measured values come from the published tables of this site.";

/** Made-up numbers and fingerprints, to measure the page with. */
function measuredModel(generated: ColumnSet, pool: SeriesPool): SeriesModel {
  const smiles = {
    name: "smiles",
    column: compounds.columns.smiles,
    values: new Array<string>(generated.rowCount).fill("C")
  };
  const set = generated.withColumns([smiles]);
  const model = seriesModel(set, pool, [], {isProject: false, source: "made-up numbers"});
  model.chemistry.takeFingerprints(generatedFingerprints(set.rowCount, MORGAN_BYTES));
  return model;
}

/** What the page shows: one set at a time. */
class Stage implements SetStage {
  readonly node = html<HTMLElement>`<div class="compounds-page series-page"></div>`;
  readonly #state = urlState(seriesFields);
  readonly #pool = openSeriesPool();
  readonly #measured = generatedSet(new URLSearchParams(location.search).get("measure") ?? "");
  #bench: SeriesBench | undefined;
  #file: ScreenedFile | undefined;
  #admet: AdmetPanel | undefined;
  #turn = 0;

  async openProject(): Promise<void> {
    const turn = this.#begin(readingSet(READING));
    if (this.#measured) {
      this.#show(measuredModel(this.#measured, this.#pool), [], turn);
      return;
    }
    try {
      const opened = openProjectSet();
      const [set, source, activities] = await Promise.all([
        opened,
        projectSourceWords(),
        opened.then(projectActivities)
      ]);
      const model = seriesModel(set, this.#pool, activities, {isProject: true, source});
      await takePublishedScaffolds(set, model.chemistry);
      model.chemistry.publishedAt(() => readFingerprints(() => Promise.resolve(set.rowCount)));
      const intake = fileIntake((given) => {
        this.openFiles(given);
      });
      const words = html`<span class="muted">The project's ${formatCount(set.rowCount)} compounds.</span>`;
      this.#show(model, [html`<div class="compounds-title">${words}${intake}</div>`], turn);
    } catch (error) {
      const failed = setFailed(error, () => {
        void this.openProject();
      });
      if (turn === this.#turn) this.node.replaceChildren(failed);
    }
  }

  openFiles(given: GivenFiles): void {
    const waiting = html`<div class="compounds-waiting"></div>`;
    const turn = this.#begin(waiting);
    const file = openScreenedFile(given, {
      onRows: () => Promise.resolve(),
      onEnd: (set) => {
        this.#state.set({of: "all", pick: "", at: "", activity: "", open: []});
        const about = {isProject: false, source: `the reader's own file ${file.name}`};
        this.#show(seriesModel(set, this.#pool, ownActivities(set), about), [file.panel.node], turn);
      },
      onClose: () => {
        this.#state.reset();
        void this.openProject();
      }
    });
    this.#file = file;
    waiting.append(file.panel.node);
  }

  dispose(): void {
    this.#begin(html`<div></div>`);
    this.#state.dispose();
    this.#pool.dispose();
  }

  #begin(shown: Node): number {
    this.#file?.stop();
    this.#file = undefined;
    this.#admet?.dispose();
    this.#admet = undefined;
    this.#bench?.dispose();
    this.#bench = undefined;
    this.node.replaceChildren(shown);
    return ++this.#turn;
  }

  #show(model: SeriesModel, notice: readonly Node[], turn: number): void {
    if (turn !== this.#turn) return;
    const slot = html<HTMLElement>`<div></div>`;
    const bench = (this.#bench = new SeriesBench(model, this.#state, [...notice, slot]));
    this.node.replaceChildren(bench.node);
    void this.#predict(model.set, slot, turn);
  }

  /** Offers to predict the set, and does so at once when the address asks for it. */
  async #predict(set: ColumnSet, slot: HTMLElement, turn: number): Promise<void> {
    const asked = await endpointsOf(this.#state.value.admet);
    if (turn !== this.#turn) return;
    const panel = (this.#admet = admetPanel({
      set,
      initial: asked,
      onChoose: (chosen) => {
        const by = new Set([...this.#state.value.by, ...shownColumns(chosen)]);
        this.#state.set({admet: chosen.map(({id}) => id), by: [...by]});
      },
      onSet: (predicted) => {
        if (turn === this.#turn) this.#bench?.replaceSet(predicted);
        return Promise.resolve();
      }
    }));
    slot.append(panel.node);
    if (asked.length > 0) await panel.start(asked);
  }
}

/**
 * The Series page: what the numbers of a set say about its chemistry.
 *
 * @param invalidation settles when the page is drawn again; then everything held is released
 */
export function seriesPage(invalidation: Promise<unknown>): HTMLElement {
  startDrawing();
  return mountStage(new Stage(), invalidation);
}
