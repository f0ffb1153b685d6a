import {mkdtemp, readFile, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {emptyReport, packWorkspace} from "../../src/state/workspace.js";
import {startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const decision = (id: string, label: string, verdict: string, note: string, smiles = "") => ({
  ...{key: `compound:${id}`, label, smiles, verdict, note},
  ...{author: "Ada", decided_at: "2026-11-20T10:00:00Z"}
});

/** Compounds of the demonstration, and one that is in no set of it. */
const workspace = {
  project: "ulcerative-colitis-jak",
  pages: {targets: "w=europepmc:0.5"},
  report: {
    ...emptyReport(),
    ...{title: "A report", authors: "Ada", reference: "compound:CHEMBL221959"},
    cells: {question: "We ask because **this** matters. <img src=x onerror=alert(1)>"}
  },
  decisions: [
    decision("CHEMBL221959", "TOFACITINIB", "keep", "in the clinic"),
    decision("CHEMBL2105759", "BARICITINIB", "maybe", "less selective"),
    decision("CHEMBL1789941", "RUXOLITINIB", "keep", "topical"),
    decision("LFQSCWFLJHTTHZ-UHFFFAOYSA-N", "our own", "maybe", "", "CCO"),
    decision("CHEMBL3", "not wanted", "drop", "")
  ]
};

async function openReport(): Promise<Awaited<ReturnType<SiteHarness["open"]>>> {
  const opened = await harness.open(`report#s=${await packWorkspace(workspace)}`);
  await opened.page.locator(".sar .drawing").nth(3).waitFor({timeout: 60_000});
  return opened;
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: button, exact: true}).first().click()
  ]);
  return readFile(await download.path());
}

