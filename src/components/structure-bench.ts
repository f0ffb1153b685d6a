import {html} from "htl";
import type {StructureState} from "../state/structure-fields.js";
import type {UrlState} from "../state/url-state.js";
import type {ProjectStructureRow} from "../store/queries/all-structures.js";
import {type Contact, contactsOf} from "../structures/contacts.js";
import {pocketOf, type Residue, residuesOf} from "../structures/residues.js";
import {formatComplaint, structureFormat} from "../structures/structure-format.js";
import {contactTable, CONTACT_COLOURS, residueSummary} from "./contact-table.js";
import {onFileDrop} from "./file-intake.js";
import {MoleculeViewer} from "./molecule-viewer.js";
import {structureControls} from "./structure-controls.js";
import {workbench} from "./workbench.js";

/** Å around the ligand that count as its pocket. */
const POCKET = 5;
/** Milliseconds after the last move of the camera until the link says so. */
const CAMERA_PAUSE = 300;

/** The working surface of the Structures page. */
export class StructureBench {
  readonly node: HTMLElement;
  readonly #known: readonly ProjectStructureRow[];
  readonly #state: UrlState<StructureState>;
  readonly #canvas = html<HTMLElement>`<div
    class="viewer"
    tabindex="0"
    role="application"
    aria-label="Structure in three dimensions: arrow keys turn, plus and minus zoom, 0 shows all"
  ></div>`;
  readonly #message = html<HTMLElement>`<div class="viewer-message" role="status">Loading the viewer</div>`;
  readonly #tables = html<HTMLElement>`<div></div>`;
  readonly #controls: HTMLElement;
  readonly #stopper = new AbortController();
  #viewer: MoleculeViewer | null = null;
  #residues: readonly Residue[] = [];
  #contacts: readonly Contact[] = [];
  #shown = "";
  #file: {readonly name: string; readonly text: string} | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(known: readonly ProjectStructureRow[], state: UrlState<StructureState>) {
    this.#known = known;
    this.#state = state;
    this.#controls = structureControls(known, state, {
      onFile: (file) => void this.#openFile(file),
      onPicture: () => this.#viewer?.picture() ?? "",
      onAll: () => this.#viewer?.focus([])
    });
    this.node = workbench({
      rail: [this.#controls],
      bench: [html`<div class="viewer-frame">${this.#canvas}${this.#message}</div>`],
      inspector: this.#tables,
      ...{railLabel: "Structures", benchLabel: "Picture", inspectorLabel: "Contacts"}
    });
    this.#canvas.addEventListener("keydown", (event) => {
      this.#onKey(event);
    });
    onFileDrop((file) => void this.#openFile(file), this.#stopper.signal);
    state.subscribe(() => void this.#show());
    const theme = new MutationObserver(() => this.#viewer?.matchTheme());
    theme.observe(document.documentElement, {attributeFilter: ["data-theme"]});
    const resize = new ResizeObserver(() => this.#viewer?.resize());
    resize.observe(this.#canvas);
    this.#stopper.signal.addEventListener("abort", () => {
      theme.disconnect();
      resize.disconnect();
    });
    requestAnimationFrame(() => void this.#start());
  }

  dispose(): void {
    this.#stopper.abort();
    clearTimeout(this.#timer);
    this.#viewer?.dispose();
  }

  async #start(): Promise<void> {
    try {
      const camera = this.#state.value.view;
      this.#viewer = await MoleculeViewer.open(this.#canvas, (moved) => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#state.set({view: moved});
        }, CAMERA_PAUSE);
      });
      await this.#show();
      if (camera.length > 0) this.#viewer.camera = camera;
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  #say(words: string | null): void {
    this.#message.hidden = words === null;
    this.#message.textContent = words;
  }

  async #openFile(file: File): Promise<void> {
    this.#file = {name: file.name, text: await file.text()};
    this.#shown = "";
    this.#state.set({s: "", ligand: ""});
    await this.#show();
  }

  /** Brings the picture in line with the state. */
  async #show(): Promise<void> {
    const viewer = this.#viewer;
    if (!viewer) return;
    const {s} = this.#state.value;
    if (s !== "") this.#file = null;
    const entry = this.#known.find(({structure_id: id}) => id === s) ?? (this.#file ? undefined : this.#known[0]);
    const key = this.#file?.name ?? entry?.structure_id ?? "";
    if (key === "") {
      this.#say("This project has no structure. Drop a PDB, mmCIF, SDF or MOL2 file here.");
      return;
    }
    if (key !== this.#shown && !(await this.#load(viewer, entry, key))) return;
    this.#draw(viewer);
  }

  async #load(viewer: MoleculeViewer, entry: ProjectStructureRow | undefined, key: string): Promise<boolean> {
    this.#shown = key;
    this.#say(`Reading ${key}`);
    const text = this.#file?.text ?? (await readEntry(entry?.file ?? ""));
    const format = structureFormat(text);
    if (format === null) {
      this.#say(formatComplaint(key, text));
      return false;
    }
    this.#residues = residuesOf(viewer.show(text, format));
    this.#say(null);
    this.#draw(viewer);
    const ligand = this.#ligand();
    viewer.focus(ligand ? [ligand, ...pocketOf(ligand, this.#residues, POCKET)] : []);
    return true;
  }

  #ligand(): Residue | null {
    const ligands = this.#residues.filter(({role}) => role === "ligand");
    return ligands.find(({id}) => id === this.#state.value.ligand) ?? ligands[0] ?? null;
  }

  #draw(viewer: MoleculeViewer): void {
    const {value} = this.#state;
    const ligand = this.#ligand();
    const around = ligand ? pocketOf(ligand, this.#residues, POCKET) : [];
    this.#contacts = ligand ? contactsOf(ligand, this.#residues) : [];
    const lines = this.#contacts
      .filter(({kind}) => kind !== "hydrophobic")
      .map(({kind, ligandAtom, otherAtom}) => ({from: ligandAtom, to: otherAtom, colour: CONTACT_COLOURS[kind]}));
    viewer.draw(value, {ligand, pocket: value.pocket ? around : [], lines});
    this.#tables.replaceChildren(
      residueSummary(this.#residues, ligand, (id) => {
        this.#state.set({ligand: id});
      }),
      contactTable(ligand, this.#contacts, {
        onMark: (residue) => {
          viewer.mark(residue);
        },
        onChoose: (residue) => {
          viewer.focus(ligand ? [residue, ligand] : [residue]);
        }
      })
    );
  }

  #onKey(event: KeyboardEvent): void {
    const viewer = this.#viewer;
    if (!viewer) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => {
        viewer.turn(-10, "y");
      },
      ArrowRight: () => {
        viewer.turn(10, "y");
      },
      ArrowUp: () => {
        viewer.turn(-10, "x");
      },
      ArrowDown: () => {
        viewer.turn(10, "x");
      },
      "+": () => {
        viewer.zoom(1.2);
      },
      "-": () => {
        viewer.zoom(1 / 1.2);
      },
      "0": () => {
        viewer.focus([]);
      }
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

async function readEntry(file: string): Promise<string> {
  const response = await fetch(`./data/structures/${file}`);
  if (!response.ok)
    throw new Error(`the coordinates ${file} are not on this site (${String(response.status)}); build it again`);
  return response.text();
}
