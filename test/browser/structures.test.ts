import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {seriousViolations, startHarness, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const file = (name: string, text: string) => ({name, mimeType: "text/plain", buffer: Buffer.from(text)});
const record = (
  serial: number,
  name: string,
  alt: string,
  residue: string,
  number: number,
  x: number,
  element: string
): string =>
  `HETATM${String(serial).padStart(5)}  ${name.padEnd(3)}${alt}${residue} A${String(number).padStart(4)}    ` +
  `${x.toFixed(3).padStart(8)}${"0.000".padStart(8)}${"0.000".padStart(8)}  1.00 20.00          ${element.padStart(2)}`;

describe("page /structures", () => {
  it("shows a structure with its ligand and contacts in one WebGL context, without error", async () => {
    const {page, problems, close} = await harness.open("structures?s=3EYG");
    await page.getByRole("row", {name: /GLU 957.*hydrogen bond.*ligand gives/}).waitFor();
    const node = page.locator(".interaction-node", {hasText: "GLU 957"});
    await page.getByRole("button", {name: "GLU 957"}).hover();
    expect(await node.getAttribute("class")).toContain("is-marked");
    await node.hover();
    expect(await page.locator("tr.is-marked").innerText()).toContain("GLU 957");
    await page.getByLabel("By the pocket").selectOption("4GIH");
    await page.getByText(/RMSD 0\.\d+ Å over the Cα/).waitFor();
    await page.getByRole("button", {name: "4GIH"}).click();
    await page
      .getByRole("row", {name: /VAL 981.*hydrogen bond/})
      .first()
      .waitFor();
    await page.locator(".viewer").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator(".viewer canvas").count()).toBe(1);
    await page.waitForURL(/view=/);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ["an empty file", file("a.pdb", ""), "a.pdb is empty."],
    ["a text named .pdb", file("a.pdb", "dear reader"), "begins with “dear reader”"],
    ["a web page", file("a.cif", "<!doctype html><p>not found"), "is a web page, not a structure"]
  ])("says in words what is wrong with %s", async (_, given, words) => {
    const {page, close} = await harness.open("structures");
    await page.getByRole("heading", {name: /Interactions of/}).waitFor();
    await page.getByLabel("File with a structure").setInputFiles(given);
    await page.locator(".viewer-message").getByText(words).waitFor();
    expect(await page.locator(".viewer-message").isVisible()).toBe(true);
    await close();
  });

  it("opens a file with two models, alternate places and no bonds", async () => {
    const atoms = ["N1", "C1", "C2", "C3", "C4", "C5"].map((name, i) =>
      record(i + 1, name, i === 5 ? "A" : " ", "LIG", 1, i * 1.4, name[0]!)
    );
    const model = [...atoms, record(7, "C5", "B", "LIG", 1, 7.3, "C"), record(8, "O", " ", "HOH", 2, -2.8, "O")].join(
      "\n"
    );
    const {page, problems, close} = await harness.open("structures");
    await page.getByRole("heading", {name: /Interactions of/}).waitFor();
    const text = `MODEL        1\n${model}\nENDMDL\nMODEL        2\n${model}\nENDMDL\nEND\n`;
    await page.getByLabel("File with a structure").setInputFiles(file("nmr.pdb", text));
    await page.getByRole("heading", {name: "Interactions of LIG"}).waitFor();
    expect(await page.getByText("Model 1 of 2 is shown.").isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  it("says in a browser without WebGL what is missing, and lists the interactions all the same", async () => {
    const context = await harness.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`${harness.site.url}structures`);
    const words = page.getByText("This browser cannot draw in three dimensions");
    await words.waitFor();
    await page
      .getByRole("row", {name: /hydrogen bond/})
      .first()
      .waitFor();
    expect(await words.isVisible()).toBe(true);
    await context.close();
  });
});