describe("the Report page", () => {
  it("shows a shared report as it was: weights, narrative, shortlist with differences from the reference", async () => {
    const {page, problems, close} = await openReport();
    await expect.poll(() => page.locator(".report-title").inputValue()).toBe("A report");
    const text = () => page.locator(".report").innerText();
    await expect.poll(text).toMatch(/Europe PMC\s+0\.5\s+0\.2\s+changed/);
    await expect
      .poll(() => page.getByRole("link", {name: "Targets", exact: true}).last().getAttribute("href"))
      .toBe("./targets?w=europepmc:0.5");
    await expect.poll(text).toContain("<img src=x onerror=alert(1)>");
    await expect.poll(() => page.locator(".sar tbody tr").count()).toBe(4);
    await expect.poll(() => page.locator(".sar .is-reference th").innerText()).toContain("TOFACITINIB");
    expect(await text()).not.toContain("not wanted");
    await expect.poll(() => page.locator(".sar tbody tr").last().locator("td.is-missing").count()).toBe(4);
    expect(problems).toEqual([]);
    await close();
  });

  it("shows what the reader's own filters left, in order", async () => {
    const {page, problems, close} = await harness.open("compounds?where=mw_da:..450,clogp:..3");
    await page.locator(".funnel-note").nth(1).waitFor({timeout: 60_000});
    const left = await page.locator(".funnel-left").allInnerTexts();
    await page.goto(page.url().replace(/compounds.*/, "report"));
    const rows = page.locator("figure", {hasText: "Our filters in order"}).locator("tbody tr");
    await rows.nth(1).waitFor({timeout: 60_000});
    await expect
      .poll(() => rows.nth(0).innerText())
      .toMatch(/MW at most 450 Da[^]*\d+ % of [\d,]+ approved drugs fall too/);
    await expect.poll(() => rows.nth(1).innerText()).toContain("cLogP at most 3");
    const text = await rows.allInnerTexts();
    expect(left.every((count, at) => text[at]?.includes(count))).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  it("saves one HTML file that opens from a disk with the network off: complete, with its state", async () => {
    const {page, close} = await openReport();
    const file = join(await mkdtemp(join(tmpdir(), "fumehood-report-")), "report.html");
    await writeFile(file, await saved(page, "Save as one HTML file"));
    const wanted = (await page.locator(".report h2").allInnerTexts()).length;
    const structures = await page.locator(".report .drawing").count();
    await close();
    const {size} = await stat(file);
    console.error(`self-contained report: ${String(Math.round(size / 1000))} kB`);
    expect(size).toBeLessThan(2_000_000);

    const context = await harness.browser.newContext({offline: true});
    const opened = await context.newPage();
    const problems: string[] = [];
    opened.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    opened.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) problems.push(request.url());
    });
    await opened.goto(pathToFileURL(file).href);
    await expect.poll(() => opened.locator("h2").count()).toBe(wanted);
    await expect.poll(() => opened.locator(".drawing path").count()).toBeGreaterThan(structures);
    await expect
      .poll(() => opened.locator("button, input, textarea, script:not([type='application/json'])").count())
      .toBe(0);
    const heading = opened.locator("h2").first();
    await expect.poll(() => heading.evaluate((node) => getComputedStyle(node).fontFamily)).toContain("Source Serif 4");
    await expect.poll(() => opened.evaluate(() => document.fonts.check('20px "Source Serif 4"'))).toBe(true);
    expect(problems).toEqual([]);
    await context.close();

    const again = await harness.open("report");
    await again.page.getByLabel("State file or saved report").setInputFiles(file);
    await again.page.getByRole("heading", {name: "A shared report"}).waitFor();
    await expect.poll(() => again.page.locator(".report-title").inputValue()).toBe("A report");
    await again.close();
  });

  it("saves a figure as SVG that carries its own colours, and as PNG", async () => {
    const {page, close} = await openReport();
    const svg = (await saved(page, "SVG")).toString();
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain("<desc>");
    expect(svg).toMatch(/fill: rgb\(/);
    const png = await saved(page, "PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(3000);
    await close();
  });

  it("keeps what was written in this browser, and puts all of it into a link", async () => {
    const {page, close} = await harness.open("report");
    await page.getByRole("button", {name: "Write on the question"}).click();
    await page.getByLabel("Text on the question, in Markdown").fill("Because *we* ask.");
    await page.getByRole("button", {name: "Done"}).click();
    await page.reload();
    await expect.poll(() => page.locator(".report-prose em").innerText()).toBe("we");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", {name: "Copy a link to all of it"}).click();
    await page.getByText(/^Copied, [\d,]+ characters\.$/).waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    const other = await harness.open(address.slice(harness.site.url.length));
    await expect.poll(() => other.page.locator(".report-prose em").innerText()).toBe("we");
    await other.close();
    await close();
  });

  it("says in words that a link was damaged, and shows the reader's own report", async () => {
    const {page, close} = await harness.open("report#s=1.AAAA");
    await page.getByText("was cut short or damaged on its way").waitFor();
    await expect.poll(() => page.locator(".report-section > h2").count()).toBe(8);
    await close();
  });

  it.each([
    ["A4", 673],
    ["Letter", 695]
  ])(
    "prints to %s: nothing wider than the paper, no controls, no heading at the foot of a page",
    async (format, width) => {
      const {page, close} = await openReport();
      expect((await page.pdf({format})).subarray(0, 4).toString()).toBe("%PDF");
      await page.setViewportSize({width, height: 900});
      await page.emulateMedia({media: "print"});
      const wide = () =>
        page.evaluate(
          (limit) =>
            [...document.querySelectorAll(".report table, .report svg, .report p")]
              .map((node) => node.getBoundingClientRect().right)
              .filter((right) => right > limit + 1).length,
          width
        );
      await expect.poll(wide).toBe(0);
      await expect.poll(() => page.locator(".report-bar-row").isVisible()).toBe(false);
      await expect.poll(() => page.locator(".report-write").first().isVisible()).toBe(false);
      const breaks = () =>
        page
          .locator(".report-section > h2")
          .evaluateAll((nodes) => [...new Set(nodes.map((node) => getComputedStyle(node).breakAfter))]);
      await expect.poll(breaks).toEqual(["avoid"]);
      await close();
    },
    120_000
  );
});
