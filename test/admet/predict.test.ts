import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {admetFeatures, N_BITS} from "../../src/admet/features.js";
import {bitBlock} from "../../src/admet/forest.js";
import {predictAdmet, type AdmetVerdict} from "../../src/admet/predict.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {engine, modelSet, trainingIndex} from "./read-models.js";

interface LibrarySample {
  readonly smiles: string;
  readonly scores: Readonly<Record<string, number>>;
}

const samples = JSON.parse(readFileSync("data/models/library-scores.json", "utf8")) as readonly LibrarySample[];
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

function predictOne(smiles: string): AdmetVerdict {
  const [verdict] = predictAdmet(rdkit, engine, [{smiles}]);
  if (verdict === undefined) throw new Error("no verdict");
  return verdict;
}

describe("ForestKernel.scores(forest)", () => {
  it("are the training library's own scores to 1e-5 for every endpoint", () => {
    const some = samples.slice(0, 32);
    const features = some.map(({smiles}) => withMolecule(rdkit, smiles, (mol) => admetFeatures(mol))!);
    engine.forests.load(bitBlock(features, modelSet.edges, N_BITS));
    const differences = modelSet.models.flatMap(({card}, place) => {
      const scores = engine.forests.scores(place);
      return some.map((sample, lane) => Math.abs(scores[lane]! - sample.scores[card.endpoint.id]!));
    });
    expect(differences).toHaveLength(32 * modelSet.models.length);
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  });

  it("refuses more molecules than lanes", () => {
    const features = {bits: new Uint16Array(), values: new Float32Array()};
    expect(() =>
      bitBlock(
        Array.from({length: 129}, () => features),
        modelSet.edges,
        N_BITS
      )
    ).toThrow("invalid number");
  });
});

describe("predictAdmet(rdkit, engine, inputs)", () => {
  it("answers every endpoint of a drug with finite numbers inside their interval", () => {
    const {predictions} = predictOne("CC(=O)Oc1ccccc1C(=O)O");
    expect(predictions).toHaveLength(modelSet.models.length);
    for (const prediction of predictions ?? []) {
      if (prediction.kind === "regression") {
        expect(prediction.low).toBeLessThanOrEqual(prediction.value);
        expect(prediction.high).toBeGreaterThanOrEqual(prediction.value);
      }
      if (prediction.kind === "class") expect(prediction.probability).toSatisfy((p: number) => p > 0 && p < 1);
    }
  });

  it("gives no number for an endpoint whose skill is below the limit", () => {
    const {predictions} = predictOne("CCOc1ccccc1");
    const place = modelSet.models.findIndex(({card}) => !card.skill.shown);
    expect(predictions?.[place]).toMatchObject({kind: "not-predictive"});
    expect(predictions?.[place]).not.toHaveProperty("value");
  });

  it("predicts a salt as its parent", () => {
    expect(predictOne("CC(=O)Oc1ccccc1C(=O)[O-].[Na+]")).toEqual(predictOne("CC(=O)Oc1ccccc1C(=O)O"));
  });

  it.each([
    ["an inorganic salt", "[Na+].[Cl-]", /element/],
    ["an inorganic molecule", "OS(=O)(=O)O", /inorganic/],
    ["a metal complex", "Cl[Pt](Cl)(N)N", /element/],
    ["a single atom", "C", /too small/],
    ["an empty text", "", /no structure/],
    ["no SMILES", "not a molecule", /cannot read/],
    ["an attachment point", "*c1ccccc1", /attachment/],
    ["a macrocycle", "O=C1CCCCCCCCCCCCCCO1", /macrocycle/],
    ["a peptide", `N${"CC(=O)N".repeat(9)}CC(=O)O`, /peptide/],
    ["200 atoms", "CCOC".repeat(50), /too large/]
  ])("refuses %s with a reason", (_, smiles, reason) => {
    expect(predictOne(smiles)).toEqual({refused: expect.stringMatching(reason) as string, predictions: null});
  });

  it("finds a training molecule inside the domain of its endpoint", () => {
    const place = modelSet.models.findIndex(({card}) => card.endpoint.id === "solubility");
    const molecule = trainingIndex.measured[place]?.molecules[100] ?? 0;
    const {predictions} = predictOne(trainingIndex.smiles[molecule] ?? "");
    expect(predictions?.[place]?.domain).toBe("in");
  });

  it("gives nothing for nothing", () => {
    expect(predictAdmet(rdkit, engine, [])).toEqual([]);
  });
});
