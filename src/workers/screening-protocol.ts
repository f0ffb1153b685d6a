import type {InputRecord} from "../screening/input-record.js";
import type {Screened, ScreeningLabels} from "../screening/screen.js";
import type {ScreeningTables} from "../screening/screening-context.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** The first message to a screening worker; it answers "ready". */
export interface ScreeningSetup {
  readonly urls: RDKitUrls;
  readonly tables: ScreeningTables;
  readonly labels: ScreeningLabels;
}

/** Every later message to a screening worker: one batch; it answers "screened". */
export interface ScreeningTask {
  readonly records: readonly InputRecord[];
}

/** What a screening worker says. */
export type ScreeningReply =
  | {readonly kind: "ready"}
  | ({readonly kind: "screened"} & Screened)
  | {readonly kind: "failed"; readonly reason: string};

/** The first message to a reading worker: the file; gzip is told by its name. Every later message asks for records. */
export interface ReadingSetup {
  readonly file: Blob;
  readonly isGzip: boolean;
}

/** What a reading worker answers when asked: some records, and how far it has read the file. */
export type ReadingReply =
  | {
      readonly kind: "records";
      readonly records: readonly InputRecord[];
      /** Bytes of the file read so far, packed as they are. */
      readonly bytesRead: number;
      readonly isLast: boolean;
    }
  | {readonly kind: "failed"; readonly reason: string};
