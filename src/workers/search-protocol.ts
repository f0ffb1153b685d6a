import type {RowBlock} from "../search/row-block.js";
import type {QueryKind, StructureQuery} from "../search/structure-query.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** The first message to a search worker; it answers "ready". */
export interface SearchSetup {
  readonly urls: RDKitUrls;
  /** Compiled from src/kernels/assembly. */
  readonly kernels: WebAssembly.Module;
}

/** Every later message to a search worker. */
export type SearchTask =
  | {readonly kind: "rows"; readonly keys: readonly number[]; readonly smiles: PackedTexts}
  | {
      /** What was made for searches when the set was screened; handed over. */
      readonly kind: "blocks";
      readonly keys: Uint32Array<ArrayBuffer>;
      readonly blocks: readonly RowBlock[];
    }
  | {readonly kind: "search"; readonly id: number; readonly query: StructureQuery}
  | {readonly kind: "cancel"; readonly id: number};

/** What a search worker says, unasked as it works. */
export type SearchReply =
  | {readonly kind: "ready"}
  | {readonly kind: "indexed"; readonly rows: number; readonly unreadable: number; readonly bytes: number}
  | {
      readonly kind: "hits";
      readonly id: number;
      readonly keys: readonly number[];
      readonly scores: readonly number[] | null;
      /** Rows settled since the last message of this search. */
      readonly settled: number;
    }
  | {readonly kind: "done"; readonly id: number; readonly readAs: QueryKind; readonly unreadable: number}
  | {readonly kind: "refused"; readonly id: number; readonly reason: string}
  | {readonly kind: "failed"; readonly reason: string};
