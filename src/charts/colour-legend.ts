import {html} from "htl";

/** Colours from least to greatest, by their names among the page's own, and what stands at their ends and between. */
export interface LegendScale {
  readonly scale: readonly string[];
  readonly ends: readonly string[];
}

/** A kind of thing, its colour by name, and how many there are. */
export interface LegendKind {
  readonly what: Node | string;
  readonly color: string;
  readonly count: string;
}

const swatch = (color: string): HTMLElement => {
  const node = document.createElement("i");
  node.style.background = `var(--${color})`;
  return node;
};

/** What colours say: the name of what is coloured, its scale, then what else is to be told. */
export const legendOf = (label: string, {scale, ends}: LegendScale, ...more: readonly (Node | string)[]): HTMLElement =>
  html<HTMLElement>`<div class="colour-legend">
    <span class="legend-part">${label}</span>
    <span class="legend-scale"
      ><span class="legend-colors">${scale.map(swatch)}</span
      ><span class="legend-ends">${ends.map((end) => html`<span>${end}</span>`)}</span></span
    >
    ${more}
  </div>`;

/** What colours say where each stands for a kind. */
export const legendOfKinds = (
  label: string,
  kinds: readonly LegendKind[],
  ...more: readonly (Node | string)[]
): HTMLElement =>
  html<HTMLElement>`<div class="colour-legend">
    <span class="legend-part">${label}</span>
    ${kinds.map(
      ({what, color, count}) =>
        html`<span class="legend-part"
          >${swatch(color)} <span class="legend-what">${what}</span> <small>${count}</small></span
        >`
    )}
    ${more}
  </div>`;
