import {describe, expect, it} from "vitest";
import {diagramLayout} from "../../src/structures/diagram-layout.js";

const box = {x: 0, y: 0, width: 160, height: 60};

describe("diagramLayout(anchors, box)", () => {
  it("puts every residue outside the drawing, on the side of its atoms", () => {
    const [left, right] = diagramLayout(
      [
        {x: 5, y: 30},
        {x: 155, y: 30}
      ],
      box
    );
    expect(left?.x).toBeLessThan(0);
    expect(right?.x).toBeGreaterThan(160);
  });

  it("lets none of eighteen residues about one atom cover another", () => {
    const spots = diagramLayout(
      Array.from({length: 18}, (_, i) => ({x: 20 + i / 10, y: 20})),
      box
    );
    const covered = spots.filter((a, i) =>
      spots.some((b, j) => j !== i && Math.abs(a.x - b.x) < 46 && Math.abs(a.y - b.y) < 18)
    );
    expect(covered).toEqual([]);
  });

  it("of no residue is empty", () => {
    expect(diagramLayout([], box)).toEqual([]);
  });
});
