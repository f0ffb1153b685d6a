import {readdirSync, readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openNativeStore} from "../../loaders/native-store.js";
import {formatPick, listMark} from "../../src/base/pick-text.js";
import {potenciesOfProject} from "../../src/store/queries/potencies-of-project.js";
import {projectCompoundNames} from "../../src/store/queries/project-compounds.js";
import {seriousViolations, startHarness, type OpenPage, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

/** Twelve anilides and benzamides with two series, one molecule without a ring. */
const CSV = [
  "smiles,name",
  ...["C", "CC", "CCC", "F", "Cl", "OC"].flatMap((group, i) => [
    `${group}c1ccc(NC(=O)c2ccncc2)cc1,A${String(i)}`,
    `${group}c1ccc(C(=O)NC2CC2)cc1,B${String(i)}`
  ]),
  "CCCCCC,chain"
].join("\n");

const LONG = {timeout: 60_000};

async function openWith(text: string, query = ""): Promise<OpenPage> {
  const opened = await harness.open(`series${query}`);
  const {page} = opened;
  await page.getByText("Paste", {exact: true}).click(LONG);
  await page.getByLabel("Structures, one a line").fill(text);
  await page.getByRole("button", {name: "Screen"}).click();
  await page.locator(".series-bar").waitFor(LONG);
  return opened;
}

const rows = ".virtual-table-body > .virtual-table-row";

describe("page /series", () => {
  it("groups a pasted set by scaffold, picks a group and shows it in every view", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.locator(rows).first().waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain("2 scaffolds hold 12 compounds");
    await page.locator(rows).first().click();
    await page.getByRole("button", {name: "Pick these 6"}).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("pick")).not.toBeNull();
    await expect.poll(() => page.locator(".series-pick").innerText()).toMatch(/6\s+compounds picked/);
    await page.getByRole("button", {name: "R-groups"}).click();
    await page.locator(".r-groups .state").waitFor(LONG);
    await expect.poll(() => page.locator(".r-groups h3").innerText()).toContain("Only R");
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("pairs by a property where nothing is measured, and says so of cliffs", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.getByRole("button", {name: "Matched pairs"}).click();
    await page.locator(".series-view .state").waitFor(LONG);
    await page.getByLabel("Change in").selectOption("mw_da");
    await page.getByLabel("Pairs at least").fill("2");
    await page.getByLabel("Pairs at least").press("Enter");
    await page.locator(rows).first().waitFor(LONG);
    await page.locator(rows).first().click();
    await page.getByLabel("Compound to change: an id of the set, or SMILES").fill("A0");
    await page.getByRole("button", {name: "Apply", exact: true}).click();
    await page.locator('section[aria-label="Apply the transformation"] p').waitFor(LONG);
    await page.getByRole("button", {name: "Cliffs"}).click();
    await expect
      .poll(() => page.locator(".series-view .state h3").innerText())
      .toBe("Nothing is measured on these compounds");
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ["one molecule", "smiles\nc1ccccc1C", "1 scaffold holds 1 compound"],
    ["identical molecules", "smiles\nc1ccccc1C\nc1ccccc1C\nc1ccccc1C", "1 scaffold holds 3 compounds"]
  ])("shows a set of %s", async (_, text, words) => {
    const {page, problems, close} = await openWith(text);
    await page.locator(rows).first().waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain(words);
    expect(problems).toEqual([]);
    await close();
  });

  it("says that a core is in none of the compounds, and that one cannot be read", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.getByRole("button", {name: "R-groups"}).click();
    await page.getByLabel("Core as SMARTS").fill("[Au]");
    await page.getByLabel("Core as SMARTS").press("Enter");
    await page.getByText("No compound holds this core").waitFor(LONG);
    await page.getByLabel("Core as SMARTS").fill("c1cc(");
    await page.getByLabel("Core as SMARTS").press("Enter");
    await page.getByText("invalid core: c1cc(").waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });

  it("finds a core that is typed in Kekulé form", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.getByRole("button", {name: "R-groups"}).click();
    await page.getByLabel("Core as SMARTS").fill("C1=CC=CC=C1");
    await page.getByLabel("Core as SMARTS").press("Enter");
    await page.locator(".r-matrix").waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain("12 of 13 compounds hold the core");
    expect(problems).toEqual([]);
    await close();
  });

  it("shows every view of no compound at all, and starts no worker for it", async () => {
    const {page, problems, close} = await harness.open("about/privacy");
    await page.addInitScript(countSeriesWorkers);
    await page.goto(new URL("../series?of=set:none", page.url()).href);
    await page.locator(".series-bar").waitFor(LONG);
    const views = page.getByRole("group", {name: "View"}).getByRole("button");
    for (let i = 0; i < (await views.count()); i++) {
      await views.nth(i).click();
      await page.locator(".series-progress").waitFor({state: "hidden", ...LONG});
    }
    await page.getByRole("button", {name: "R-groups"}).click();
    await page.getByText("No compound is looked at").waitFor(LONG);
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as {started: number}).started)).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("says that only limits are known where nothing else is", async () => {
    const {page, problems, close} = await harness.open(`series?view=efficiency&pick=${await censoredPick()}`);
    await page.getByText("Only limits are known, no exact value").waitFor(LONG);
    await page.getByRole("button", {name: "Cliffs"}).click();
    await page.getByText("Only limits are known, no exact value").waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });

  it("lays a map out by neighbours", async () => {
    const {page, problems, close} = await openWith(CSV, "?view=map&map=umap");
    await page.getByText("Near means similar; far means little.").waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain("13 compounds");
    expect(problems).toEqual([]);
    await close();
  });

  it("stops work on request and starts it again", async () => {
    const {page, problems, close} = await harness.open("series?view=map&map=umap");
    const progress = page.locator(".series-progress");
    await progress.getByRole("button", {name: "Cancel"}).click(LONG);
    await expect.poll(() => progress.innerText()).toContain("Stopped.");
    await progress.getByRole("button", {name: "Start again"}).click();
    await progress.getByRole("button", {name: "Cancel"}).waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });

  it("says that a worker did not start, and goes on when it does", async () => {
    const {page, close} = await harness.open("about/privacy");
    await page.route("**/series-worker*.js", (route) => route.abort());
    await page.goto(new URL("../series?view=clusters&of=measured", page.url()).href);
    const progress = page.locator(".series-progress");
    await progress.getByText("It could not be worked out").waitFor(LONG);
    await page.unroute("**/series-worker*.js");
    await progress.getByRole("button", {name: "Start again"}).click();
    await page.locator(rows).first().waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain("clusters hold");
    await close();
  });

  it("gives the work of a worker that is killed to a fresh one", async () => {
    const {page, problems, close} = await harness.open("about/privacy");
    await page.addInitScript(killFirstSeriesWorker);
    await page.goto(new URL("../series?view=clusters&of=measured", page.url()).href);
    await page.locator(rows).first().waitFor(LONG);
    await expect.poll(() => page.locator(".series-words").innerText()).toContain("clusters hold");
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as {killed: number}).killed)).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("saves what a view shows as table and as figure with caption, source and method", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.locator(rows).first().waitFor(LONG);
    const texts = new Map<string, string>();
    for (const kind of ["table as CSV", "figure as SVG", "figure as PNG"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name: `Save the ${kind}`}).click()
      ]);
      texts.set(kind, readFileSync(await download.path(), "utf8"));
    }
    expect(texts.get("table as CSV")).toContain("doi:10.1021/jm9602928");
    expect(texts.get("figure as SVG")).toContain("doi:10.1021/jm9602928");
    expect(texts.get("figure as SVG")).toContain("the reader's own file");
    expect(texts.get("figure as PNG")).toContain("PNG");
    expect(problems).toEqual([]);
    await close();
  });
});

