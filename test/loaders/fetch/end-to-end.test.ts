import {execFile} from "node:child_process";
import {mkdir, mkdtemp, readdir, symlink, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {TestServer} from "../http/test-server.js";
import {smallProject} from "../world/project.js";
import {startWorld} from "../world/world.js";

const run = promisify(execFile);
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

let server: TestServer;
beforeAll(async () => {
  server = await startWorld();
});
afterAll(() => server.close());

/** A clone of the project with another question, and without the embedded data. */
async function cloneWithoutSnapshot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fumehood-clone-"));
  for (const name of ["src", "loaders", "node_modules", "package.json", "tsconfig.json"])
    await symlink(resolve(name), join(root, name));
  await mkdir(join(root, "data"));
  for (const name of await readdir("data"))
    if (!["snapshot", "raw", "project.json"].includes(name))
      await symlink(resolve("data", name), join(root, "data", name));
  await writeFile(join(root, "data", "project.json"), JSON.stringify(smallProject));
  return root;
}

const COUNT_ROWS = `import {makeProjectTables} from "./loaders/project-tables.js";
const {tables} = await makeProjectTables();
process.stdout.write(JSON.stringify(Object.fromEntries(tables.map(({table, rows}) => [table.name, rows.length]))));
`;

describe("fumehood fetch, then the build's loaders", () => {
  it("turn another project file into every published table, with nothing of the demonstration", async () => {
    const root = await cloneWithoutSnapshot();
    const fetched = await run(process.execPath, [tsx, "src/bin/fumehood.ts", "fetch", "--mirror", server.origin], {
      cwd: root
    });
    expect(fetched.stdout).toMatch(/chembl +new +\d+ +ChEMBL_37/);
    await writeFile(join(root, "count.mts"), COUNT_ROWS);
    const {stdout} = await run(process.execPath, [tsx, "count.mts"], {cwd: root});
    const counts = JSON.parse(stdout) as Record<string, number>;
    expect(counts).toMatchObject({
      targets: 5,
      target_evidence: 6,
      activities: 17,
      assays: 3,
      drugs: 2,
      papers: 6,
      preprints: 5,
      trials: 9,
      proteins: 2,
      pdb_entries: 2,
      mechanisms: 1,
      clinical_candidates: 2
    });
    expect(counts["compounds"]).toBeGreaterThan(3);
    expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([]);
  }, 180_000);
});
