import {decodeContainer, encodeContainer} from "./container.js";
import {N_FINGERPRINT_BITS, type Measured, type TrainingIndex} from "./training-index.js";

/** Training molecules as the trainer has them: fingerprints by molecule, measurements by endpoint. */
export interface RawIndex {
  readonly smiles: readonly string[];
  readonly fingerprints: readonly Uint16Array[];
  readonly measured: readonly Measured[];
}

/** Version of the index format; another version is refused. */
export const INDEX_VERSION = 2;

const GAP_BYTES = 3;

/**
 * Writes training molecules compactly: SMILES one a line; for each fingerprint bit its number of molecules and the
 * gaps between them; for each endpoint the gaps between its molecules and the values. Gaps have 24 bits, in three planes.
 * @throws when a gap does not fit: more than 16,777,215 molecules in a row without a common bit
 */
export function encodeIndex({smiles, fingerprints, measured}: RawIndex): Uint8Array {
  const lists: number[][] = Array.from({length: N_FINGERPRINT_BITS}, () => []);
  fingerprints.forEach((bits, molecule) => {
    for (const bit of bits) lists[bit]?.push(molecule);
  });
  const header = {version: INDEX_VERSION, counts: lists.map((list) => list.length)};
  const endpointParts = measured.flatMap(({molecules, values}) => [
    planes(gaps([...molecules])),
    new Uint8Array(Float32Array.from(values).buffer)
  ]);
  const parts = [new TextEncoder().encode(smiles.join("\n")), planes(lists.flatMap(gaps)), ...endpointParts];
  return encodeContainer({header, parts});
}

/**
 * Reads what `encodeIndex` wrote.
 * @throws when the bytes are something else or of another version
 */
export function decodeIndex(bytes: Uint8Array, source: string): TrainingIndex {
  const {header, parts} = decodeContainer(bytes, source);
  const {version, counts} = header as {readonly version: number; readonly counts: readonly number[]};
  if (version !== INDEX_VERSION) throw new Error(`invalid index ${source}: version ${String(version)}`);
  const [text = new Uint8Array(), packed = new Uint8Array(), ...rest] = parts;
  const smiles = new TextDecoder().decode(text).split("\n");
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, bit) => {
    starts[bit + 1] = (starts[bit] ?? 0) + count;
  });
  const postings = sumGaps(packed, starts);
  const sizes = new Uint16Array(smiles.length);
  for (const molecule of postings) sizes[molecule] = (sizes[molecule] ?? 0) + 1;
  const measured = Array.from({length: rest.length / 2}, (_, endpoint): Measured => {
    const list = rest[2 * endpoint] ?? new Uint8Array();
    const values = rest[2 * endpoint + 1] ?? new Uint8Array();
    return {
      molecules: sumGaps(list, Uint32Array.of(0, list.length / GAP_BYTES)),
      values: new Float32Array(values.buffer)
    };
  });
  return {
    smiles,
    sizes,
    starts,
    postings,
    measured,
    ...membership(measured, smiles.length)
  };
}

function gaps(list: readonly number[]): number[] {
  return list.map((molecule, place) => molecule - (place === 0 ? 0 : (list[place - 1] ?? 0)));
}

function planes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(GAP_BYTES * values.length);
  values.forEach((value, index) => {
    if (value >= 256 ** GAP_BYTES) throw new Error(`invalid gap: ${String(value)}`);
    for (let plane = 0; plane < GAP_BYTES; plane++) bytes[plane * values.length + index] = (value >> (8 * plane)) & 255;
  });
  return bytes;
}

/** Adds up gaps within each stretch given by `starts`. */
function sumGaps(bytes: Uint8Array, starts: Uint32Array): Uint32Array {
  const length = bytes.length / GAP_BYTES;
  const values = new Uint32Array(length);
  for (let list = 0; list + 1 < starts.length; list++) {
    let value = 0;
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      for (let plane = 0; plane < GAP_BYTES; plane++) value += (bytes[plane * length + at] ?? 0) << (8 * plane);
      values[at] = value;
    }
  }
  return values;
}

/** Turns molecules by endpoint into endpoints by molecule. */
function membership(measured: readonly Measured[], nMolecules: number) {
  const memberStarts = new Uint32Array(nMolecules + 1);
  for (const {molecules} of measured)
    for (const molecule of molecules) memberStarts[molecule + 1] = (memberStarts[molecule + 1] ?? 0) + 1;
  for (let molecule = 0; molecule < nMolecules; molecule++)
    memberStarts[molecule + 1] = (memberStarts[molecule + 1] ?? 0) + (memberStarts[molecule] ?? 0);
  const members = new Uint8Array(memberStarts[nMolecules] ?? 0);
  const filled = memberStarts.slice();
  measured.forEach(({molecules}, endpoint) => {
    for (const molecule of molecules) {
      const at = filled[molecule] ?? 0;
      members[at] = endpoint;
      filled[molecule] = at + 1;
    }
  });
  return {memberStarts, members};
}
