/** Contributions of atom environments to synthetic accessibility, by the number that RDKit's Morgan algorithm gives them. */
export interface FragmentScores {
  readonly count: number;
  /** Contribution of an environment; that of one never seen is −4. */
  score(environment: number): number;
}

const MAGIC = 0x31464153;
const UNSEEN = -4;
const SCALE = 10_000;
const EMPTY = -2_147_483_648;
/** Spreads environment numbers over the table (Knuth's multiplicative hashing). */
const SPREAD = 2_654_435_761;

/**
 * Reads the table that `encodeFragmentScores` wrote: groups of environments with one contribution, numbers ascending, as
 * differences of seven bits a byte.
 *
 * @throws when it is no such table, or cut off
 */
export function readFragmentScores(bytes: Uint8Array): FragmentScores {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC) throw new Error("invalid fragment scores: not the table");
  const total = view.getUint32(4, true);
  const groups = view.getUint32(8, true);
  let at = 12 + view.getUint32(12, true) + 4;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, total * 1.4)));
  const [keys, values] = [new Uint32Array(slots), new Int32Array(slots).fill(EMPTY)];
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, SPREAD) >>> 0) & (slots - 1);
    while (values[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  let count = 0;
  for (let group = 0; group < groups; group++) {
    const value = view.getInt32(at, true);
    const size = view.getUint32(at + 4, true);
    at += 8;
    let key = 0;
    for (let i = 0; i < size; i++) {
      let step = 0;
      let byte = 128;
      for (let weight = 1; byte >= 128; weight *= 128) {
        byte = view.getUint8(at++);
        step += (byte & 127) * weight;
      }
      key += step;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
      count++;
    }
  }
  if (count !== total) throw new Error(`invalid fragment scores: ${String(count)} of ${String(total)}`);
  return {
    count,
    score: (environment) => {
      const value = values[slotOf(environment)] ?? EMPTY;
      return value === EMPTY ? UNSEEN : value / SCALE;
    }
  };
}

/**
 * Writes contributions as a table.
 *
 * @param about printed at its head: source, licence
 * @param groups contribution (four decimals are kept) and the environments that have it
 */
export function encodeFragmentScores(
  about: object,
  groups: readonly {readonly score: number; readonly environments: readonly number[]}[]
): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(about));
  const total = groups.reduce((sum, {environments}) => sum + environments.length, 0);
  const bytes = new Uint8Array(16 + head.length + groups.length * 8 + total * 5);
  const view = new DataView(bytes.buffer);
  [MAGIC, total, groups.length, head.length].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  bytes.set(head, 16);
  let at = 16 + head.length;
  for (const {score, environments} of groups) {
    view.setInt32(at, Math.round(score * SCALE), true);
    view.setUint32(at + 4, environments.length, true);
    at += 8;
    let last = 0;
    for (const environment of [...environments].sort((a, b) => a - b)) {
      let step = environment - last;
      last = environment;
      for (; step >= 128; step = Math.floor(step / 128)) view.setUint8(at++, (step % 128) + 128);
      view.setUint8(at++, step);
    }
  }
  return bytes.slice(0, at);
}
