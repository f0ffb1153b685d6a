import {rowNumbers} from "../base/row-numbers.js";
import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import {textsAt} from "../tables/text-pack.js";
import type {SeriesJobOptions, SeriesPool} from "./series-pool.js";

/** Structures that a worker is given at a time: about half a second of work. */
const LOT = 2048;
/** Lots asked for at once; those for which there is no worker wait. */
const LOTS_AT_ONCE = 4;

/**
 * Morgan fingerprints of SMILES, worked out in all workers of a pool.
 *
 * @returns row after row, 256 bytes each, in one block; zeros for what cannot be read
 * @throws as `SeriesPool.set`
 */
export async function fingerprintRows(
  pool: Pick<SeriesPool, "set">,
  smiles: PackedTexts,
  {signal, onProgress}: SeriesJobOptions
): Promise<Uint8Array> {
  const total = smiles.ends.length;
  const all = new Uint8Array(total * MORGAN_BYTES);
  let next = 0;
  let done = 0;
  const drain = async (): Promise<void> => {
    while (next < total) {
      const first = next;
      next += LOT;
      const rows = rowNumbers(Math.min(LOT, total - first)).map((row) => first + row);
      all.set(await pool.set("fingerprintRows", {smiles: textsAt(smiles, rows)}, {signal}), first * MORGAN_BYTES);
      done += rows.length;
      onProgress?.(done, total);
    }
  };
  await Promise.all(Array.from({length: LOTS_AT_ONCE}, drain));
  return all;
}
