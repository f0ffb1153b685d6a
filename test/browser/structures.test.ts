import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
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

const COLUMNS =
  "group_PDB id type_symbol label_atom_id label_alt_id label_comp_id auth_asym_id auth_seq_id pdbx_PDB_ins_code Cartn_x Cartn_y Cartn_z occupancy B_iso_or_equiv label_entity_id label_seq_id auth_comp_id auth_atom_id pdbx_PDB_model_num";

/** Helices side by side, and a ring for a ligand, until the file is as large as wanted. */
function bigCif(bytes: number): string {
  const lines = ["data_BIG", "loop_", ...COLUMNS.split(" ").map((name) => `_atom_site.${name}`)];
  let size = 0;
  let serial = 0;
  const add = (
    group: string,
    element: string,
    name: string,
    residue: string,
    chain: string,
    number: number,
    at: number[]
  ) => {
    const places = at.map((value) => value.toFixed(3)).join(" ");
    const row = `${group} ${String(++serial)} ${element} ${name} . ${residue} ${chain} ${String(number)} ? ${places} 1.00 20.00 1 ${String(number)} ${residue} ${name} 1`;
    size += row.length + 1;
    lines.push(row);
  };
  for (let i = 0; i < 6; i++)
    add("HETATM", "C", `C${String(i)}`, "LIG", "Z", 900, [
      6 + 1.39 * Math.cos((i * Math.PI) / 3),
      1.39 * Math.sin((i * Math.PI) / 3),
      30
    ]);
  const atoms = [
    ["N", "N", 1.46, -0.9],
    ["CA", "C", 2.3, 0],
    ["C", "C", 1.7, 1.1],
    ["O", "O", 2, 2.2],
    ["CB", "C", 3.3, 0.1]
  ] as const;
  for (let chain = 0; size < bytes; chain++)
    for (let residue = 0; residue < 300; residue++)
      for (const [name, element, radius, rise] of atoms) {
        const turn = (residue * 100 * Math.PI) / 180 + rise * 0.5;
        const [x, y] = [(chain % 40) * 25, Math.floor(chain / 40) * 25];
        add("ATOM", element, name, "ALA", `A${String(chain)}`, residue + 1, [
          x + radius * Math.cos(turn),
          y + radius * Math.sin(turn),
          residue * 1.5 + rise
        ]);
      }
  return `${lines.join("\n")}\n#\n`;
}

