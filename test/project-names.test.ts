import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readProject} from "../loaders/project.js";

const project = await readProject();
/** What only the project file, its snapshot and the tests may name. */
const names = [
  project.disease.id,
  project.disease.name,
  ...project.targets.flatMap(({symbol, uniprot, chembl, ensembl}) => [symbol, uniprot, chembl, ensembl]),
  ...project.compound_sets.filter(({kind}) => kind === "measured").map(({id}) => id),
  ...project.structures.map(({id}) => id)
].filter((name) => name !== null);
const family = /\bJAKs?\b|colitis|janus/i;

const sources = ["src", "loaders"]
  .flatMap((root) => readdirSync(root, {recursive: true, withFileTypes: true}))
  .filter((entry) => entry.isFile() && /\.(ts|md|css|html)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !file.includes(".observablehq"));

describe("src/ and loaders/", () => {
  it("name nothing of the demonstration: disease, targets, compound sets, structures", () => {
    const found = sources.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const hits = names.filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text));
      return hits.length > 0 || family.test(text) ? [`${file}: ${[...hits, family.exec(text)?.[0]].join(", ")}`] : [];
    });
    expect(found).toEqual([]);
    expect(sources.length).toBeGreaterThan(10);
  });
});
