import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {answersProject, covers, scopeFile, scopeOf} from "../../../loaders/snapshot/snapshot-scope.js";
import {smallProject} from "../world/project.js";

const held = {disease_id: "EFO_1", uniprot: ["P1", "P2"]};

describe("covers(held, asked)", () => {
  it("holds for the same question and for fewer targets", () => {
    expect(covers(held, held)).toBe(true);
    expect(covers(held, {...held, uniprot: ["P2"]})).toBe(true);
  });

  it("does not hold for another disease or a target more", () => {
    expect(covers(held, {...held, disease_id: "EFO_2"})).toBe(false);
    expect(covers(held, {...held, uniprot: ["P1", "P3"]})).toBe(false);
  });
});

describe("answersProject(folder, projectFile)", () => {
  const setUp = async (scope: object, project: string) => {
    const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
    await writeFile(scopeFile(folder), JSON.stringify(scope));
    await writeFile(join(folder, "project.json"), project);
    return answersProject(folder, join(folder, "project.json"));
  };

  it("compares the project file with the scope of the copy", async () => {
    expect(await setUp(scopeOf(smallProject), JSON.stringify(smallProject))).toBe(true);
    expect(await setUp(held, JSON.stringify(smallProject))).toBe(false);
  });

  it("leaves a project file that cannot be read to its own reader", async () => {
    expect(await setUp(held, "{")).toBe(true);
  });

  it("takes a copy without a scope for one that answers everything", () => {
    expect(answersProject(join(tmpdir(), "no-such-folder"))).toBe(true);
  });
});
