import {describe, expect, it} from "vitest";
import {matchGenes, parseGeneList} from "../../src/state/gene-list.js";

describe("parseGeneList(text)", () => {
  it.each([
    ["a name a line", "JAK1\nTYK2\r\n\n", ["JAK1", "TYK2"]],
    ["names in one line", "JAK1, TYK2;IL6 TNF", ["JAK1", "TYK2", "IL6", "TNF"]],
    ["a JSON list", '["JAK1", "TYK2"]', ["JAK1", "TYK2"]],
    ["the first column of a table", "symbol,score\nJAK1,0.5\nTYK2,0.4", ["JAK1", "TYK2"]],
    ["Ensembl ids without their versions", "ENSG00000162434.12", ["ENSG00000162434"]],
    ["a symbol that is a number", "7157", ["7157"]],
    ["each name once, whatever its case", "JAK1\njak1", ["jak1"]],
    ["nothing", "  \n", []]
  ])("reads %s", (_, text, names) => {
    expect(parseGeneList(text)).toEqual(names);
  });
});

describe("matchGenes(names, targets)", () => {
  const targets = {
    target_id: ["JAK1", "ENSG00000105397", "CAST", "CAST (2)"],
    symbol: ["JAK1", "TYK2", "CAST", "CAST"]
  };

  it("finds symbols and ids in any case, and lists what it does not find", () => {
    expect(matchGenes(["tyk2", "Jak1", "NOPE", "ensg00000105397"], targets)).toEqual({
      found: [1, 0],
      unmatched: ["NOPE"]
    });
  });

  it("finds both genes of one symbol", () => {
    expect(matchGenes(["CAST"], targets).found).toEqual([2, 3]);
  });

  it("of no names finds nothing", () => {
    expect(matchGenes([], targets)).toEqual({found: [], unmatched: []});
  });
});
