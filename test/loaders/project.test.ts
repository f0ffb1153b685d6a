import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {parseProject, readProject} from "../../loaders/project.js";

const valid = JSON.parse(await readFile("data/project.json", "utf8")) as Record<string, unknown>;
const withField = (name: string, value: unknown): Record<string, unknown> => ({...valid, [name]: value});

describe("parseProject(content, file)", () => {
  it("takes the demonstration project", () => {
    expect(parseProject(valid, "p.json")).toEqual(valid);
  });

  it("names the file, the path, the value and what it must be", () => {
    const disease = {id: "colitis", name: "x"};
    expect(() => parseProject(withField("disease", disease), "p.json")).toThrow(
      /^p\.json is not a valid project:\n {2}disease\.id is "colitis": must look like 'MONDO_0005011'$/
    );
  });

  it("names a missing field", () => {
    const rest: Record<string, unknown> = {...valid};
    delete rest["question"];
    expect(() => parseProject(rest, "p.json")).toThrow("question is missing");
  });

  it("names a field that it does not know, so that a typing error is not silent", () => {
    expect(() => parseProject(withField("target", []), "p.json")).toThrow("target is not a field of a project");
  });

  it("lists every wrong field, with its place in a list", () => {
    const targets = [{symbol: "A", name: "a", uniprot: "nope", chembl: "203", ensembl: null}];
    expect(() => parseProject(withField("targets", targets), "p.json")).toThrow(
      /targets\[0\]\.uniprot is "nope".*\n.*targets\[0\]\.chembl is "203": must look like 'CHEMBL203'/
    );
  });

  it("refuses an empty list of targets", () => {
    expect(() => parseProject(withField("targets", []), "p.json")).toThrow("targets is []: must name at least one");
  });

  it("refuses a set of an unknown kind", () => {
    const sets = [{id: "a", title: "A", kind: "bought"}];
    expect(() => parseProject(withField("compound_sets", sets), "p.json")).toThrow(
      /compound_sets\[0\]\.kind is "bought": must be 'measured' or 'approved'/
    );
  });

  it("refuses a set on a target that the project does not have", () => {
    const sets = [{id: "a", title: "A", kind: "measured", targets: ["NOPE1"], standard_types: ["IC50"]}];
    expect(() => parseProject(withField("compound_sets", sets), "p.json")).toThrow(
      'compound_sets[0].targets[0] is "NOPE1": must be the symbol of one of the targets'
    );
  });

  it("refuses an id that is there twice", () => {
    const set = {id: "a", title: "A", kind: "approved"};
    expect(() => parseProject(withField("compound_sets", [set, set]), "p.json")).toThrow(
      'compound_sets[1] is "a": is there twice'
    );
  });

  it("refuses what is not an object", () => {
    expect(() => parseProject([], "p.json")).toThrow("p.json is not a valid project");
  });
});

describe("readProject(file)", () => {
  it("reads the demonstration project by default", async () => {
    expect((await readProject()).disease).toEqual(valid["disease"]);
  });

  it("says which file is missing and what to do", async () => {
    await expect(readProject("nowhere/project.json")).rejects.toThrow(
      "cannot read the project file nowhere/project.json: restore it"
    );
  });

  it("says where the JSON is broken", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "fumehood-")), "project.json");
    await writeFile(file, '{"version": 1,');
    await expect(readProject(file)).rejects.toThrow("is not valid JSON");
  });
});
