import {mkdir, mkdtemp, rename, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {contentKey} from "../../loaders/content-key.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-"));
  await mkdir(join(folder, "in"));
  await writeFile(join(folder, "in/a.txt"), "a");
});

describe("contentKey(paths)", () => {
  it("stays while nothing changes", () => {
    expect(contentKey([folder])).toBe(contentKey([folder]));
  });

  it("changes with a byte of a file in a folder", async () => {
    const before = contentKey([folder]);
    await writeFile(join(folder, "in/a.txt"), "b");
    expect(contentKey([folder])).not.toBe(before);
  });

  it("changes with the name of a file", async () => {
    const before = contentKey([folder]);
    await rename(join(folder, "in/a.txt"), join(folder, "in/b.txt"));
    expect(contentKey([folder])).not.toBe(before);
  });

  it("counts a path that is missing", () => {
    expect(contentKey([join(folder, "gone")])).not.toBe(contentKey([]));
  });
});
