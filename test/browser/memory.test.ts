import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type SiteHarness, startHarness} from "./site-harness.js";

/** What the browser is made to tell of its machine: room for the engines and a few hundred compounds. */
const GIGABYTES = 1.0003;
const LINES = 60_000;

let harness: SiteHarness;
let folder = "";
beforeAll(async () => {
  harness = await startHarness();
  folder = await mkdtemp(join(tmpdir(), "fumehood-memory-"));
  const lines = Array.from({length: LINES}, (_, row) => `CCO${"C".repeat(row % 7)} m${String(row)}`);
  await writeFile(join(folder, "many.smi"), lines.join("\n"));
});
afterAll(async () => {
  await harness.close();
  await rm(folder, {recursive: true});
});

describe("page /compounds, a file that does not fit into the machine's memory", () => {
  it("says what is left out and how far it is read before it tries, and keeps to it", async () => {
    const context = await harness.browser.newContext();
    await context.addInitScript({
      content: `Object.defineProperty(navigator, "deviceMemory", {value: ${String(GIGABYTES)}})`
    });
    const page = await context.newPage();
    // No chemistry before the words have been read: its worker waits at the door.
    const gate: {open: () => void} = {open: () => undefined};
    const opened = new Promise<void>((open) => (gate.open = open));
    await page.route(/screening-worker/, async (route) => {
      await opened;
      await route.continue();
    });
    await page.goto(`${harness.site.url}compounds`);
    await page.locator(".compounds-count").waitFor();
    await page.getByLabel("File of structures").setInputFiles(join(folder, "many.smi"));
    const plan = page.getByText("To fit into this machine's memory (it tells of 1.0003 GB)");
    await plan.waitFor();
    const words = await plan.innerText();
    expect(words).toContain(
      "this is left out: structures as they were given, connectivity and shape indices, the file's own columns."
    );
    const most = Number(/read up to some ([\d,]+) compounds/.exec(words)?.[1]?.replaceAll(",", ""));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1000);
    gate.open();
    const ended = page.getByText("as many as this machine's memory holds");
    await ended.waitFor({timeout: 120_000});
    const taken = Number(/([\d,]+) compounds, as many/.exec(await ended.innerText())?.[1]?.replaceAll(",", ""));
    expect(taken).toBeGreaterThanOrEqual(most);
    expect(taken).toBeLessThan(most + 1000);
    await page
      .getByText(`of ${taken.toLocaleString("en-US")} compounds`)
      .first()
      .waitFor();
    await expect.poll(() => page.locator('.histogram-slot[data-column="chi0v"]').count()).toBe(0);
    await context.close();
  });
});
