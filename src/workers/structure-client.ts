import type {OpenedStructure} from "../structures/open-structure.js";
import {unpackStructure} from "../structures/packed-structure.js";
import {rdkitUrls} from "./rdkit-urls.js";
import type {SiteView, StructureAnswer, StructureCommand} from "./structure-protocol.js";

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;

/** A worker that reads structures and finds interactions, so that a large file does not hold the page up. */
export class StructureClient {
  readonly #worker = new Worker(import.meta.resolve("./structure-worker.js"), {type: "module"});
  readonly #waiting = new Map<number, {resolve: (answer: StructureAnswer) => void; reject: (error: Error) => void}>();
  #next = 0;

  constructor() {
    this.#worker.onmessage = ({data}: MessageEvent<StructureAnswer>) => {
      const asked = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === "failed") asked?.reject(new Error(data.reason));
      else asked?.resolve(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      for (const {reject} of this.#waiting.values())
        reject(new Error(event.message || "the reader of structures stopped"));
      this.#waiting.clear();
    };
  }

  /** Reads a file, whose bytes are handed over. @throws in words that say what is wrong with it */
  async open(slot: number, name: string, bytes: Uint8Array<ArrayBuffer>, model = 1): Promise<OpenedStructure> {
    const answer = await this.#ask({kind: "open", slot, name, bytes, model}, [bytes.buffer]);
    if (answer.kind !== "opened") throw new Error(`invalid answer: ${answer.kind}`);
    return unpackStructure(answer.structure);
  }

  /** The interactions of a ligand. @param smiles of the ligand, when it is known; empty else */
  async site(slot: number, ligand: string, smiles = ""): Promise<SiteView> {
    const answer = await this.#ask({kind: "site", slot, ligand, smiles, urls: rdkitUrls});
    if (answer.kind !== "site") throw new Error(`invalid answer: ${answer.kind}`);
    return answer.site;
  }

  dispose(): void {
    this.#worker.terminate();
    this.#waiting.clear();
  }

  #ask(command: Unnumbered<StructureCommand>, handed: Transferable[] = []): Promise<StructureAnswer> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#worker.postMessage({...command, id}, handed);
    });
  }
}
