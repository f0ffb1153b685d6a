import {describe, expect, it} from "vitest";
import {rankTargets} from "../../src/components/rank-targets.js";
import {targetCriteria} from "../../src/components/target-criteria.js";
import {targetJson, targetTable, targetText} from "../../src/components/target-export.js";
import {facetFilter, facetToken, targetFacets} from "../../src/components/target-facets.js";
import {targetMethods} from "../../src/components/target-methods.js";
import {targetFields} from "../../src/state/target-fields.js";
import {readState} from "../../src/state/url-state.js";
import {emptyModel, smallModel} from "./target-board.js";

const state = (search = "") => readState(targetFields, search);
const shown = (search: string) =>
  rankTargets(smallModel, state(search)).order.map((target) => smallModel.board.targets.target_id[target]);

describe("rankTargets(model, state)", () => {
  it("orders by score; what has none comes last", () => {
    expect(shown("")).toEqual(["AAA", "7157", "AAA (2)"]);
  });

  it("follows the weights of the link", () => {
    expect(shown("w=gwas:0.1,papers:1")).toEqual(["7157", "AAA", "AAA (2)"]);
  });

  it("gives no score without required evidence", () => {
    const {ranks} = rankTargets(smallModel, state("need=papers"));
    expect([...ranks]).toEqual([NaN, 1, NaN]);
  });

  it("narrows by facets, gene list, text and project, and keeps pinned targets first", () => {
    expect(shown("has=hasPocket%3Dyes")).toEqual(["7157"]);
    expect(shown("genes=7157,NOPE")).toEqual(["7157"]);
    expect(shown("q=715")).toEqual(["7157"]);
    expect(shown("mine=1")).toEqual(["AAA"]);
    expect(shown("pin=7157&mine=1")).toEqual(["7157", "AAA"]);
  });

  it("finds both genes of one symbol", () => {
    expect(shown("genes=AAA")).toEqual(["AAA", "AAA (2)"]);
  });

  it("orders by the lower end of the priority: what is not assessed never helps", () => {
    expect(shown("sort=priority")[2]).toBe("AAA (2)");
  });

  it("falls back to the score for an order that is not known", () => {
    expect(shown("sort=nonsense")).toEqual(shown(""));
  });

  it("of no targets is empty", () => {
    expect(rankTargets(emptyModel, state()).order).toEqual([]);
  });
});

describe("targetFacets(model)", () => {
  const facets = targetFacets(smallModel);
  const targetsOf = (facet: string, value: string) => [
    ...(facets.find(({id}) => id === facet)?.values.find(({id}) => id === value)?.targets ?? [])
  ];

  it("keeps not assessed apart from no", () => {
    expect([targetsOf("hasPocket", "no"), targetsOf("hasPocket", "unknown")]).toEqual([[0], [2]]);
  });

  it("has no 'none' for a factor that is -1 or absent", () => {
    expect(facets.find(({id}) => id === "hasSafetyEvent")?.values.map(({id}) => id)).toEqual(["known", "unknown"]);
  });

  it("groups clinical stages, and tractability classes by modality", () => {
    expect(targetsOf("maxClinicalStage", "mid")).toEqual([1]);
    expect(targetsOf("tractability SM", "Approved Drug")).toEqual([0]);
  });

  it("joins values of a facet by or, facets by and", () => {
    const passes = facetFilter(facets, [
      facetToken("hasPocket", "yes"),
      facetToken("hasPocket", "no"),
      facetToken("maxClinicalStage", "approved")
    ]);
    expect([0, 1, 2].filter((target) => passes?.(target))).toEqual([0]);
  });

  it("passes over tokens that name nothing", () => {
    expect(facetFilter(facets, ["nope=1"])).toBeNull();
  });
});

describe("targetCriteria(model)", () => {
  it("names every criterion once", () => {
    const ids = targetCriteria(smallModel).map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["score", "priority", "gwas", "hasPocket", "n_compounds"]));
  });

  it("leaves missing missing", () => {
    const ranked = rankTargets(smallModel, state());
    const missing = targetCriteria(smallModel).filter((criterion) => criterion.value(ranked, 2) === null);
    expect(missing.map(({id}) => id)).toEqual(expect.arrayContaining(["score", "gwas", "hasPocket", "n_compounds"]));
  });
});

describe("targetText(table, about, separator)", () => {
  const about = {link: "http://x", methods: "How.", weights: {gwas: 1}, required: ["gwas"], sources: "s"};
  const table = targetTable(smallModel, rankTargets(smallModel, state()));

  it("puts link, methods and weights above the rows, and leaves missing cells empty", () => {
    const lines = targetText(table, about, ",").split(/\r?\n/);
    expect(lines.slice(0, 4)).toEqual([
      "# http://x",
      "# How.",
      "# weights: gwas 1",
      expect.stringContaining("required: gwas")
    ]);
    expect(lines[4]).toMatch(/^symbol,target_id,platform_score,score,rank,/);
    expect(lines[7]).toMatch(/^AAA,AAA \(2\),,,,/);
  });

  it("gives the same cells as TSV and JSON", () => {
    const tsv = targetText(table, about, "\t").split("\n")[5]?.split("\t");
    const json = JSON.parse(targetJson(table, about)) as {rows: Record<string, unknown>[]};
    expect([tsv?.[0], tsv?.[3]]).toEqual(["AAA", String(json.rows[0]?.["score"])]);
    expect(json.rows[2]?.["score"]).toBeNull();
  });
});

describe("targetMethods(model, state, ranked, sources)", () => {
  const words = (search: string) =>
    targetMethods(smallModel, state(search), rankTargets(smallModel, state(search)), "s");

  it("names the defaults when nothing was changed", () => {
    expect(words("")).toContain(
      "The platform's default weights were used. Of the other sources, Papers 0.2; the rest 1."
    );
  });

  it("names every choice", () => {
    const text = words("w=gwas:0.5&need=papers&fw=hasPocket:0.2&fc=hasPocket:-1/1;1/0&mine=1&has=hasPocket%3Dyes");
    for (const part of [
      "GWAS 0.5",
      "required from Papers",
      "weights Pocket 0.2",
      "own curves for Pocket",
      "targets of the project",
      "hasPocket yes"
    ])
      expect(text).toContain(part);
  });
});
