import {describe, expect, it} from "vitest";
import {packLanes} from "../../src/charts/trial-lanes.js";

const during = (start: string, end: string) => ({start: new Date(start), end: new Date(end)});

describe("packLanes(items)", () => {
  it("gives overlapping items lanes of their own, and uses a lane again when it is free", () => {
    const items = [
      during("2021-01-01", "2022-01-01"),
      during("2020-01-01", "2021-06-01"),
      during("2023-01-01", "2024-01-01")
    ];
    expect(packLanes(items).map(({lane}) => lane)).toEqual([0, 1, 0]);
  });

  it("keeps ends and starts of a lane apart", () => {
    const items = [during("2020-01-01", "2020-12-31"), during("2021-01-02", "2021-06-01")];
    expect(packLanes(items).map(({lane}) => lane)).toEqual([0, 1]);
  });

  it("gives no lanes for no items", () => {
    expect(packLanes([])).toEqual([]);
  });
});
