import {html} from "htl";
import {choiceOf} from "./choice-of.js";
import {type Backdrop, copyPicture, type PictureKind, savePicture} from "./picture-file.js";

export interface PictureMenuOptions {
  /** What the menu is called. */
  readonly words: string;
  /** Name of what is pictured, for files and messages; asked when it is needed. */
  readonly name: () => string;
  /** The picture as an SVG file. */
  readonly svg: (backdrop: Backdrop) => Promise<string>;
}

/** A menu that copies a picture or saves it: PNG or SVG, on white or on nothing. */
export function pictureMenu({words, name, svg}: PictureMenuOptions): HTMLDetailsElement {
  const said = html<HTMLElement>`<p class="small" role="status"></p>`;
  let backdrop: Backdrop = "white";
  const choice = choiceOf(
    "Background",
    [
      ["white", "on white"],
      ["clear", "transparent, colours as shown"]
    ],
    backdrop,
    (value) => {
      backdrop = value === "clear" ? "clear" : "white";
    }
  );
  const item = (label: string, act: () => Promise<string>): HTMLElement => {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
    button.onclick = () => {
      said.textContent = "Drawing";
      void act().then(
        (done) => {
          said.textContent = done;
        },
        (error: unknown) => {
          said.textContent = `No picture: ${error instanceof Error ? error.message : String(error)}`;
        }
      );
    };
    return html`<li>${button}</li>`;
  };
  const save = async (kind: PictureKind): Promise<string> => {
    await savePicture(await svg(backdrop), kind, name());
    return `${name()} saved as ${kind.toUpperCase()}`;
  };
  return html<HTMLDetailsElement>`<details class="export-menu picture-menu">
    <summary class="button">${words}</summary>
    <div class="export-choices">
      ${choice}
      <ul>
        ${item("Copy as PNG", () => copyPicture(svg(backdrop), "png", name()))}
        ${item("Copy as SVG", () => copyPicture(svg(backdrop), "svg", name()))} ${item("Save PNG", () => save("png"))}
        ${item("Save SVG", () => save("svg"))}
      </ul>
      ${said}
    </div>
  </details>`;
}
