import {describe, expect, it} from "vitest";
import {countOutside, ORAL_AXES, readOralAxes} from "../../src/alerts/bioavailability-radar.js";

const fit = {clogp: 2, mw_da: 300, tpsa_a2: 70, esol_log_mol_l: -3, fsp3: 0.5, n_rotatable_bonds: 4};

describe("readOralAxes(values)", () => {
  it("has the six published axes, in their order, with their ranges", () => {
    expect(ORAL_AXES.map(({label, low, high}) => [label, low, high])).toEqual([
      ["LIPO", -0.7, 5],
      ["SIZE", 150, 500],
      ["POLAR", 20, 130],
      ["INSOLU", -6, 0],
      ["INSATU", 0.25, 1],
      ["FLEX", 0, 9]
    ]);
  });

  it("places both ends of a range at 0 and 1, and takes them as inside", () => {
    const low = readOralAxes({...fit, mw_da: 150})[1]!;
    const high = readOralAxes({...fit, mw_da: 500})[1]!;
    expect([low.place, low.verdict, high.place, high.verdict]).toEqual([0, "inside", 1, "inside"]);
  });

  it("puts outward what is less soluble and less saturated", () => {
    const [, , , insoluble, unsaturated] = readOralAxes({...fit, esol_log_mol_l: -6.6, fsp3: 0.1});
    expect(insoluble).toMatchObject({verdict: "below"});
    expect(insoluble!.place).toBeCloseTo(1.1, 12);
    expect(unsaturated).toMatchObject({verdict: "below"});
    expect(unsaturated!.place).toBeCloseTo(1.2, 12);
  });

  it("clips what lies far outside, so that it can be drawn", () => {
    const [lipo, size] = readOralAxes({...fit, clogp: -40, mw_da: 5000});
    expect([lipo!.place, size!.place]).toEqual([-0.5, 1.5]);
  });

  it("calls a missing value unknown, not outside", () => {
    const values = {...fit, fsp3: NaN};
    expect(readOralAxes(values)[4]!.verdict).toBe("unknown");
    expect(countOutside(values)).toBe(0);
  });
});

describe("countOutside(values)", () => {
  it("is 0 for what is suited and counts each axis once", () => {
    expect(countOutside(fit)).toBe(0);
    expect(countOutside({...fit, clogp: 6, mw_da: 600, n_rotatable_bonds: 12})).toBe(3);
  });
});
