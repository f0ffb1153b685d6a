import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeClone} from "../clone.js";
import type {TestServer} from "../http/test-server.js";
import {smallProject} from "../world/project.js";
import {startWorld} from "../world/world.js";

let server: TestServer;
beforeAll(async () => {
  server = await startWorld();
});
afterAll(() => server.close());

const COUNT_ROWS = `import {makeProjectTables} from "./loaders/project-tables.js";
const {tables, sources} = await makeProjectTables();
const counts = Object.fromEntries(tables.map(({table, rows}) => [table.name, rows.length]));
process.stdout.write(JSON.stringify({counts, sources: sources.map(({source_id}) => source_id)}));
`;

describe("fumehood fetch, then the build's loaders", () => {
  it("turn another project file into every published table, with nothing of the demonstration", async () => {
    const clone = await makeClone(JSON.stringify(smallProject));
    await writeFile(join(clone.root, "count.mts"), COUNT_ROWS);
    await expect(clone.run("count.mts")).rejects.toThrow(/asks about another disease or other targets.*`npm run data`/);
    const fetched = await clone.run("src/bin/fumehood.ts", "fetch", "--mirror", server.origin);
    expect(fetched.stdout).toMatch(/chembl +new +\d+ +ChEMBL_37/);
    const {stdout} = await clone.run("count.mts");
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
