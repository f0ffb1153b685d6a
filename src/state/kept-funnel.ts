import * as v from "valibot";

/** A row of filters on a set as it was last seen: how many compounds each left. No structure is in it. */
export const keptFunnelSchema = v.looseObject({
  /** What was narrowed, in words. */
  set: v.string(),
  n_compounds: v.number(),
  steps: v.array(
    v.looseObject({
      words: v.string(),
      n_left: v.number(),
      /** How approved drugs fare under it, in words; empty where that is not known. */
      note: v.optional(v.string(), "")
    })
  )
});
export type KeptFunnel = v.InferOutput<typeof keptFunnelSchema>;

const KEY = "fumehood:funnel";

/** Keeps a funnel in this browser, for a report to show; one without steps is forgotten. */
export function keepFunnel(funnel: KeptFunnel): void {
  try {
    if (funnel.steps.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(funnel));
  } catch {
    // Storage is denied: a report shows the funnels of the build only.
  }
}

/** The funnel that was kept last; null when there is none that can be read. */
export function keptFunnel(): KeptFunnel | null {
  try {
    const read = v.safeParse(keptFunnelSchema, JSON.parse(localStorage.getItem(KEY) ?? "null"));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
