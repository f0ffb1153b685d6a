import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const leftOf = (words: string): number => Number(/^[\d,]+/.exec(words)?.[0].replaceAll(",", ""));
const good = ["CC(=O)Nc1ccc(O)cc1", "CN1CCC[C@H]1c1cccnc1", "O=C(O)c1ccccc1OC(C)=O", "O=C1CCCCCCCCCCCCCCO1"];
const file = {
  name: "mine.smi",
  mimeType: "text/plain",
  buffer: Buffer.from(Array.from({length: 40}, (_, i) => `${good[i % good.length]!} m${String(i)}`).join("\n"))
};

describe("ADMET columns of page /compounds", () => {
  it("predicts chosen endpoints of a file, refuses a macrocycle with its reason, and filters by the high end", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("File of structures").setInputFiles(file);
    await page.getByText("40 compounds in").waitFor({timeout: 60_000});
    await page.getByText("Predict ADMET", {exact: true}).click();
    await page.getByLabel("Aqueous solubility").check();
    await page.getByLabel("Ames mutagen").check();
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    await page.getByRole("button", {name: "Predict 2"}).click();
    await page.getByText("2 endpoints predicted; 10 structures refused").waitFor({timeout: 60_000});
    await expect.poll(() => page.url()).toContain("admet=solubility,ames");
    await expect.poll(() => page.locator("[role=columnheader][data-key=admet_solubility]").count()).toBe(1);
    await page.getByText("macrocycle: ring of").first().waitFor();
    await page.locator('[data-column="admet_ames"]').scrollIntoViewIfNeeded();
    const field = page.getByLabel("Ames mutagen at most, typed");
    await field.fill("0.99");
    await field.press("Enter");
    await page.waitForURL(/admet_ames:\.\.0\.99/);
    await expect.poll(async () => leftOf(await page.locator(".compounds-count").innerText())).toBe(30);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("ADMET columns in a link", () => {
  it("are predicted again, and keep what is confidently below a limit", async () => {
    const {page, problems, close} = await harness.open("compounds?admet=solubility&where=admet_solubility_high:..-4");
    await page
      .locator(".funnel-words")
      .getByText("Aqueous solubility to at most -4 log mol/L")
      .waitFor({timeout: 60_000});
    await page.locator(".admet-panel").getByText("a second").waitFor({timeout: 60_000});
    await page.getByRole("button", {name: "Cancel predictions"}).click();
    await page.getByText("Predictions stopped, what was done stays").waitFor({timeout: 60_000});
    const left = async (): Promise<number> => leftOf(await page.locator(".compounds-count").innerText());
    await expect.poll(left).toBeLessThan(18_000);
    expect(await left()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("ADMET card of page /compound", () => {
  it("shows measured before predicted, a radar, and why", async () => {
    const {page, problems, close} = await harness.open("compound?smiles=CN1CCC(CC1)=C1c2ccccc2CCc2cccnc12");
    await page.getByRole("button", {name: "Predict ADMET"}).click();
    await page.locator(".admet-radar").waitFor({timeout: 60_000});
    await expect.poll(() => page.getByRole("columnheader", {name: "Measured"}).count()).toBe(5);
    await page.getByRole("button", {name: "Why: hERG blocker", exact: true}).click();
    await page.locator(".admet-features li").first().waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".admet-near li").count()).toBe(3);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("says why it gives no number for a macrocycle", async () => {
    const {page, close} = await harness.open("compound?smiles=O=C1CCCCCCCCCCCCCCO1");
    await page.getByRole("button", {name: "Predict ADMET"}).click();
    await page.getByText("No prediction: macrocycle: ring of 16").waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".admet-group").count()).toBe(0);
    await close();
  });
});
