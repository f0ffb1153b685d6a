// Bit-sliced fingerprints: slice b holds bit b of every row, one bit per row, so that a query reads only its own bits.

/** Byte-wise interleave of two vectors, low and high halves. */
// @ts-ignore: decorator
@inline
function low(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
// @ts-ignore: decorator
@inline
function high(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** One of the four rounds that transpose 16 × 16 bytes. */
function interleave(from: usize, to: usize): void {
  for (let i: usize = 0; i < 8; i++) {
    const a = v128.load(from + (i << 4));
    const b = v128.load(from + ((i + 8) << 4));
    v128.store(to + (i << 5), low(a, b));
    v128.store(to + (i << 5) + 16, high(a, b));
  }
}

/**
 * Transposes 16 rows of `rowBytes` bytes (a multiple of 16) into the slices, which lie `sliceBytes` apart, at rows
 * firstRow..firstRow+15 (a multiple of 16). `scratch` is 512 bytes.
 */
export function slice(rows: usize, rowBytes: usize, slices: usize, sliceBytes: usize, firstRow: usize, scratch: usize): void {
  const out = slices + (firstRow >> 3);
  for (let column: usize = 0; column < rowBytes; column += 16) {
    for (let i: usize = 0; i < 16; i++) v128.store(scratch + (i << 4), v128.load(rows + i * rowBytes + column));
    interleave(scratch, scratch + 256);
    interleave(scratch + 256, scratch);
    interleave(scratch, scratch + 256);
    interleave(scratch + 256, scratch);
    for (let i: usize = 0; i < 16; i++) {
      let bytes = v128.load(scratch + (i << 4));
      let at = out + ((column + i) << 3) * sliceBytes + 7 * sliceBytes;
      for (let bit = 7; bit >= 0; bit--) {
        store<u16>(at, <u16>i8x16.bitmask(bytes));
        bytes = i8x16.shl(bytes, 1);
        at -= sliceBytes;
      }
    }
  }
}

/** Number of bits of each of `count` rows of `rowBytes` bytes (a multiple of 8), as u16. */
export function rowCounts(rows: usize, rowBytes: usize, count: usize, out: usize): void {
  for (let row: usize = 0; row < count; row++) {
    let total: u32 = 0;
    for (let at: usize = 0; at < rowBytes; at += 8)
      total += <u32>popcnt<u64>(load<u64>(rows + row * rowBytes + at));
    store<u16>(out + (row << 1), <u16>total);
  }
}

/** Rows that have all the given slices (u32 addresses), as a mask of `bytes`. With no slice: all ones. */
export function sliceAll(addresses: usize, count: i32, bytes: usize, out: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    let all = i64x2.splat(-1);
    for (let i = 0; i < count; i++) {
      all = v128.and(all, v128.load(<usize>load<u32>(addresses + (<usize>i << 2)) + at));
      if ((i & 3) == 3 && !v128.any_true(all)) break;
    }
    v128.store(out + at, all);
  }
}

/** Rows that have none of the given slices, as a mask of `bytes`. */
export function sliceNone(addresses: usize, count: i32, bytes: usize, out: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    let some = i64x2.splat(0);
    for (let i = 0; i < count; i++) {
      some = v128.or(some, v128.load(<usize>load<u32>(addresses + (<usize>i << 2)) + at));
    }
    v128.store(out + at, v128.not(some));
  }
}

// Planes of the vertical counter of one block of 128 rows: bit j of every row's count lies in plane j.
const PLANE: usize = 16;

// @ts-ignore: decorator
@inline
function carry(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.and(a, b), v128.and(v128.xor(a, b), c));
}

// @ts-ignore: decorator
@inline
function sum(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.xor(a, b), c);
}

// @ts-ignore: decorator
@inline
function at8(addresses: usize, i: usize, block: usize): v128 {
  return v128.load(<usize>load<u32>(addresses + (i << 2)) + block);
}

/**
 * Counts, for the 128 rows at byte `block`, how many of the slices each row has, into `planes`. `count` is a multiple
 * of 8 (padded with a slice of zeros). Carry-save adders: five operations a slice.
 */
// @ts-ignore: decorator
@inline
function countBlock(addresses: usize, count: usize, block: usize, planes: usize, depth: i32): void {
  let ones = i64x2.splat(0), twos = i64x2.splat(0), fours = i64x2.splat(0);
  let eights = i64x2.splat(0), sixteens = i64x2.splat(0), thirties = i64x2.splat(0), sixties = i64x2.splat(0);
  if (depth > 7) memory.fill(planes + 7 * PLANE, 0, 5 * PLANE);
  for (let i: usize = 0; i < count; i += 8) {
    let x = at8(addresses, i, block), y = at8(addresses, i + 1, block);
    const twosA = carry(ones, x, y);
    ones = sum(ones, x, y);
    x = at8(addresses, i + 2, block); y = at8(addresses, i + 3, block);
    const twosB = carry(ones, x, y);
    ones = sum(ones, x, y);
    const foursA = carry(twos, twosA, twosB);
    twos = sum(twos, twosA, twosB);
    x = at8(addresses, i + 4, block); y = at8(addresses, i + 5, block);
    const twosC = carry(ones, x, y);
    ones = sum(ones, x, y);
    x = at8(addresses, i + 6, block); y = at8(addresses, i + 7, block);
    const twosD = carry(ones, x, y);
    ones = sum(ones, x, y);
    const foursB = carry(twos, twosC, twosD);
    twos = sum(twos, twosC, twosD);
    let up = carry(fours, foursA, foursB);
    fours = sum(fours, foursA, foursB);
    let over = v128.and(eights, up);
    eights = v128.xor(eights, up);
    up = v128.and(sixteens, over);
    sixteens = v128.xor(sixteens, over);
    over = v128.and(thirties, up);
    thirties = v128.xor(thirties, up);
    up = v128.and(sixties, over);
    sixties = v128.xor(sixties, over);
    if (depth > 7) {
      for (let plane: usize = 7; plane < 12 && v128.any_true(up); plane++) {
        const old = v128.load(planes + plane * PLANE);
        v128.store(planes + plane * PLANE, v128.xor(old, up));
        up = v128.and(old, up);
      }
    }
  }
  v128.store(planes, ones);
  v128.store(planes + PLANE, twos);
  v128.store(planes + 2 * PLANE, fours);
  v128.store(planes + 3 * PLANE, eights);
  v128.store(planes + 4 * PLANE, sixteens);
  v128.store(planes + 5 * PLANE, thirties);
  v128.store(planes + 6 * PLANE, sixties);
}

