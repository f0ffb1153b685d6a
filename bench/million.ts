import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {findChromium} from "../test/browser/find-chromium.js";
import {tasksOf, watchMemory, watchTasks} from "./browser-watch.js";

const FILE = process.env["MILLION_FILE"] ?? "../shared/data/compounds/mcule_sample_1M.csv.gz";
/** Minutes of screening after which it is stopped and the rows so far are narrowed; 0 for the whole file. */
const MINUTES = Number(process.env["MILLION_MINUTES"] ?? 0);
const SITE = process.env["MILLION_URL"];
const DAY_MS = 86_400_000;
const REPORT_MS = 60_000;
const SETTLE_MS = 10_000;

const started = performance.now();
const say = (words: string): void => {
  console.log(`  ${((performance.now() - started) / 1000).toFixed(0).padStart(6)} s  ${words}`);
};

/** A million structures from a file: screened in the page, narrowed, ranked, searched, saved. Needs a build in dist/. */
export async function millionBench(): Promise<void> {
  if (!existsSync(FILE)) {
    console.log(`\nMillion: skipped, there is no ${FILE}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "fumehood-million-"));
  // A site that is served already may be measured instead of dist/.
  const {url, close} = SITE === undefined ? await serve("dist", 0) : {url: SITE, close: () => Promise.resolve()};
  const args = ["--no-sandbox", "--disable-gpu", `--mark=${folder}`];
  const browser = await chromium.launch({executablePath: await findChromium(), args});
  try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}, acceptDownloads: true});
    page.setDefaultTimeout(DAY_MS);
    page.on("pageerror", ({message}) => {
      say(`page error: ${message}`);
    });
    console.log(`\nPage, ${FILE}`);
    await page.goto(`${url}compounds`);
    await page.locator(".compounds-count").waitFor();
    await watchTasks(page);
    const peak = watchMemory(folder);
    await screenFile(page, peak);
    await narrow(page);
    say(`most memory of the browser: ${String(Math.round(peak() / 1e6))} MB`);
  } finally {
    await browser.close();
    await close();
    rmSync(folder, {recursive: true});
  }
}

async function screenFile(page: Page, peak: () => number): Promise<void> {
  await page.getByLabel("File of structures").setInputFiles(FILE);
  const ended = page.getByText(/ compounds in [\d.]+ s|Stopped: /).waitFor();
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const until = MINUTES === 0 ? Infinity : performance.now() + MINUTES * 60_000;
  while (!hasEnded && performance.now() < until) {
    await Promise.race([ended, new Promise((done) => setTimeout(done, REPORT_MS))]);
    const words = await page.locator(".screening-words").first().innerText();
    const rss = Math.round(peak() / 1e6);
    say(`${words} · most memory ${String(rss)} MB · ${await tasksOf(page)}`);
  }
  if (!hasEnded) await page.getByRole("button", {name: "Cancel"}).first().click();
  await ended;
  await page.locator(".compounds-count").waitFor();
  // The rows are put in the order of the file once more, and their histograms drawn anew.
  await page.waitForTimeout(SETTLE_MS);
  say(`screening has ended: ${await page.locator(".screening-words").first().innerText()}`);
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
  const time = performance.now() - start;
  const left = await page.locator(".compounds-count").innerText();
  say(`${words}: ${time.toFixed(0)} ms, ${left} · ${await tasksOf(page)}`);
}

const type = async (page: Page, label: string, value: string): Promise<void> => {
  const field = page.getByLabel(label);
  await field.fill(value);
  await field.press("Enter");
};

async function narrow(page: Page): Promise<void> {
  const funnel = (count: number) => () =>
    page
      .locator(".funnel > li")
      .nth(count - 1)
      .waitFor();
  await page.locator('.histogram-slot[data-column="mw_da"]').scrollIntoViewIfNeeded();
  await page.getByLabel("MW at most, typed").waitFor();
  await step(page, "MW at most 400", () => type(page, "MW at most, typed", "400"), funnel(1));
  await page.locator('.histogram-slot[data-column="clogp"]').scrollIntoViewIfNeeded();
  await step(page, "cLogP at most 3", () => type(page, "cLogP at most, typed", "3"), funnel(2));
  await step(page, "Lead-like", () => page.getByLabel("Lead-like", {exact: true}).check(), funnel(3));
  await page.getByText("Rank", {exact: true}).click();
  await step(
    page,
    "ranked by CNS MPO",
    () => page.getByLabel("Profile to rank by").selectOption("cns_mpo"),
    () => page.locator('[role=columnheader][data-key="mpo_score"][aria-sort="descending"]').waitFor()
  );
  const field = page.getByLabel("Structure: SMILES, SMARTS or molfile").first();
  const search = async (): Promise<void> => {
    await field.fill("c1ccc2[nH]ccc2c1");
    await field.press("Enter");
  };
  await step(page, "first hits of a substructure", search, funnel(4));
  await step(
    page,
    "all hits of it",
    () => Promise.resolve(),
    () => page.getByText(/looked at, /).waitFor({state: "detached"})
  );
  await page.getByText("Choose a diverse few").click();
  await page.getByLabel("Compounds to choose").fill("30");
  await step(
    page,
    "30 chosen for diversity",
    () => page.getByRole("button", {name: "Choose", exact: true}).click(),
    () => page.getByText(/chosen\. The filter/).waitFor()
  );
  await page.locator(".export-menu summary").click();
  await step(
    page,
    "saved as SDF",
    () => page.getByRole("button", {name: "SDF, all columns"}).click(),
    () => page.waitForEvent("download")
  );
}
