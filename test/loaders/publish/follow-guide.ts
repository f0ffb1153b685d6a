import {cp, mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

const GUIDE = "docs/add-your-own.md";
/** A block of code: where it goes, and the code. */
const BLOCK = /(```|~~~)(?:ts|json|md)\n(?:\/\/ (.+)|<!-- (.+) -->)\n([\s\S]*?)\1\n/g;
const PLACE = /^(\S+?)(?:, (before|after) "(.*)")?$/;

/** Writes the code of the guide into a copy of the project, the new files and the lines that go into others. */
export async function followGuide(root: string): Promise<string[]> {
  const written: string[] = [];
  for (const [, , line, comment, code = ""] of (await readFile(GUIDE, "utf8")).matchAll(BLOCK)) {
    const [, path = "", side, mark = ""] = PLACE.exec(line ?? comment ?? "") ?? [];
    const file = join(root, path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, side === undefined ? code : insert(await readFile(file, "utf8"), side, mark, code, path));
    written.push(path);
  }
  return written;
}

function insert(text: string, side: string, mark: string, code: string, path: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${GUIDE} names a place that is not in ${path}: ${mark}`);
  const place = side === "before" ? at : at + mark.length + 1;
  return text.slice(0, place) + code + text.slice(place);
}

/** Copies what the guide changes, as files of their own. */
export async function copySources(root: string): Promise<void> {
  for (const folder of ["src", "loaders", "data/curated"])
    await cp(folder, join(root, folder), {recursive: true, filter: (path) => !path.includes(".observablehq")});
}