/** Rows of a block whose count is at least `least`. */
// @ts-ignore: decorator
@inline
function atLeast(planes: usize, depth: i32, least: i32): v128 {
  let more = i64x2.splat(0);
  let equal = i64x2.splat(-1);
  for (let plane = depth - 1; plane >= 0; plane--) {
    const bit = v128.load(planes + <usize>plane * PLANE);
    if ((least >> plane) & 1) {
      equal = v128.and(equal, bit);
    } else {
      more = v128.or(more, v128.and(equal, bit));
      equal = v128.andnot(equal, bit);
    }
  }
  return v128.or(more, equal);
}

/** The count of one row, gathered from the planes. */
function countOf(planes: usize, depth: i32, row: u32): u32 {
  let total: u32 = 0;
  for (let plane = 0; plane < depth; plane++) {
    const byte = load<u8>(planes + <usize>plane * PLANE + (row >> 3));
    total |= (<u32>(byte >> <u8>(row & 7)) & 1) << plane;
  }
  return total;
}

/** The ones of a 64-row half of a block that lie in rows from..to-1, both counted from the start of the half. */
// @ts-ignore: decorator
@inline
function between(from: i32, to: i32): u64 {
  if (to <= 0 || from >= 64 || from >= to) return 0;
  const above = from <= 0 ? ~(<u64>0) : ~(<u64>0) << <u64>from;
  const below = to >= 64 ? ~(<u64>0) : ~(~(<u64>0) << <u64>to);
  return above & below;
}

/**
 * Rows that share at least `least` bits with the query, where `least` depends on the number of bits of the row. Rows
 * are sorted by that number; `groups` is a list of u32 triples (first row, end row, least) in row order, without
 * overlap. Writes pairs (row, shared bits) as u32 until `limit` pairs; returns how many there are, written or not.
 */
export function search(
  addresses: usize, count: usize, depth: i32, groups: usize, groupCount: i32, planes: usize, out: usize, limit: i32
): i32 {
  let found = 0;
  let counted: usize = usize.MAX_VALUE;
  for (let g = 0; g < groupCount; g++) {
    const group = groups + <usize>g * 12;
    const first = load<u32>(group), end = load<u32>(group + 4), least = load<i32>(group + 8);
    for (let row: u32 = first & ~127; row < end; row += 128) {
      const block = <usize>(row >> 3);
      if (block != counted) countBlock(addresses, count, block, planes, depth);
      counted = block;
      const hits = atLeast(planes, depth, least);
      if (!v128.any_true(hits)) continue;
      for (let half: u32 = 0; half < 128; half += 64) {
        const from = <i32>first - <i32>(row + half), to = <i32>min<u32>(end - row, 128) - <i32>half;
        let bits = (half ? i64x2.extract_lane(hits, 1) : i64x2.extract_lane(hits, 0)) & between(from, to);
        while (bits) {
          const at = half + <u32>ctz<u64>(bits);
          if (found < limit) {
            store<u32>(out + (<usize>found << 3), row + at);
            store<u32>(out + (<usize>found << 3) + 4, countOf(planes, depth, at));
          }
          found++;
          bits &= bits - 1;
        }
      }
    }
  }
  return found;
}

/**
 * Counts, over every `stride`-th block of 128 rows, how many rows reach each of `levels` limits. Groups are as in
 * `search`, two u32 (first row, end row) each; `leasts` holds the least count of each level for each group, u16, group
 * after group. Adds to `levels` u32 at `out`; a block at the border of two groups counts as the first one's.
 */
export function countLevels(
  addresses: usize, count: usize, depth: i32, groups: usize, groupCount: i32, leasts: usize, levels: i32,
  stride: u32, planes: usize, out: usize
): void {
  let next: u32 = 0;
  for (let g = 0; g < groupCount; g++) {
    const first = load<u32>(groups + <usize>g * 8) >> 7, end = (load<u32>(groups + <usize>g * 8 + 4) + 127) >> 7;
    const limits = leasts + <usize>(g * levels) * 2;
    if (next < first) next = first + (stride - first % stride) % stride;
    for (; next < end; next += stride) {
      countBlock(addresses, count, <usize>next << 4, planes, depth);
      for (let level = 0; level < levels; level++) {
        const least = load<u16>(limits + (<usize>level << 1));
        if (<i32>least >= 1 << depth) break;
        const hits = atLeast(planes, depth, least);
        if (!v128.any_true(hits)) break;
        const at = out + (<usize>level << 2);
        const found = popcnt<u64>(i64x2.extract_lane(hits, 0)) + popcnt<u64>(i64x2.extract_lane(hits, 1));
        store<u32>(at, load<u32>(at) + <u32>found);
      }
    }
  }
}
