import {describe, expect, it} from "vitest";
import {siteAttribution, siteReferences, softwareLicences} from "../../../loaders/publish/attribution.js";
import {readProject} from "../../../loaders/project.js";
import {readSources} from "../../../loaders/project-sources.js";

describe("siteAttribution()", () => {
  it("names every source that is published, with its licence", async () => {
    const text = await siteAttribution();
    const sources = await readSources(await readProject());
    expect(sources.length).toBeGreaterThan(0);
    for (const {name, licence} of sources) {
      expect(text).toContain(name);
      expect(text).toContain(`\n${licence}\n`);
    }
  });
});

describe("softwareLicences()", () => {
  it("names every dependency with its version and licence", async () => {
    const lines = (await softwareLicences()).trim().split("\n");
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => !/^- \S+ \d[\w.-]*, \S/.test(line))).toEqual([]);
    expect(lines.find((line) => line.includes("@rdkit/rdkit"))).toContain("BSD-3-Clause");
  });
});

describe("siteReferences()", () => {
  it("is BibTeX with an entry for each citation", async () => {
    const text = await siteReferences();
    expect(text.match(/^@misc\{/gm)?.length).toBeGreaterThan(2);
  });
});
