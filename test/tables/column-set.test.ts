import {describe, expect, it} from "vitest";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("t", "One row per test.", {
  id: required("VARCHAR", "Id", "Name."),
  mw_da: optional("DOUBLE", "MW", "Weight.", {unit: "Da"}),
  is_hit: optional("BOOLEAN", "Hit", "Hit or not.")
});

describe("ColumnSet.append(rows)", () => {
  it("keeps rows by column", () => {
    const set = new ColumnSet(table);
    set.append([{id: "a", mw_da: 1, is_hit: true}]);
    set.append([{id: "b", mw_da: null, is_hit: null}]);
    expect(set.rowCount).toBe(2);
    expect([...set.numbers("mw_da")]).toEqual([1, NaN]);
    expect(set.row(1)).toEqual({id: "b", mw_da: null, is_hit: null});
  });
  it("grows beyond its first capacity", () => {
    const set = new ColumnSet(table);
    for (let i = 0; i < 3; i++)
      set.append(Array.from({length: 1000}, (_, k) => ({id: String(k), mw_da: i * 1000 + k, is_hit: null})));
    expect(set.numbers("mw_da")).toHaveLength(3000);
    expect(set.cell("mw_da", 2999)).toBe(2999);
  });
  it("throws when a number is text", () => {
    const set = new ColumnSet(table);
    const row = {id: "a", mw_da: "12" as unknown as number, is_hit: null};
    expect(() => set.append([row])).toThrow("invalid mw_da: 12");
  });
});

describe("ColumnSet.numbers(name)", () => {
  it("is empty before a row is added", () => expect(new ColumnSet(table).numbers("mw_da")).toHaveLength(0));
  it("throws for a column of text", () =>
    expect(() => new ColumnSet(table).numbers("id")).toThrow("invalid numeric column: id"));
});

describe("ColumnSet.cell(name, row)", () => {
  it("is null beyond the last row", () => expect(new ColumnSet(table).cell("mw_da", 0)).toBeNull());
  it("throws for an unknown column", () =>
    expect(() => new ColumnSet(table).cell("qed", 0)).toThrow("invalid column: qed"));
});

describe("ColumnSet.of(table, rowCount, numbers, others)", () => {
  const numbers = {mw_da: Float64Array.of(1, NaN)};

  it("keeps whole columns, and takes more rows", () => {
    const set = ColumnSet.of(table, 2, numbers, {id: ["a", "b"], is_hit: [null, true]});
    set.append([{id: "c", mw_da: 3, is_hit: false}]);
    expect(set.row(1)).toEqual({id: "b", mw_da: null, is_hit: true});
    expect(set.row(2)).toEqual({id: "c", mw_da: 3, is_hit: false});
  });
  it("throws when a column is absent or short", () => {
    expect(() => ColumnSet.of(table, 2, numbers, {id: ["a", "b"]})).toThrow("invalid length of is_hit: undefined");
    expect(() => ColumnSet.of(table, 1, numbers, {id: ["a"], is_hit: [null]})).toThrow("invalid length of mw_da: 2");
  });
});

describe("ColumnSet.texts(name)", () => {
  it("is the cells of a column that is not numeric, null where missing", () => {
    const set = new ColumnSet(table);
    set.append([{id: "a", mw_da: 1, is_hit: null}]);
    expect([set.texts("id"), set.texts("is_hit")]).toEqual([["a"], [null]]);
  });

  it("throws for a numeric column", () => {
    expect(() => new ColumnSet(table).texts("mw_da")).toThrow("invalid text column: mw_da");
  });
});

