import {mkdir, mkdtemp, readdir, readFile, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readParquet} from "../../../loaders/inputs.js";
import type {Source} from "../../../loaders/sources/source.js";
import type {Table} from "../../../src/tables/table.js";
import {startServer, type TestServer} from "../http/test-server.js";
import {makeWorld} from "../world/world.js";

const GUIDE = "loaders/sources/README.md";
/** Folders of the example: real in the copy, with links to everything that is there already. */
const FOLDERS = ["src", "src/tables", "loaders", "loaders/normalise", "loaders/sources"];

let server: TestServer;
beforeAll(async () => {
  server = await startServer(({url}) => {
    const page = Number(url.searchParams.get("page"));
    const items = page === 1 ? [{code: "R1", solubility: "12.5"}] : [{code: "R2", solubility: null}];
    return {body: {items, pages: 2, total: 2}};
  });
});
afterAll(() => server.close());

/** A copy of the project in which the files of the guide are written. */
async function followGuide(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fumehood-guide-"));
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await symlink(resolve("package.json"), join(root, "package.json"));
  for (const folder of FOLDERS) {
    await mkdir(join(root, folder), {recursive: true});
    for (const name of await readdir(folder))
      if (!FOLDERS.includes(join(folder, name))) await symlink(resolve(folder, name), join(root, folder, name));
  }
  const blocks = (await readFile(GUIDE, "utf8")).matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g);
  for (const [, path = "", code = ""] of blocks) {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), code);
  }
  return root;
}

describe("loaders/sources/README.md", () => {
  it("gives a source that works as it stands", async () => {
    const root = await followGuide();
    const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(join(root, path)).href);
    const {registry} = (await load("loaders/sources/registry.ts")) as {registry: Source};
    const {registryCompounds} = (await load("src/tables/registry-compounds.ts")) as {registryCompounds: Table};
    const world = await makeWorld(server);
    const [outcome] = await world.fetch([registry]);
    expect(outcome).toMatchObject({state: "new"});
    expect(await readParquet(registryCompounds, join(world.rawFolder, "registry_compounds.parquet"))).toEqual([
      {registry_id: "R1", solubility_um: 12.5, source_id: "registry"},
      {registry_id: "R2", solubility_um: null, source_id: "registry"}
    ]);
  });
});
