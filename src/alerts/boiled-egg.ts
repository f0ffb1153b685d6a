/** A region of the BOILED-Egg: an ellipse over polar surface and lipophilicity. */
export interface EggRegion {
  /** What lies in it, in words. */
  readonly words: string;
  readonly centre_tpsa_a2: number;
  readonly centre_logp: number;
  /** Full axis that lies almost along the polar surface, Å². */
  readonly width_a2: number;
  /** Full axis that lies almost along the logP. */
  readonly height_logp: number;
  /** Turn about the centre, degrees counter-clockwise, of numbers as they stand (1 Å² as long as 1 log unit). */
  readonly angle_degrees: number;
}

/** Ranges that the article states for a region. */
export interface PublishedExtent {
  /** Largest polar surface, Å². */
  readonly tpsa_a2: number;
  readonly logp_low: number;
  readonly logp_high: number;
}

/**
 * The two regions of the BOILED-Egg. The article prints the egg as a figure and states how far its regions reach
 * (`BOILED_EGG_EXTENTS`), not the ellipses' parameters; those here are the ones in general use in open re-implementations,
 * and reach exactly as far as stated. Polar surface is Ertl's without sulphur and phosphorus, and lipophilicity is
 * Wildman-Crippen's logP, both as RDKit computes them: values of other programs fall elsewhere. The regions are judged
 * one by one: at small polar surfaces the yolk reaches out of the white.
 *
 * @see Daina 2016 doi:10.1002/cmdc.201600182
 */
export const BOILED_EGG: Readonly<Record<"white" | "yolk", EggRegion>> = {
  white: {
    words: "absorbed passively from the gut",
    centre_tpsa_a2: 71.051,
    centre_logp: 2.292,
    width_a2: 142.081,
    height_logp: 8.74,
    angle_degrees: -1.031325
  },
  yolk: {
    words: "passes passively into the brain",
    centre_tpsa_a2: 38.117,
    centre_logp: 3.177,
    width_a2: 82.061,
    height_logp: 5.557,
    angle_degrees: -0.171887
  }
};

/** How far the regions reach as the article states it. */
export const BOILED_EGG_EXTENTS: Readonly<Record<"white" | "yolk", PublishedExtent>> = {
  white: {tpsa_a2: 142, logp_low: -2.3, logp_high: 6.8},
  yolk: {tpsa_a2: 79, logp_low: 0.4, logp_high: 6}
};

const RADIANS = Math.PI / 180;

/** True of a point in the region or on its rim; false where a value is NaN. */
export function isInRegion(region: EggRegion, tpsa_a2: number, logp: number): boolean {
  const [cos, sin] = [Math.cos(region.angle_degrees * RADIANS), Math.sin(region.angle_degrees * RADIANS)];
  const [x, y] = [tpsa_a2 - region.centre_tpsa_a2, logp - region.centre_logp];
  const along = (x * cos + y * sin) / (region.width_a2 / 2);
  const across = (y * cos - x * sin) / (region.height_logp / 2);
  return along ** 2 + across ** 2 <= 1;
}

/** The rim of a region as a closed row of points (polar surface in Å², logP), of which the last is not the first again. */
export function regionOutline(region: EggRegion, count = 90): readonly (readonly [tpsa_a2: number, logp: number])[] {
  const [cos, sin] = [Math.cos(region.angle_degrees * RADIANS), Math.sin(region.angle_degrees * RADIANS)];
  return Array.from({length: count}, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const [x, y] = [(region.width_a2 / 2) * Math.cos(turn), (region.height_logp / 2) * Math.sin(turn)];
    return [region.centre_tpsa_a2 + x * cos - y * sin, region.centre_logp + x * sin + y * cos] as const;
  });
}
