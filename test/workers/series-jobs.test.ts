import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {seriesItemJobs, seriesSetJobs} from "../../src/workers/series-jobs.js";
import {kernels} from "../kernels/compiled.js";

const engine = {
  rdkit: await loadRDKit(),
  kernels: () => Promise.resolve(kernels),
  hydrogenated: new Map<string, string | null>(),
  parents: new Map<string, string | null>()
};
const SMILES = ["CCOc1ccccc1", "CCCOc1ccccc1", "CCCCOc1ccccc1", "CC(=O)N1CCOCC1"];

describe("seriesItemJobs", () => {
  it("find scaffold, framework and ancestors of one item", () => {
    expect(seriesItemJobs.scaffolds(engine, "CCc1ccc(-c2ccncc2)cc1")).toBe("c1ccc(-c2ccncc2)cc1");
    expect(seriesItemJobs.frameworks(engine, "CCc1ccncc1")).toBe("C1CCCCC1");
    expect(seriesItemJobs.lineages(engine, "c1ccc(-c2ccncc2)cc1")).toEqual(["c1ccncc1"]);
  });

  it.each(["scaffolds", "frameworks", "fingerprints"] as const)("%s of what cannot be read is null", (job) => {
    expect(seriesItemJobs[job](engine, "not a molecule")).toBeNull();
  });

  it("finds no ancestors of what cannot be read", () => {
    expect(seriesItemJobs.lineages(engine, "not a molecule")).toEqual([]);
  });
});

describe("seriesSetJobs.clusters(engine, ask, tell)", () => {
  it("groups similar rows and leaves out what has no fingerprint", async () => {
    const fingerprints = ["x(", ...SMILES].map((smiles) => seriesItemJobs.fingerprints(engine, smiles));
    const clusters = await seriesSetJobs.clusters(engine, {fingerprints, threshold: 0.5}, () => undefined);
    expect(clusters.map((rows) => [...rows].sort())).toEqual([[1, 2, 3], [4]]);
  });

  it("of no rows is empty", async () => {
    expect(await seriesSetJobs.clusters(engine, {fingerprints: [null], threshold: 0.5}, () => undefined)).toEqual([]);
  });
});
