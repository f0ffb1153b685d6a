import {html} from "htl";
import type {Measure, StructureState} from "../state/structure-fields.js";
import type {UrlState} from "../state/url-state.js";
import type {ProjectStructureRow} from "../store/queries/all-structures.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import {pocketOf, type Residue, type StructureAtom} from "../structures/residues.js";
import {StructureClient} from "../workers/structure-client.js";
import type {SiteView} from "../workers/structure-protocol.js";
import {afterPause} from "./after-pause.js";
import {onFileDrop} from "./file-intake.js";
import {residueSummary, type SiteListeners} from "./interaction-table.js";
import {MoleculeViewer} from "./molecule-viewer.js";
import {poseGallery} from "./pose-gallery.js";
import {structureControls} from "./structure-controls.js";
import {layOther, type LaidOther, readEntry} from "./structure-entry.js";
import {atomOf, ATOMS_OF, measureLines, measureSection, residueOfAtom} from "./structure-measures.js";
import {
  interactingResidues,
  interactionLines,
  markResidue,
  siteSection,
  superpositionSection
} from "./structure-site.js";
import {followPage, viewerCanvas} from "./viewer-canvas.js";
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
  readonly #canvas = viewerCanvas("Structure in three dimensions", () => this.#viewer);
  readonly #message = html<HTMLElement>`<div class="viewer-message" role="status">Loading the viewer</div>`;
  readonly #tables = html<HTMLElement>`<div class="structure-tables"></div>`;
  readonly #stopper = new AbortController();
  readonly #client = new StructureClient();
  #viewer: MoleculeViewer | null = null;
  #structure: OpenedStructure | null = null;
  #site: SiteView | null = null;
  #siteKey = "";
  #other: LaidOther | null = null;
  #picked: Measure = [];
  #shown = "";
  #gallery: HTMLElement | string = "";
  #file: File | null = null;
  /** What was asked for last, but for the camera. */
  #asked = "";
  #marked: string | null = null;
  /** Changes follow each other: a later one waits for what an earlier one reads. */
  #turn: Promise<void> = Promise.resolve();

  constructor(known: readonly ProjectStructureRow[], state: UrlState<StructureState>) {
    this.#known = known;
    this.#state = state;
    const controls = structureControls(known, state, {
      onFile: (file) => {
        this.#openFile(file);
      },
      onPicture: () => this.#viewer?.picture() ?? "",
      onAll: () => this.#viewer?.focus([]),
      isOwn: () => this.#file !== null
    });
    this.node = workbench({
      rail: [controls],
      bench: [html`<div class="viewer-frame">${this.#canvas}${this.#message}</div>`],
      inspector: this.#tables,
      ...{railLabel: "Structures", benchLabel: "Picture", inspectorLabel: "Interactions"}
    });
    onFileDrop(({files: [file]}) => {
      if (file) this.#openFile(file);
    }, this.#stopper.signal);
    state.subscribe(() => {
      this.#update();
    });
    followPage(this.#canvas, () => this.#viewer, this.#stopper.signal);
    requestAnimationFrame(() => void this.#start());
  }

  dispose(): void {
    this.#stopper.abort();
    this.#client.dispose();
    this.#viewer?.dispose();
  }

  async #start(): Promise<void> {
    const camera = this.#state.value.view;
    try {
      this.#viewer = await MoleculeViewer.open(this.#canvas, {
        onCamera: afterPause(
          CAMERA_PAUSE,
          (view: readonly number[]) => void this.#state.set({view}),
          this.#stopper.signal
        ),
        onHover: this.#mark,
        onPick: this.#pick
      });
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
    this.#update();
    await this.#turn;
    if (camera.length > 0 && this.#viewer) this.#viewer.camera = camera;
  }

  #say(words: string | null): void {
    Object.assign(this.#message, {hidden: words === null, textContent: words});
  }

  #openFile(file: File): void {
    this.#file = file;
    [this.#shown, this.#asked] = ["", ""];
    this.#state.set({s: "", on: "", ligand: "", smiles: "", model: 1, measures: []});
    this.#update();
  }

  /** Not for the camera alone, which moves without anything to draw or to tell. */
  #update(): void {
    const asked = JSON.stringify({...this.#state.value, view: null});
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#turn = this.#turn.then(() => this.#show());
  }

  /** Brings the picture and the tables in line with the state; without WebGL the tables alone. */
  async #show(): Promise<void> {
    const {s, model} = this.#state.value;
    if (s !== "") this.#file = null;
    const entry = this.#known.find(({structure_id: id}) => id === s) ?? (this.#file ? undefined : this.#known[0]);
    const id = this.#file ? `${this.#file.name} ${String(this.#file.lastModified)}` : (entry?.structure_id ?? "");
    const key = id === "" ? "" : `${id} ${String(model)}`;
    try {
      if (key === "") throw new Error("This project has no structure. Drop a PDB, mmCIF, SDF or MOL2 file here.");
      const isNew = key !== this.#shown;
      if (isNew) await this.#load(key, entry);
      await this.#readOther();
      await this.#drawNow();
      if (isNew) this.#look();
      // Not waited for: a file that is dropped meanwhile comes first.
      void this.#readSite().catch((error: unknown) => {
        this.#fail(error);
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#stopper.signal.aborted) return;
    this.#say(error instanceof Error ? error.message : String(error));
    if (!this.#structure) this.#tables.replaceChildren();
  }

  async #load(key: string, entry: ProjectStructureRow | undefined): Promise<void> {
    this.#shown = key;
    const name = this.#file?.name ?? entry?.structure_id ?? "";
    [this.#structure, this.#site, this.#siteKey, this.#other, this.#picked] = [null, null, "", null, []];
    this.#marked = null;
    this.#gallery = "";
    this.#viewer?.clear();
    if (this.#viewer) this.#say(`Reading ${name}`);
    const bytes = this.#file ? new Uint8Array(await this.#file.arrayBuffer()) : await readEntry(entry?.file ?? "");
    this.#structure = await this.#client.open(0, name, bytes, this.#state.value.model);
    if (!this.#viewer) return;
    this.#say(`Drawing ${name}`);
    await this.#viewer.show(this.#structure);
  }

  /** Turns to the ligand of a structure that is new in the picture. */
  #look(): void {
    if (!this.#viewer) return;
    this.#say(null);
    const ligand = this.#ligand();
    this.#viewer.focus(ligand ? [ligand, ...this.#pocket(ligand)] : []);
  }

  async #readOther(): Promise<void> {
    const {on} = this.#state.value;
    const entry = this.#known.find(({structure_id: id}) => id === on);
    if ((this.#other?.id ?? "") === (entry?.structure_id ?? "")) return;
    const ligand = this.#ligand();
    this.#other = entry && ligand ? await layOther(this.#client, entry, this.#structure, ligand) : null;
    await this.#viewer?.showOther(this.#other?.structure ?? null, this.#other?.superposition ?? null);
  }

  async #readSite(): Promise<void> {
    const ligand = this.#ligand();
    const key = `${this.#shown} ${ligand?.id ?? ""} ${this.#state.value.smiles}`;
    if (!ligand || key === this.#siteKey) return;
    this.#siteKey = key;
    const site = await this.#client.site(0, ligand.id, this.#state.value.smiles);
    if (key !== this.#siteKey) return;
    this.#site = site;
    this.#viewer?.setBondOrders(ligand, this.#site.bonds);
    this.#draw();
  }

  #ligand(): Residue | null {
    const ligands = (this.#structure?.residues ?? []).filter(({role}) => role === "ligand");
    return ligands.find(({id}) => id === this.#state.value.ligand) ?? ligands[0] ?? null;
  }

  #pocket = (ligand: Residue): Residue[] =>
    this.#structure?.isList ? [] : pocketOf(ligand, this.#structure?.residues ?? [], POCKET);
  /** Draws when what is drawn already is done. */
  #draw(): void {
    this.#turn = this.#turn.then(() => this.#drawNow());
  }

  async #drawNow(): Promise<void> {
    if (!this.#structure) return;
    const {value} = this.#state;
    const ligand = this.#ligand();
    const measured = [...value.measures, this.#picked].map((serials) => this.#atomsOf(serials));
    this.#showTables(ligand);
    await this.#viewer?.draw(value, {
      ligand,
      pocket: ligand && value.pocket ? this.#pocket(ligand) : [],
      waters: (this.#site?.interactions ?? []).flatMap(({water}) => water ?? []),
      lines: [...interactionLines(this.#site), ...measured.flatMap(measureLines)],
      named: interactingResidues(this.#site),
      isAlone: this.#structure.isList
    });
    if (this.#marked !== null) this.#mark(this.#marked);
  }

  #showTables(ligand: Residue | null): void {
    if (!this.#structure) return;
    const listeners: SiteListeners = {
      onMark: this.#mark,
      onChoose: (id) => {
        const residue = this.#residue(id);
        if (residue) this.#viewer?.focus(ligand ? [residue, ligand] : [residue]);
      }
    };
    this.#tables.replaceChildren(
      residueSummary(this.#structure, ligand, {
        onLigand: (id) => {
          this.#state.set({ligand: id, smiles: ""});
        },
        onModel: (model) => {
          this.#state.set({model, measures: []});
        },
        onGallery: this.#viewer ? () => this.#showGallery() : null
      }),
      this.#gallery,
      this.#other ? superpositionSection(this.#other.id, this.#other.superposition) : "",
      ligand ? siteSection(ligand, this.#site, listeners) : "",
      measureSection(this.#state, this.#atomOf, this.#picked, this.#structure.residues)
    );
  }

  #showGallery(): void {
    if (!this.#viewer) return;
    this.#gallery = poseGallery(this.#structure?.residues ?? [], this.#viewer, {
      ligand: this.#ligand(),
      onMade: () => {
        this.#draw();
      },
      onChoose: (residue) => {
        this.#state.set({ligand: residue.id, smiles: ""});
        this.#viewer?.focus([residue]);
      }
    });
  }

  #residue = (id: string | null): Residue | null => this.#structure?.residues.find((each) => each.id === id) ?? null;
  #atomOf = (serial: number): StructureAtom | undefined => atomOf(this.#structure, serial);
  #atomsOf = (serials: Measure): StructureAtom[] => serials.flatMap((serial) => this.#atomOf(serial) ?? []);

  #mark = (id: string | null): void => {
    this.#marked = id;
    this.#viewer?.mark(this.#residue(id));
    markResidue(this.#tables, id);
  };

  #pick = (serial: number): void => {
    const {tool, measures} = this.#state.value;
    if (tool === "look") {
      this.#mark(residueOfAtom(this.#structure, serial));
      return;
    }
    this.#picked = [...this.#picked, serial];
    if (this.#picked.length < ATOMS_OF[tool]) {
      this.#draw();
      return;
    }
    const done = this.#picked;
    this.#picked = [];
    this.#state.set({measures: [...measures, done]});
  };
}
