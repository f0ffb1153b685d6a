import {cp, mkdir, mkdtemp, readdir, symlink, writeFile} from "node:fs/promises";
import {execFile} from "node:child_process";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {TestServer} from "../loaders/http/test-server.js";
import {smallProject} from "../loaders/world/project.js";
import {startWorld} from "../loaders/world/world.js";
import {builtPages, cellErrors, type SiteHarness, startHarness} from "./site-harness.js";

const run = promisify(execFile);
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const LINKED = ["loaders", "node_modules", "package.json", "tsconfig.json", "observablehq.config.ts"];
const OWN_DATA = ["raw", "project.json"];

/** A working copy whose project asks another question: code linked, sources copied, as the build writes beside them. */
async function copyProject(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "fumehood-other-"));
  for (const name of LINKED) await symlink(resolve(name), join(root, name));
  await cp("src", join(root, "src"), {recursive: true, filter: (path) => !path.includes(".observablehq")});
  await mkdir(join(root, "data"));
  for (const name of await readdir("data"))
    if (!OWN_DATA.includes(name)) await symlink(resolve("data", name), join(root, "data", name));
  await writeFile(join(root, "data/project.json"), JSON.stringify(smallProject));
  return root;
}

let server: TestServer;
let harness: SiteHarness;
let folder: string;
beforeAll(async () => {
  server = await startWorld();
  const root = await copyProject();
  folder = join(root, "dist");
  const fumehood = (...argv: readonly string[]) =>
    run(process.execPath, [tsx, "src/bin/fumehood.ts", ...argv], {cwd: root, maxBuffer: 1e8});
  await fumehood("fetch", "--mirror", server.origin);
  await fumehood("build");
  harness = await startHarness("/", folder);
}, 300_000);
afterAll(async () => {
  await harness.close();
  await server.close();
});

describe("a workbench of another disease and other targets, fetched and built", () => {
  it("opens all its pages without error, about its own question and nothing of the demonstration's", async () => {
    const pages = builtPages(folder).filter((path) => !path.startsWith("about/models/") || path === "about/models/");
    expect(pages).toEqual(expect.arrayContaining(["", "targets", "target/BRAF", "compounds", "evidence", "sql"]));
    const wrong: string[] = [];
    for (const path of pages) {
      const {page, problems, close} = await harness.open(path);
      await page.waitForTimeout(400);
      const text = await page.locator("body").innerText();
      if (/ulcerative|JAK\d|TYK2|30 Apr 2026/.test(text)) wrong.push(`${path}: speaks of the demonstration`);
      if (!text.includes("BRAF in melanoma")) wrong.push(`${path}: does not name its project`);
      wrong.push(...[...problems, ...(await cellErrors(page))].map((problem) => `${path}: ${problem}`));
      await close();
    }
    expect(wrong).toEqual([]);
  });

  it("lists papers by what they name, and trials with what stopped, why, and the drugs and targets in them", async () => {
    const papers = await harness.open("evidence?view=papers&has=gene%3DBRAF");
    await papers.page.getByText("6 of 11 papers and preprints").waitFor();
    await expect.poll(() => papers.page.locator(".virtual-table-body [role=row]").count()).toBe(6);
    await papers.page.getByLabel("Search in papers and preprints").fill("30000003");
    await papers.page.getByText("1 of 11 papers and preprints").waitFor();
    await expect.poll(() => new URL(papers.page.url()).search).toContain("q=30000003");
    await papers.close();
    const trials = await harness.open("evidence?view=trials&thas=fate%3Dstopped");
    await trials.page.getByText("3 of 9 trials").waitFor();
    const stage = trials.page.locator(".evidence-stage");
    for (const words of ["Slow accrual", "VEMURAFENIB", "BRAF", "Phase 1/2"])
      await expect.poll(() => stage.innerText()).toContain(words);
    await trials.close();
  });

  it("shows what its own sources told: tractability, candidates, trials, papers", async () => {
    const {page, close} = await harness.open("target/BRAF");
    await page.getByRole("heading", {name: "Which modality could reach it?"}).waitFor();
    for (const words of ["✓ Approved Drug", "VEMURAFENIB", "heart disease", "Loss of function"])
      await expect.poll(() => page.locator("main").innerText()).toContain(words);
    await close();
  });
});
