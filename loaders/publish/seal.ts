import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {sealPage} from "./content-policy.js";

/** Paths of the pages of a built site. */
export async function findPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true});
  return entries.filter((name) => name.endsWith(".html")).sort();
}

/** Writes the content-security policy into every page of a built site; answers how many there are. */
export async function sealSite(folder: string): Promise<number> {
  const pages = await findPages(folder);
  for (const page of pages) {
    const path = join(folder, page);
    await writeFile(path, sealPage(await readFile(path, "utf8")));
  }
  return pages.length;
}
