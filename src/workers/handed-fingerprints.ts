import type {FingerprintChunk} from "../screening/fingerprint-pile.js";
import type {TextColumn} from "../tables/text-column.js";

/** By the column of structures, which a set shares with the sets made of it; gone with it. */
const handed = new WeakMap<object, readonly FingerprintChunk[]>();

/** Keeps the fingerprints that were made while a set was screened, for its first search; null has none. */
export function handFingerprints(structures: TextColumn, chunks: readonly FingerprintChunk[] | null): void {
  if (chunks) handed.set(structures, chunks);
}

/** The fingerprints of a set's rows, given away: they go to the workers that search; null when there are none. */
export function takeFingerprints(structures: TextColumn): readonly FingerprintChunk[] | null {
  const chunks = handed.get(structures) ?? null;
  handed.delete(structures);
  return chunks;
}
