import {html} from "htl";
import {formatCount} from "../base/format-number.js";

/** One step of the funnel: a filter, how many compounds are left after it, and how many it took. */
export interface FunnelStep {
  readonly name: string;
  readonly words: string;
  readonly left: number;
  readonly lost: number;
  /** How approved drugs fare under it, in words; empty where that is not known. */
  readonly note?: string;
}

/** The steps of a row of filters, each applied after the ones before it. */
export function funnelSteps(
  filters: readonly string[],
  rowCount: number,
  countOf: (filters: readonly string[]) => number,
  wordsOf: (filter: string) => string
): FunnelStep[] {
  let before = rowCount;
  return filters.map((name, at) => {
    const left = countOf(filters.slice(0, at + 1));
    const lost = before - left;
    before = left;
    return {name, words: wordsOf(name), left, lost};
  });
}

function stepNode(
  {name, words, left, lost, note = ""}: FunnelStep,
  rowCount: number,
  onLift: (name: string) => void
): HTMLElement {
  const bar = html`<span class="funnel-bar" aria-hidden="true"></span>`;
  bar.style.width = `${String(rowCount === 0 ? 0 : (100 * left) / rowCount)}%`;
  const lift = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label=${`Lift the filter ${words}`}>
    ×
  </button>`;
  lift.addEventListener("click", () => {
    onLift(name);
  });
  return html`<li>
    <span class="funnel-words" title=${words}>${words}</span>
    <span class="funnel-left">${formatCount(left)}</span>
    <span class="funnel-lost">${lost === 0 ? "none lost" : `−${formatCount(lost)}`}</span>${lift}${bar}${
      note === "" ? "" : html`<span class="funnel-note">${note}</span>`
    }
  </li>`;
}

/** The funnel: what each filter took, in the order in which the filters were set. */
export function compoundsFunnel(
  steps: readonly FunnelStep[],
  rowCount: number,
  onLift: (name: string) => void
): HTMLElement {
  if (steps.length === 0)
    return html`<p class="small muted">No filter yet. Drag over a histogram, or type a limit under it.</p>`;
  return html`<ol class="funnel" aria-label="Filters in order, with what each took">
    ${steps.map((step) => stepNode(step, rowCount, onLift))}
  </ol>`;
}

/** Shown when no compound is left: for each filter, how many would be left without it, the most first. */
export function nothingLeft(
  without: readonly {readonly name: string; readonly words: string; readonly left: number}[],
  onLift: (name: string) => void
): HTMLElement {
  const items = [...without]
    .sort((a, b) => b.left - a.left)
    .map(({name, words, left}) => {
      const lift = html<HTMLButtonElement>`<button type="button">Lift ${words}</button>`;
      lift.addEventListener("click", () => {
        onLift(name);
      });
      return html`<li>${lift} leaves ${formatCount(left)}</li>`;
    });
  return html`<div class="state">
    <h3>The filters leave no compound</h3>
    <p>${without.length === 1 ? "One filter does it:" : "Together they do it. Lifting one of them:"}</p>
    <ul>
      ${items}
    </ul>
  </div>`;
}
