import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const drawn = ".compound-head .structure";

describe("page /compound", () => {
  it("draws a typed structure, and draws the next one typed on the same page", async () => {
    const {page, problems, close} = await harness.open("compound?smiles=CC(=O)Oc1ccccc1C(=O)O");
    await page.locator(`${drawn}[aria-label*="C9H8O4"] svg`).waitFor();
    const field = page.getByLabel("Compound id or SMILES");
    await field.fill("Cc1ccncc1CCS(=O)(=O)NC");
    await field.press("Enter");
    await page.locator(`${drawn}[aria-label*="C9H14N2O2S"] svg`).waitFor();
    expect(await page.locator(`${drawn} code`).count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });
});
