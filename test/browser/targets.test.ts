import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.getByLabel(name, {exact: true}).first().waitFor();
  for (let press = 0; press < 120; press++) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    if (label === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} is not reached by Tab`);
}

const rows = ".targets-table .virtual-table-body > .virtual-table-row";

describe("page /targets", () => {
  it("opens a link from another profile as it was left: weights, facets, pins, order, open rows, selection", async () => {
    const first = await harness.open("targets");
    await first.page.getByLabel("Weight of Clinical precedence").fill("0.2");
    await first.page.getByText("Facets", {exact: true}).click();
    await first.page.locator(".facet > summary").filter({hasText: "Predicted pocket"}).click();
    await first.page.locator(".facet-value").filter({hasText: "yes"}).locator("visible=true").first().click();
    await first.page.locator(".targets-table").focus();
    for (const key of ["ArrowDown", "x", "ArrowDown", "Enter"]) await first.page.keyboard.press(key);
    await first.page.locator(".virtual-table-opened").waitFor();
    const seen = async (page: typeof first.page) => ({
      count: await page.locator(".targets-count").innerText(),
      order: (await page.locator(`${rows} .target-symbol`).allInnerTexts()).slice(0, 8),
      opened: await page.locator(".virtual-table-opened h3").innerText(),
      chosen: await page.locator(".target-inspector h2").innerText(),
      weight: await page.getByLabel("Weight of Clinical precedence").inputValue()
    });
    await expect.poll(async () => (await seen(first.page)).count).toContain("1 changed weight");
    const left = await seen(first.page);
    const address = new URL(first.page.url());
    const second = await harness.open(`targets${address.search}`);
    await second.page.locator(".virtual-table-opened").waitFor();
    await expect.poll(() => seen(second.page)).toEqual(left);
    expect([...first.problems, ...second.problems]).toEqual([]);
    await first.close();
    await second.close();
  });

  it("is worked by keys alone: reach, read, weigh, pin, open, compare", async () => {
    const {page, close} = await harness.open("targets");
    await tabTo(page, "Weight of Europe PMC");
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/w=europepmc:0\.25/);
    await tabTo(page, "Targets");
    for (const key of ["ArrowDown", "x", "ArrowDown", "ArrowDown", "x"]) await page.keyboard.press(key);
    const heard = async () => {
      const active = await page.locator(".targets-table").getAttribute("aria-activedescendant");
      return page.locator(`.virtual-table-row:has([id="${active ?? ""}"])`).innerText();
    };
    await expect.poll(heard).toMatch(/\d\.\d{3}/);
    await expect.poll(heard).toMatch(/\d+\/\d+ · \d+\/\d+/);
    await expect.poll(heard).toContain("missing");
    await page.keyboard.press("Enter");
    await page.locator(".virtual-table-opened").waitFor();
    await page.getByRole("button", {name: "Compare"}).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".target-compare thead th").count()).toBe(3);
    await expect.poll(() => page.locator(".target-compare td.is-missing").first().innerText()).toBe("not known");
    await close();
  });

  it.each(["firmness", "trade-offs", "compare&pin=JAK1,JAK2"])(
    "has nothing serious for axe in view %s",
    async (view) => {
      const {page, problems, close} = await harness.open(`targets?view=${view}&at=JAK1`);
      await page.locator(".targets-stage > :is(.firmness, .trade-offs, .target-compare)").waitFor();
      await expect.poll(() => seriousViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    }
  );

  it("shows what a gene list names, and lists what it does not find", async () => {
    const {page, close} = await harness.open("targets");
    await page.getByText("Gene list", {exact: true}).click();
    await page.getByLabel("Genes, one a line").fill("jak1\nTYK2\nNOTAGENE");
    await page.getByRole("button", {name: "Show these"}).click();
    await page.getByText("2 targets found for 3 names.").waitFor();
    await expect.poll(() => page.locator(".gene-list code").innerText()).toBe("NOTAGENE");
    await expect.poll(async () => (await page.locator(`${rows} .target-symbol`).allInnerTexts()).length).toBe(2);
    await close();
  });

  it("saves the ranking as Parquet that can be read again", async () => {
    const {page, close} = await harness.open("targets?q=JAK");
    await page.locator(".export-menu > summary").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Parquet"}).click()
    ]);
    const {asyncBufferFromFile, parquetReadObjects} = await import("hyparquet");
    const saved = await parquetReadObjects({file: await asyncBufferFromFile(await download.path())});
    expect(saved.map((row) => row["symbol"])).toEqual(expect.arrayContaining(["JAK1", "JAK2", "JAK3"]));
    await close();
  });

  it("draws a curve by keys, and the priorities follow", async () => {
    const {page, close} = await harness.open("targets");
    await page.getByText("Priorities", {exact: true}).click();
    await page.getByRole("button", {name: "Curve of Predicted pocket"}).click();
    await page.getByRole("slider", {name: "Corner 2 of Predicted pocket"}).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/fc=hasPocket:-1\/0;?/);
    await expect.poll(() => decodeURIComponent(page.url())).toContain("fc=hasPocket:-1/0;1/0.95");
    await close();
  });
});

describe("page /targets, with hardly any data", () => {
  /** The page with only the first targets of the board. */
  async function openWith(count: number) {
    const context = await harness.browser.newContext();
    const page = await context.newPage();
    await page.route("**/targets*.json", async (route) => {
      const board = (await (await route.fetch()).json()) as Record<string, Record<string, unknown[]>>;
      const cut = (columns: Record<string, unknown[]> = {}) =>
        Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, count)]));
      const {targets, scores, factors, facts} = board;
      await route.fulfill({
        json: {targets: cut(targets), scores: cut(scores), factors: cut(factors), facts: cut(facts), classes: {}}
      });
    });
    await page.goto(`${harness.site.url}targets?at=IL12B`);
    return {page, close: () => context.close()};
  }

  it("says what to do when no target is associated with the disease", async () => {
    const {page, close} = await openWith(0);
    const words = page.getByText("No target is associated with the disease");
    await words.waitFor();
    await expect.poll(() => words.isVisible()).toBe(true);
    await close();
  });

  it("ranks a single target, in every view", async () => {
    const {page, close} = await openWith(1);
    await page.getByText("Rank 1, score").waitFor();
    await expect.poll(() => page.locator(`${rows} .target-symbol`).count()).toBe(1);
    for (const [view, words] of [
      ["How firm", "How far do the ranks move?"],
      ["Trade-offs", "1 of 1 targets"],
      ["Compare", "Pin two to six targets"]
    ] as const) {
      await page.getByRole("button", {name: view}).click();
      await page.getByText(words).first().waitFor();
    }
    await close();
  });
});

describe("page /target/[symbol]", () => {
  it("shows potency with the best compounds, and says which sections have no data and what brings them", async () => {
    const {page, problems, close} = await harness.open("target/JAK1");
    await page.getByRole("heading", {name: "How potent are the compounds?"}).waitFor();
    await expect.poll(() => page.locator(".best-compounds li").count()).toBe(12);
    await page.getByText("npm run data -- --only opentargets").first().waitFor();
    await expect.poll(() => page.getByText("Not fetched: tractability").count()).toBe(1);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
