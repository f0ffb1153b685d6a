import {html} from "htl";
import type {Residue} from "../structures/residues.js";
import {ligandWords} from "./interaction-words.js";
import type {MoleculeViewer} from "./molecule-viewer.js";

/** Pictures made at most: each is kept as a file in memory. */
const MOST = 24;
const COLOUR = "#ff8ab7";

interface GalleryOptions {
  readonly ligand: Residue | null;
  /** Called when all are made, to draw again what was there. */
  readonly onMade: () => void;
  readonly onChoose: (residue: Residue) => void;
}

/** Pictures of several ligands or poses made by the page's one viewer, one after the other; a click looks at one. */
export function poseGallery(
  residues: readonly Residue[],
  viewer: MoleculeViewer,
  options: GalleryOptions
): HTMLElement {
  const ligands = residues.filter(({role}) => role === "ligand");
  const shown = ligands.slice(0, MOST);
  const list = html<HTMLElement>`<ul class="pose-gallery"></ul>`;
  const items = shown.map((residue) => {
    const picture = viewer.snapshot(residue, COLOUR);
    const words = ligandWords(residue);
    const button = html<HTMLButtonElement>`<button
      type="button"
      aria-pressed=${String(residue.id === options.ligand?.id)}
    >
      <img src=${picture} alt="" />
      <span>${words}</span>
    </button>`;
    button.onclick = () => {
      for (const other of list.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
      options.onChoose(residue);
    };
    return html<HTMLElement>`<li>${button}</li>`;
  });
  list.append(...items);
  options.onMade();
  return html<HTMLElement>`<section>
    <h2>All poses</h2>
    ${list} ${ligands.length > MOST ? html`<p class="note">The first ${MOST} of ${ligands.length}.</p>` : ""}
  </section>`;
}
