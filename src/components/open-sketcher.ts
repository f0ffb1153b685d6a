import {html} from "htl";
import {queryKind} from "../search/structure-query.js";

/** The editor, loaded when the first structure is drawn. */
const load = () => import("openchemlib");
type Chemistry = Awaited<ReturnType<typeof load>>;
type Drawn = InstanceType<Chemistry["Molecule"]>;

/** A text as a molecule to draw on; an empty one when it cannot be read. */
function readStructure({Molecule, SmilesParser}: Chemistry, text: string): Drawn {
  const empty = new Molecule(0, 0);
  if (text.trim() === "") return empty;
  try {
    if (queryKind(text) !== "SMARTS") return Molecule.fromText(text) ?? empty;
    const pattern = new SmilesParser({smartsMode: "smarts"}).parseMolecule(text.trim());
    pattern.setFragment(true);
    return pattern;
  } catch {
    return empty;
  }
}

/** What was drawn, as SMARTS when it is a query and as SMILES when it is a whole structure; empty for nothing. */
function writeStructure(molecule: Drawn, isQuery: boolean): string {
  if (molecule.getAllAtoms() === 0) return "";
  return isQuery ? molecule.toSmarts() : molecule.toIsomericSmiles();
}

interface Sketch {
  readonly node: HTMLElement;
  read(): string;
  write(text: string): void;
  destroy(): void;
}

function makeSketch(chemistry: Chemistry, text: string): Sketch {
  const place = html<HTMLElement>`<div class="sketcher-canvas"></div>`;
  const isQuery = html<HTMLInputElement>`<input type="checkbox" />`;
  isQuery.checked = queryKind(text) === "SMARTS" && text.trim() !== "";
  const node = html<HTMLElement>`<div>
    ${place}
    <label>${isQuery} a query: atom lists, any atom, bond types (right-click an atom or bond)</label>
  </div>`;
  let editor: InstanceType<Chemistry["CanvasEditor"]> | undefined;
  const open = (molecule: Drawn): void => {
    editor?.destroy();
    place.replaceChildren();
    molecule.setFragment(isQuery.checked);
    editor = new chemistry.CanvasEditor(place, {initialMode: "molecule", initialFragment: isQuery.checked});
    editor.setMolecule(molecule);
  };
  isQuery.onchange = () => {
    if (editor) open(editor.getMolecule());
  };
  // The editor measures its place, which has to be in the page first.
  requestAnimationFrame(() => {
    open(readStructure(chemistry, text));
  });
  return {
    node,
    read: () => (editor ? writeStructure(editor.getMolecule(), isQuery.checked) : text),
    write: (other) => {
      isQuery.checked = queryKind(other) === "SMARTS" && other.trim() !== "";
      open(readStructure(chemistry, other));
    },
    destroy: () => {
      editor?.destroy();
    }
  };
}

/**
 * Opens a structure editor over the page; SMILES, SMARTS and molfiles can be pasted beside it.
 *
 * @returns what was drawn, or null when it was given up
 */
export function openSketcher(text: string): Promise<string | null> {
  const place = html<HTMLElement>`<div class="sketcher-place" role="status">Loading the structure editor</div>`;
  const field = html<HTMLTextAreaElement>`<textarea
    rows="2"
    spellcheck="false"
    aria-label="SMILES, SMARTS or molfile"
    placeholder="Paste SMILES, SMARTS or a molfile"
  ></textarea>`;
  const take = html<HTMLButtonElement>`<button type="button" class="primary">Take it</button>`;
  const cancel = html<HTMLButtonElement>`<button type="button">Cancel</button>`;
  const dialog = html<HTMLDialogElement>`<dialog class="sketcher" aria-label="Draw a structure">
    ${place}${field}
    <p class="sketcher-actions">${take}${cancel}</p>
  </dialog>`;
  field.value = text;
  let sketch: Sketch | undefined;
  const fill = async (): Promise<void> => {
    try {
      sketch = makeSketch(await load(), text);
      place.replaceChildren(sketch.node);
    } catch (error) {
      place.textContent = `The structure editor could not be loaded; type the structure instead. (${String(error)})`;
    }
  };
  field.oninput = () => sketch?.write(field.value);
  document.body.append(dialog);
  dialog.showModal();
  void fill();
  return new Promise((done) => {
    const end = (answer: string | null): void => {
      sketch?.destroy();
      dialog.remove();
      done(answer);
    };
    take.onclick = () => {
      end(sketch?.read() ?? field.value);
    };
    cancel.onclick = () => {
      end(null);
    };
    dialog.oncancel = () => {
      end(null);
    };
  });
}
