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

/** What this browser keeps, as "verdict: note". */
const kept = (page: Open["page"]): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("fumehood-shortlist", 1).onsuccess = ({target}) => {
          const all = (target as IDBOpenDBRequest).result.transaction("decisions").objectStore("decisions").getAll();
          all.onsuccess = () => {
            done((all.result as {verdict: string; note: string}[]).map(({verdict, note}) => `${verdict}: ${note}`));
          };
        };
      })
  );

async function decide({page}: Open, id: string, verdict: string, note: string): Promise<void> {
  await page.goto(`${harness.site.url}compound?id=${id}`);
  await page.locator(SUBJECT).getByRole("button", {name: verdict}).click();
  const field = page.getByLabel(/^Note on/);
  await field.fill(note);
  await field.press("Tab");
  await expect.poll(() => kept(page)).toContain(`${verdict}: ${note}`);
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
    await expect.poll(() => conflict.innerText()).toContain("drop, selectivity");
    await expect.poll(() => conflict.innerText()).toContain("Ada: keep, potent");
    await expect.poll(() => seriousViolations(bo.page)).toEqual([]);
    await conflict.getByRole("button", {name: "Keep both notes"}).click();
    await bo.page.getByRole("heading", {name: "Maybe, 2"}).waitFor();
    const merged = JSON.parse((await save(bo)).toString()) as {decisions: {key: string; note: string}[]};
    expect(merged.decisions.map(({key}) => key)).toEqual([
      "compound:IENZQIKPVFGBNW-UHFFFAOYSA-N",
      "compound:SNICXCGAKADSCV-JTQLQIEISA-N",
      "compound:UJLAWZDWDVHWOW-YPMHNXCESA-N"
    ]);
    expect(merged.decisions[2]?.note).toBe("one said drop: selectivity. Ada said keep: potent.");
    expect([...ada.problems, ...bo.problems]).toEqual([]);
    await ada.close();
    await bo.close();
  });

  it("asks before it takes in what was decided in another project, and takes keys of an earlier version", async () => {
    const {page, close} = await harness.open("shortlist");
    const theirs = {
      key: "compound:CHEMBL221959",
      verdict: "keep",
      reason: "potency",
      decided_at: "2026-01-01T00:00:00Z"
    };
    const text = JSON.stringify({fumehood_shortlist: 1, project: "elsewhere", decisions: [theirs]});
    const file = {name: "x.json", mimeType: "application/json", buffer: Buffer.from(text)};
    await page.getByLabel("Shortlist file to merge").setInputFiles(file);
    await page.getByRole("heading", {name: "The file was made in another project"}).waitFor();
    await expect.poll(() => page.getByText("Nothing decided yet").isVisible()).toBe(true);
    await page.getByRole("button", {name: "Merge it all the same"}).click();
    await page.getByRole("heading", {name: "Keep, 1"}).waitFor();
    await expect.poll(() => page.getByLabel(/^Reason on/).inputValue()).toBe("potency");
    await page.goto(`${harness.site.url}compound?id=CHEMBL221959`);
    await page.locator(`${SUBJECT} [aria-pressed=true]`).waitFor();
    await close();
  });

  it("says in words what is wrong with a file", async () => {
    const {page, close} = await harness.open("shortlist");
    const file = {name: "x.json", mimeType: "application/json", buffer: Buffer.from("[]")};
    await page.getByLabel("Shortlist file to merge").setInputFiles(file);
    const words = page.getByText("is not a shortlist of this workbench");
    await words.waitFor();
    await expect.poll(() => words.isVisible()).toBe(true);
    await close();
  });

  it("keeps apart two molecules to which two files gave the same id", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const choose = async (smiles: string): Promise<void> => {
      const file = {name: "mine.smi", mimeType: "text/plain", buffer: Buffer.from(`${smiles} m1`)};
      await page.goto(`${harness.site.url}compounds`);
      await page.getByLabel("File of structures").setInputFiles(file);
      await page.getByText("1 compound in").waitFor({timeout: 60_000});
      await page.locator(".virtual-table-body [role=row]").first().click();
      await page.locator(".compound-smiles").getByText(smiles, {exact: true}).waitFor();
    };
    const keep = page.locator(SUBJECT).getByRole("button", {name: "keep"});
    await choose("CCO");
    await keep.click();
    await page.locator(`${SUBJECT} [aria-pressed=true]`).waitFor();
    await choose("CCN");
    await page.locator(`${SUBJECT} [aria-pressed=false]`).first().waitFor();
    await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("false");
    await choose("CCO");
    await page.locator(`${SUBJECT} [aria-pressed=true]`).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("keeps words that were just typed when another word is chosen", async () => {
    const open = await harness.open("compound?id=CHEMBL221959");
    const {page} = open;
    await page.locator(SUBJECT).getByRole("button", {name: "keep"}).click();
    await page.getByLabel(/^Note on/).fill("typed in haste");
    await page.locator(SUBJECT).getByRole("button", {name: "drop"}).click();
    await expect.poll(() => kept(page)).toEqual(["drop: typed in haste"]);
    await page.goto(`${harness.site.url}shortlist`);
    await page.getByRole("heading", {name: "Dropped, 1"}).waitFor();
    await expect.poll(() => page.getByLabel(/^Note on/).inputValue()).toBe("typed in haste");
    await open.close();
  });

  it("does not undo what was decided after a file was read", async () => {
    const open = await harness.open("shortlist");
    const {page} = open;
    await decide(open, "CHEMBL221959", "drop", "before");
    await page.goto(`${harness.site.url}shortlist`);
    const theirs = {key: "compound:CHEMBL221959", verdict: "keep", author: "Ada", decided_at: "2026-01-01T00:00:00Z"};
    const text = JSON.stringify({fumehood_shortlist: 1, decisions: [theirs]});
    const file = {name: "ada.json", mimeType: "application/json", buffer: Buffer.from(text)};
    await page.getByLabel("Shortlist file to merge").setInputFiles(file);
    await page.locator(".conflict").waitFor();
    const note = page.getByLabel(/^Note on/);
    await note.fill("after");
    await note.press("Tab");
    await page.locator(".conflict").getByRole("button", {name: "Keep yours"}).click();
    await page.locator(".conflict").waitFor({state: "detached"});
    await page.reload();
    await page.getByRole("heading", {name: "Dropped, 1"}).waitFor();
    await expect.poll(() => note.inputValue()).toBe("after");
    await expect.poll(() => kept(page)).toEqual(["drop: after"]);
    await open.close();
  });
});
