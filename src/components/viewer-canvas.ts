import {html} from "htl";
import type {MoleculeViewer} from "./molecule-viewer.js";
import {TURNING_KEYS, turnByKey} from "./structure-keys.js";

/** The place of a picture in three dimensions, which keys turn; what it shows is said by the label. */
export function viewerCanvas(
  label: string,
  viewerOf: () => Promise<MoleculeViewer | null> | MoleculeViewer | null
): HTMLElement {
  const node = html<HTMLElement>`<div
    class="viewer"
    tabindex="0"
    role="application"
    aria-label=${`${label}: arrow keys turn, plus and minus zoom, 0 shows all`}
  ></div>`;
  node.addEventListener("keydown", (event) => {
    if (!TURNING_KEYS.has(event.key)) return;
    event.preventDefault();
    void Promise.resolve(viewerOf()).then((viewer) => {
      if (viewer) turnByKey(event.key, viewer);
    });
  });
  return node;
}

/** Keeps a picture in the colour of the theme and the size of its place until told to stop. */
export function followPage(canvas: HTMLElement, viewerOf: () => MoleculeViewer | null, signal: AbortSignal): void {
  const theme = new MutationObserver(() => viewerOf()?.matchTheme());
  theme.observe(document.documentElement, {attributeFilter: ["data-theme"]});
  const resize = new ResizeObserver(() => viewerOf()?.resize());
  resize.observe(canvas);
  signal.addEventListener("abort", () => {
    theme.disconnect();
    resize.disconnect();
  });
}
