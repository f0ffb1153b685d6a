import {describe, expect, it} from "vitest";
import {
  choiceField,
  flagField,
  listField,
  numberField,
  readState,
  textField,
  writeState
} from "../../src/state/url-state.js";

const fields = {
  q: textField(),
  min: numberField(null),
  size: numberField(10),
  open: flagField(),
  sort: choiceField(["asc", "desc"], "asc"),
  pick: listField()
};

describe("readState(fields, search)", () => {
  it("gives the defaults for an empty query", () => {
    expect(readState(fields, "")).toEqual({q: "", min: null, size: 10, open: false, sort: "asc", pick: []});
  });

  it("reads each kind of field", () => {
    expect(readState(fields, "?q=a+b&min=-1.5&size=3&open=1&sort=desc&pick=x,y")).toEqual({
      q: "a b",
      min: -1.5,
      size: 3,
      open: true,
      sort: "desc",
      pick: ["x", "y"]
    });
  });

  it("takes the default for what cannot be read", () => {
    expect(readState(fields, "?size=ten&open=yes&sort=up&min=Infinity")).toEqual(readState(fields, ""));
  });

  it("ignores parameters that are no field", () => {
    expect(readState(fields, "?other=1").size).toBe(10);
  });
});

describe("writeState(fields, state, search)", () => {
  const state = readState(fields, "");

  it("leaves the defaults out", () => {
    expect(writeState(fields, state)).toBe("");
  });

  it("removes a field that is back at its default", () => {
    expect(writeState(fields, state, "?size=3&q=x")).toBe("");
  });

  it("keeps parameters that are no field", () => {
    expect(writeState(fields, {...state, size: 3}, "?other=1")).toBe("other=1&size=3");
  });

  it("writes what readState reads, for texts with commas, percent signs and spaces", () => {
    const odd = {...state, q: "C%2C=O & more?", pick: ["a,b", "50%", "%2C", ""]};
    expect(readState(fields, `?${writeState(fields, odd)}`)).toEqual(odd);
  });

  it("leaves commas and colons readable", () => {
    expect(writeState(fields, {...state, pick: ["a:1", "b:2"]})).toBe("pick=a:1,b:2");
  });
});
