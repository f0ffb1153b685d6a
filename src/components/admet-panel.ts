import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {DESCRIPTOR_NAMES} from "../admet/known-descriptors.js";
import type {ModelCard} from "../admet/model-card.js";
import {topProbabilities} from "../admet/top-probability.js";
import {withPredictions} from "../admet/with-predictions.js";
import {formatCount} from "../base/format-number.js";
import {endpointColumns} from "../tables/admet-columns.js";
import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import {betterOf} from "../tables/admet-limits.js";
import type {ColumnSet} from "../tables/column-set.js";
import {createAdmetClient, type AdmetProgress, type AdmetTable} from "../workers/admet-client.js";
import {admetUrls} from "../workers/admet-urls.js";
import {endpointChooser} from "./endpoint-chooser.js";
import {timeLeft} from "./screening-panel.js";

/** Prediction of a whole set, above its table. */
export interface AdmetPanel {
  readonly node: HTMLElement;
  /** Predicts the endpoints; resolves when done or stopped. */
  start(endpoints: readonly AdmetEndpoint[]): Promise<void>;
  /** Stops and ends the workers. */
  dispose(): void;
}

export interface AdmetPanelOptions {
  readonly set: ColumnSet;
  /** Endpoints that are chosen at first. */
  readonly initial: readonly AdmetEndpoint[];
  /** Takes the endpoints chosen, before any is predicted. */
  readonly onChoose: (endpoints: readonly AdmetEndpoint[]) => void;
  /** Takes the set with its predictions so far: empty columns at once, then at growing distances, then all. */
  readonly onSet: (set: ColumnSet) => Promise<void>;
}

/** Predictions are shown when there are so many, and each time there are so many times more. */
const FIRST_SHOWN = 512;
const SHOW_GROWTH = 3;
/** Probabilities are of being among so many best. */
const BEST = 100;

