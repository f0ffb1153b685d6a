import {readFile} from "node:fs/promises";
import * as v from "valibot";
import type {SourceRow} from "../src/tables/sources.js";

/** The list of sources of the embedded snapshot. */
export const SOURCES_FILE = "data/sources.json";

const text = v.pipe(v.string(), v.nonEmpty());

const sourceFields = {
  source_id: v.pipe(text, v.regex(/^[a-z0-9_]+$/)),
  name: text,
  release: v.nullable(text),
  retrieved_on: v.nullable(v.pipe(text, v.isoDate())),
  url: text,
  query: text,
  licence: text,
  citation: text,
  doi: v.nullable(text),
  sha256: v.string(),
  row_count: v.pipe(v.number(), v.integer()),
  note: v.nullable(text)
};

const snapshotSource = v.strictObject({
  ...sourceFields,
  /** Path under the folder that `fumehood snapshot --from` names. */
  file: text,
  /** Which reader of loaders/snapshot turns the file into rows. */
  reader: v.picklist(["associations", "activities", "assays", "web-export", "approved-drugs", "drug-list", "pdb"]),
  /** What the file is about: a target's symbol, a set or a structure of the project; null for the disease. */
  subject: v.nullable(text)
});

/** A source of the snapshot: the published row, and how its file is read. */
export type SnapshotSource = v.InferOutput<typeof snapshotSource>;

/** Reads the list of sources. @throws when it cannot be read or an entry is wrong, naming the entry and field */
export async function readSourcesFile(file: string = SOURCES_FILE): Promise<SnapshotSource[]> {
  return parseSources(v.array(snapshotSource), file);
}

/** Reads a list of sources as published rows; fields that are not published are left out. @throws as above */
export async function readSourceRows(file: string = SOURCES_FILE): Promise<SourceRow[]> {
  return parseSources(v.array(v.object(sourceFields)), file);
}

async function parseSources<Schema extends v.GenericSchema>(
  schema: Schema,
  file: string
): Promise<v.InferOutput<Schema>> {
  const content = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`cannot read ${file}: restore it with \`git checkout ${file}\``, {cause});
  });
  const result = v.safeParse(schema, JSON.parse(content));
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
  throw new Error([`${file} is not a valid list of sources:`, ...problems].join("\n"));
}
