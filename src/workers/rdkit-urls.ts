import {FileAttachment} from "observablehq:stdlib";

/** Addresses of the two halves of the RDKit engine in the built site; a page sends them to its workers. */
export interface RDKitUrls {
  /** ES module whose default export starts the engine. */
  readonly glue: string;
  readonly wasm: string;
}

/** The addresses, absolute; only a page can know them. */
export const rdkitUrls: RDKitUrls = {
  glue: FileAttachment("../vendor/rdkit.js").href,
  wasm: FileAttachment("../vendor/rdkit.wasm").href
};
