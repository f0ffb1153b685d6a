import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {chromium, type Page} from "playwright-core";
import {serve} from "../loaders/commands/serve.js";
import {decodeIndex} from "../src/admet/index-format.js";
import {findChromium} from "../test/browser/find-chromium.js";
import {tasksOf, watchMemory, watchTasks} from "./browser-watch.js";

const N_MOLECULES = 100_000;
const HOUR_MS = 3_600_000;

/** A file of structures, every endpoint predicted in the page, and a predicted column brushed. Needs a build in dist/. */
export async function admetPageBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fumehood-admet-page-"));
  const file = join(folder, "molecules.smi");
  writeFileSync(file, molecules().join("\n"));
  const site = await serve("dist", 0);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu", `--mark=${folder}`]
  });
  try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    page.setDefaultTimeout(HOUR_MS);
    await page.goto(`${site.url}compounds`);
    await watchTasks(page);
    const peak = watchMemory(folder);
    console.log(`\nPage, ${String(N_MOLECULES)} structures from a file to a brushed ADMET column`);
    const screened = await timed(async () => {
      await page.getByLabel("File of structures").setInputFiles(file);
      await page.getByText(/ compounds in [\d.]+ /).waitFor();
    });
    console.log(`  screened in ${screened}; ${await tasksOf(page)}`);
    console.log(`  first predictions shown after ${await timed(() => predictAll(page))}`);
    const predicted = await timed(() => page.getByText("endpoints predicted;").waitFor());
    console.log(`  all predicted ${predicted} later; ${await tasksOf(page)}`);
    console.log(`  brushed: ${await brushed(page)}; ${await tasksOf(page)}`);
    console.log(`  most memory of the browser: ${String(Math.round(peak() / 1e6))} MB`);
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, {recursive: true});
  }
}

function molecules(): string[] {
  const {smiles} = decodeIndex(gunzipSync(readFileSync("data/models/neighbours.bin.gz")), "neighbours.bin.gz");
  return Array.from({length: N_MOLECULES}, (_, row) => `${smiles[row % smiles.length] ?? ""} m${String(row)}`);
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await work();
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function predictAll(page: Page): Promise<void> {
  await page.getByText("Predict ADMET", {exact: true}).click();
  await page.getByRole("button", {name: "All", exact: true}).click();
  await page.getByRole("button", {name: /^Predict \d+/}).click();
  await page.locator("[role=columnheader][data-key^=admet_]").first().waitFor();
}

async function brushed(page: Page): Promise<string> {
  await page.locator('[data-column="admet_ames"]').scrollIntoViewIfNeeded();
  const field = page.getByLabel("Ames mutagen at most, typed");
  const count = page.locator(".compounds-count");
  const before = await count.innerText();
  const time = await timed(async () => {
    await field.fill("0.3");
    await field.press("Enter");
    await count.filter({hasNotText: before}).waitFor();
  });
  return `${before} → ${await count.innerText()} in ${time}`.replaceAll("\n", " ");
}
