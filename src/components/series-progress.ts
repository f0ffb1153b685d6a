import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {timeLeft} from "./screening-panel.js";

/** Long work of a view: a thin bar with done and total, time left and Cancel, above the view. */
export interface SeriesProgress {
  readonly node: HTMLElement;
  /**
   * Runs work, and ends what ran before.
   *
   * @returns what the work returns; null when it was stopped or failed, which is then said in the view
   */
  run<T>(work: (step: (words: string) => SeriesJobOptions) => Promise<T>): Promise<T | null>;
  isWorking(): boolean;
  /** Stops what runs. */
  dispose(): void;
}

/** @param onAgain called when the reader wants what was stopped or failed worked out again */
export function seriesProgress(onAgain: () => void): SeriesProgress {
  const words = html<HTMLElement>`<span role="status"></span>`;
  const bar = html<HTMLProgressElement>`<progress max="1" value="0" aria-label="Working"></progress>`;
  const cancel = html<HTMLButtonElement>`<button type="button">Cancel</button>`;
  const again = html<HTMLButtonElement>`<button type="button" hidden>Start again</button>`;
  const node = html<HTMLElement>`<div class="series-progress" hidden>
    <p>${words}${cancel}${again}</p>
    ${bar}
  </div>`;
  let stopper = new AbortController();
  cancel.onclick = () => {
    stopper.abort(new Error("stopped"));
    end("Stopped.");
  };
  again.onclick = onAgain;
  /** Says how work ended without an answer. */
  const end = (reason: string): void => {
    words.textContent = reason;
    node.classList.add("has-ended");
    cancel.hidden = true;
    again.hidden = false;
  };
  return {
    node,
    isWorking: () => !node.hidden && !cancel.hidden,
    async run(work) {
      stopper.abort(new Error("replaced"));
      const own = (stopper = new AbortController());
      node.hidden = false;
      node.classList.remove("is-error", "has-ended");
      cancel.hidden = false;
      again.hidden = true;
      try {
        return await work((label) => stepOptions(label, {signal: own.signal, words, bar}));
      } catch (error) {
        if (own.signal.aborted) return null;
        node.classList.add("is-error");
        end(`It could not be worked out: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      } finally {
        if (own === stopper) {
          node.hidden = !node.classList.contains("has-ended");
          cancel.hidden = true;
        }
      }
    },
    dispose() {
      stopper.abort(new Error("left"));
    }
  };
}

/** Shows a step of work while it runs. */
function stepOptions(
  label: string,
  {signal, words, bar}: {readonly signal: AbortSignal; readonly words: HTMLElement; readonly bar: HTMLProgressElement}
): SeriesJobOptions {
  const began = performance.now();
  words.textContent = label;
  bar.removeAttribute("value");
  return {
    signal,
    onProgress: (done, total) => {
      if (signal.aborted) return;
      bar.value = total === 0 ? 1 : done / total;
      const left = timeLeft(((performance.now() - began) / 1000) * ((total - done) / Math.max(1, done)));
      words.textContent = `${label}: ${formatCount(done)} of ${formatCount(total)}${left === "" ? "" : `, ${left}`}`;
    }
  };
}
