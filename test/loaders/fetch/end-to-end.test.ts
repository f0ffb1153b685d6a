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

/** A clone of the project, the embedded data in it, with another question. */
async function cloneWithOtherQuestion(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fumehood-clone-"));
  for (const name of ["src", "loaders", "node_modules", "package.json", "tsconfig.json"])
    await symlink(resolve(name), join(root, name));
  await mkdir(join(root, "data"));
  for (const name of await readdir("data"))
    if (!["raw", "project.json"].includes(name)) await symlink(resolve("data", name), join(root, "data", name));
  await writeFile(join(root, "data", "project.json"), JSON.stringify(smallProject));
  return root;
}

const COUNT_ROWS = `import {makeProjectTables} from "./loaders/project-tables.js";
const {tables, sources} = await makeProjectTables();
const counts = Object.fromEntries(tables.map(({table, rows}) => [table.name, rows.length]));
process.stdout.write(JSON.stringify({counts, sources: sources.map(({source_id}) => source_id)}));
`;

describe("fumehood fetch, then the build's loaders", () => {
  it("turn another project file into every published table, with nothing of the demonstration", async () => {
    const root = await cloneWithOtherQuestion();
    await writeFile(join(root, "count.mts"), COUNT_ROWS);
    const unfetched = run(process.execPath, [tsx, "count.mts"], {cwd: root});
    await expect(unfetched).rejects.toThrow(/asks about another disease or other targets.*`npm run data`/);
    const fetched = await run(process.execPath, [tsx, "src/bin/fumehood.ts", "fetch", "--mirror", server.origin], {
      cwd: root
    });
    expect(fetched.stdout).toMatch(/chembl +new +\d+ +ChEMBL_37/);
    const {stdout} = await run(process.execPath, [tsx, "count.mts"], {cwd: root});
    const {counts, sources} = JSON.parse(stdout) as {counts: Record<string, number>; sources: string[]};
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
    expect(sources.filter((id) => /^(opentargets_associations|chembl_activities|pdb_)/.test(id))).toEqual([]);
    expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([]);
  }, 180_000);
});
