import {rowNumbers} from "../base/row-numbers.js";
import {ColumnSet} from "../tables/column-set.js";
import type {ParquetSheet, SheetContract} from "../workers/parquet-sheet.js";
import type {Column, Table} from "../tables/table.js";
import {compoundsParquet} from "./compound-files.js";

const FOLDER = "compound-sets";
const ENDING = ".parquet";
const ROWS_A_PIECE = 1000;

type Contract = Table<Readonly<Record<string, Column>>>;

/** A set that was kept in this browser. */
export interface KeptSet {
  readonly name: string;
  readonly bytes: number;
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, {create: true});

const fileOf = (name: string): string => `${encodeURIComponent(name)}${ENDING}`;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Sets kept in this browser, by name; none where it keeps nothing. */
export async function keptSets(): Promise<KeptSet[]> {
  try {
    const found: KeptSet[] = [];
    for await (const handle of (await folder()).values()) {
      if (handle.kind !== "file" || !handle.name.endsWith(ENDING)) continue;
      const {size} = await handle.getFile();
      found.push({name: decodeURIComponent(handle.name.slice(0, -ENDING.length)), bytes: size});
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/**
 * Keeps a set in this browser until it is forgotten.
 *
 * @param open makes the file that is written, in a worker for a large set
 * @throws when there is no room, or the browser keeps nothing
 */
export async function keepSet(
  name: string,
  set: ColumnSet,
  onPiece: (done: number) => void,
  open?: (contract: SheetContract) => Promise<ParquetSheet>
): Promise<void> {
  const rows = rowNumbers(set.rowCount);
  const parts = await compoundsParquet(
    {
      ...{set, rows},
      onPiece: async (done) => {
        onPiece(done);
        await pause();
      }
    },
    JSON.stringify({table: set.table}),
    open
  );
  const handle = await (await folder()).getFileHandle(fileOf(name), {create: true});
  const writable = await handle.createWritable();
  await writable.write(new Blob(parts));
  await writable.close();
}

/** Forgets a set. */
export async function forgetSet(name: string): Promise<void> {
  await (await folder()).removeEntry(fileOf(name));
}

/** Opens a set that was kept. @throws when it is not there or cannot be read */
export async function openKeptSet(name: string): Promise<ColumnSet> {
  const handle = await (await folder()).getFileHandle(fileOf(name));
  return readKept(await (await handle.getFile()).arrayBuffer());
}

/** A set from the file that `keepSet` wrote. @throws when it is another file */
export async function readKept(file: ArrayBuffer): Promise<ColumnSet> {
  const {parquetMetadata, parquetReadObjects} = await import("hyparquet");
  const metadata = parquetMetadata(file);
  const said = metadata.key_value_metadata?.find(({key}) => key === "fumehood")?.value;
  const {table} = JSON.parse(said ?? "{}") as {readonly table?: Contract};
  if (!table) throw new Error("this file was not kept by this workbench");
  const set = new ColumnSet(table);
  const total = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < total; rowStart += ROWS_A_PIECE) {
    const rowEnd = Math.min(total, rowStart + ROWS_A_PIECE);
    set.append(await parquetReadObjects({file, metadata, rowStart, rowEnd}));
    await pause();
  }
  return set;
}
