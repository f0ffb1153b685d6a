import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {examineSite} from "../../../loaders/doctor/examine-site.js";
import {sealPage} from "../../../loaders/publish/content-policy.js";
import {writeDatabase} from "../../../loaders/write-database.js";
import {PUBLISHED_TABLES} from "../../../src/tables/published.js";
import {sources} from "../../../src/tables/sources.js";
import {blankRow} from "../../small-store.js";

const page = (body: string): string => sealPage(`<!DOCTYPE html>\n<meta charset="utf-8">\n<body>${body}</body>`);
const source = blankRow<object>(sources, {
  source_id: "s",
  name: "S",
  url: "https://example.org/",
  query: "all",
  licence: "CC-BY-SA-3.0",
  citation: "S et al.",
  sha256: "x"
} as object);

async function makeSite(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
  const all = {"index.html": page(""), "data/sources.json": JSON.stringify([source]), ...files};
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const wrongOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const findings = await examineSite(await makeSite(files));
  return findings.filter(({level}) => level === "wrong").map(({place, words}) => `${place}: ${words}`);
};

describe("examineSite(folder)", () => {
  it("finds nothing wrong with a site whose links lead somewhere", async () => {
    const about = page('<a href="../#top">Home</a> <a href="https://example.org/">Elsewhere</a>');
    expect(await wrongOf({"index.html": page('<a href="./about/?x=1">About</a>'), "about/index.html": about})).toEqual(
      []
    );
  });

  it("finds a link that leads nowhere", async () => {
    expect(await wrongOf({"index.html": page('<a href="./gone">Gone</a>')})).toEqual([
      "index.html: leads to ./gone, which is not in the site"
    ]);
  });

  it("finds a link from the root, which breaks in a folder", async () => {
    expect(await wrongOf({"index.html": page('<a href="/">Home</a>')})).toEqual([
      "index.html: leads to /, which is lost when the site lies in a folder: write it relative"
    ]);
  });

  it("finds what is loaded from elsewhere", async () => {
    expect((await wrongOf({"index.html": page('<img src="https://example.org/a.png">')}))[0]).toContain(
      "loads https://example.org/a.png from elsewhere"
    );
  });

  it("finds a page without policy", async () => {
    expect(await wrongOf({"index.html": '<meta charset="utf-8">'})).toEqual([
      "index.html: has no content-security policy: build it with `npm run build`"
    ]);
  });

  it("finds a page that was changed after it was sealed", async () => {
    const changed = page("").replace("</body>", "<script>1</script></body>");
    expect((await wrongOf({"index.html": changed}))[0]).toContain("was changed after it was sealed");
  });

  it("finds that no source is named", async () => {
    expect((await wrongOf({"data/sources.json": "[]"}))[0]).toContain("names no source");
  });

  it("finds a damaged database", async () => {
    expect((await wrongOf({"_file/fumehood.duckdb": "x"}))[0]).toContain("cannot be opened");
  });

  it("finds a database that lacks a table", async () => {
    const folder = await makeSite({});
    await writeDatabase(
      join(folder, "fumehood.duckdb"),
      PUBLISHED_TABLES.filter((table) => table !== sources).map((table) => ({table, rows: []}))
    );
    const words = (await examineSite(folder)).filter(({check}) => check === "database").map((finding) => finding.words);
    expect(words[0]).toContain("lacks sources.source_id");
    expect(words.length).toBe(Object.keys(sources.columns).length);
  });

  it("says which licences bind whoever publishes", async () => {
    const notes = (await examineSite(await makeSite({}))).filter(({check}) => check === "licences");
    expect(notes).toEqual([
      {
        level: "note",
        check: "licences",
        place: "s",
        words: "CC-BY-SA-3.0: keep the attribution, and pass the data on under the same terms"
      }
    ]);
  });

  it("throws when there is no site", async () => {
    await expect(examineSite("nowhere")).rejects.toThrow("no built site in nowhere");
  });
});
