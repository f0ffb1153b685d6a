import {html} from "htl";
import {formsOf} from "../workers/forms-client.js";
import type {StructureForms} from "../workers/forms-protocol.js";

const PNG_SCALE = 4;
const PAINT = ["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity"];

/** Buttons that copy a structure as text or picture, and its description in words. The picture is read from `source`. */
export function structureCopy(smiles: string, name: string, source: HTMLElement, signal: AbortSignal): HTMLElement {
  const status = html<HTMLElement>`<span class="note" role="status"></span>`;
  const words = html<HTMLElement>`<p class="note structure-words"></p>`;
  let asked: Promise<StructureForms> | undefined;
  const forms = (): Promise<StructureForms> =>
    (asked ??= formsOf([smiles], signal).then(({forms: [own]}) => {
      if (!own) throw new Error("the structure could not be read");
      return own;
    }));
  void forms().then(
    ({text}) => {
      words.textContent = text;
    },
    () => undefined
  );
  const button = (label: string, act: () => Promise<string>): HTMLElement => {
    const node = html<HTMLButtonElement>`<button type="button">${label}</button>`;
    node.onclick = () => {
      void act().then(
        (done) => {
          status.textContent = done;
        },
        (error: unknown) => {
          status.textContent = `${label} could not be copied: ${error instanceof Error ? error.message : String(error)}`;
        }
      );
    };
    return node;
  };
  const copy = (label: string, text: () => string | Promise<string>): HTMLElement =>
    button(label, async () => {
      await navigator.clipboard.writeText(await text());
      return `${label} copied`;
    });
  return html<HTMLElement>`<div class="structure-copy">
    ${words}
    <div role="group" aria-label="Copy the structure as">
      <span class="muted">Copy</span>
      ${copy("SMILES", () => smiles)} ${copy("InChI", async () => (await forms()).inchi)}
      ${copy("InChIKey", async () => (await forms()).inchikey)} ${copy("Molfile", async () => (await forms()).molfile)}
      ${copy("Link with SMILES", () => new URL(`./compound?${new URLSearchParams({smiles}).toString()}`, location.href).href)}
      ${copy("SVG", () => pictureText(source))}
      ${button("PNG", async () => {
        await savePng(source, name);
        return "PNG saved";
      })}
    </div>
    ${status}
  </div>`;
}

/** The drawing as an SVG file of its own: colours of the page's theme are written into it. */
export function pictureText(source: HTMLElement): string {
  const drawing = source.querySelector<SVGElement>("svg.drawing");
  if (!drawing) throw new Error("nothing is drawn yet");
  const copy = drawing.cloneNode(true) as SVGElement;
  const originals = [...drawing.querySelectorAll<SVGElement>("*")];
  [...copy.querySelectorAll<SVGElement>("*")].forEach((node, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of PAINT) node.setAttribute(name, style.getPropertyValue(name));
    node.removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.removeAttribute("class");
  return new XMLSerializer().serializeToString(copy);
}

async function savePng(source: HTMLElement, name: string): Promise<void> {
  const text = pictureText(source);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  html<HTMLAnchorElement>`<a href=${canvas.toDataURL("image/png")} download=${`${name}.png`}></a>`.click();
}
