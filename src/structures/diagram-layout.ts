/** A place in a plane. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Free space between the drawing and the residues about it, and the least space between two residues, in its units. */
const GAP = {x: 64, y: 44};
const NODE = {width: 52, height: 24};
const ROUNDS = 3000;
const STEP = 0.02;

/**
 * Puts residues about a drawing, each on the side of the atoms that it meets, on an ellipse outside the ink, and moves
 * them apart along it until none covers another.
 *
 * @param anchors for each residue the middle of its atoms in the drawing
 * @returns places in the order of the anchors
 */
export function diagramLayout(
  anchors: readonly Spot[],
  box: {x: number; y: number; width: number; height: number}
): Spot[] {
  const centre = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  const needed = (anchors.length * (NODE.width + NODE.height)) / (2 * Math.PI);
  const radius = {
    x: Math.max(box.width / 2 + GAP.x, needed),
    y: Math.max(box.height / 2 + GAP.y, needed * 0.8)
  };
  const turns = anchors.map(({x, y}) => Math.atan2((y - centre.y) / radius.y, (x - centre.x) / radius.x));
  const place = (turn: number): Spot => ({
    x: centre.x + radius.x * Math.cos(turn),
    y: centre.y + radius.y * Math.sin(turn)
  });
  const order = turns.map((_, i) => i).sort((a, b) => (turns[a] ?? 0) - (turns[b] ?? 0));
  for (let round = 0; round < ROUNDS; round++) {
    let hasMoved = false;
    order.forEach((i, k) => {
      const j = order[(k + 1) % order.length] ?? i;
      // The last and the first are neighbours only when they meet across the end of the circle.
      const isWrap = k === order.length - 1;
      if (i === j || (isWrap && (turns[j] ?? 0) + 2 * Math.PI - (turns[i] ?? 0) > Math.PI)) return;
      if (!cover(place(turns[i] ?? 0), place(turns[j] ?? 0))) return;
      turns[i] = (turns[i] ?? 0) - STEP;
      turns[j] = (turns[j] ?? 0) + STEP;
      hasMoved = true;
    });
    if (!hasMoved) break;
  }
  return turns.map(place);
}

const cover = (a: Spot, b: Spot): boolean => Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height;
