/** Something that lasts from a day to another. */
export interface Lasting {
  readonly start: Date;
  readonly end: Date;
}

/** Days kept free between two of a lane, so that their ends stay apart. */
const GAP_DAYS = 60;
const DAY = 86_400_000;

/** Puts what overlaps into lanes: each gets the first lane that is free, in the order of the starts; lanes count from 0. */
export function packLanes<Item extends Lasting>(
  items: readonly Item[]
): {readonly item: Item; readonly lane: number}[] {
  const free: number[] = [];
  return [...items]
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .map((item) => {
      const open = free.findIndex((time) => time <= item.start.getTime());
      const lane = open < 0 ? free.length : open;
      free[lane] = Math.max(item.start.getTime(), item.end.getTime()) + GAP_DAYS * DAY;
      return {item, lane};
    });
}
