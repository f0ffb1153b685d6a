import {html} from "htl";
import {onFileDrop} from "./file-intake.js";
import type {GivenFiles} from "./given-files.js";

/** What a page shows that works on one set at a time: the project's, or one that the reader brings. */
export interface SetStage {
  readonly node: HTMLElement;
  openProject(): Promise<void>;
  openFiles(given: GivenFiles): void;
  dispose(): void;
}

/** Shown while the project's compounds are read. @param words what is read */
export const readingSet = (words: string): HTMLElement =>
  html`<div class="state" role="status">
    <h3>Reading the project's compounds</h3>
    <p>${words}</p>
    <progress aria-label="Reading"></progress>
  </div>`;

/** Shown when a set could not be read. */
export function setFailed(error: unknown, retry: () => void): HTMLElement {
  const again = html<HTMLButtonElement>`<button type="button">Try again</button>`;
  again.addEventListener("click", retry);
  return html`<div class="state is-error" role="alert">
    <h3>The compounds could not be read</h3>
    <p>${error instanceof Error ? error.message : String(error)}</p>
    ${again}
  </div>`;
}

/**
 * Opens the project's set on a stage, and whatever file is dropped on the page.
 *
 * @param invalidation settles when the page is drawn again; then everything held is released
 */
export function mountStage(stage: SetStage, invalidation: Promise<unknown>): HTMLElement {
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
