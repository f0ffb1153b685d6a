import type {DrawingRequest} from "../chem/drawing.js";
import {DrawPool} from "./draw-pool.js";
import type {DrawCommand, Picture} from "./draw-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";

const MOST_WORKERS = 2;

function startWorker(): Worker {
  const worker = new Worker(import.meta.resolve("./draw-worker.js"), {type: "module"});
  worker.postMessage({kind: "start", urls: rdkitUrls} satisfies DrawCommand);
  return worker;
}

const pool = new DrawPool(startWorker, Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1)));

/** Starts the drawing engine, for a page that is going to draw. */
export const startDrawing = (): void => {
  pool.warm();
};

/**
 * A picture of a structure, drawn in a worker and kept.
 *
 * @param isWanted asked when the drawing's turn comes; false skips it
 * @returns null when the structure cannot be read, or was not wanted any more
 * @throws when the drawing engine cannot be started, with its reason
 */
export function drawPicture(request: DrawingRequest, isWanted: () => boolean = () => true): Promise<Picture | null> {
  return pool.draw(request, isWanted);
}
