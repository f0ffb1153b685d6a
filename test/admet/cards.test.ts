import {statSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCards} from "../../loaders/admet/read-cards.js";
import {isClassDoubt, type ModelCard} from "../../src/admet/model-card.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";
import {ADMET_LIMITS} from "../../src/tables/admet-limits.js";
import {ADMET_PUBLISHED} from "../../src/tables/admet-published.js";
import {modelSet} from "./read-models.js";

/** Models of a team's own tables stand behind these. */
const cards = readCards().slice(0, ADMET_ENDPOINTS.length);
const shown = cards.filter(({skill}) => skill.shown);
const ids = new Set(ADMET_ENDPOINTS.map(({id}) => id));
/** A class set of so many molecules is large enough to ask for calibration. */
const LARGE = 1000;
const LARGEST_CALIBRATION_ERROR = 0.05;
const MOST_BYTES = 12e6;

const eceOf = ({doubt}: ModelCard): number => (isClassDoubt(doubt) ? doubt.ece : NaN);

describe("cards of the trained models", () => {
  it("are there for every endpoint, and say of it what the endpoint table says", () => {
    expect(cards.map(({endpoint}) => endpoint)).toEqual(ADMET_ENDPOINTS);
    expect(modelSet.models.slice(0, cards.length).map(({card}) => card)).toEqual(cards);
  });

  it("measure 75-85 % coverage of the 80 % interval on unseen scaffolds for every regression shown", () => {
    const coverages = shown.filter(({endpoint}) => endpoint.kind === "regression").map(({doubt}) => doubt.coverage.all);
    expect(coverages.length).toBeGreaterThan(10);
    for (const {mean} of coverages) expect(mean).toSatisfy((share: number) => share >= 0.75 && share <= 0.85);
  });

  it("measure a calibration error below 0.05 for every class shown with a thousand molecules or more", () => {
    const large = shown.filter(({endpoint, molecules}) => endpoint.kind === "class" && molecules >= LARGE);
    expect(large.length).toBeGreaterThan(15);
    expect(Math.max(...large.map(eceOf))).toBeLessThan(LARGEST_CALIBRATION_ERROR);
  });

  it("give five seeds for every metric", () => {
    for (const {metrics} of cards) for (const {seeds} of Object.values(metrics)) expect(seeds).toHaveLength(5);
  });

  it("show a number exactly where the skill reaches what is asked", () => {
    for (const {skill} of cards) expect(skill.shown).toBe(skill.value >= skill.least);
  });

  it("differ from the training library by less than 1e-5", () => {
    expect(Math.max(...cards.map(({libraryDifference}) => libraryDifference))).toBeLessThan(1e-5);
  });

  it("belong to models and neighbours that weigh less than 12 MB", () => {
    const files = ["models.bin.gz", "neighbours.bin.gz"].map((name) => statSync(`data/models/${name}`).size);
    expect(files.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});

describe("limits and published figures", () => {
  it("name endpoints that exist, each with a DOI", () => {
    for (const [id, {doi}] of Object.entries(ADMET_LIMITS))
      expect([ids.has(id), doi.startsWith("10.")]).toEqual([true, true]);
    for (const {endpoint, doi} of ADMET_PUBLISHED)
      expect([ids.has(endpoint), doi.startsWith("10.")]).toEqual([true, true]);
  });

  it("have caution around what is favourable", () => {
    for (const {favourable, caution} of Object.values(ADMET_LIMITS)) {
      expect(caution[0]).toBeLessThanOrEqual(favourable[0]);
      expect(caution[1]).toBeGreaterThanOrEqual(favourable[1]);
    }
  });

  it("stand beside every endpoint of the benchmark in the benchmark's own metric", () => {
    for (const {id, metric} of ADMET_ENDPOINTS.filter(({benchmark}) => benchmark !== null))
      expect(ADMET_PUBLISHED.filter((figure) => figure.endpoint === id).map((figure) => figure.metric)).toEqual([
        metric
      ]);
  });
});
