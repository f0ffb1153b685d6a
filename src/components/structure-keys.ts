import type {MoleculeViewer} from "./molecule-viewer.js";

const STEP = 10;
const ZOOM = 1.2;

/** Turns and zooms a picture by keys: arrows, plus and minus, 0 for all of it. */
export function turnByKey(event: KeyboardEvent, viewer: MoleculeViewer): void {
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
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
