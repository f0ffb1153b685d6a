import type {SheetColumn, SheetContract} from "./parquet-sheet.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page sends to the export worker: how to start and then structures; or a sheet, its rows, and their end. */
export type ExportTask =
  | {readonly kind: "start"; readonly urls: RDKitUrls}
  | {readonly kind: "molblocks"; readonly smiles: readonly string[]}
  | {readonly kind: "sheet"; readonly contract: SheetContract}
  | {readonly kind: "rows"; readonly columns: readonly SheetColumn[]}
  | {readonly kind: "finish"};

/** What the export worker answers; null for a structure that cannot be read. */
export type ExportReply =
  | {readonly kind: "ready"}
  | {readonly kind: "molblocks"; readonly molblocks: readonly (string | null)[]}
  | {readonly kind: "file"; readonly file: Blob}
  | {readonly kind: "failed"; readonly reason: string};
