import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {barsOf, codeOf, type Range} from "../../src/kernels/column-bins.js";
import type {NumericColumn} from "../../src/kernels/binned-column.js";
import {Crossfilter} from "../../src/kernels/crossfilter.js";
import {kernels} from "./compiled.js";

const range = (min: number | null, max: number | null, keepMissing = false): Range => ({min, max, keepMissing});

/** The plain answer: every row asked against every filter. */
class PlainFilter {
  readonly ranges = new Map<string, Range>();
  readonly masks = new Map<string, Uint8Array>();
  constructor(
    readonly columns: readonly NumericColumn[],
    readonly rowCount: number
  ) {}

  passes(row: number, except = ""): boolean {
    for (const {name, values} of this.columns) {
      const limits = this.ranges.get(name);
      if (!limits || name === except) continue;
      const value = values[row]!;
      if (Number.isNaN(value) ? !limits.keepMissing : value < (limits.min ?? -Infinity)) return false;
      if (value > (limits.max ?? Infinity)) return false;
    }
    return [...this.masks.values()].every((mask) => (mask[row >> 3]! >> (row & 7)) & 1);
  }

  rows(except?: string): number[] {
    return Array.from({length: this.rowCount}, (_, row) => row).filter((row) => this.passes(row, except));
  }
}

function expectSame(fast: Crossfilter, plain: PlainFilter): void {
  const rows = plain.rows();
  expect(fast.count).toBe(rows.length);
  expect([...fast.rows()]).toEqual(rows);
  for (const {name, values} of plain.columns) {
    const counts = new Uint32Array(256);
    for (const row of plain.rows(name)) counts[codeOf(fast.bins(name), values[row]!)]!++;
    expect(fast.bars(name)).toEqual(barsOf(fast.bins(name), counts));
  }
}

function randomColumns(rowCount: number, seed: number): NumericColumn[] {
  const random = seededRandom(seed);
  const column = (name: string, value: () => number): NumericColumn => ({
    name,
    values: Float64Array.from({length: rowCount}, value)
  });
  return [
    column("whole", () => Math.floor(random() * 12)),
    column("real", () => 500 + 80 * (random() + random() + random() - 1.5)),
    column("gaps", () => (random() < 0.3 ? NaN : random() * 5 - 2)),
    column("same", () => 7),
    column("missing", () => NaN),
    column("wide", () => Math.floor(random() * 900)),
    column("freak", () => (random() < 0.0005 ? 1e6 : random()))
  ];
}

describe("Crossfilter.open(module, columns, rowCount)", () => {
  it("passes every row before a filter is set", async () => {
    const columns = randomColumns(1000, 1);
    expectSame(await Crossfilter.open(kernels, columns, 1000), new PlainFilter(columns, 1000));
  });
  it("takes a set without rows", async () => {
    const columns = randomColumns(0, 1);
    const filter = await Crossfilter.open(kernels, columns, 0);
    filter.setRange("real", range(1, 2));
    expect(filter.count).toBe(0);
    expect(filter.rows()).toHaveLength(0);
  });
  it("takes a set without columns", async () => {
    const filter = await Crossfilter.open(kernels, [], 3);
    expect([...filter.rows()]).toEqual([0, 1, 2]);
  });
  it("throws when a column has another length", async () => {
    const column = {name: "mw_da", values: new Float64Array(2)};
    await expect(Crossfilter.open(kernels, [column], 3)).rejects.toThrow("invalid length of column mw_da: 2");
  });
  it("throws when two columns have one name", async () => {
    const column = {name: "mw_da", values: new Float64Array(2)};
    await expect(Crossfilter.open(kernels, [column, column], 2)).rejects.toThrow("mw_da is there twice");
  });
  it("pauses after each column", async () => {
    let pauses = 0;
    await Crossfilter.open(kernels, randomColumns(10, 1), 10, () => Promise.resolve(void pauses++));
    expect(pauses).toBe(7);
  });
});

