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
    expect(await page.locator(drawn).getAttribute("aria-label")).toMatch(/^A structure of your own: /);
    expect(problems).toEqual([]);
    await close();
  });

  it("names the alerts of each set and marks their atoms", async () => {
    const {page, problems, close} = await harness.open("compound?smiles=O=C1NC(=S)SC1=Cc1ccccc1");
    await page.locator(".alert-section .facts").waitFor();
    expect(await page.getByRole("row", {name: /PAINS A/}).innerText()).toContain("ene_rhod_A");
    await page.locator(".alert-picture .structure svg").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("says that no alert is no proof of safety", async () => {
    const {page, close} = await harness.open("compound?smiles=CCO");
    const words = page.getByText("That is no proof of safety");
    await words.waitFor();
    expect(await words.isVisible()).toBe(true);
    await close();
  });
});
