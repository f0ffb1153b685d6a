import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {parquetWriteBuffer} from "hyparquet-writer";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type SiteHarness, startHarness} from "./site-harness.js";

let harness: SiteHarness;
let folder = "";
beforeAll(async () => {
  harness = await startHarness();
  folder = join(await mkdtemp(join(tmpdir(), "fumehood-files-")), "plates");
  await mkdir(join(folder, "second"), {recursive: true});
  for (const [name, content] of Object.entries(files())) await writeFile(join(folder, name), content);
});
afterAll(async () => {
  await harness.close();
  await rm(join(folder, ".."), {recursive: true});
});

const ETHANOL = `ethanol
  by hand

  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.5000    0.0000    0.0000 C   0  0
    2.2500    1.3000    0.0000 O   0  0
  1  2  1  0
  2  3  1  0
M  END
> <plate>
P7

$$$$
`;

/** One file of each kind, one broken line in two of them, and two that hold no structures. */
function files(): Record<string, string | Uint8Array> {
  const parquet = parquetWriteBuffer({
    columnData: [
      {name: "smiles", data: ["CC(=O)Nc1ccc(O)cc1", "c1ccncc1"], type: "STRING"},
      {name: "pIC50", data: [6.1, 5.2], type: "DOUBLE"}
    ]
  });
  return {
    "a.smi": "CCO first\nc1ccccc1O second\nC1CC( broken\n",
    "b.csv": "smiles,name,pIC50\nCN1CCC[C@H]1c1cccnc1,nicotine,7.5\nnonsense,worse,1\n",
    "second/c.sdf.gz": gzipSync(ETHANOL),
    "second/d.parquet": new Uint8Array(parquet),
    "second/e.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
    "notes.docx": "not for us"
  };
}

async function opened(page: Page, rows: number): Promise<void> {
  await page.getByText(`${String(rows)} compounds in`).waitFor({timeout: 60_000});
}

async function fileColumn(page: Page): Promise<string[]> {
  const keys = await page
    .locator("[role=columnheader]")
    .evaluateAll((heads) => heads.map((head) => (head as HTMLElement).dataset["key"]));
  const place = keys.indexOf("own_file") + 1;
  const cells = page.locator(`.virtual-table-body [role=gridcell][aria-colindex="${String(place)}"]`);
  await cells.first().waitFor();
  return (await cells.allInnerTexts()).sort();
}

describe("page /compounds, given several files", () => {
  it("reads a folder with all in it: each row knows its file, and what cannot be read is told and stops nothing", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByLabel("Folder of structures").setInputFiles(folder);
    await opened(page, 6);
    const told = page.locator(".screening-issues > summary");
    await expect.poll(() => told.innerText()).toBe("2 files not taken whole; 2 lines of 2 files could not be taken");
    await told.click();
    const lines = page.locator(".issue-list tbody tr");
    const rows = () => lines.allInnerTexts();
    await expect
      .poll(async () => (await rows()).map((row) => row.split("\t").slice(0, 2)))
      .toEqual([
        ["plates/notes.docx", ""],
        ["plates/second/e.csv", ""],
        ["plates/a.smi", "3"],
        ["plates/b.csv", "3"]
      ]);
    expect((await rows())[1]).toContain("save the sheet as CSV");
    await expect
      .poll(() => fileColumn(page))
      .toEqual([
        ...["plates/a.smi", "plates/a.smi", "plates/b.csv"],
        ...["plates/second/c.sdf.gz", "plates/second/d.parquet", "plates/second/d.parquet"]
      ]);
    expect(problems).toEqual([]);
    await close();
  });

  it("takes several files chosen at once, in their order, as one set with the columns of all", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const paths = ["second/d.parquet", "a.smi", "b.csv"].map((name) => join(folder, name));
    await page.getByLabel("File of structures").setInputFiles(paths);
    await opened(page, 5);
    await page.getByText("d.parquet and 2 more files").waitFor();
    await expect.poll(() => fileColumn(page)).toEqual(["a.smi", "a.smi", "b.csv", "d.parquet", "d.parquet"]);
    await expect.poll(() => page.locator('[role=columnheader][data-key="own_pic50"]').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("takes files and folders that are dropped together", async () => {
    const {page, problems, close} = await harness.open("compounds");
    await page.getByText("The project's compounds").waitFor();
    const session = await page.context().newCDPSession(page);
    const data = {items: [], files: [join(folder, "a.smi"), join(folder, "second")], dragOperationsMask: 1};
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await session.send("Input.dispatchDragEvent", {type, x: 600, y: 400, data});
    await opened(page, 5);
    await expect
      .poll(() => fileColumn(page))
      .toEqual([...["a.smi", "a.smi", "second/c.sdf.gz", "second/d.parquet", "second/d.parquet"]]);
    await expect
      .poll(() => page.locator(".screening-issues > summary").innerText())
      .toBe("1 file not taken whole; 1 line could not be taken");
    expect(problems).toEqual([]);
    await close();
  });

  it("says that a folder holds no file of structures", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const empty = await mkdtemp(join(tmpdir(), "fumehood-none-"));
    await writeFile(join(empty, "readme.docx"), "nothing");
    await page.getByLabel("Folder of structures").setInputFiles(empty);
    await page.getByText("a folder without files of structures").waitFor();
    await page.getByText("1 file not taken whole").waitFor();
    await page.getByRole("heading", {name: "No file of structures was found in the folder"}).waitFor();
    expect(problems).toEqual([]);
    await rm(empty, {recursive: true});
    await close();
  });
});

