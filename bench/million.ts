import {createReadStream, existsSync, mkdtempSync, rmSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {createGunzip} from "node:zlib";
import {chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {findChromium} from "../test/browser/find-chromium.js";
import {takeTasks, watchMemory, watchTasks} from "./browser-watch.js";
import {cannedWorker} from "./million-canned.js";

const FILE = process.env["MILLION_FILE"] ?? "../shared/data/compounds/mcule_sample_1M.csv.gz";
/** Rows of the file to take; 0 for all. */
const ROWS = Number(process.env["MILLION_ROWS"] ?? 0);
/** Minutes of screening after which it is stopped and the rows so far are narrowed; 0 for the whole file. */
const MINUTES = Number(process.env["MILLION_MINUTES"] ?? 0);
/** "1" answers with canned rows in place of the chemistry: what the page itself does with a million rows, in minutes. */
const REHEARSAL = process.env["MILLION_REHEARSAL"] === "1";
const SITE = process.env["MILLION_URL"];
const DAY_MS = 86_400_000;
const REPORT_MS = 60_000;
/** A main-thread task that is longer is felt. */
const LIMIT_MS = 100;

/** One line of the recording. */
interface Step {
  readonly step: string;
  readonly seconds: number;
  readonly left: string;
  readonly longestTaskMs: number;
  readonly tasksOverLimit: number;
  readonly script: string;
  readonly peakMb: number;
  readonly load: string;
}

const steps: Step[] = [];
let peak = (): number => NaN;

async function record(page: Page, step: string, start: number, left: string): Promise<void> {
  const {longestMs, over, script} = await takeTasks(page);
  const row: Step = {
    ...{step, seconds: (performance.now() - start) / 1000, left, longestTaskMs: Math.round(longestMs)},
    ...{tasksOverLimit: over, script, peakMb: Math.round(peak() / 1e6), load: (loadavg()[0] ?? 0).toFixed(1)}
  };
  steps.push(row);
  console.log(
    `| ${step} | ${row.seconds.toFixed(1)} | ${left} | ${String(row.longestTaskMs)} | ${String(over)} | ${String(row.peakMb)} | ${row.load} | ${script} |`
  );
}

/**
 * A million structures from a file: screened in the page, narrowed, ranked, searched, saved. Needs a build in dist/.
 * Prints the recording of its steps as a Markdown table and as JSON.
 */
export async function millionBench(): Promise<void> {
  if (!existsSync(FILE)) {
    console.log(`\nMillion: skipped, there is no ${FILE} (MILLION_FILE names another)`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "fumehood-million-"));
  const file = ROWS === 0 ? FILE : await beginningOf(FILE, ROWS, join(folder, "beginning.csv"));
  // A site that is served already may be measured instead of dist/.
  const {url, close} = SITE === undefined ? await serve("dist", 0) : {url: SITE, close: () => Promise.resolve()};
  const args = ["--no-sandbox", "--disable-gpu", `--mark=${folder}`];
  const browser = await chromium.launch({executablePath: await findChromium(), args});
  try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}, acceptDownloads: true});
    page.setDefaultTimeout(DAY_MS);
    page.on("pageerror", ({message}) => {
      console.log(`page error: ${message}`);
    });
    if (REHEARSAL) {
      const body = await cannedWorker(file);
      await page.route(/screening-worker\.[^/]*js/, (route) => route.fulfill({body, contentType: "text/javascript"}));
    }
    console.log(
      `\nPage, ${file}${REHEARSAL ? ", REHEARSAL: canned rows, no chemistry" : ""}, ${await browser.version()}`
    );
    console.log("\n| step | s | left | longest task ms | tasks > 100 ms | peak MB | load | longest scripts |");
    console.log("|---|---|---|---|---|---|---|---|");
    await page.goto(`${url}compounds`);
    await page.locator(".compounds-count").waitFor();
    await watchTasks(page);
    peak = watchMemory(folder);
    await screenFile(page, file);
    await narrow(page);
    await save(page);
    summarise();
  } finally {
    peak();
    await browser.close();
    await close();
    rmSync(folder, {recursive: true});
  }
}

function summarise(): void {
  const longest = Math.max(...steps.map(({longestTaskMs}) => longestTaskMs));
  const over = steps.reduce((sum, {tasksOverLimit}) => sum + tasksOverLimit, 0);
  console.log(`\n${JSON.stringify(steps)}`);
  console.log(
    `\npeak memory of the browser ${String(Math.round(peak() / 1e6))} MB (proportional set size, all processes)`
  );
  const verdict = longest > LIMIT_MS ? `FAIL: ${String(over)} tasks over ${String(LIMIT_MS)} ms` : "pass";
  console.log(`longest main-thread task ${String(longest)} ms, limit ${String(LIMIT_MS)}: ${verdict}`);
}

/** The first rows of a file of lines, in a file of their own. */
async function beginningOf(file: string, rows: number, path: string): Promise<string> {
  const stream = createReadStream(file);
  const lines: string[] = [];
  for await (const line of createInterface({input: file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream})) {
    if (lines.length > rows) break;
    lines.push(line);
  }
  await writeFile(path, `${lines.join("\n")}\n`);
  return path;
}

