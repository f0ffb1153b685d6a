import type {Drawing, DrawingRequest} from "../chem/drawing.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page sends to a drawing worker. */
export type DrawCommand =
  | {readonly kind: "start"; readonly urls: RDKitUrls}
  | {readonly kind: "draw"; readonly id: number; readonly request: DrawingRequest};

/** A drawing with its words. */
export interface Picture {
  readonly drawing: Drawing;
  /** The structure in one sentence, for a reader who does not see the drawing. */
  readonly text: string;
}

/** What a drawing worker answers; `picture` is null when the structure cannot be read. */
export type DrawAnswer =
  | {readonly kind: "ready"}
  | {readonly kind: "drawn"; readonly id: number; readonly picture: Picture | null}
  | {readonly kind: "failed"; readonly reason: string};
