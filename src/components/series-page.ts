import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {seriesFields} from "../state/series-fields.js";
import {urlState} from "../state/url-state.js";
import {openSeriesPool} from "../workers/series-client.js";
import {fileIntake, onFileDrop} from "./file-intake.js";
import type {GivenFiles} from "./given-files.js";
import {openProjectSet} from "./project-set.js";
import {openScreenedFile, type ScreenedFile} from "./screened-set.js";
import {SeriesBench} from "./series-bench.js";
import {ownActivities, projectActivities, seriesModel, type SeriesModel} from "./series-model.js";

const loading = (): HTMLElement =>
  html`<div class="state" role="status">
    <h3>Reading the project's compounds</h3>
    <p>Structures and measured values come from the published tables of this site.</p>
    <progress aria-label="Reading"></progress>
  </div>`;

function failed(error: unknown, retry: () => void): HTMLElement {
  const again = html<HTMLButtonElement>`<button type="button">Try again</button>`;
  again.addEventListener("click", retry);
  return html`<div class="state is-error" role="alert">
    <h3>The compounds could not be read</h3>
    <p>${error instanceof Error ? error.message : String(error)}</p>
    ${again}
  </div>`;
}

/** What the page shows: one set at a time. */
class Stage {
  readonly node = html`<div class="compounds-page series-page"></div>`;
  readonly #state = urlState(seriesFields);
  readonly #pool = openSeriesPool();
  #bench: SeriesBench | undefined;
  #file: ScreenedFile | undefined;
  #turn = 0;

  async openProject(): Promise<void> {
    const turn = this.#begin(loading());
    try {
      const set = await openProjectSet();
      const model = seriesModel(set, this.#pool, await projectActivities(set), true);
      const intake = fileIntake((given) => {
        this.openFiles(given);
      });
      const words = html`<span class="muted">The project's ${formatCount(set.rowCount)} compounds.</span>`;
      this.#show(model, [html`<div class="compounds-title">${words}${intake}</div>`], turn);
    } catch (error) {
      if (turn === this.#turn)
        this.node.replaceChildren(
          failed(error, () => {
            void this.openProject();
          })
        );
    }
  }

  openFiles(given: GivenFiles): void {
    const waiting = html`<div class="compounds-waiting"></div>`;
    const turn = this.#begin(waiting);
    const file = openScreenedFile(given, {
      onRows: () => Promise.resolve(),
      onEnd: (set) => {
        this.#state.set({of: "all", pick: "", at: "", activity: "", open: []});
        this.#show(seriesModel(set, this.#pool, ownActivities(set), false), [file.panel.node], turn);
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
    this.#bench?.dispose();
    this.#bench = undefined;
    this.node.replaceChildren(shown);
    return ++this.#turn;
  }

  #show(model: SeriesModel, notice: readonly Node[], turn: number): void {
    if (turn !== this.#turn) return;
    this.#bench = new SeriesBench(model, this.#state, notice);
    this.node.replaceChildren(this.#bench.node);
  }
}

/**
 * The Series page: what the numbers of a set say about its chemistry.
 *
 * @param invalidation settles when the page is drawn again; then everything held is released
 */
export function seriesPage(invalidation: Promise<unknown>): HTMLElement {
  const stage = new Stage();
  const stopper = new AbortController();
  onFileDrop((given) => {
    stage.openFiles(given);
  }, stopper.signal);
  void stage.openProject();
  void invalidation.then(() => {
    stopper.abort();
    stage.dispose();
  });
  return stage.node;
}
