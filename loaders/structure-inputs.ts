import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {DataFields} from "../src/screening/data-fields.js";
import {mayBeNumber} from "../src/screening/own-column.js";
import {ownNames} from "../src/screening/own-names.js";
import type {SqlType} from "../src/tables/table.js";
import {readRecords} from "./read-records.js";
import type {SourceRecords} from "./screen-pool.js";

const STRUCTURE_FILE = /\.(smi|smiles|csv|tsv|txt|sdf|sd|mol|parquet)(\.gz)?$/i;
/** Records that a shard takes at a time. */
const SHARD_RECORDS = 1000;

/** The files of a list of files and folders, those of a folder by name. @throws when one is not there or a folder has none */
export async function structureFiles(inputs: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    inputs.map(async (input) => {
      const found = await stat(input).catch((cause: unknown) => {
        throw new Error(`cannot read ${input}`, {cause});
      });
      if (!found.isDirectory()) return [input];
      const names = (await readdir(input)).filter((name) => STRUCTURE_FILE.test(name)).sort();
      if (names.length === 0) throw new Error(`no file of structures in ${input}`);
      return names.map((name) => join(input, name));
    })
  );
  return lists.flat();
}

/** Which part of an input is worked on: part `index` of `of`, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `i/n`. @throws `invalid shard: …` */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = {index: Number(index), of: Number(of)};
  if (!(shard.index >= 1 && shard.index <= shard.of))
    throw new Error(`invalid shard: ${text}; say 1/4 for the first of four`);
  return shard;
}

/** What is known of an input before it is worked on. */
export interface InputOutline {
  /** Records in all files. */
  readonly records: number;
  /** Names of the user's own columns as the input has them. */
  readonly fields: readonly string[];
  /** Our names of them, and numbers where every value is one. */
  readonly columns: Readonly<Record<string, {readonly type: SqlType}>>;
}

/** Reads files through once, without their chemistry: what is written needs to know all columns before the first row. */
export async function outlineInput(files: readonly string[]): Promise<InputOutline> {
  const fields = new DataFields();
  const isText: boolean[] = [];
  let count = 0;
  for await (const {records} of readRecords(files, fields)) {
    count += records.length;
    for (const {data} of records)
      data?.forEach((value, place) => {
        if (value !== null && isText[place] !== true) isText[place] = !mayBeNumber(value);
      });
  }
  const columns = ownNames(fields.names).map((name, place): [string, {type: SqlType}] => [
    name,
    {type: isText[place] === false ? "DOUBLE" : "VARCHAR"}
  ]);
  return {records: count, fields: fields.names, columns: Object.fromEntries(columns)};
}

/** The records of a shard of files. Records are dealt by the thousand, so that shards of any input are even. */
export async function* shardRecords(files: readonly string[], shard: Shard | null): AsyncGenerator<SourceRecords> {
  let at = 0;
  for await (const {records, source} of readRecords(files, new DataFields())) {
    const own = records.filter((_, index) => isInShard(at + index, shard));
    at += records.length;
    if (own.length > 0) yield {records: own, source};
  }
}

function isInShard(record: number, shard: Shard | null): boolean {
  return shard === null || Math.floor(record / SHARD_RECORDS) % shard.of === shard.index - 1;
}
