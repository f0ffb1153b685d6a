import {describe, expect, it} from "vitest";
import {ownEndpoint} from "../../../loaders/admet/own-endpoint.js";

describe("ownEndpoint(table)", () => {
  it("is named for the file, a regression as it is, unless told otherwise", () => {
    expect(ownEndpoint({table: "/lab/My assay 2.csv"})).toMatchObject({
      ...{id: "my-assay-2", label: "My assay 2", kind: "regression", group: "absorption", unit: "", scale: "as-is"},
      ...{metric: "mae", dataset: "My assay 2", benchmark: null}
    });
  });

  it("takes kind, group, unit, column and logarithm", () => {
    const told = {
      table: "a.tsv",
      id: "clint",
      kind: "class",
      group: "metabolism",
      unit: "h",
      value: "t_half",
      log: true
    };
    expect(ownEndpoint(told)).toMatchObject({
      ...{id: "clint", kind: "class", group: "metabolism", unit: "h", scale: "log10", metric: "roc-auc"},
      dataset: "a#t_half"
    });
  });

  it.each([
    ["id", {table: "a.csv", id: "../x"}],
    ["kind", {table: "a.csv", kind: "ranking"}],
    ["group", {table: "a.csv", group: "taste"}]
  ])("refuses an invalid %s", (what, table) => {
    expect(() => ownEndpoint(table)).toThrow(`invalid ${what}`);
  });
});
