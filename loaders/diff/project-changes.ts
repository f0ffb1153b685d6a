import {existsSync} from "node:fs";
import {copyFile, mkdir, readdir} from "node:fs/promises";
import {join} from "node:path";
import type {Changes, PublishedChanges} from "../../src/tables/changes.js";
import {findChanges} from "./find-changes.js";

/** Databases of earlier builds, beside other things that can be made again. */
export const BUILDS = ".cache/builds";
/** Of the build before this one. */
const LAST = "last.duckdb";
/** Of the last build that held other data. */
const OTHER = "other.duckdb";

/** Keeps the database of a site before it is built anew; without one, what was kept stays. */
export async function keepLastBuild(site: string, builds = BUILDS): Promise<void> {
  const folder = join(site, "_file/data");
  const names = existsSync(folder) ? await readdir(folder) : [];
  const database = names.find((name) => /^fumehood\.\w+\.duckdb$/.test(name));
  if (database !== undefined) await keepBuild(join(folder, database), builds);
}

/** Keeps a database to compare the next build with. @throws when there is none at the path */
export async function keepBuild(database: string, builds = BUILDS): Promise<void> {
  if (!existsSync(database)) throw new Error(`no database ${database}: name a fumehood.duckdb of an earlier build`);
  await mkdir(builds, {recursive: true});
  await copyFile(database, join(builds, LAST));
}

/**
 * What changed since the last build that held other data: a build that was only repeated is looked through. A database
 * of a version that cannot be compared is a problem in words.
 */
export async function projectChanges(database: string, builds = BUILDS): Promise<PublishedChanges> {
  const [last, other] = [join(builds, LAST), join(builds, OTHER)];
  const sinceLast = await compare(last, database);
  if (sinceLast.changes && !isEmpty(sinceLast.changes)) {
    await copyFile(last, other);
    return sinceLast;
  }
  const sinceOther = await compare(other, database);
  return sinceOther.changes === null ? sinceLast : sinceOther;
}

async function compare(before: string, after: string): Promise<PublishedChanges> {
  if (!existsSync(before)) return {changes: null, problem: null};
  try {
    return {changes: await findChanges(before, after), problem: null};
  } catch (error) {
    return {changes: null, problem: error instanceof Error ? error.message : String(error)};
  }
}

const isEmpty = (changes: Changes): boolean =>
  Object.values(changes).every((list: readonly unknown[]) => list.length === 0);
