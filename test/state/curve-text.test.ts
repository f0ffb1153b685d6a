import {describe, expect, it} from "vitest";
import {formatCurves, parseCurves} from "../../src/state/curve-text.js";

describe("parseCurves(text)", () => {
  it("reads what formatCurves writes", () => {
    const curves = {
      hasPocket: {
        points: [
          [0, 0.25],
          [1, 1]
        ]
      },
      tissueSpecificity: {
        points: [
          [-1, 0],
          [0, 0],
          [1, 1]
        ]
      }
    } as const;
    expect(parseCurves(formatCurves(curves))).toEqual(curves);
  });

  it.each(["a", "a:1", "a:1/2", "a:1/0;0/1", "a b:0/1", ":0/1", "a:x/1"])("refuses %j", (text) => {
    expect(parseCurves(text)).toBeNull();
  });
});
