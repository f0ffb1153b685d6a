import {html} from "htl";
import {toCsv} from "../tables/to-csv.js";
import {pngOfText} from "./figure-export.js";
import {nodePicture} from "./node-picture.js";
import {saveBytes, saveText} from "./save-file.js";
import type {SeriesView} from "./series-context.js";

/** What is saved: a view, by name, and where its numbers come from. */
export interface SavedView {
  readonly view: SeriesView;
  readonly name: string;
  readonly source: string;
}

/** The ways to save what a view shows: its table as CSV, its figure as SVG and PNG, with caption, source, method and link. */
export function seriesSave(current: () => SavedView): HTMLElement {
  const said = html<HTMLElement>`<span class="small muted" role="status"></span>`;
  const saveTable = (): void => {
    const {view, source} = current();
    const table = view.table();
    said.textContent = table === null ? "There is no table yet." : "";
    if (table === null) return;
    const notes = [location.href, table.method, `Source: ${source}`].map((note) => `# ${note}\n`).join("");
    saveText(`${table.name}.csv`, "text/csv", notes + toCsv(table.names, table.rows));
  };
  const saveFigure = async (kind: "svg" | "png"): Promise<void> => {
    const {view, name, source} = current();
    const figure = view.figure();
    said.textContent = figure === null ? "There is no figure yet." : "";
    if (figure === null) return;
    const caption = [figure.words, `Method: ${view.table()?.method ?? ""}`, `Source: ${source}. ${location.href}`];
    const drawing = nodePicture(figure.node, {caption, isWhole: figure.isWhole});
    const text = new XMLSerializer().serializeToString(drawing);
    const size = {width: drawing.width.baseVal.value, height: drawing.height.baseVal.value};
    if (kind === "svg") saveText(`${name}.svg`, "image/svg+xml", text);
    else saveBytes(`${name}.png`, "image/png", await pngOfText(text, size));
  };
  const button = (words: string, about: string, act: () => void | Promise<void>): HTMLElement => {
    const node = html<HTMLButtonElement>`<button type="button" title=${about} aria-label=${about}>${words}</button>`;
    node.onclick = () => {
      Promise.resolve(act()).catch((error: unknown) => {
        said.textContent = `It could not be saved: ${error instanceof Error ? error.message : String(error)}`;
      });
    };
    return node;
  };
  return html<HTMLElement>`<span class="compounds-tools" role="group" aria-label="Save what is shown">
    ${said}${button("CSV", "Save the table as CSV", saveTable)}${button("SVG", "Save the figure as SVG", () =>
      saveFigure("svg")
    )}${button("PNG", "Save the figure as PNG", () => saveFigure("png"))}
  </span>`;
}