describe("ColumnSet.inOrder(order, pause)", () => {
  const small = (): ColumnSet<typeof table.columns> => {
    const set = new ColumnSet(table);
    set.append(["a", "b", "c"].map((id, i) => ({id, mw_da: i === 1 ? null : i, is_hit: i === 1 ? null : i === 2})));
    return set;
  };

  it("gives the rows named, in the order named, numbers and texts alike", async () => {
    const taken = await small().inOrder(Uint32Array.of(2, 0, 1));
    expect([0, 1, 2].map((row) => taken.row(row))).toEqual([2, 0, 1].map((row) => small().row(row)));
  });
  it("leaves the set as it was, and goes on by itself", async () => {
    const set = small();
    const taken = await set.inOrder(Uint32Array.of(1));
    taken.append([{id: "d", mw_da: 4, is_hit: null}]);
    expect(taken.row(1)).toEqual({id: "d", mw_da: 4, is_hit: null});
    expect([set.rowCount, set.cell("id", 0)]).toEqual([3, "a"]);
  });
  it("pauses after every column, so that no column makes another wait", async () => {
    let pauses = 0;
    await small().inOrder(Uint32Array.of(0), () => {
      pauses++;
      return Promise.resolve();
    });
    expect(pauses).toBe(3);
  });
  it("is empty when no row is named", async () => expect((await small().inOrder(new Uint32Array())).rowCount).toBe(0));
  it("has missing cells where there is no such row", async () =>
    expect((await small().inOrder(Uint32Array.of(9))).row(0)).toEqual({id: null, mw_da: null, is_hit: null}));
});

describe("ColumnSet.withColumns(added)", () => {
  const set = ColumnSet.of(table, 2, {mw_da: Float64Array.of(1, 2)}, {id: ["a", "b"], is_hit: [null, true]});
  const score = optional("DOUBLE", "Score", "Score.");
  const word = optional("VARCHAR", "Word", "Word.");

  it("adds columns of numbers and words, and shares the others", () => {
    const more = set.withColumns([
      {name: "score", column: score, values: Float64Array.of(NaN, 4)},
      {name: "word", column: word, values: ["x", null]}
    ]);
    expect(more.row(0)).toEqual({id: "a", mw_da: 1, is_hit: null, score: null, word: "x"});
    expect(more.texts("id")).toBe(set.texts("id"));
    expect(more.numericNames).toEqual(["mw_da", "score"]);
    expect(Object.keys(set.table.columns)).toEqual(["id", "mw_da", "is_hit"]);
  });
  it("gives a column other values", () => {
    const more = set.withColumns([{name: "mw_da", column: table.columns.mw_da, values: Float64Array.of(7, 8)}]);
    expect([...more.numbers("mw_da")]).toEqual([7, 8]);
    expect([...set.numbers("mw_da")]).toEqual([1, 2]);
  });
  it("throws when a column has another length", () => {
    expect(() => set.withColumns([{name: "score", column: score, values: Float64Array.of(1)}])).toThrow(
      "invalid length of score: 1"
    );
  });
});

describe("ColumnSet.without(names)", () => {
  it("leaves columns out, and shares the others", () => {
    const set = ColumnSet.of(table, 1, {mw_da: Float64Array.of(1)}, {id: ["a"], is_hit: [null]});
    expect(set.without(["mw_da", "nonsense"]).row(0)).toEqual({id: "a", is_hit: null});
  });
});

describe("a column of codes", () => {
  const codes = {codes: Uint8Array.of(1, 255, 0), words: ["in", "out"]};
  const coded = () =>
    ColumnSet.of(
      defineTable("coded", "Three rows.", {domain: optional("VARCHAR", "Domain", "Where.")}),
      3,
      {},
      {domain: codes}
    );

  it("gives the cells as a list would, missing where a code has no word", () => {
    expect(coded().texts("domain")).toEqual(["out", null, "in"]);
    expect([0, 1, 2, 3].map((row) => coded().cell("domain", row))).toEqual(["out", null, "in", null]);
  });

  it("is put in another order without becoming a list", async () => {
    const ordered = await coded().inOrder(Uint32Array.of(2, 0, 9));
    expect(ordered.texts("domain")).toEqual(["in", "out", null]);
    expect(ordered.textColumn("domain")).toHaveProperty("codes");
  });

  it("takes further rows, and leaves the codes as they were", () => {
    const set = coded();
    set.append([{domain: "elsewhere"}]);
    expect(set.texts("domain")).toEqual(["out", null, "in", "elsewhere"]);
    expect(codes.codes).toHaveLength(3);
  });

  it("is refused when it has another length", () => {
    const table = defineTable("coded", "Two rows.", {domain: optional("VARCHAR", "Domain", "Where.")});
    expect(() => ColumnSet.of(table, 2, {}, {domain: codes})).toThrow("invalid length of domain: 3");
  });
});
