import {readFile} from "node:fs/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

type Open = Awaited<ReturnType<SiteHarness["open"]>>;
const SUBJECT = ".decision";

async function decide({page}: Open, id: string, verdict: string, note: string): Promise<void> {
  await page.goto(`${harness.site.url}compound?id=${id}`);
  await page.locator(SUBJECT).getByRole("button", {name: verdict}).click();
  const field = page.locator(`${SUBJECT} input`);
  await field.fill(note);
  await field.press("Tab");
  await page.waitForTimeout(200);
}

async function save({page}: Open): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Save as a file"}).click()
  ]);
  return readFile(await download.path());
}

describe("page /shortlist", () => {
  it("takes decisions from one browser profile to another, and loses nothing where they differ", async () => {
    const ada = await harness.open("shortlist");
    await ada.page.getByLabel("Your name on decisions").fill("Ada");
    await ada.page.getByLabel("Your name on decisions").press("Tab");
    await decide(ada, "CHEMBL221959", "keep", "potent");
    await decide(ada, "CHEMBL2", "keep", "known");
    await ada.page.goto(`${harness.site.url}shortlist`);
    await ada.page.getByRole("heading", {name: "Keep, 2"}).waitFor();
    const file = {name: "ada.json", mimeType: "application/json", buffer: await save(ada)};

    const bo = await harness.open("shortlist");
    await decide(bo, "CHEMBL221959", "drop", "selectivity");
    await decide(bo, "CHEMBL3", "maybe", "small");
    await bo.page.goto(`${harness.site.url}shortlist`);
    await bo.page.getByLabel("Shortlist file to merge").setInputFiles(file);
    await bo.page.getByText("2 decisions read from ada.json: 1 added, 1 differ from yours.").waitFor();
    const conflict = bo.page.locator(".conflict");
    expect(await conflict.innerText()).toContain("drop, selectivity");
    expect(await conflict.innerText()).toContain("Ada: keep, potent");
    expect(await seriousViolations(bo.page)).toEqual([]);
    await conflict.getByRole("button", {name: "Keep both notes"}).click();
    await bo.page.getByRole("heading", {name: "Maybe, 2"}).waitFor();
    const merged = JSON.parse((await save(bo)).toString()) as {decisions: {key: string; note: string}[]};
    expect(merged.decisions.map(({key}) => key)).toEqual([
      "compound:CHEMBL2",
      "compound:CHEMBL221959",
      "compound:CHEMBL3"
    ]);
    expect(merged.decisions[1]?.note).toBe("one said drop: selectivity. Ada said keep: potent.");
    expect([...ada.problems, ...bo.problems]).toEqual([]);
    await ada.close();
    await bo.close();
  });

  it("says in words what is wrong with a file", async () => {
    const {page, close} = await harness.open("shortlist");
    const file = {name: "x.json", mimeType: "application/json", buffer: Buffer.from("[]")};
    await page.getByLabel("Shortlist file to merge").setInputFiles(file);
    const words = page.getByText("is not a shortlist of this workbench");
    await words.waitFor();
    expect(await words.isVisible()).toBe(true);
    await close();
  });
});
