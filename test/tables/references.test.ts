import {describe, expect, it} from "vitest";
import {attribution, bibtex, plainReferences, sourceReferences, sourceWords} from "../../src/tables/references.js";
import {sources, type SourceRow} from "../../src/tables/sources.js";
import {blankRow} from "../small-store.js";

const source = (source_id: string, fields: Partial<SourceRow> = {}): SourceRow =>
  blankRow<SourceRow>(sources, {
    ...{source_id, name: source_id.toUpperCase(), licence: "CC0-1.0", url: `https://example.org/${source_id}`},
    ...{citation: "Doe J. A paper", doi: "10.1000/1", release: "3", retrieved_on: "2026-01-02", ...fields}
  });
const rows = [
  source("a"),
  source("b", {release: null}),
  source("c", {citation: "Roe 50% & co", doi: null, licence: "X"})
];

describe("sourceReferences(sources)", () => {
  it("joins sources that ask for the same citation, and says what was used of it", () => {
    const references = sourceReferences(rows);
    expect(references.map(({key, used_for: uses}) => [key, uses.length])).toEqual([
      ["a", 2],
      ["c", 1]
    ]);
  });

  it("gives none for no sources", () => {
    expect(sourceReferences([])).toEqual([]);
  });
});

describe("sourceWords(source)", () => {
  it("says what a source does not state", () => {
    expect(sourceWords(source("a"))).toBe("A, release 3, retrieved 2026-01-02, CC0-1.0");
    expect(sourceWords(source("a", {release: null, retrieved_on: null}))).toBe(
      "A, release not stated, date of retrieval not stated, CC0-1.0"
    );
  });
});

describe("bibtex(references)", () => {
  it("writes an entry each, special characters escaped, the address where there is no DOI", () => {
    const text = bibtex(sourceReferences(rows));
    expect(text.match(/^@misc\{\w+,$/gm)).toEqual(["@misc{a,", "@misc{c,"]);
    expect(text).toContain("note = {Roe 50\\% \\& co}");
    expect(text).toContain("doi = {10.1000/1}");
    expect(text).toContain("url = {https://example.org/c}");
  });
});

describe("plainReferences(references)", () => {
  it("numbers them", () => {
    expect(plainReferences(sourceReferences(rows)).split("\n")[1]).toMatch(/^2\. Roe 50% & co\. Used for: C, /);
  });
});

describe("attribution(sources)", () => {
  it("lists every source under its licence", () => {
    const text = attribution(rows);
    expect(text.indexOf("CC0-1.0")).toBeLessThan(text.indexOf("\nX\n"));
    expect(text.match(/^- /gm)).toHaveLength(3);
  });
});
