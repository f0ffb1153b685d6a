import {readFile} from "node:fs/promises";

/** Writes a curated table to standard output, for an entry point. @throws when it is missing or no JSON */
export async function emitCurated(name: string): Promise<void> {
  const text = await readFile(new URL(`../data/curated/${name}.json`, import.meta.url), "utf8");
  process.stdout.write(JSON.stringify(JSON.parse(text)));
}
