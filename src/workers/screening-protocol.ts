import type {Issue} from "../base/issue.js";
import type {PackedRecords} from "../screening/packed-records.js";
import type {PackedRows} from "../screening/packed-rows.js";
import type {ScreeningLabels} from "../screening/screen.js";
import type {ScreeningTables} from "../screening/screening-context.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** The first message to a screening worker; it answers "ready". */
export interface ScreeningSetup {
  readonly urls: RDKitUrls;
  readonly tables: ScreeningTables;
  readonly labels: ScreeningLabels;
}

/** Every later message to a screening worker: one batch of one file; it answers "screened". */
export interface ScreeningTask {
  readonly records: PackedRecords;
  /** The file as an issue names it. */
  readonly source: string;
}

/** What a screening worker says. */
export type ScreeningReply =
  | {readonly kind: "ready"}
  | {readonly kind: "screened"; readonly rows: PackedRows; readonly issues: readonly Issue[]}
  | {readonly kind: "failed"; readonly reason: string};

/** The first message to a reading worker: files to read one after another. Every later message asks for records. */
export interface ReadingSetup {
  readonly files: readonly {readonly name: string; readonly file: Blob}[];
}

/** What a reading worker answers when asked: some records of one file, and how far it has read. */
export type ReadingReply =
  | {
      readonly kind: "records";
      /** Records in lots for one screening worker each, handed over. */
      readonly batches: readonly PackedRecords[];
      /** Name of the file. */
      readonly source: string;
      /** Names of the user's own columns known so far. */
      readonly fields: readonly string[];
      /** What is wrong with a file as a whole. */
      readonly issues: readonly Issue[];
      /** Bytes of all files read so far, packed as they are. */
      readonly bytesRead: number;
      readonly isLast: boolean;
    }
  | {readonly kind: "failed"; readonly reason: string};
