import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, startHarness, type OpenPage, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

/** Twelve anilides and benzamides with two series, one molecule without a ring. */
const CSV = [
  "smiles,name",
  ...["C", "CC", "CCC", "F", "Cl", "OC"].flatMap((group, i) => [
    `${group}c1ccc(NC(=O)c2ccncc2)cc1,A${String(i)}`,
    `${group}c1ccc(C(=O)NC2CC2)cc1,B${String(i)}`
  ]),
  "CCCCCC,chain"
].join("\n");

const LONG = {timeout: 60_000};

async function openWith(text: string, query = ""): Promise<OpenPage> {
  const opened = await harness.open(`series${query}`);
  const {page} = opened;
  await page.getByText("Paste", {exact: true}).click(LONG);
  await page.getByLabel("Structures, one a line").fill(text);
  await page.getByRole("button", {name: "Screen"}).click();
  await page.locator(".series-bar").waitFor(LONG);
  return opened;
}

const rows = ".virtual-table-body > .virtual-table-row";

describe("page /series", () => {
  it("groups a pasted set by scaffold, picks a group and shows it in every view", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.locator(rows).first().waitFor(LONG);
    expect(await page.locator(".series-words").innerText()).toContain("2 scaffolds hold 12 compounds");
    await page.locator(rows).first().click();
    await page.getByRole("button", {name: "Pick these 6"}).click();
    expect(new URL(page.url()).searchParams.get("pick")).not.toBeNull();
    expect(await page.locator(".series-pick").innerText()).toMatch(/6\s+compounds picked/);
    await page.getByRole("button", {name: "R-groups"}).click();
    await page.locator(".r-groups .state").waitFor(LONG);
    expect(await page.locator(".r-groups h3").innerText()).toContain("Only R");
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("pairs by a property where nothing is measured, and says so of cliffs", async () => {
    const {page, problems, close} = await openWith(CSV);
    await page.getByRole("button", {name: "Matched pairs"}).click();
    await page.locator(".series-view .state").waitFor(LONG);
    await page.getByLabel("Change in").selectOption("mw_da");
    await page.getByLabel("Pairs at least").fill("2");
    await page.getByLabel("Pairs at least").press("Enter");
    await page.locator(rows).first().waitFor(LONG);
    await page.locator(rows).first().click();
    await page.getByLabel("Compound to change: an id of the set, or SMILES").fill("A0");
    await page.getByRole("button", {name: "Apply", exact: true}).click();
    await page.locator('section[aria-label="Apply the transformation"] p').waitFor(LONG);
    await page.getByRole("button", {name: "Cliffs"}).click();
    expect(await page.locator(".series-view .state h3").innerText()).toBe("Nothing is measured on these compounds");
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ["one molecule", "smiles\nc1ccccc1C", "1 scaffold holds 1 compound"],
    ["identical molecules", "smiles\nc1ccccc1C\nc1ccccc1C\nc1ccccc1C", "1 scaffold holds 3 compounds"]
  ])("shows a set of %s", async (_, text, words) => {
    const {page, problems, close} = await openWith(text);
    await page.locator(rows).first().waitFor(LONG);
    expect(await page.locator(".series-words").innerText()).toContain(words);
    expect(problems).toEqual([]);
    await close();
  });
});
