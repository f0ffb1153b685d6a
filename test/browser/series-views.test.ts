import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startHarness, type OpenPage, type SiteHarness} from "./site-harness.js";

let harness: SiteHarness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

const LONG = {timeout: 60_000};

/** Anilides and benzamides, one molecule without a ring. */
const LINES_OF_CSV = [
  ...["C", "CC", "CCC", "F", "Cl", "OC"].flatMap((group, i) => [
    `${group}c1ccc(NC(=O)c2ccncc2)cc1,A${String(i)}`,
    `${group}c1ccc(C(=O)NC2CC2)cc1,B${String(i)}`
  ]),
  "CCCCCC,chain"
];

/** These with a potency each and another number, some with a second place changed, and one beside its enantiomer. */
const MEASURED = [
  "smiles,name,best pChEMBL,second pChEMBL",
  ...LINES_OF_CSV.map((line, i) => `${line},${String(5 + ((i * 7) % 13) / 4)},${String(4 + ((i * 5) % 11) / 4)}`),
  ...["C", "F", "Cl", "OC"].map(
    (group, i) => `${group}c1ccc(NC(=O)c2ccnc(${i % 2 ? "C" : "Cl"})c2)cc1,D${String(i)},${String(6 + i / 2)},5`
  ),
  "C[C@H](N)c1ccc(NC(=O)c2ccncc2)cc1,right,8.5,6.5",
  "C[C@@H](N)c1ccc(NC(=O)c2ccncc2)cc1,left,5.5,5"
].join("\n");

/** What stands in each view of these when it is ready. */
const LINES = ".virtual-table-body > .virtual-table-row";
const SHOWN = [
  ...[LINES, "button:text-matches('^Pick the')", ".r-matrix", LINES, LINES],
  ...[".map-figure .legend-scale", LINES, LINES]
];

/** Opens the compounds that have values, from a file. */
async function openMeasured(query = ""): Promise<OpenPage> {
  const opened = await harness.open(`series${query}`);
  const {page} = opened;
  const buffer = Buffer.from(MEASURED);
  await page.getByLabel("File of structures").setInputFiles({name: "measured.csv", mimeType: "text/csv", buffer}, LONG);
  await page.getByText(/ compounds in [\d.]+ /).waitFor(LONG);
  await page.locator(".series-bar").waitFor(LONG);
  return opened;
}

describe("page /series, of compounds with values", () => {
  it("saves the table and the figure of every view, each with its method", async () => {
    const {page, problems, close} = await openMeasured("?least=1");
    const views = page.getByRole("group", {name: "View"}).getByRole("button");
    const saved: string[] = [];
    for (let i = 0; i < (await views.count()); i++) {
      await views.nth(i).click();
      await page
        .locator(SHOWN[i] ?? LINES)
        .first()
        .waitFor(LONG);
      for (const kind of ["table as CSV", "figure as SVG", "figure as PNG"]) {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", {name: `Save the ${kind}`}).click()
        ]);
        const text = readFileSync(await download.path(), "utf8");
        saved.push(
          kind.endsWith("PNG") ? String(text.includes("PNG")) : (/doi:10\.\d+/.exec(text)?.[0] ?? text.slice(0, 80))
        );
      }
    }
    expect(saved).toEqual([
      ...["doi:10.1021", "doi:10.1021", "true", "doi:10.1021", "doi:10.1021", "true"],
      ...["doi:10.1021", "doi:10.1021", "true", "doi:10.1021", "doi:10.1021", "true"],
      ...["doi:10.1021", "doi:10.1021", "true", "doi:10.1098", "doi:10.1098", "true"],
      ...["doi:10.1038", "doi:10.1038", "true", "doi:10.1145", "doi:10.1145", "true"]
    ]);
    expect(problems).toEqual([]);
    await close();
  });

  it("draws what would fill an empty cell of the R-groups, and what is worked out of it", async () => {
    const {page, problems, close} = await openMeasured("?view=r-groups");
    await page.locator(".make-list .made-structure svg").first().waitFor(LONG);
    await page.locator(".grid-cell.is-predicted").first().click();
    await page.locator(".made-compound svg").waitFor(LONG);
    await page.locator(".made-compound").getByRole("button", {name: "Properties and ADMET predictions"}).click();
    await page
      .locator(".made-compound .product-facts")
      .getByText(/MW [\d.]+ Da/)
      .waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });

  it("colours the map by scaffold and by cluster, and says which colour is which", async () => {
    const {page, problems, close} = await openMeasured("?view=map");
    await page.locator(".legend-scale").waitFor(LONG);
    const colour = page.locator("label", {hasText: /^\s*Colour/}).locator("select");
    await colour.selectOption("~scaffold");
    await page.locator(".legend-what").nth(1).waitFor(LONG);
    await expect
      .poll(() => page.locator(".colour-legend").innerText())
      .toMatch(/Murcko scaffold[^]*12[^]*6[^]*none\s*1/);
    await colour.selectOption("~cluster");
    await page.getByText("coloured by Butina cluster").waitFor(LONG);
    await expect.poll(() => page.locator(".colour-legend").innerText()).toContain("Butina cluster");
    expect(problems).toEqual([]);
    await close();
  });

  it("says of stereoisomers that they have no SALI, and saves it as missing", async () => {
    const {page, problems, close} = await openMeasured("?view=cliffs");
    await page.getByText("Equal fingerprints: 1, differing in stereo only: 1;").waitFor(LONG);
    const first = page.locator(LINES).first();
    await expect.poll(() => first.innerText()).toContain("stereo only");
    await expect.poll(() => first.locator(".virtual-table-missing").count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Save the table as CSV"}).click()
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(",1,,stereo only,");
    expect(problems).toEqual([]);
    await close();
  });

  it("picks the representatives of clusters for every view", async () => {
    const {page, problems, close} = await openMeasured("?view=clusters");
    const button = page.getByRole("button", {name: /^Pick the \d+ representatives$/});
    await button.waitFor(LONG);
    const count = /\d+/.exec(await button.innerText())?.[0] ?? "";
    await button.click();
    await page
      .locator(".series-pick")
      .filter({hasText: `${count} compounds picked`})
      .waitFor(LONG);
    await page.getByRole("button", {name: "Efficiency", exact: true}).click();
    await page.getByText(`${count} compounds with an exact value`).waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });

  it("keeps a pick that is too long for an address in the tab, and says so", async () => {
    const {page, problems, close} = await harness.open("series?measure=40000x3&view=map");
    await page.getByText(/The axes hold/).waitFor(LONG);
    const box = await page.locator(".scatter > canvas").boundingBox();
    expect(box).not.toBeNull();
    const {x = 0, y = 0, width = 0, height = 0} = box ?? {};
    await page.mouse.move(x + 2, y + 2);
    await page.mouse.down();
    for (const [right, down] of [
      [1, 0],
      [1, 1],
      [0, 1]
    ] as const)
      await page.mouse.move(x + 2 + right * (width - 4), y + 2 + down * (height - 4), {steps: 4});
    await page.mouse.up();
    await page.getByText("Too many for a link: this tab keeps them.").waitFor(LONG);
    await expect.poll(() => page.url().length).toBeLessThan(300);
    await page.reload();
    await page.getByText("Too many for a link: this tab keeps them.").waitFor(LONG);
    expect(problems).toEqual([]);
    await close();
  });
});