/** Counts the workers that the page starts for series; runs in the page. */
function countSeriesWorkers(): void {
  Object.assign(globalThis, {started: 0});
  const held = globalThis as unknown as {started: number};
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).includes("series-worker")) held.started++;
    }
  };
}

/** Kills the first worker of the page's series over its first work, as a browser out of memory does; runs in the page. */
function killFirstSeriesWorker(): void {
  Object.assign(globalThis, {killed: 0});
  const held = globalThis as unknown as {killed: number};
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!String(url).includes("series-worker") || held.killed > 0) return;
      held.killed++;
      this.addEventListener("message", (event) => {
        event.stopImmediatePropagation();
        super.terminate();
        this.dispatchEvent(new ErrorEvent("error", {message: "out of memory"}));
      });
    }
  };
}

/** Compounds of the project of which only a limit is known for the activity that the page begins with, as the address has them. */
async function censoredPick(): Promise<string> {
  const file = readdirSync("dist/_file/data").find((name) => /^fumehood\..*duckdb$/.test(name)) ?? "";
  const store = await openNativeStore(`dist/_file/data/${file}`);
  const names = await store.rows(projectCompoundNames());
  const potencies = await store.rows(potenciesOfProject());
  await store.close();
  const keyOf = (row: (typeof potencies)[number]): string => `${row.symbol} ${row.standard_type}`;
  const exact = new Map<string, number>();
  for (const row of potencies)
    exact.set(keyOf(row), (exact.get(keyOf(row)) ?? 0) + Number(row.pchembl_median !== null));
  const [[first = ""] = []] = [...exact].sort(([, a], [, b]) => b - a);
  const censored = new Set(
    potencies.filter((row) => keyOf(row) === first && row.pchembl_median === null).map((row) => row.compound_id)
  );
  const picked = [...names.keys()].filter((row) => censored.has(names[row]?.compound_id ?? ""));
  return formatPick(picked.slice(0, 20), listMark(names.map((row) => row.compound_id)));
}
