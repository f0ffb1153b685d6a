import {existsSync} from "node:fs";
import {readdir, readFile, stat} from "node:fs/promises";
import {join, sep} from "node:path";
import {readSourceRows} from "../sources-file.js";
import {checkDatabase} from "./check-database.js";
import {checkLicences, checkSizes} from "./check-files.js";
import {checkLinks, checkPolicy} from "./check-pages.js";
import type {Finding} from "./finding.js";

/**
 * Checks a built site: links, policy, sizes, licences, database.
 *
 * @throws when there is no site in the folder
 */
export async function examineSite(folder: string): Promise<Finding[]> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`no built site in ${folder}: run \`npm run build\`, or name the folder`);
  const sizes = await listFiles(folder);
  const files = [...sizes.keys()];
  const pages = await Promise.all(
    files
      .filter((path) => path.endsWith(".html"))
      .map(async (path) => ({path, html: await readFile(join(folder, path), "utf8")}))
  );
  const databases = files.filter((path) => path.endsWith(".duckdb"));
  const sources = join(folder, "data/sources.json");
  return [
    ...checkLinks(pages, new Set(files)),
    ...checkPolicy(pages),
    ...checkSizes(sizes),
    ...checkLicences(existsSync(sources) ? await readSourceRows(sources) : []),
    ...(await Promise.all(databases.map((path) => checkDatabase(join(folder, path), path)))).flat()
  ];
}

async function listFiles(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const names = paths.map((path) => path.slice(join(folder, sep).length).split(sep).join("/"));
  return new Map(names.map((name, i): [string, number] => [name, sizes[i] ?? 0]).sort(([a], [b]) => (a < b ? -1 : 1)));
}