describe("Crossfilter.setRange(name, range)", () => {
  it.each([1, 7, 8, 15, 16, 17, 127, 128, 129, 1000])("equals the plain answer on %i rows", async (rowCount) => {
    const columns = randomColumns(rowCount, rowCount);
    const fast = await Crossfilter.open(kernels, columns, rowCount);
    const plain = new PlainFilter(columns, rowCount);
    const set = (name: string, limits: Range | null): void => {
      fast.setRange(name, limits);
      if (limits) plain.ranges.set(name, limits);
      else plain.ranges.delete(name);
      expectSame(fast, plain);
    };
    set("real", range(480, 520));
    set("gaps", range(null, 1.2345));
    set("gaps", range(null, 1.2345, true));
    set("same", range(7, 7));
    set("real", null);
    set("missing", range(null, 3));
    set("missing", range(null, 3, true));
    set("gaps", null);
  });

  it("equals the plain answer after 300 random changes of ranges and masks", async () => {
    const rowCount = 2000;
    const columns = randomColumns(rowCount, 42);
    const fast = await Crossfilter.open(kernels, columns, rowCount);
    const plain = new PlainFilter(columns, rowCount);
    const random = seededRandom(7);
    const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)]!;
    for (let step = 0; step < 300; step++) {
      const {name} = pick(columns);
      const {edges} = fast.bins(name);
      const limit = (): number | null => (random() < 0.2 ? null : pick(edges) + (random() < 0.2 ? 0.01 : 0));
      const limits = random() < 0.3 ? null : range(limit(), limit(), random() < 0.3);
      if (random() < 0.2) {
        const mask = random() < 0.5 ? null : Uint8Array.from({length: 250}, () => random() * 256);
        fast.setMask("outside", mask);
        if (mask) plain.masks.set("outside", mask);
        else plain.masks.delete("outside");
      } else {
        fast.setRange(name, limits);
        if (limits) plain.ranges.set(name, limits);
        else plain.ranges.delete(name);
      }
      if (random() < 0.4) expectSame(fast, plain);
    }
    expectSame(fast, plain);
  });

  it("keeps both ends of a range", async () => {
    const values = Float64Array.of(499.99, 500, 500.01);
    const filter = await Crossfilter.open(kernels, [{name: "mw_da", values}], 3);
    filter.setRange("mw_da", range(null, 500));
    expect([...filter.rows()]).toEqual([0, 1]);
  });
  it("lets no row pass when the lower limit is above the upper", async () => {
    const columns = randomColumns(100, 3);
    const filter = await Crossfilter.open(kernels, columns, 100);
    filter.setRange("whole", range(5, 2));
    expect(filter.count).toBe(0);
  });
  it("throws for a column that is not there", async () => {
    const filter = await Crossfilter.open(kernels, [], 3);
    expect(() => filter.setRange("qed", null)).toThrow("invalid column: qed");
  });
});

describe("Crossfilter.setMask(name, mask)", () => {
  it("throws when the mask is too short", async () => {
    const filter = await Crossfilter.open(kernels, [], 9);
    expect(() => filter.setMask("rule", new Uint8Array(1))).toThrow("invalid mask length: 1");
  });
  it("throws when the name is a column's", async () => {
    const filter = await Crossfilter.open(kernels, randomColumns(8, 1), 8);
    expect(() => filter.setMask("real", new Uint8Array(1))).toThrow("real is a column");
  });
  it("ignores bits beyond the last row", async () => {
    const filter = await Crossfilter.open(kernels, [], 3);
    filter.setMask("all", Uint8Array.of(255));
    expect(filter.count).toBe(3);
  });
});

describe("Crossfilter.putColumn(column)", () => {
  it("adds a column that filters and counts as the others do", async () => {
    const columns = randomColumns(1000, 6);
    const fast = await Crossfilter.open(kernels, columns.slice(1), 1000);
    const plain = new PlainFilter([...columns.slice(1), columns[0]!], 1000);
    fast.setRange("real", range(480, 520));
    plain.ranges.set("real", range(480, 520));
    fast.putColumn(columns[0]!);
    fast.setRange("whole", range(2, 6));
    plain.ranges.set("whole", range(2, 6));
    expectSame(fast, plain);
  });
  it("gives a column other values, under the range that it has", async () => {
    const columns = randomColumns(1000, 6);
    const other = {...columns[1]!, values: randomColumns(1000, 7)[1]!.values};
    const fast = await Crossfilter.open(kernels, columns, 1000);
    fast.setRange("real", range(480, 520));
    fast.setRange("whole", range(2, 6));
    fast.putColumn(other);
    const plain = new PlainFilter(
      columns.map((column) => (column.name === "real" ? other : column)),
      1000
    );
    plain.ranges.set("real", range(480, 520));
    plain.ranges.set("whole", range(2, 6));
    expectSame(fast, plain);
  });
  it("throws for another length, and for the name of an outside filter", async () => {
    const filter = await Crossfilter.open(kernels, [], 8);
    filter.setMask("rule", Uint8Array.of(255));
    expect(() => {
      filter.putColumn({name: "qed", values: new Float64Array(2)});
    }).toThrow("invalid length of column qed: 2");
    expect(() => {
      filter.putColumn({name: "rule", values: new Float64Array(8)});
    }).toThrow("rule is a filter");
  });
});

