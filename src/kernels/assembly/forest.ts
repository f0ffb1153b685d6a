// Boosted trees over 128 molecules side by side: one bit of a vector for each.

const LEAF: u32 = 65535;
const HALF: usize = 64 * 4;

/** Adds a leaf to the scores (f32) of the molecules of one half of the lanes. */
// @ts-ignore: decorator
@inline
function addLeaf(lanes: u64, value: f32, scores: usize): void {
  while (lanes) {
    const at = scores + (<usize>ctz<u64>(lanes) << 2);
    store<f32>(at, load<f32>(at) + value);
    lanes &= lanes - 1;
  }
}

/**
 * Adds the trees of a forest to 128 scores (f32), in the order of the trees. Nodes are u16 in pre-order: the bit tested
 * (the branch for 0 follows, then that for 1) or 65535 for a leaf, whose value is the next of `leaves` (f32). The block
 * holds one vector per bit. `waiting` has 16 bytes for each level of the deepest tree.
 */
export function forestScores(
  nodes: usize, count: i32, leaves: usize, block: usize, waiting: usize, scores: usize
): void {
  let here = i64x2.splat(-1);
  let top = waiting;
  const end = nodes + (<usize>count << 1);
  for (let at = nodes; at < end; at += 2) {
    const bit = <u32>load<u16>(at);
    if (bit != LEAF) {
      const ones = v128.load(block + (<usize>bit << 4));
      v128.store(top, v128.and(here, ones));
      top += 16;
      here = v128.andnot(here, ones);
      continue;
    }
    const value = load<f32>(leaves);
    leaves += 4;
    addLeaf(i64x2.extract_lane(here, 0), value, scores);
    addLeaf(i64x2.extract_lane(here, 1), value, scores + HALF);
    if (top > waiting) {
      top -= 16;
      here = v128.load(top);
    } else {
      here = i64x2.splat(-1);
    }
  }
}
