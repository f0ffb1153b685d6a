// Histograms of byte columns under a bit mask. Counters are u32[256], indexed by the byte.

const LANE: usize = 1024;

/** 16 bytes, 255 where the bit of the row is set. */
// @ts-ignore: decorator
@inline
function expand(bits: u32): v128 {
  const spread = i8x16.shuffle(
    i32x4.splat(bits), i32x4.splat(bits), 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1
  );
  const each = i64x2.splat(<i64>0x8040201008040201);
  return i8x16.eq(v128.and(spread, each), each);
}

// @ts-ignore: decorator
@inline
function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

// @ts-ignore: decorator
@inline
function countEight(word: u64, lanes: usize): void {
  count(lanes + ((<usize>word & 255) << 2));
  count(lanes + LANE + ((<usize>(word >> 8) & 255) << 2));
  count(lanes + 2 * LANE + ((<usize>(word >> 16) & 255) << 2));
  count(lanes + 3 * LANE + ((<usize>(word >> 24) & 255) << 2));
  count(lanes + ((<usize>(word >> 32) & 255) << 2));
  count(lanes + LANE + ((<usize>(word >> 40) & 255) << 2));
  count(lanes + 2 * LANE + ((<usize>(word >> 48) & 255) << 2));
  count(lanes + 3 * LANE + (<usize>(word >> 56) << 2));
}

/**
 * Counts the bytes of the rows in the mask. `lanes` is scratch of 4 × 1 KiB: four counters per byte, so that equal
 * neighbours do not wait for each other. Rows outside the mask are counted as 0, and taken off again.
 */
export function histogram(codes: usize, mask: usize, bytes: usize, lanes: usize, out: usize): void {
  memory.fill(lanes, 0, 4 * LANE);
  let outside: u32 = 0;
  for (let at: usize = 0; at < bytes; at += 16) {
    const bits = <u32>load<u16>(mask + (at >> 3));
    if (bits == 0) {
      outside += 16;
      continue;
    }
    const kept = v128.and(v128.load(codes + at), expand(bits));
    outside += 16 - popcnt<u32>(bits);
    countEight(i64x2.extract_lane(kept, 0), lanes);
    countEight(i64x2.extract_lane(kept, 1), lanes);
  }
  for (let at: usize = 0; at < LANE; at += 16) {
    const low = i32x4.add(v128.load(lanes + at), v128.load(lanes + at + LANE));
    const high = i32x4.add(v128.load(lanes + at + 2 * LANE), v128.load(lanes + at + 3 * LANE));
    v128.store(out + at, i32x4.add(low, high));
  }
  // Blocks skipped above were not counted at all, the others were counted as 0.
  store<u32>(out, load<u32>(out) - (outside - skipped(mask, bytes)));
}

function skipped(mask: usize, bytes: usize): u32 {
  let total: u32 = 0;
  for (let at: usize = 0; at < bytes; at += 16) total += load<u16>(mask + (at >> 3)) == 0 ? 16 : 0;
  return total;
}

/** Takes a histogram from mask `before` to mask `after` by the rows in which they differ. */
export function histogramChange(codes: usize, before: usize, after: usize, maskBytes: usize, out: usize): void {
  for (let at: usize = 0; at < maskBytes; at += 8) {
    const now = load<u64>(after + at);
    let changed = load<u64>(before + at) ^ now;
    while (changed) {
      const bit = ctz<u64>(changed);
      const counter = out + (<usize>load<u8>(codes + (at << 3) + <usize>bit) << 2);
      store<i32>(counter, load<i32>(counter) + ((<i32>(now >> bit) & 1) << 1) - 1);
      changed &= changed - 1;
    }
  }
}

/**
 * Counts pairs of bytes of two columns under a mask: u32[256][256], first index the byte of `active`, then sums it
 * along the first index, so that row v holds the histogram of `codes` over the rows with active <= v.
 */
export function cube(active: usize, codes: usize, mask: usize, bytes: usize, out: usize): void {
  memory.fill(out, 0, 256 * LANE);
  for (let at: usize = 0; at < bytes; at += 8) {
    let bits = <u32>load<u8>(mask + (at >> 3));
    if (bits == 255) {
      const a = load<u64>(active + at);
      const b = load<u64>(codes + at);
      for (let i = 0; i < 64; i += 8)
        count(out + ((<usize>(a >> i) & 255) << 10) + ((<usize>(b >> i) & 255) << 2));
      continue;
    }
    while (bits) {
      const row = at + <usize>ctz<u32>(bits);
      count(out + (<usize>load<u8>(active + row) << 10) + (<usize>load<u8>(codes + row) << 2));
      bits &= bits - 1;
    }
  }
  for (let at: usize = LANE; at < 256 * LANE; at += 16)
    v128.store(out + at, i32x4.add(v128.load(out + at), v128.load(out + at - LANE)));
}

/** Histogram of the rows whose active byte lies in low..high (low >= 1), plus byte 0 when keepMissing is 1. */
export function cubeSlice(cube: usize, low: i32, high: i32, keepMissing: i32, out: usize): void {
  const upper = cube + (<usize>high << 10);
  const lower = cube + (<usize>(low - 1) << 10);
  const missing = i32x4.splat(keepMissing ? -1 : 0);
  for (let at: usize = 0; at < LANE; at += 16) {
    const inside = i32x4.sub(v128.load(upper + at), v128.load(lower + at));
    v128.store(out + at, i32x4.add(inside, v128.and(v128.load(cube + at), missing)));
  }
}
