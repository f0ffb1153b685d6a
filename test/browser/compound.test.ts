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
    await expect.poll(() => page.locator(`${drawn} code`).count()).toBe(0);
    await expect.poll(() => page.locator(drawn).getAttribute("aria-label")).toMatch(/^A structure of your own: /);
    expect(problems).toEqual([]);
    await close();
  });

  it("names the alerts of each set and marks their atoms", async () => {
    const {page, problems, close} = await harness.open("compound?smiles=O=C1NC(=S)SC1=Cc1ccccc1");
    await page.locator(".alert-section .facts").waitFor();
    await expect.poll(() => page.getByRole("row", {name: /PAINS A/}).innerText()).toContain("ene_rhod_A");
    await page.locator(".alert-picture .structure svg").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("copies the structure in every notation, and saves it as a picture", async () => {
    const context = await harness.browser.newContext({permissions: ["clipboard-read", "clipboard-write"]});
    const page = await context.newPage();
    await page.goto(`${harness.site.url}compound?smiles=C[C@@H](N)C(=O)O`);
    await page.locator(`${drawn} svg`).waitFor();
    const copied = async (name: string): Promise<string> => {
      await page.getByRole("button", {name, exact: true}).click();
      await page.getByText(`${name} copied`).waitFor({timeout: 60_000});
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await expect.poll(() => copied("SMILES")).toBe("C[C@@H](N)C(=O)O");
    await expect.poll(() => copied("InChI")).toBe("InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m1/s1");
    await expect.poll(() => copied("InChIKey")).toBe("QNAYBMKLOCPYGJ-UWTATZPHSA-N");
    await expect.poll(() => copied("Molfile")).toMatch(/V2000[\s\S]*M {2}END/);
    await expect
      .poll(() => copied("Link with SMILES"))
      .toBe(`${harness.site.url}compound?smiles=C%5BC%40%40H%5D%28N%29C%28%3DO%29O`);
    await page.locator(".structure-copy .picture-menu > summary").click();
    await page.getByRole("button", {name: "Copy as SVG"}).click();
    await page.getByText(/ copied as SVG$/).waitFor();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", {name: "Save PNG"}).click();
    expect((await saved).suggestedFilename()).toMatch(/\.png$/);
    await context.close();
  });

  it("finds the nearest compounds of the project and among approved drugs with the page", async () => {
    const {page, problems, close} = await harness.open("compound?smiles=CC(=O)Oc1ccccc1C(=O)OC");
    await page.locator(".neighbour-list li").first().waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".neighbour-list").last().innerText()).toMatch(/similarity 0\.[4-9]/);
    expect(problems).toEqual([]);
    await close();
  });

  it("says of measured values which documents they come from, and what brings their titles", async () => {
    const {page, problems, close} = await harness.open("compound?id=CHEMBL221959");
    const section = page.locator(".document-section");
    await section.locator("li").first().waitFor();
    await expect.poll(() => section.locator("a").first().getAttribute("href")).toMatch(/document\/CHEMBL\d+$/);
    await expect.poll(() => section.innerText()).toContain("npm run data");
    expect(problems).toEqual([]);
    await close();
  });

  it("says that no alert is no proof of safety", async () => {
    const {page, close} = await harness.open("compound?smiles=CCO");
    const words = page.getByText("That is no proof of safety");
    await words.waitFor();
    await expect.poll(() => words.isVisible()).toBe(true);
    await close();
  });
});
