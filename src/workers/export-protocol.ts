import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page sends to the export worker: first how to start, then structures. */
export type ExportTask =
  {readonly kind: "start"; readonly urls: RDKitUrls} | {readonly kind: "molblocks"; readonly smiles: readonly string[]};

/** What the export worker answers; null for a structure that cannot be read. */
export type ExportReply =
  | {readonly kind: "ready"}
  | {readonly kind: "molblocks"; readonly molblocks: readonly (string | null)[]}
  | {readonly kind: "failed"; readonly reason: string};
