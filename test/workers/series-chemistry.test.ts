import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {genericFramework} from "../../src/chem/generic-framework.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {SeriesChemistry} from "../../src/workers/series-chemistry.js";
import {seriesItemJobs} from "../../src/workers/series-jobs.js";
import {SeriesPool, type SeriesWorker} from "../../src/workers/series-pool.js";
import type {SeriesCommand} from "../../src/workers/series-protocol.js";
import {readNativeRows} from "../chem/native-rdkit.js";
import {kernels} from "../kernels/compiled.js";

let rdkit: RDKit;
let asked: string[] = [];
beforeAll(async () => {
  rdkit = await loadRDKit();
});

/** A pool that works in this thread and remembers what it was asked. */
function openChemistry(smiles: readonly string[]): SeriesChemistry {
  asked = [];
  const engine = {rdkit, kernels: () => Promise.resolve(kernels), hydrogenated: new Map(), parents: new Map()};
  const start = (): SeriesWorker => {
    const target = new EventTarget();
    const postMessage = (command: SeriesCommand): void => {
      if (command.kind !== "items") return;
      asked.push(command.job);
      const answer = command.items.map((item) => seriesItemJobs[command.job](engine, String(item)));
      queueMicrotask(() => target.dispatchEvent(new MessageEvent("message", {data: {kind: "done", answer}})));
    };
    return Object.assign(target, {postMessage, terminate: () => undefined}) as unknown as SeriesWorker;
  };
  return new SeriesChemistry(new SeriesPool(start, 1), smiles);
}

const {signal} = new AbortController();

describe("SeriesChemistry", () => {
  it("finds frameworks of scaffolds as of the molecules themselves", async () => {
    const smiles = readNativeRows().map((row) => row.smiles);
    const expected = smiles.map((text) =>
      withMolecule(rdkit, text, (molecule) => genericFramework(rdkit, moleculeGraph(molecule)))
    );
    expect(await openChemistry(smiles).frameworks([...smiles.keys()], {signal})).toEqual(expected);
  });

  it("asks nothing of what has been published", async () => {
    const chemistry = openChemistry(["Cc1ccncc1", "CC"]);
    chemistry.takeKnown(["c1ccncc1", ""], [{scaffold: "c1ccncc1", parent: null, framework: "C1CCCCC1"}]);
    expect(await chemistry.of("scaffolds", [0, 1], {signal})).toEqual(["c1ccncc1", ""]);
    expect((await chemistry.parents(["c1ccncc1"], {signal})).get("c1ccncc1")).toBeNull();
    expect(await chemistry.frameworks([0], {signal})).toEqual(["C1CCCCC1"]);
    expect(asked).toEqual([]);
  });

  it("reads published fingerprints once, and works out what cannot be read", async () => {
    const chemistry = openChemistry(["Cc1ccncc1", "CC"]);
    const bytes = new Uint8Array(512).fill(1);
    let reads = 0;
    chemistry.publishedAt(() => Promise.resolve((reads++, bytes)));
    const {known, bytes: joined} = await chemistry.joinedFingerprints(Uint32Array.of(0, 1), {signal});
    await chemistry.of("fingerprints", [1], {signal});
    expect([...known]).toEqual([0, 1]);
    expect(joined).toEqual(bytes);
    expect({reads, asked}).toEqual({reads: 1, asked: []});
    const other = openChemistry(["Cc1ccncc1"]);
    other.publishedAt(() => Promise.reject(new Error("gone")));
    expect((await other.of("fingerprints", [0], {signal}))[0]).toHaveLength(256);
    expect(asked).toEqual(["fingerprints"]);
  });

  it("finds what was not published, once", async () => {
    const chemistry = openChemistry(["Cc1ccc(-c2ccncc2)cc1"]);
    const [scaffold] = await chemistry.of("scaffolds", [0], {signal});
    await chemistry.of("scaffolds", [0], {signal});
    const parents = await chemistry.parents([scaffold ?? ""], {signal});
    expect([...parents]).toEqual([
      ["c1ccc(-c2ccncc2)cc1", "c1ccncc1"],
      ["c1ccncc1", null]
    ]);
    expect(asked).toEqual(["scaffolds", "lineages"]);
  });
});
