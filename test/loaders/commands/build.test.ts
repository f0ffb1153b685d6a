import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {makeClone} from "../clone.js";
import {smallProject} from "../world/project.js";

/** What `fumehood build` says when it fails. */
async function complaint(project?: string, damage: (root: string) => Promise<void> = () => Promise.resolve()) {
  const clone = await makeClone(project);
  await damage(clone.root);
  const failure = await clone.run("src/bin/fumehood.ts", "build").then(
    () => ({code: 0, stderr: ""}),
    (error: unknown) => error as {code: number; stderr: string}
  );
  expect(failure.code).toBe(1);
  return failure.stderr;
}

const table = (root: string, name: string): string => join(root, "data/snapshot", `${name}.parquet`);

describe("fumehood build", () => {
  it("names every wrong field of the project file, its value and what it must be", async () => {
    const wrong = {...smallProject, disease: {id: "melanoma", name: ""}, targets: []};
    const words = await complaint(JSON.stringify(wrong));
    expect(words).toContain("data/project.json is not a valid project:");
    expect(words).toContain("disease.id is \"melanoma\": must look like 'MONDO_0005011'");
    expect(words).toContain('disease.name is "": must not be empty');
    expect(words).toContain("targets is []: must name at least one");
  });

  it("says that a project file is not JSON", async () => {
    expect(await complaint("{")).toContain("data/project.json is not valid JSON");
  });

  it("asks for data when the embedded copy answers another question", async () => {
    expect(await complaint(JSON.stringify(smallProject))).toMatch(/another disease or other targets.*`npm run data`/);
  });

  it("says how to restore a missing snapshot", async () => {
    const words = await complaint(undefined, (root) => rm(join(root, "data/snapshot"), {recursive: true}));
    expect(words).toContain("targets.parquet is missing. Restore it with `git checkout data/snapshot`");
  });

  it("says how to restore a damaged table", async () => {
    const words = await complaint(undefined, (root) => writeFile(table(root, "activities"), "not a table"));
    expect(words).toMatch(/cannot read .*activities\.parquet, it may be damaged: restore it with `git checkout/);
  });
});
