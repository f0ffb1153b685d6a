import {mkdtemp, readFile, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {writeAtomic} from "../../loaders/write-atomic.js";

const makeDirectory = () => mkdtemp(join(tmpdir(), "fumehood-"));

describe("writeAtomic(path, content)", () => {
  it("makes the folders on the way and leaves no temporary file", async () => {
    const directory = await makeDirectory();
    await writeAtomic(join(directory, "a", "b.json"), "{}");
    expect(await readFile(join(directory, "a", "b.json"), "utf8")).toBe("{}");
    expect(await readdir(join(directory, "a"))).toEqual(["b.json"]);
  });

  it("replaces a file whole", async () => {
    const path = join(await makeDirectory(), "x.txt");
    await writeAtomic(path, "a long old content");
    await writeAtomic(path, "new");
    expect(await readFile(path, "utf8")).toBe("new");
  });
});
