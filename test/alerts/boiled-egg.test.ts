import {describe, expect, it} from "vitest";
import {BOILED_EGG, BOILED_EGG_EXTENTS, isInRegion, regionOutline} from "../../src/alerts/boiled-egg.js";

const REGIONS = ["white", "yolk"] as const;

describe("regionOutline(region, count)", () => {
  it.each(REGIONS)("reaches as far as the article states for the %s", (name) => {
    const rim = regionOutline(BOILED_EGG[name], 7200);
    const {tpsa_a2, logp_low, logp_high} = BOILED_EGG_EXTENTS[name];
    expect(Math.abs(Math.max(...rim.map(([x]) => x)) - tpsa_a2)).toBeLessThan(0.5);
    expect(Math.abs(Math.min(...rim.map(([, y]) => y)) - logp_low)).toBeLessThan(0.05);
    expect(Math.abs(Math.max(...rim.map(([, y]) => y)) - logp_high)).toBeLessThan(0.05);
  });

  it("lets the yolk out of the white only where polar surface is small", () => {
    const rim = regionOutline(BOILED_EGG.yolk);
    const outside = rim.filter(([x, y]) => !isInRegion(BOILED_EGG.white, x, y));
    expect(outside.length).toBeGreaterThan(0);
    expect(Math.max(...outside.map(([x]) => x))).toBeLessThan(38.117);
  });
});

describe("isInRegion(region, tpsa_a2, logp)", () => {
  it("holds the centre, and the rim within a hair", () => {
    for (const name of REGIONS) {
      const region = BOILED_EGG[name];
      expect(isInRegion(region, region.centre_tpsa_a2, region.centre_logp)).toBe(true);
      for (const [x, y] of regionOutline(region)) {
        const inward = (share: number): [number, number] => [
          region.centre_tpsa_a2 + share * (x - region.centre_tpsa_a2),
          region.centre_logp + share * (y - region.centre_logp)
        ];
        expect(isInRegion(region, ...inward(0.999))).toBe(true);
        expect(isInRegion(region, ...inward(1.001))).toBe(false);
      }
    }
  });

  it("tells drugs that reach the brain from those that do not leave the gut or stay out of it", () => {
    // Polar surface and Crippen logP by RDKit.
    const diazepam = [32.67, 3.15] as const;
    const atenolol = [84.58, 0.45] as const;
    const amikacin = [331.9, -8.4] as const;
    const inside = ([x, y]: readonly [number, number]) => REGIONS.map((name) => isInRegion(BOILED_EGG[name], x, y));
    expect(inside(diazepam)).toEqual([true, true]);
    expect(inside(atenolol)).toEqual([true, false]);
    expect(inside(amikacin)).toEqual([false, false]);
  });

  it("is false where a value is missing", () => {
    expect(isInRegion(BOILED_EGG.white, NaN, 2)).toBe(false);
    expect(isInRegion(BOILED_EGG.white, 70, NaN)).toBe(false);
  });
});