describe("page /compounds, given a file without structures", () => {
  it("says so with what can be read, and offers to open another", async () => {
    const {page, problems, close} = await harness.open("compounds");
    const buffer = Buffer.from("name,weight\nnicotine,162\ncaffeine,194\n");
    await page.getByLabel("File of structures").setInputFiles({name: "weights.csv", mimeType: "text/csv", buffer});
    await page.getByRole("heading", {name: "No structure was found in weights.csv"}).waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".state").innerText()).toContain("2 lines could not be taken");
    await expect.poll(() => page.getByRole("button", {name: "Open files"}).count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("page /compounds, narrowed by the reader's own columns", () => {
  it("takes numbers, texts and SQL on them from the address, once the file has brought them", async () => {
    const filters = [
      {after: 1, kind: "text", column: "own_vendor", how: "contains", text: "enamine"},
      {after: 1, kind: "sql", where: "own_pic50 * 2 > 10.3 AND own_vendor IS NOT NULL"}
    ];
    const address = `compounds?where=own_pic50:4.5..&filter=${encodeURIComponent(JSON.stringify(filters))}`;
    const {page, problems, close} = await harness.open(address);
    const lines = [
      "CCO,1,4.2,Enamine",
      "c1ccccc1O,2,5.1,Enamine",
      "CCN,3,6.3,Enamine",
      "CCC,4,7.5,in house",
      "CC,5,8,"
    ];
    const buffer = Buffer.from(["smiles,name,pIC50,vendor", ...lines].join("\n"));
    await page.getByLabel("File of structures").setInputFiles({name: "own.csv", mimeType: "text/csv", buffer});
    await opened(page, 5);
    await page.getByText("1 of 5 compounds left").waitFor({timeout: 60_000});
    await expect
      .poll(async () => (await page.locator(".funnel-words").allInnerTexts()).sort())
      .toEqual(["own_pic50 * 2 > 10.3 AND own_vendor IS NOT NULL", "pIC50 at least 4.5", "vendor contains “enamine”"]);
    await expect.poll(() => page.locator(".virtual-table-body [role=row]").first().innerText()).toContain("6.3");
    expect(problems).toEqual([]);
    await close();
  });
});

describe("page /compounds, comparing what a file brought", () => {
  it("opens two to six selected by keys side by side, and sends no structure to anybody", async () => {
    const {page, problems, received, close} = await harness.open("compounds");
    await page.getByLabel("File of structures").setInputFiles([join(folder, "a.smi"), join(folder, "b.csv")]);
    await opened(page, 3);
    await page.locator(".virtual-table-body [role=row]").first().waitFor();
    await page.getByRole("grid", {name: "Compounds"}).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.getByText("Select two to six first").waitFor();
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("2 selected").waitFor();
    await page.keyboard.press("c");
    await page.waitForURL(/\/compare\?c=own(?::|%3A)1\+own(?::|%3A)2$/);
    await page.locator(".compare-cards svg.drawing").nth(1).waitFor({timeout: 60_000});
    await expect.poll(() => page.locator(".compare-cards a").allInnerTexts()).toEqual(["first", "nicotine"]);
    expect([...received.keys()].filter((url) => /CCO|CN1|smiles=/.test(decodeURIComponent(url)))).toEqual([]);
    await page.locator(".compare-cards a").nth(1).click();
    await page.locator(".compound h1").getByText("nicotine", {exact: false}).waitFor({timeout: 60_000});
    expect(problems).toEqual([]);
    await close();
  });

  it("takes the pinned one first, and those kept where none is selected", async () => {
    const {page, close} = await harness.open("compounds?where=mw_da:150..160&pin=CHEMBL25");
    await page.locator(".virtual-table-body [role=row]").first().waitFor();
    await page.getByRole("grid", {name: "Compounds"}).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.locator(".virtual-table-body").getByText("✓ keep").first().waitFor();
    await page.getByRole("button", {name: "Compare", exact: true}).click();
    await page.waitForURL(/\/compare\?c=CHEMBL25\+CHEMBL\d+$/);
    await page.locator(".compare-cards > li").nth(1).waitFor();
    await expect.poll(() => page.locator(".compare-cards a").first().innerText()).toBe("ASPIRIN");
    await close();
  });

  it("says that a structure of another tab is not here", async () => {
    const {page, close} = await harness.open("compare?c=own:7");
    const said = page.locator(".compare-missing");
    await said.waitFor();
    await expect.poll(() => said.innerText()).toContain("own:7: a structure of another tab");
    await close();
  });
});
