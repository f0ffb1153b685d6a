import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {findInput, readAllInputs, readInput, readOptionalInput, type InputFolders} from "../../loaders/inputs.js";
import {writeParquet} from "../../loaders/write-parquet.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("things", "One row per thing.", {
  name: required("VARCHAR", "Name", "Name."),
  share: optional("DOUBLE", "Share", "Share.")
});
const older = defineTable("things", "One row per thing, one column less.", {
  name: required("VARCHAR", "Name", "Name.")
});
const rows = [
  {name: "a", share: 0.1},
  {name: "b", share: null}
];

let folders: InputFolders;
beforeEach(async () => {
  const root = await mkdtemp(join(tmpdir(), "fumehood-"));
  folders = {raw: join(root, "raw"), snapshot: join(root, "snapshot")};
});

describe("readInput(table, folders)", () => {
  it("reads the embedded table", async () => {
    await writeParquet(join(folders.snapshot!, "things.parquet"), table, rows);
    expect(await readInput(table, folders)).toEqual(rows);
    expect(findInput(table, folders)?.origin).toBe("snapshot");
  });

  it("prefers the fetched table", async () => {
    await writeParquet(join(folders.snapshot!, "things.parquet"), table, rows);
    await writeParquet(join(folders.raw, "things.parquet"), table, []);
    expect(await readInput(table, folders)).toEqual([]);
    expect(findInput(table, folders)?.origin).toBe("raw");
  });

  it("says which file is missing and what to do", async () => {
    await expect(readInput(table, folders)).rejects.toThrow(
      /no data for table things: .*things\.parquet is missing\. Restore it with `git checkout data\/snapshot`/
    );
  });

  it("leaves the embedded table alone when it answers another question, and says what to do", async () => {
    await writeParquet(join(folders.snapshot!, "things.parquet"), table, rows);
    await expect(readInput(table, {...folders, snapshot: null})).rejects.toThrow(
      /asks about another disease or other targets.*Fetch it with `npm run data`/
    );
  });

  it("says that a file is damaged and what to do", async () => {
    const file = join(folders.snapshot!, "things.parquet");
    await writeParquet(file, table, rows);
    await writeFile(file, (await readFile(file)).subarray(0, 50));
    await expect(readInput(table, folders)).rejects.toThrow(/cannot read .*damaged: restore it/);
  });

  it("names the columns that are missing or not known", async () => {
    await writeParquet(join(folders.raw, "things.parquet"), older, [{name: "a"}]);
    await expect(readInput(table, folders)).rejects.toThrow(
      /does not have the columns of table things: delete it, or fetch it again.* Missing: share DOUBLE\. Not known: none/
    );
  });
});

describe("readOptionalInput(table, folders)", () => {
  it("gives no rows when there is no file", async () => {
    expect(await readOptionalInput(table, folders)).toEqual([]);
  });
});

describe("readAllInputs(table, folders)", () => {
  it("gives the embedded rows, then the fetched ones", async () => {
    await writeParquet(join(folders.snapshot!, "things.parquet"), table, rows.slice(0, 1));
    await writeParquet(join(folders.raw, "things.parquet"), table, rows.slice(1));
    expect(await readAllInputs(table, folders)).toEqual(rows);
  });

  it("gives no rows when there is no file", async () => {
    expect(await readAllInputs(table, folders)).toEqual([]);
  });
});

describe("writeParquet(file, table, rows)", () => {
  it("gives the same bytes for the same rows", async () => {
    const [one, two] = [join(folders.raw, "1.parquet"), join(folders.raw, "2.parquet")];
    await writeParquet(one, table, rows);
    await writeParquet(two, table, rows);
    expect(await readFile(one)).toEqual(await readFile(two));
  });
});
