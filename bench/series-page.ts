import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {readInput} from "../loaders/inputs.js";
import {makePotencies} from "../loaders/tables/make-potencies.js";
import {activities} from "../src/tables/activities.js";
import {molecules} from "../src/tables/molecules.js";
import {findChromium} from "../test/browser/find-chromium.js";
import {takeTasks, watchTasks} from "./browser-watch.js";

const COUNT = 5000;
const MANY = 100_000;
/** Longest task of the page's main thread that is allowed, milliseconds. */
const LONGEST = 100;
/** First useful view of the project's set, milliseconds. */
const FIRST_VIEW = 2000;
const PATIENCE = 600_000;

/** Views in the order in which a reader meets them: its tab, then what is pressed in it. */
const VIEWS: readonly (readonly [tab: string, press?: string])[] = [
  ["Scaffolds"],
  ["Scaffolds", "Tree"],
  ["Scaffolds", "Frameworks"],
  ["Clusters"],
  ["R-groups"],
  ["Matched pairs"],
  ["Cliffs"],
  ["Map"],
  ["Map", "Neighbours (UMAP)"],
  ["Efficiency"],
  ["Selectivity"]
];

/** Compounds of the project with their highest median potency, as a reader's CSV. */
async function readerFile(): Promise<string> {
  const best = new Map<string, number>();
  for (const {compound_id: id, pchembl_median: value} of makePotencies(await readInput(activities)))
    if (value !== null) best.set(id, Math.max(value, best.get(id) ?? 0));
  const rows = new Map<string, string>();
  for (const {compound_id: id, smiles} of await readInput(molecules))
    if (smiles !== null && !smiles.includes(".") && best.has(id))
      rows.set(smiles, `${smiles},${id},${String(best.get(id))}`);
  const all = [...rows.values()];
  const step = Math.max(1, all.length / COUNT);
  const thinned = Array.from({length: Math.min(COUNT, all.length)}, (_, i) => all[Math.floor(i * step)] ?? "");
  return ["smiles,id,best pChEMBL", ...thinned].join("\n");
}

let failures = 0;

function judged(words: string, value: number, limit: number): string {
  if (value > limit) failures++;
  return `${words} ${value.toFixed(0)} ms (at most ${String(limit)}: ${value <= limit ? "kept" : "FAIL"})`;
}

/** Counts the words of progress that the page shows from now on. */
async function watchProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const node = document.querySelector(".series-progress");
    if (!node) throw new Error("the page shows no progress");
    const held = Object.assign(globalThis, {told: 0});
    new MutationObserver(() => held.told++).observe(node, {characterData: true, childList: true, subtree: true});
  });
}

const takeProgress = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const held = globalThis as unknown as {told: number};
    const {told} = held;
    held.told = 0;
    return told;
  });

async function untilDone(page: Page): Promise<void> {
  // The work begins with the press: what is hidden at once had nothing to work out.
  await page.waitForTimeout(30);
  await page.locator(".series-progress").waitFor({state: "hidden"});
}

async function measureView(page: Page, [tab, press]: readonly [string, string?]): Promise<void> {
  const group = page.getByRole("group", {name: "View"});
  const before = performance.now();
  if (press === undefined) await group.getByRole("button", {name: tab, exact: true}).click();
  else await page.getByRole("button", {name: press, exact: true}).click();
  await untilDone(page);
  const seconds = (performance.now() - before) / 1000;
  const {longestMs, script} = await takeTasks(page);
  const told = await takeProgress(page);
  const task = judged("longest task", longestMs, LONGEST);
  const name = [tab, press].filter(Boolean).join(", ").padEnd(26);
  console.log(
    `  ${name} ${seconds.toFixed(1).padStart(6)} s, ${String(told)} times progress, ${task}${longestMs > LONGEST ? ` ${script}` : ""}`
  );
}

/** Milliseconds from the press on Cancel until the page says that it stopped. */
async function measureCancel(page: Page): Promise<void> {
  await page.getByRole("group", {name: "View"}).getByRole("button", {name: "Map", exact: true}).click();
  await untilDone(page);
  await page.getByRole("button", {name: "Principal components", exact: true}).click();
  await untilDone(page);
  await page.getByRole("button", {name: "Neighbours (UMAP)", exact: true}).click();
  await page.getByText(/^Laying the map out: /).waitFor();
  const before = performance.now();
  await page.locator(".series-progress").getByRole("button", {name: "Cancel"}).click();
  await page.locator(".series-progress").getByText("Stopped.").waitFor();
  console.log(`  UMAP cancelled: the page answered after ${(performance.now() - before).toFixed(0)} ms`);
}

async function measureMany(page: Page, url: string): Promise<void> {
  await page.goto(`${url}series?measure=${String(MANY)}x3&view=map`);
  await page.locator(".series-bar").waitFor();
  await watchTasks(page);
  const before = performance.now();
  await page.getByText(/The axes hold/).waitFor();
  const {longestMs, script} = await takeTasks(page);
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(
    `  map of ${String(MANY)} made-up fingerprints: ${seconds} s, ${judged("longest task", longestMs, LONGEST)} ${script}`
  );
  const box = await page.locator(".scatter > canvas").boundingBox();
  if (!box) throw new Error("the map has no size");
  const at = (x: number, y: number): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.2, 0.2));
  await page.mouse.down();
  for (const place of [at(0.8, 0.2), at(0.8, 0.8), at(0.2, 0.8)]) await page.mouse.move(...place, {steps: 10});
  await page.mouse.up();
  await page.locator(".series-pick").waitFor();
  const lasso = await takeTasks(page);
  const words = (await page.locator(".series-pick b").innerText()).trim();
  console.log(`  lasso around ${words} of them: ${judged("longest task", lasso.longestMs, LONGEST)} ${lasso.script}`);
}

async function measureFirstView(page: Page, url: string): Promise<void> {
  const before = performance.now();
  await page.goto(`${url}series`);
  await page.locator(".virtual-table-body > .virtual-table-row").first().waitFor();
  const ms = performance.now() - before;
  const words = (await page.locator(".series-words").first().innerText()).split(";")[0] ?? "";
  console.log(`  ${judged("first view of the project's set", ms, FIRST_VIEW)}: ${words}`);
}

/** The built Series page in Chromium: each view on 5,000 compounds, a map of 100,000, the first view. Needs a build in dist/. */
export async function seriesPageBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fumehood-series-page-"));
  const file = join(folder, "compounds.csv");
  writeFileSync(file, await readerFile());
  const site = await serve("dist", 0);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu"]
  });
  try {
    console.log(
      `\nPage Series, ${String(COUNT)} compounds of a CSV; load of the machine ${loadavg()[0]?.toFixed(1) ?? ""}`
    );
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    page.setDefaultTimeout(PATIENCE);
    await measureFirstView(page, site.url);
    await page.getByLabel("File of structures").setInputFiles(file);
    await page.getByText(/ compounds in [\d.]+ /).waitFor();
    await page.locator(".series-bar").waitFor();
    await watchTasks(page);
    await watchProgress(page);
    await untilDone(page);
    for (const view of VIEWS) await measureView(page, view);
    await measureCancel(page);
    await measureMany(page, site.url);
    if (failures > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, {recursive: true});
  }
}
