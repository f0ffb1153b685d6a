import {describe, expect, it} from "vitest";
import {bodyHeight, columnWindow, scrollToShow, virtualWindow} from "../../src/components/virtual-window.js";

const small = {top: 0, viewport: 280, rowHeight: 28, rowCount: 1000};
const huge = {top: 0, viewport: 960, rowHeight: 96, rowCount: 1_000_000};

describe("virtualWindow(scroll)", () => {
  it("shows no row of an empty list", () => {
    expect(virtualWindow({...small, rowCount: 0})).toEqual({from: 0, to: 0, origin: 0});
  });

  it("shows all rows of a list shorter than the viewport", () => {
    expect(virtualWindow({...small, rowCount: 3})).toMatchObject({from: 0, to: 3});
  });

  it("shows the rows in view and a few around them", () => {
    const {from, to, origin} = virtualWindow({...small, top: 28 * 100});
    expect([from <= 100, from > 90, to >= 110, to < 120, origin]).toEqual([true, true, true, true, 0]);
  });

  it("draws nothing above the first row when scrolled past the top (elastic scrolling)", () => {
    expect(virtualWindow({...small, top: -50}).from).toBe(0);
  });

  it("reaches the last of a million tall rows, at the bottom of the viewport", () => {
    const top = bodyHeight(huge) - huge.viewport;
    const {to, origin} = virtualWindow({...huge, top});
    expect(to).toBe(1_000_000);
    expect(origin + 1_000_000 * 96).toBeCloseTo(top + huge.viewport, 3);
  });

  it("never asks for a body taller than browsers lay out", () => {
    expect(bodyHeight(huge)).toBeLessThan(17_000_000);
  });
});

describe("scrollToShow(row, scroll)", () => {
  it("stays where it is when the row is in view", () => {
    expect(scrollToShow(5, small)).toBe(0);
  });

  it("scrolls down just enough for a row below", () => {
    expect(scrollToShow(10, small)).toBe(28);
  });

  it("scrolls up to a row above", () => {
    expect(scrollToShow(3, {...small, top: 2800})).toBe(84);
  });

  it("brings any row of a very long list into view", () => {
    const top = scrollToShow(765_432, huge);
    const {from, to} = virtualWindow({...huge, top});
    expect(from <= 765_432 && 765_432 < to).toBe(true);
  });
});

describe("columnWindow(widths, scroll)", () => {
  const widths = Array.from({length: 100}, () => 100);

  it("has the columns in view and those near them", () => {
    expect(columnWindow(widths, {left: 0, viewport: 1000})).toEqual({from: 0, to: 15});
    expect(columnWindow(widths, {left: 5000, viewport: 1000})).toEqual({from: 45, to: 65});
  });

  it("has all columns of a table with few, and of one that is not laid out yet", () => {
    expect(columnWindow(widths.slice(0, 40), {left: 0, viewport: 300})).toEqual({from: 0, to: 40});
    expect(columnWindow(widths, {left: 0, viewport: 0})).toEqual({from: 0, to: 100});
  });
});
