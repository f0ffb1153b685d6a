import {readFile} from "node:fs/promises";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const ASPIRIN = "compounds?where=mw_da:180..180.2&compound=CHEMBL25&sort=compound_id";
const CLIPBOARD = {permissions: ["clipboard-read", "clipboard-write"]};

/** Width and height of a PNG, from its header. */
const sizeOfPng = (file: Buffer): [number, number] => [file.readUInt32BE(16), file.readUInt32BE(20)];

/** What lies on the clipboard: text, and size and first pixel of the image. */
const onClipboard = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) return null;
    const text = item.types.includes("text/plain") ? await (await item.getType("text/plain")).text() : "";
    if (!item.types.includes("image/png")) return {text, width: 0, height: 0, corner: [] as number[]};
    const image = await createImageBitmap(await item.getType("image/png"));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const corner = [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    return {text, width: image.width, height: image.height, corner};
  });

/** Goes to the table by key, once it has rows, and down to the first. */
async function moveToFirst(page: Page): Promise<void> {
  await page.locator(".virtual-table-body [role=row]").first().waitFor();
  await page.getByRole("grid", {name: "Compounds"}).focus();
  await page.keyboard.press("j");
}

async function saved(page: Page, item: string, within = page.locator("body")): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    within.getByRole("button", {name: item, exact: true}).click()
  ]);
  return readFile(await download.path());
}

describe("page /compounds, copied as images", () => {
  it("copies the row moved to with Ctrl C: a PNG for a slide, on white though the page is dark, with its SMILES", async () => {
    const {page, problems, close} = await harness.open(ASPIRIN, {...CLIPBOARD, colorScheme: "dark"});
    await moveToFirst(page);
    const smiles = await page.locator(".compound-smiles").innerText();
    await page.keyboard.press("Control+c");
    await page.getByText(/copied as PNG/).waitFor();
    const copied = await onClipboard(page);
    expect(copied?.text).toBe(smiles);
    expect(Math.max(copied?.width ?? 0, copied?.height ?? 0)).toBeGreaterThanOrEqual(2400);
    expect(copied?.corner).toEqual([255, 255, 255, 255]);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
    expect(problems).toEqual([]);
    await close();
  });

  it("copies from the button of a row, and from a card", async () => {
    const {page, problems, close} = await harness.open(ASPIRIN, CLIPBOARD);
    const row = page.locator(".virtual-table-body [role=row]").first();
    await row.hover();
    await row.locator(".copy-image").click();
    await page.getByText(/copied as PNG/).waitFor();
    await page.getByRole("button", {name: "cards", exact: true}).click();
    await page.locator(".card-slot").nth(1).hover();
    await page.locator(".card-slot .copy-image").nth(1).click();
    const name = await page.locator(".compound-card-name").nth(1).innerText();
    await page.getByText(`${name} copied as PNG`).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("saves the file where the clipboard takes no image", async () => {
    const {page, close} = await harness.open(ASPIRIN);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("not allowed"));
    });
    await moveToFirst(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+c")]);
    expect(Math.max(...sizeOfPng(await readFile(await download.path())))).toBeGreaterThanOrEqual(2400);
    await page.getByText(/saved as PNG/).waitFor();
    await close();
  });

  it("saves the opened compound as SVG, transparent when asked", async () => {
    const {page, close} = await harness.open(ASPIRIN);
    const menu = page.locator(".compound-inspector .picture-menu");
    await menu.locator("summary").click();
    expect((await saved(page, "Save SVG", menu)).toString()).toContain('fill="#fff"');
    await menu.getByLabel("Background").selectOption("clear");
    const svg = (await saved(page, "Save SVG", menu)).toString();
    expect(svg).not.toContain('fill="#fff"');
    expect(svg).toMatch(/^<svg[^>]+viewBox=/);
    expect(svg).toMatch(/stroke="rgb\(/);
    await close();
  });

  it("saves a sheet of the cards and the plot", async () => {
    const {page, problems, close} = await harness.open("compounds?where=mw_da:180..181&view=cards");
    await page.locator(".compound-card svg.drawing").first().waitFor();
    const menu = page.locator(".compounds-picture");
    await menu.locator("summary").click();
    const sheet = (await saved(page, "Save SVG", menu)).toString();
    expect(sheet.match(/<svg /g)?.length).toBeGreaterThan(4);
    expect(sheet).toContain("ASPIRIN");
    expect(sheet).toMatch(/compounds left\. Drawn by RDKit/);
    expect(Math.max(...sizeOfPng(await saved(page, "Save PNG", menu)))).toBeGreaterThanOrEqual(2400);
    await page.getByRole("button", {name: "plot", exact: true}).click();
    await page.locator(".scatter-overlay .scatter-label").first().waitFor();
    const plot = (await saved(page, "Save SVG", menu)).toString();
    expect(plot).toContain("data:image/png");
    expect(plot).toContain("cLogP");
    expect(problems).toEqual([]);
    await close();
  });
});

describe("page /compounds, absorption and alerts", () => {
  it("draws the BOILED-Egg with counts in words, and filters by its regions", async () => {
    const {page, problems, close} = await harness.open("compounds?view=plot");
    await page.getByRole("button", {name: "BOILED-Egg"}).click();
    await page.waitForURL(/px=tpsa_a2&py=clogp|py=clogp.*px=tpsa_a2/);
    await page.locator(".scatter-region.is-yolk path").waitFor();
    const status = page.locator(".plot-bar [role=status]");
    await expect.poll(() => status.innerText()).toMatch(/in the white[^]*in the yolk[^]*nothing of P-gp/);
    const words = await status.innerText();
    const [white, yolk] = [/([\d,]+) \(\d+ %\) in the white/, /([\d,]+) \(\d+ %\) in the yolk/].map((pattern) =>
      Number(pattern.exec(words)?.[1]?.replaceAll(",", ""))
    );
    expect(white).toBeGreaterThan(yolk!);
    await page.goto(`${harness.site.url}compounds?where=brain_access:1..`, {waitUntil: "networkidle"});
    await page.locator(".funnel > li").waitFor();
    const left = () => page.locator(".compounds-count").innerText();
    await expect.poll(async () => Number((await left()).split(" of ")[0]!.replaceAll(",", ""))).toBe(yolk);
    expect(problems).toEqual([]);
    await close();
  });

  it("shows the radar of the opened compound with its words, and marks an alert on its atoms", async () => {
    const {page, problems, close} = await harness.open("compounds?where=n_alerts:1..&sort=-n_alerts&view=table");
    await page.getByRole("grid", {name: "Compounds"}).focus();
    await page.keyboard.press("j");
    const radar = page.locator(".compound-inspector .oral-radar");
    await expect
      .poll(() => radar.getAttribute("aria-label"))
      .toMatch(/LIPO: Crippen logP .+; SIZE: .+FLEX: rotatable bonds/);
    const alert = page.locator(".compound-alerts li").first();
    await expect.poll(() => alert.innerText()).toMatch(/[\d,]+ of [\d,]+ approved drugs carry it/);
    await alert.getByRole("button").click();
    await page.getByText(/^Marked: .+ on \d+ places?\.$/).waitFor({timeout: 60_000});
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
