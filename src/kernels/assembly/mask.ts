// Bit masks: one bit per row, row r at bit r % 8 of byte r / 8; lengths are multiples of 16 bytes (128 rows).

/** Bits of the rows whose byte lies in low..high, or is 0 (missing) when keepMissing is 1. */
export function maskOfRange(codes: usize, bytes: usize, low: i32, high: i32, keepMissing: i32, out: usize): void {
  const least = i8x16.splat(<i8>low);
  const greatest = i8x16.splat(<i8>high);
  const missing = i8x16.splat(keepMissing ? -1 : 0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const code = v128.load(codes + at);
    const inside = v128.and(i8x16.ge_u(code, least), i8x16.le_u(code, greatest));
    const absent = v128.and(i8x16.eq(code, i8x16.splat(0)), missing);
    store<u16>(out + (at >> 3), <u16>i8x16.bitmask(v128.or(inside, absent)));
  }
}

export function maskAnd(a: usize, b: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, v128.and(v128.load(a + at), v128.load(b + at)));
}

/** Number of bits set. */
export function maskCount(mask: usize, bytes: usize): i32 {
  let total: i32 = 0;
  for (let at: usize = 0; at < bytes; at += 8) total += <i32>popcnt<u64>(load<u64>(mask + at));
  return total;
}

/** Number of bits in which two masks differ. */
export function maskDistance(a: usize, b: usize, bytes: usize): i32 {
  let total: i32 = 0;
  for (let at: usize = 0; at < bytes; at += 8)
    total += <i32>popcnt<u64>(load<u64>(a + at) ^ load<u64>(b + at));
  return total;
}

/** Writes the rows of rank skip..skip+limit-1 in row order as u32; returns how many. */
export function maskRows(mask: usize, bytes: usize, skip: i32, limit: i32, out: usize): i32 {
  let rank = 0;
  let written = 0;
  for (let at: usize = 0; at < bytes; at += 8) {
    let word = load<u64>(mask + at);
    const here = <i32>popcnt<u64>(word);
    if (rank + here <= skip) {
      rank += here;
      continue;
    }
    while (word) {
      if (rank >= skip) {
        if (written == limit) return written;
        store<u32>(out + (<usize>written << 2), (<u32>at << 3) + <u32>ctz<u64>(word));
        written++;
      }
      rank++;
      word &= word - 1;
    }
  }
  return written;
}

/** Keeps of `order` (u32 rows) those in the mask, in that order; returns how many. */
export function maskOrdered(mask: usize, order: usize, length: i32, out: usize): i32 {
  let written: usize = 0;
  for (let i: usize = 0; i < <usize>length; i++) {
    const row = load<u32>(order + (i << 2));
    store<u32>(out + (written << 2), row);
    written += <usize>((load<u8>(mask + (row >> 3)) >> (row & 7)) & 1);
  }
  return <i32>written;
}
