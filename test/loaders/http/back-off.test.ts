import {describe, expect, it} from "vitest";
import {backOffMs, parseRetryAfter} from "../../../loaders/http/back-off.js";

describe("backOffMs(attempt, retryAfterMs, random)", () => {
  it("doubles from one second", () => {
    expect([0, 1, 2, 3].map((attempt) => backOffMs(attempt, null, () => 0.5))).toEqual([1_000, 2_000, 4_000, 8_000]);
  });
  it("shakes by a quarter", () => {
    expect([backOffMs(0, null, () => 0), backOffMs(0, null, () => 1)]).toEqual([750, 1_250]);
  });
  it("stays under a minute unless the source asks for more", () => {
    expect(backOffMs(20, null, () => 1)).toBe(60_000);
    expect(backOffMs(0, 90_000, () => 1)).toBe(90_000);
  });
});

describe("parseRetryAfter(value, now)", () => {
  const now = Date.UTC(2026, 0, 1);
  it("reads seconds and dates", () => {
    expect(parseRetryAfter("7", now)).toBe(7_000);
    expect(parseRetryAfter("Thu, 01 Jan 2026 00:00:30 GMT", now)).toBe(30_000);
  });
  it("is 0 for a date that is over", () => {
    expect(parseRetryAfter("Wed, 31 Dec 2025 00:00:30 GMT", now)).toBe(0);
  });
  it("is null for nothing and for nonsense", () => {
    expect([null, "", "soon"].map((value) => parseRetryAfter(value, now))).toEqual([null, null, null]);
  });
});
