import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

describe("page /compare", () => {
  it("shows typed structures side by side, the differing part in words, and lays them on each other in one context", async () => {
    const {page, problems, close} = await harness.open("compare?c=Cc1ccccc1+Clc1ccccc1");
    await page.getByText("C7H7Cl").or(page.getByText("C6H5Cl instead of C7H8")).first().waitFor();
    await expect.poll(() => page.locator(".compare-cards svg.drawing").count()).toBe(2);
    await expect.poll(() => page.locator(".compare-change").first().innerText()).toMatch(/[▲▼=]/);
    await page.getByRole("button", {name: "Lay them on each other"}).click();
    await page.getByText(/Shared part/).waitFor({timeout: 120_000});
    await page.locator(".viewer canvas").waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".viewer canvas").count()).toBe(1);
    await page.getByLabel("By what they are laid on each other").selectOption("shape");
    await page.getByRole("button", {name: "Lay them on each other"}).click();
    await page.getByText("Shape Tanimoto").waitFor({timeout: 120_000});
    await page.locator(".viewer canvas").waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".viewer canvas").count()).toBe(1);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("says which compounds it could not take", async () => {
    const {page, close} = await harness.open("compare?c=CHEMBL0+CCO");
    await page.getByText("CHEMBL0: no compound of the project").waitFor();
    await expect.poll(() => page.locator(".compare-cards > li").count()).toBe(1);
    await close();
  });
});
