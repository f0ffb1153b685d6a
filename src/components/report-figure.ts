import {html} from "htl";
import {saveText} from "./save-file.js";
import {saveFigure} from "./figure-export.js";

const button = (label: string, act: () => unknown): HTMLElement => {
  const node = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
  node.onclick = () => {
    void act();
  };
  return node;
};

/** A figure of a report with its caption and the ways to save it; `csv` gives the numbers behind it. */
export function reportFigure(name: string, caption: string, content: Element, csv?: () => string): HTMLElement {
  const drawings = (): SVGSVGElement[] =>
    content instanceof SVGSVGElement ? [content] : [...content.querySelectorAll<SVGSVGElement>("svg:not(.drawing)")];
  const save = (kind: "svg" | "png") => async (): Promise<void> => {
    for (const [i, drawing] of drawings().entries())
      await saveFigure(drawing, i === 0 ? name : `${name}-${String(i + 1)}`, caption, kind);
  };
  const ways = [
    ...(drawings().length === 0 ? [] : [button("SVG", save("svg")), button("PNG", save("png"))]),
    ...(csv ? [button("CSV", () => saveText(`${name}.csv`, "text/csv", csv()))] : [])
  ];
  return html<HTMLElement>`<figure class="report-figure">
    ${content}
    <figcaption>${caption} <span class="no-print report-save">${ways}</span></figcaption>
  </figure>`;
}
