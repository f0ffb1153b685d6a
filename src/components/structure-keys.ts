import type {MoleculeViewer} from "./molecule-viewer.js";

const STEP = 10;
const ZOOM = 1.2;

/** Keys that turn and zoom a picture. */
export const TURNING_KEYS: ReadonlySet<string> = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "0"]
]);

/** Turns and zooms a picture by keys: arrows, plus and minus, 0 for all of it. */
export function turnByKey(key: string, viewer: MoleculeViewer): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => {
      viewer.turn(-STEP, "y");
    },
    ArrowRight: () => {
      viewer.turn(STEP, "y");
    },
    ArrowUp: () => {
      viewer.turn(-STEP, "x");
    },
    ArrowDown: () => {
      viewer.turn(STEP, "x");
    },
    "+": () => {
      viewer.zoom(ZOOM);
    },
    "-": () => {
      viewer.zoom(1 / ZOOM);
    },
    "0": () => {
      viewer.focus([]);
    }
  };
  acts[key]?.();
}
