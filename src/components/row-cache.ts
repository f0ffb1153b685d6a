/** Where the rows of a table come from: at once, or later. `to` is exclusive. */
export type GetRows<Row> = (from: number, to: number) => readonly Row[] | Promise<readonly Row[]>;

/** Rows fetched in blocks, as they come into view. */
export interface RowCache<Row> {
  /** The row, when it is known; a stale one until its fresh value is there. */
  get(index: number): Row | undefined;
  /** Asks for the blocks that hold these rows and are not fresh. */
  want(from: number, to: number): void;
  /** Everything known is stale from now on: a filter or the order has changed. */
  expire(rowCount: number): void;
}

/** What the cache tells: rows have come, or could not be had. */
export interface RowCacheEvents {
  readonly onRows: () => void;
  readonly onError: (error: unknown) => void;
}

interface Block<Row> {
  rows: readonly Row[];
  generation: number;
  asked: number;
}

const BLOCK = 64;
const MOST_BLOCKS = 64;

/** Keeps the most recent blocks of rows; an answer to a question of before `expire` is dropped. */
export function rowCache<Row>(getRows: GetRows<Row>, rowCount: number, events: RowCacheEvents): RowCache<Row> {
  const blocks = new Map<number, Block<Row>>();
  let generation = 0;
  let count = rowCount;

  const accept = (number: number, asked: number, rows: readonly Row[]): void => {
    const block = blocks.get(number);
    if (!block || asked !== generation) return;
    block.rows = rows;
    block.generation = asked;
  };
  const ask = (number: number): void => {
    const asked = generation;
    const block = blocks.get(number) ?? {rows: [], generation: -1, asked};
    block.asked = asked;
    blocks.delete(number);
    blocks.set(number, block);
    const answer = getRows(number * BLOCK, Math.min(count, (number + 1) * BLOCK));
    if (!(answer instanceof Promise)) {
      accept(number, asked, answer);
      return;
    }
    answer.then(
      (rows) => {
        accept(number, asked, rows);
        if (asked === generation) events.onRows();
      },
      (error: unknown) => {
        if (asked === generation) events.onError(error);
      }
    );
  };
  return {
    get: (index) => (index < count ? blocks.get(Math.floor(index / BLOCK))?.rows[index % BLOCK] : undefined),
    want: (from, to) => {
      for (let number = Math.floor(from / BLOCK); number * BLOCK < Math.min(to, count); number++) {
        if (blocks.get(number)?.asked !== generation) ask(number);
      }
      forgetOldest(blocks);
    },
    expire: (rows) => {
      generation += 1;
      count = rows;
    }
  };
}

function forgetOldest(blocks: Map<number, unknown>): void {
  for (const number of blocks.keys()) {
    if (blocks.size <= MOST_BLOCKS) return;
    blocks.delete(number);
  }
}
