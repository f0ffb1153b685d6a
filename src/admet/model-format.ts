import {LEAF, type Forest} from "./forest.js";

/** Trees as the trainer writes them: pre-order nodes (`LEAF` ends a branch) and leaves in steps. */
export interface RawForest {
  readonly base: number;
  readonly step: number;
  readonly trees: number;
  readonly nodes: readonly number[];
  readonly leaves: readonly number[];
}

/** Version of the binary format; another version is refused. */
export const FORMAT_VERSION = 1;

const MAGIC = 0x464d4841;
const HEADER_BYTES = 36;

/**
 * One forest as bytes, little-endian: magic "AHMF", version, features' version, trees, nodes, leaves (32 bits each),
 * zero, base (64-bit float), step (32-bit float), then low and high bytes of the nodes, low and high bytes of the
 * leaves (16 bits, two's complement). Planes of bytes compress better than pairs.
 */
export function encodeForest(forest: RawForest, featureVersion: number): Uint8Array {
  const {nodes, leaves} = forest;
  const bytes = new Uint8Array(HEADER_BYTES + 2 * nodes.length + 2 * leaves.length);
  const view = new DataView(bytes.buffer);
  [MAGIC, FORMAT_VERSION, featureVersion, forest.trees, nodes.length, leaves.length].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  view.setFloat64(24, forest.base, true);
  view.setFloat32(32, forest.step, true);
  writePlanes(bytes, HEADER_BYTES, nodes);
  writePlanes(bytes, HEADER_BYTES + 2 * nodes.length, leaves);
  return bytes;
}

/**
 * The forest in bytes written by `encodeForest`.
 * @param source name of the file for messages
 * @throws when the bytes are no forest, of another version, for other features, or cut short
 */
export function decodeForest(bytes: Uint8Array, featureVersion: number, source: string): Forest {
  if (bytes.length < HEADER_BYTES) throw new Error(`invalid model ${source}: ${String(bytes.length)} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, version, features, nTrees = 0, nNodes = 0, nLeaves = 0] = Array.from({length: 6}, (_, index) =>
    view.getUint32(index * 4, true)
  );
  if (magic !== MAGIC) throw new Error(`invalid model ${source}: not an ADMET model`);
  if (version !== FORMAT_VERSION) throw new Error(`invalid model ${source}: format ${String(version)}`);
  if (features !== featureVersion) throw new Error(`invalid model ${source}: made for features ${String(features)}`);
  const length = HEADER_BYTES + 2 * nNodes + 2 * nLeaves;
  if (bytes.length !== length) throw new Error(`invalid model ${source}: ${String(bytes.length)} bytes`);
  const nodes = readPlanes(bytes, HEADER_BYTES, nNodes);
  const steps = readPlanes(bytes, HEADER_BYTES + 2 * nNodes, nLeaves);
  const step = view.getFloat32(32, true);
  const leaves = Float32Array.from(steps, (count) => ((count << 16) >> 16) * step);
  if (!areTrees(nodes, nTrees, nLeaves)) throw new Error(`invalid model ${source}: broken trees`);
  return {base: view.getFloat64(24, true), nodes, leaves};
}

function writePlanes(bytes: Uint8Array, start: number, values: readonly number[]): void {
  values.forEach((value, index) => {
    bytes[start + index] = value & 255;
    bytes[start + values.length + index] = (value >> 8) & 255;
  });
}

function readPlanes(bytes: Uint8Array, start: number, length: number): Uint16Array {
  return Uint16Array.from(
    {length},
    (_, index) => (bytes[start + index] ?? 0) | ((bytes[start + length + index] ?? 0) << 8)
  );
}

/** Whether nodes are exactly so many closed trees with so many leaves. */
function areTrees(nodes: Uint16Array, nTrees: number, nLeaves: number): boolean {
  let [trees, leaves, open] = [0, 0, 0];
  for (const node of nodes) {
    if (open === 0) {
      trees++;
      open = 1;
    }
    open += node === LEAF ? -1 : 1;
    if (node === LEAF) leaves++;
  }
  return open === 0 && trees === nTrees && leaves === nLeaves;
}