async function screenFile(page: Page, file: string): Promise<void> {
  const start = performance.now();
  await page.getByLabel("File of structures").setInputFiles(file);
  const ended = page.getByText(/ compounds in [\d.]+ s|Stopped: /).waitFor();
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const words = (): Promise<string> => page.locator(".screening-words").first().innerText();
  await page.locator('[role="row"][aria-rowindex="2"]').first().waitFor();
  await record(page, "first rows shown", start, await words());
  const until = MINUTES === 0 ? Infinity : performance.now() + MINUTES * 60_000;
  while (!hasEnded && performance.now() < until) {
    await Promise.race([ended, new Promise((done) => setTimeout(done, REPORT_MS))]);
    await record(page, "screening", start, await words());
  }
  if (!hasEnded) await page.getByRole("button", {name: "Cancel"}).first().click();
  await ended;
  await page.locator(".compounds-count").waitFor();
  await record(page, "screening has ended", start, await words());
}

async function step(
  page: Page,
  words: string,
  act: () => Promise<unknown>,
  done: () => Promise<unknown>
): Promise<void> {
  const start = performance.now();
  await act();
  await done();
  await record(page, words, start, await page.locator(".compounds-count").innerText());
}

const settled = (page: Page, count: number) => (): Promise<void> =>
  page
    .locator(".funnel > li")
    .nth(count - 1)
    .waitFor();

async function limit(page: Page, column: string, label: string, value: string, count: number): Promise<void> {
  await page.locator(`.histogram-slot[data-column="${column}"]`).scrollIntoViewIfNeeded();
  const field = page.getByLabel(`${label}, typed`);
  await field.waitFor();
  const act = async (): Promise<void> => {
    await field.fill(value);
    await field.press("Enter");
  };
  await step(page, `${label} ${value}`, act, settled(page, count));
}

async function narrow(page: Page): Promise<void> {
  await limit(page, "mw_da", "MW at most", "400", 1);
  await limit(page, "clogp", "cLogP at most", "3", 2);
  await step(
    page,
    "Lead-like",
    () => page.getByRole("checkbox", {name: "Lead-like"}).first().check(),
    settled(page, 3)
  );
  await filterTree(page);
  await page.getByText("Rank", {exact: true}).click();
  await step(
    page,
    "ranked by CNS MPO",
    () => page.getByLabel("Profile to rank by").selectOption("cns_mpo"),
    () => page.locator('[role=columnheader][data-key="mpo_score"][aria-sort="descending"]').waitFor()
  );
  await search(page, "substructure", "c1ccc2[nH]ccc2c1");
  await search(page, "similarity", "CC(=O)Nc1ccc2[nH]ccc2c1");
  await page.getByText("Choose a diverse few").click();
  await page.getByLabel("Compounds to choose").fill("30");
  await step(
    page,
    "30 chosen for diversity",
    () => page.getByRole("button", {name: "Choose", exact: true}).click(),
    () => page.getByText(/chosen\. The filter/).waitFor()
  );
}

/** Any of: no alert of Brenk's, or a QED of 0.6 and more. */
async function filterTree(page: Page): Promise<void> {
  const start = performance.now();
  await page.getByLabel("Add a filter").selectOption("any");
  const group = page.getByRole("group", {name: "any of these"});
  await group.getByLabel("Add to the group").selectOption("number");
  await group.getByLabel("Column").first().selectOption("qed");
  await group
    .getByLabel(/at least/)
    .first()
    .fill("0.6");
  await group
    .getByLabel(/at least/)
    .first()
    .press("Enter");
  await group.getByLabel("Add to the group").selectOption("number");
  await group.getByLabel("Column").nth(1).selectOption("brenk_alerts");
  await group
    .getByLabel(/at most/)
    .nth(1)
    .fill("0");
  await group
    .getByLabel(/at most/)
    .nth(1)
    .press("Enter");
  await settled(page, 4)();
  await record(page, "any of QED >= 0.6, no Brenk alert", start, await page.locator(".compounds-count").innerText());
}

/** Searches by structure, first hits and all hits recorded, and lifts the filter again. */
async function search(page: Page, kind: "substructure" | "similarity", smiles: string): Promise<void> {
  const field = page.getByLabel("Structure: SMILES, SMARTS or molfile").first();
  if (kind === "similarity") await page.getByLabel("Relation to the structure").first().selectOption("similar");
  const act = async (): Promise<void> => {
    await field.fill(smiles);
    await field.press("Enter");
  };
  await step(page, `${kind}: first hits`, act, settled(page, 5));
  const ended = (): boolean =>
    document.querySelector(".filter-problem") === null &&
    ![...document.querySelectorAll("p[role=status]")].some(({textContent}) => / looked at, /.test(textContent));
  await step(
    page,
    `${kind}: all hits`,
    () => Promise.resolve(),
    () => page.waitForFunction(ended)
  );
  await page.locator(".funnel > li").nth(4).getByRole("button").last().click();
}

async function save(page: Page): Promise<void> {
  await page.locator(".export-menu summary").filter({hasText: "Save"}).click();
  for (const [words, rows] of [
    ["SDF, all columns", "left"],
    ["Parquet, all columns", "all"]
  ] as const) {
    await page.getByLabel("Compounds to save").selectOption(rows);
    await step(
      page,
      `saved: ${words}, ${rows}`,
      () => page.getByRole("button", {name: words}).click(),
      () => page.waitForEvent("download")
    );
  }
}