/** Lets the browser paint and answer before the next piece of work. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

class Panel implements AdmetPanel {
  readonly node: HTMLElement;
  readonly #options: AdmetPanelOptions;
  readonly #bar = html<HTMLProgressElement>`<progress
    max="1"
    value="0"
    aria-label="Predicting ADMET"
    hidden
  ></progress>`;
  readonly #words = html<HTMLElement>`<span class="screening-words" role="status"></span>`;
  readonly #cancel = html<HTMLButtonElement>`<button type="button" hidden>Cancel predictions</button>`;
  #stopper = new AbortController();

  constructor(options: AdmetPanelOptions) {
    this.#options = options;
    this.#cancel.onclick = () => {
      this.#stopper.abort();
    };
    const chooser = endpointChooser(
      loadCards,
      options.initial.map(({id}) => id),
      (endpoints) => {
        this.#options.onChoose(endpoints);
        void this.start(endpoints);
      }
    );
    this.node = html<HTMLElement>`<section class="admet-panel" aria-label="ADMET predictions">
      <p>${chooser} ${this.#words} ${this.#cancel}</p>
      ${this.#bar}
    </section>`;
  }

  async start(endpoints: readonly AdmetEndpoint[]): Promise<void> {
    this.#stopper.abort();
    const stopper = (this.#stopper = new AbortController());
    const {set, onSet} = this.#options;
    const client = createAdmetClient(admetUrls, Math.max(1, navigator.hardwareConcurrency - 1));
    this.#setBusy(true);
    this.#words.textContent = "Loading the models";
    try {
      await onSet(await withPredictions(set, endpoints, null, new Map(), breathe));
      const table = await this.#predict(client, endpoints, stopper.signal);
      if (stopper === this.#stopper) await this.#finish(endpoints, table, stopper.signal.aborted);
    } catch (error) {
      this.#words.textContent = `Predictions failed: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      client.dispose();
      if (stopper === this.#stopper) this.#setBusy(false);
    }
  }

  dispose(): void {
    this.#stopper.abort();
    this.#stopper = new AbortController();
  }

  async #predict(
    client: ReturnType<typeof createAdmetClient>,
    endpoints: readonly AdmetEndpoint[],
    signal: AbortSignal
  ): Promise<AdmetTable> {
    const {set, onSet} = this.#options;
    const smiles = set.texts("smiles").map((text) => String(text ?? ""));
    const began = performance.now();
    let next = FIRST_SHOWN;
    let shown = Promise.resolve();
    const table = await client.predictAll(smiles, {
      endpoints: endpoints.map(({id}) => id),
      // A set that was too large to keep all its columns has them worked out again.
      ...(DESCRIPTOR_NAMES.every((name) => name in set.table.columns)
        ? {descriptors: DESCRIPTOR_NAMES.map((name) => set.numbers(name))}
        : {}),
      signal,
      onProgress: (progress, table) => {
        if (signal.aborted) return;
        this.#tell(progress, (performance.now() - began) / 1000);
        if (progress.done < next || progress.done === progress.total) return;
        next = progress.done * SHOW_GROWTH;
        shown = shown.then(async () => onSet(await withPredictions(set, endpoints, table, new Map(), breathe)));
      }
    });
    await shown;
    return table;
  }

  #tell({done, total}: AdmetProgress, seconds: number): void {
    const perSecond = done / seconds;
    this.#bar.value = done / total;
    const left = timeLeft((total - done) / perSecond);
    const rate = `${formatCount(Math.round(perSecond))} a second`;
    this.#words.textContent = `ADMET of ${formatCount(done)} of ${formatCount(total)}, ${rate}${left === "" ? "" : `, ${left}`}`;
  }

  async #finish(endpoints: readonly AdmetEndpoint[], table: AdmetTable, wasStopped: boolean): Promise<void> {
    const {set, onSet} = this.#options;
    const tops = new Map<string, Float64Array>();
    for (const {id} of endpoints) {
      const top = topOf(table, id);
      if (top) tops.set(id, top);
      await breathe();
    }
    await onSet(await withPredictions(set, endpoints, table, tops, breathe));
    const refused = table.refused.filter((reason) => reason !== null).length;
    const start = wasStopped
      ? "Predictions stopped, what was done stays"
      : `${String(endpoints.length)} endpoints predicted`;
    this.#words.textContent = `${start}; ${formatCount(refused)} structures refused, with the reason on each.`;
  }

  #setBusy(isBusy: boolean): void {
    this.#bar.hidden = !isBusy;
    this.#cancel.hidden = !isBusy;
  }
}

/** Probability of each compound to be among the best, on the model's scale; null where no end is better. */
function topOf({cards, columns}: AdmetTable, id: string): Float64Array | null {
  const better = betterOf(id);
  const place = cards.findIndex(({endpoint}) => endpoint.id === id);
  const [card, found] = [cards[place], columns[place]];
  if (!card || !found || better === null || card.endpoint.kind === "class") return null;
  const scaled = (value: number): number => (card.endpoint.scale === "log10" ? Math.log10(value) : value);
  const halfWidths = Float64Array.from(found.value, (value, row) =>
    Math.max(scaled(found.high[row] ?? NaN) - scaled(value), scaled(value) - scaled(found.low[row] ?? NaN))
  );
  return topProbabilities(Float64Array.from(found.value, scaled), halfWidths, BEST, better);
}

const loadCards = (): Promise<readonly ModelCard[]> =>
  FileAttachment("../data/admet-cards.json").json<readonly ModelCard[]>();

/** The endpoints of the given ids that have a model, a team's own among them, in the order of the cards. */
export async function endpointsOf(ids: readonly string[]): Promise<AdmetEndpoint[]> {
  if (ids.length === 0) return [];
  const cards = await loadCards();
  return cards.map(({endpoint}) => endpoint).filter(({id}) => ids.includes(id));
}

/** Names of the columns that are shown when endpoints are predicted. */
export const shownColumns = (endpoints: readonly AdmetEndpoint[]): string[] =>
  endpoints.map((endpoint) => endpointColumns(endpoint).value);

/** A panel that predicts chosen endpoints for every compound of a set, in workers. */
export const admetPanel = (options: AdmetPanelOptions): AdmetPanel => new Panel(options);
