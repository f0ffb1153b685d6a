import {type ChildProcess, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtemp, readdir, readFile, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seededRandom} from "../../../src/base/random.js";
import type {TestServer} from "../http/test-server.js";
import {smallProject} from "../world/project.js";
import {startWorld} from "../world/world.js";

const KILLS = 10;
/** Up to so long after the chosen request: kills also fall between requests, while tables are written. */
const LATEST_KILL_MS = 150;
/** Sources asked: those with pages, and two that share a table. */
const ONLY = "opentargets,chembl,rcsb,alphafold";

let server: TestServer;
let projectFile: string;
beforeAll(async () => {
  server = await startWorld();
  projectFile = join(await mkdtemp(join(tmpdir(), "fumehood-")), "project.json");
  await writeFile(projectFile, JSON.stringify(smallProject));
});
afterAll(() => server.close());

const killGroup = (child: ChildProcess): void => {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
};

const tsx = createRequire(import.meta.url).resolve("tsx/cli");

function start(rawFolder: string): ChildProcess {
  const options = ["--project", projectFile, "--output", rawFolder, "--mirror", server.origin, "--only", ONLY];
  return spawn(process.execPath, [tsx, "src/bin/fumehood.ts", "fetch", ...options], {stdio: "ignore", detached: true});
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on("exit", (code) => resolve(code)));

/** The published tables and what they hold, byte by byte; dates of retrieval are those of the run. */
async function fingerprint(rawFolder: string): Promise<Record<string, string>> {
  const names = (await readdir(rawFolder)).filter((name) => !name.startsWith("."));
  const pairs = names.sort().map(async (name) => {
    const bytes = await readFile(join(rawFolder, name));
    return [name, createHash("sha256").update(bytes).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

async function fetchWhole(rawFolder: string): Promise<number> {
  const before = server.asked.length;
  expect(await ended(start(rawFolder))).toBe(0);
  return server.asked.length - before;
}

describe("fumehood fetch, killed", () => {
  it(`at ${String(KILLS)} random requests and run again, gives the same bytes and asks little twice`, async () => {
    const whole = await mkdtemp(join(tmpdir(), "fumehood-whole-"));
    const requests = await fetchWhole(whole);
    const wanted = await fingerprint(whole);
    expect(Object.keys(wanted).length).toBeGreaterThan(15);
    const random = seededRandom(20261121);
    for (let i = 0; i < KILLS; i++) {
      const rawFolder = await mkdtemp(join(tmpdir(), "fumehood-killed-"));
      const at = server.asked.length + 1 + Math.floor(random() * requests);
      const child = start(rawFolder);
      server.onRequest = (count) => {
        if (count === at) setTimeout(() => killGroup(child), random() * LATEST_KILL_MS);
      };
      await ended(child);
      server.onRequest = () => undefined;
      const again = await fetchWhole(rawFolder);
      expect(await fingerprint(rawFolder)).toEqual(wanted);
      expect(again).toBeLessThanOrEqual(requests);
    }
  }, 400_000);
});
