import {MORGAN_BYTES} from "../../src/chem/morgan-fingerprint.js";
import {PATH_BYTES} from "../../src/chem/path-fingerprint.js";
import {type RowBlock, RowBlockBuilder} from "../../src/search/row-block.js";

/** A block of rows that tell of their numbers: in the SMILES, and in the first bytes of the Morgan fingerprint. */
export function numberedBlock(first: number, count: number): RowBlock {
  const builder = new RowBlockBuilder();
  for (let number = first; number < first + count; number++) {
    const morgan = new Uint8Array(MORGAN_BYTES);
    morgan.set([number & 255, (number >> 8) & 255]);
    builder.add({paths: new Uint8Array(PATH_BYTES), morgan, packed: null, smiles: String(number)});
  }
  return builder.take();
}
