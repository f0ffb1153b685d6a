import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {packTexts} from "../../src/tables/text-pack.js";
import {fingerprintRows} from "../../src/workers/fingerprint-rows.js";
import {type SeriesEngine, seriesItemJobs, seriesSetJobs} from "../../src/workers/series-jobs.js";
import type {SeriesPool} from "../../src/workers/series-pool.js";
import {kernels} from "../kernels/compiled.js";

const engine: SeriesEngine = {
  ...{rdkit: await loadRDKit(), kernels: () => Promise.resolve(kernels)},
  ...{hydrogenated: new Map(), parents: new Map()}
};
/** Answers out of turn, as workers do. */
const pool = {
  async set(job: "fingerprintRows", ask: Parameters<typeof seriesSetJobs.fingerprintRows>[1]) {
    const answer = await seriesSetJobs[job](engine, ask, () => undefined);
    await new Promise((resume) => setTimeout(resume, ask.smiles.ends.length % 7));
    return answer;
  }
} as unknown as SeriesPool;
const {signal} = new AbortController();

describe("fingerprintRows(pool, smiles, options)", () => {
  it("puts each fingerprint in its row, over many lots, and zeros where there is no structure", async () => {
    const smiles = Array.from({length: 5000}, (_, row) => `${"C".repeat(1 + (row % 9))}O`);
    const texts: (string | null)[] = [...smiles];
    [texts[17], texts[4099]] = [null, "not a molecule"];
    const told: number[] = [];
    const rows = await fingerprintRows(pool, packTexts(texts), {signal, onProgress: (done) => told.push(done)});
    for (const row of [0, 8, 2047, 2048, 4999]) {
      const own = seriesItemJobs.fingerprints(engine, smiles[row] ?? "");
      expect(rows.subarray(row * 256, (row + 1) * 256)).toEqual(own);
    }
    for (const row of [17, 4099]) expect(rows.subarray(row * 256, (row + 1) * 256)).toEqual(new Uint8Array(256));
    expect(told.at(-1)).toBe(5000);
  });

  it("has no rows of no structures", async () => {
    expect(await fingerprintRows(pool, packTexts([]), {signal})).toHaveLength(0);
  });
});

describe("seriesSetJobs.diverse(engine, ask, tell)", () => {
  it("chooses what is unlike, and nothing that has no fingerprint", async () => {
    const texts = ["CCOc1ccccc1", null, "CCCOc1ccccc1", "CC(=O)N1CCOCC1"];
    const fingerprints = await fingerprintRows(pool, packTexts(texts), {signal});
    expect(await seriesSetJobs.diverse(engine, {fingerprints, count: 2}, () => undefined)).toEqual([0, 3]);
    const all = await seriesSetJobs.diverse(engine, {fingerprints, count: 9}, () => undefined);
    expect([...all].sort()).toEqual([0, 2, 3]);
  });
});