describe("Crossfilter.dropColumn(name)", () => {
  it("lifts its range and forgets it; the next column takes its place in memory", async () => {
    const columns = randomColumns(1000, 6);
    const fast = await Crossfilter.open(kernels, columns, 1000);
    fast.setRange("real", range(480, 520));
    const bytes = fast.byteLength;
    fast.dropColumn("real");
    expect(fast.count).toBe(1000);
    expect(fast.names).not.toContain("real");
    fast.putColumn({...columns[1]!, name: "again"});
    expect(fast.byteLength).toBe(bytes);
    expectSame(fast, new PlainFilter([...columns.filter(({name}) => name !== "real"), {...columns[1]!, name: "again"}], 1000)); // prettier-ignore
  });
  it("throws for a column that is not there", async () => {
    const filter = await Crossfilter.open(kernels, [], 8);
    expect(() => {
      filter.dropColumn("qed");
    }).toThrow("invalid column: qed");
  });
});

describe("Crossfilter.countOf(names)", () => {
  it("counts the rows that pass some of the filters", async () => {
    const columns = randomColumns(1000, 5);
    const fast = await Crossfilter.open(kernels, columns, 1000);
    const plain = new PlainFilter(columns, 1000);
    fast.setRange("whole", range(2, 6));
    fast.setRange("real", range(490, 510.5));
    plain.ranges.set("whole", range(2, 6));
    expect(fast.countOf(["whole"])).toBe(plain.rows().length);
    expect(fast.countOf([])).toBe(1000);
    expect(fast.filters).toEqual(["whole", "real"]);
  });
  it("throws for a filter that is not set", async () => {
    const filter = await Crossfilter.open(kernels, [], 3);
    expect(() => filter.countOf(["rule"])).toThrow("invalid filter: rule");
  });
});

describe("Crossfilter.rows(skip, limit)", () => {
  it("gives a page of the rows that pass", async () => {
    const columns = randomColumns(1000, 8);
    const filter = await Crossfilter.open(kernels, columns, 1000);
    filter.setRange("whole", range(3, 5));
    const all = filter.rows();
    expect([...filter.rows(20, 10)]).toEqual([...all.subarray(20, 30)]);
    expect([...filter.rows(all.length - 1, 10)]).toEqual([all.at(-1)]);
    expect(filter.rows(all.length, 10)).toHaveLength(0);
  });
});

describe("Crossfilter.rowsInOrder(order)", () => {
  it("keeps the given order", async () => {
    const columns = randomColumns(500, 9);
    const filter = await Crossfilter.open(kernels, columns, 500);
    filter.setRange("whole", range(3, 5));
    const order = Uint32Array.from({length: 500}, (_, i) => 499 - i);
    expect([...filter.rowsInOrder(order)]).toEqual([...filter.rows()].reverse());
  });
});

describe("Crossfilter.arrange(order)", () => {
  it("puts the filters in an order, those not named behind, and lets the same rows pass", async () => {
    const filter = await Crossfilter.open(kernels, randomColumns(500, 9), 500);
    filter.setRange("whole", range(3, 5));
    filter.setRange("real", range(450, null));
    filter.setMask("rule", new Uint8Array(63).fill(0b10101010));
    const before = [...filter.rows()];
    filter.arrange(["rule", "gone", "real"]);
    expect(filter.filters).toEqual(["rule", "real", "whole"]);
    expect([...filter.rows()]).toEqual(before);
    expect(filter.countOf(["rule"])).toBe(250);
  });

  it("keeps the order when none is named", async () => {
    const filter = await Crossfilter.open(kernels, randomColumns(500, 9), 500);
    filter.setRange("whole", range(3, 5));
    filter.setRange("real", range(450, null));
    filter.arrange([]);
    expect(filter.filters).toEqual(["whole", "real"]);
  });
});