describe("page /structures", () => {
  it("shows a structure with its ligand and contacts in one WebGL context, without error", async () => {
    const {page, problems, close} = await harness.open("structures?s=3EYG");
    await page.getByRole("row", {name: /GLU 957.*hydrogen bond.*ligand gives/}).waitFor();
    const node = page.locator(".interaction-node", {hasText: "GLU 957"});
    await page.getByRole("button", {name: "GLU 957"}).hover();
    await expect.poll(() => node.getAttribute("class")).toContain("is-marked");
    await node.hover();
    await expect.poll(() => page.locator("tr.is-marked").innerText()).toContain("GLU 957");
    await page.getByLabel("By the pocket").selectOption("4GIH");
    await page.getByText(/RMSD 0\.\d+ Å over the Cα/).waitFor();
    await page.getByRole("button", {name: "4GIH"}).click();
    await page
      .getByRole("row", {name: /VAL 981.*hydrogen bond/})
      .first()
      .waitFor();
    await page.locator(".viewer").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.locator(".viewer canvas").count()).toBe(1);
    await page.waitForURL(/view=/);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
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
    await expect.poll(() => page.locator(".viewer-message").isVisible()).toBe(true);
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
    await expect.poll(() => page.getByText("Model 1 of 2 is shown.").isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  it("shows each of two models, and measures between atoms that are named", async () => {
    const atoms = (shift: number) =>
      ["N1", "C1", "C2", "C3", "C4", "C5"].map((name, i) =>
        record(i + 1, name, " ", "LIG", 1, i * (1.4 + shift), name[0]!)
      );
    const text = [0, 0.1].map((shift, i) => `MODEL        ${String(i + 1)}\n${atoms(shift).join("\n")}\nENDMDL\n`);
    const {page, problems, close} = await harness.open("structures");
    await page.getByRole("heading", {name: /Interactions of/}).waitFor();
    await page.getByLabel("File with a structure").setInputFiles(file("nmr.pdb", text.join("")));
    await page.getByText("Model 1 of 2 is shown.").waitFor();
    const measure = async (name: string) => {
      await page.getByLabel("Atoms to measure between").fill("A:1 N1, LIG1 C1");
      await page.getByLabel("Atoms to measure between").press("Enter");
      await page.locator(".measure-list li", {hasText: name}).waitFor();
    };
    await measure("1.40 Å");
    await page.getByLabel("Model, of 2").fill("2");
    await page.getByLabel("Model, of 2").press("Enter");
    await page.getByText("Model 2 of 2 is shown.").waitFor();
    await measure("1.50 Å");
    await page.getByLabel("Atoms to measure between").fill("A:1 XX, 1 C1");
    await page.getByLabel("Atoms to measure between").press("Enter");
    await page.getByText("has no atom XX; it has N1, C1").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("shows the good records of an SDF, V3000 among them, names the broken one, and pictures all in one context", async () => {
    const line = (x: number, y: number, z: number, element: string) =>
      `${[x, y, z].map((value) => value.toFixed(4).padStart(10)).join("")} ${element}   0  0`;
    const places = Array.from({length: 6}, (_, i) => [1.4 * Math.cos(i), 1.4 * Math.sin(i), i / 5] as const);
    const head = "name\n\n\n";
    const v2 = `${head}  6  5  0  0  0  0  0  0  0  0999 V2000\n${places.map(([x, y, z]) => line(x, y, z, "C")).join("\n")}\n${[1, 2, 3, 4, 5].map((i) => `${String(i).padStart(3)}${String(i + 1).padStart(3)}  1  0`).join("\n")}\nM  END\n$$$$\n`;
    const v3 = `${head}  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 BEGIN ATOM\n${places.map(([x, y, z], i) => `M  V30 ${String(i + 1)} N ${x.toFixed(3)} ${y.toFixed(3)} ${z.toFixed(3)} 0`).join("\n")}\nM  V30 END ATOM\nM  V30 BEGIN BOND\n${[1, 2, 3, 4, 5].map((i) => `M  V30 ${String(i)} 1 ${String(i)} ${String(i + 1)}`).join("\n")}\nM  V30 END BOND\nM  V30 END CTAB\nM  END\n$$$$\n`;
    const {page, problems, close} = await harness.open("structures");
    await page.getByRole("heading", {name: /Interactions of/}).waitFor();
    const broken = `${head}  1  0  0  0  0  0  0  0  0  0999 V2000\nbroken\nM  END\n$$$$\n`;
    await page.getByLabel("File with a structure").setInputFiles(file("poses.sdf", v2 + broken + v3));
    await page.getByText("Record 2 could not be read: atom 1 has no coordinates or element.").waitFor();
    await page.getByRole("button", {name: "Pictures of all"}).click();
    await page.locator(".pose-gallery img").nth(1).waitFor();
    await page.locator(".pose-gallery button", {hasText: "M3"}).click();
    await page.getByRole("heading", {name: "Interactions of M3"}).waitFor();
    await expect.poll(() => page.locator(".viewer canvas").count()).toBe(1);
    await expect.poll(() => seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("turns by one finger, zooms by two, and keeps marked what a finger chose in the diagram", async () => {
    const {page, problems, close} = await harness.open("structures?s=3EYG", {
      viewport: {width: 420, height: 860},
      hasTouch: true
    });
    await page.locator(".viewer canvas").waitFor();
    await page.locator(".viewer-message").waitFor({state: "hidden", timeout: 60_000});
    const session = await page.context().newCDPSession(page);
    const box = await page.locator(".viewer").boundingBox();
    const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...shares: number[]) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: shares.map((share, id) => ({x: (box?.x ?? 0) + share * (box?.width ?? 0), y: middle, id}))
      });
    const camera = () => new URL(page.url()).searchParams.get("view")?.split(",").map(Number) ?? [];
    await touch("touchStart", 0.3);
    for (const share of [0.4, 0.5, 0.6]) await touch("touchMove", share);
    await touch("touchEnd");
    await expect.poll(() => Math.abs(camera()[5] ?? 0) + Math.abs(camera()[6] ?? 0)).toBeGreaterThan(0.05);
    const before = camera()[3];
    await touch("touchStart", 0.45, 0.55);
    for (const shift of [0.1, 0.2, 0.3]) await touch("touchMove", 0.45 - shift, 0.55 + shift);
    await touch("touchEnd");
    await expect.poll(() => camera()[3]).not.toBe(before);
    await page.getByRole("button", {name: "Interactions", exact: true}).tap();
    await page.locator(".interaction-node", {hasText: "GLU 957"}).tap();
    await page.locator("tr.is-marked", {hasText: "GLU 957"}).first().waitFor();
    await page.locator(".interaction-node.is-marked", {hasText: "GLU 957"}).waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("reads an mmCIF of 20 MB beside the page, which answers meanwhile", async () => {
    const {page, problems, close} = await harness.open("structures");
    await page.getByRole("heading", {name: /Interactions of/}).waitFor();
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, {tasks});
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration))).observe({
        type: "longtask"
      });
    });
    // From the disk, as a reader opens it: bytes handed over by the driver are decoded on the page's thread.
    const folder = mkdtempSync(join(tmpdir(), "big-"));
    writeFileSync(join(folder, "big.cif"), bigCif(20e6));
    await page.getByLabel("File with a structure").setInputFiles(join(folder, "big.cif"));
    await page.locator(".viewer-message").getByText("Reading big.cif").waitFor();
    await page.getByRole("heading", {name: "Interactions of LIG"}).waitFor({timeout: 120_000});
    await page.getByText(/^Of \d+,\d+ atoms \d+,\d+ are drawn/).waitFor();
    const tasks = await page.evaluate(() => (globalThis as unknown as {tasks: number[]}).tasks);
    rmSync(folder, {recursive: true});
    console.log(
      `20 MB mmCIF: longest tasks of the page ${tasks
        .sort((a, b) => b - a)
        .slice(0, 3)
        .map(Math.round)
        .join(", ")} ms`
    );
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
    await expect.poll(() => words.isVisible()).toBe(true);
    await context.close();
  });
});
