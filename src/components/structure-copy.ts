import {html} from "htl";
import {formsOf} from "../workers/forms-client.js";
import type {StructureForms} from "../workers/forms-protocol.js";
import {pictureMenu} from "./picture-menu.js";
import {structureSvg} from "./structure-picture.js";

/** Buttons that copy a structure as text or picture, and its description in words. */
export function structureCopy(smiles: string, name: string, signal: AbortSignal): HTMLElement {
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
  const copy = (label: string, text: () => string | Promise<string>): HTMLElement => {
    const act = async (): Promise<void> => {
      await navigator.clipboard.writeText(await text());
      status.textContent = `${label} copied`;
    };
    const node = html<HTMLButtonElement>`<button type="button">${label}</button>`;
    node.onclick = () => {
      act().catch((error: unknown) => {
        status.textContent = `${label} could not be copied: ${error instanceof Error ? error.message : String(error)}`;
      });
    };
    return node;
  };
  return html<HTMLElement>`<div class="structure-copy">
    ${words}
    <div role="group" aria-label="Copy the structure as">
      <span class="muted">Copy</span>
      ${copy("SMILES", () => smiles)} ${copy("InChI", async () => (await forms()).inchi)}
      ${copy("InChIKey", async () => (await forms()).inchikey)} ${copy("Molfile", async () => (await forms()).molfile)}
      ${copy("Link with SMILES", () => new URL(`./compound?${new URLSearchParams({smiles}).toString()}`, location.href).href)}
      ${pictureMenu({words: "Image", name: () => name, svg: (backdrop) => structureSvg(smiles, {showsStereoLabels: true}, backdrop)})}
    </div>
    ${status}
  </div>`;
}
