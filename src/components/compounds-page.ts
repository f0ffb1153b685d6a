import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {Crossfilter} from "../kernels/crossfilter.js";
import {compoundsFields} from "../state/compounds-view.js";
import {urlState} from "../state/url-state.js";
import type {ColumnSet} from "../tables/column-set.js";
import {type CompoundsState, CompoundsWorkbench} from "./compounds-workbench.js";
import {generatedSet} from "./generated-set.js";
import {loadKernels} from "./load-kernels.js";
import {openProjectSet} from "./project-set.js";

/** Lets the browser paint and answer before the next piece of work. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

const loading = (): HTMLElement =>
  html`<div class="state" role="status">
    <h3>Reading the project's compounds</h3>
    <p>Names, structures and numbers come from the published tables of this site.</p>
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

async function openWorkbench(
  set: ColumnSet,
  state: CompoundsState,
  notice: readonly Node[]
): Promise<CompoundsWorkbench> {
  const columns = set.numericNames
    .filter((name) => name !== "line" && name !== "source_row")
    .map((name) => ({name, values: set.numbers(name)}));
  const filter = await Crossfilter.open(await loadKernels(), columns, set.rowCount, breathe);
  return new CompoundsWorkbench(set, filter, state, notice);
}

const titleOf = (set: ColumnSet, isMeasured: boolean): HTMLElement =>
  html`<p class="compounds-title small muted">
    ${isMeasured ? "Random numbers, to measure the page with" : "The project's compounds"}:
    ${formatCount(set.rowCount)}.
  </p>`;

/**
 * The Compounds page: the project's set, to narrow down.
 *
 * @param invalidation settles when the page is drawn again; then everything held is released
 */
export function compoundsPage(invalidation: Promise<unknown>): HTMLElement {
  const node = html`<div class="compounds-page"></div>`;
  const state = urlState(compoundsFields);
  const measured = generatedSet(new URLSearchParams(location.search).get("measure") ?? "");
  let bench: CompoundsWorkbench | undefined;
  const open = async (): Promise<void> => {
    node.replaceChildren(loading());
    try {
      const set = measured ?? (await openProjectSet());
      bench = await openWorkbench(set, state, [titleOf(set, measured !== null)]);
      node.replaceChildren(bench.node);
    } catch (error) {
      node.replaceChildren(failed(error, () => void open()));
    }
  };
  void open();
  void invalidation.then(() => {
    bench?.dispose();
    state.dispose();
  });
  return node;
}
