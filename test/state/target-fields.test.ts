import {describe, expect, it} from "vitest";
import {targetFields} from "../../src/state/target-fields.js";
import {readState, writeState} from "../../src/state/url-state.js";

describe("targetFields", () => {
  it("writes only what was changed, and reads it again", () => {
    const state = {...readState(targetFields, ""), w: {impc: 0, europepmc: 0.5}, pin: ["T1"], by: "source" as const};
    const query = writeState(targetFields, state);
    expect(query).toBe("w=europepmc:0.5,impc:0&by=source&pin=T1");
    expect(readState(targetFields, query)).toEqual(state);
  });

  it.each(["impc:2", "impc", "a b:1", "impc:x"])("takes the default for weights it cannot read: %s", (text) => {
    expect(readState(targetFields, `w=${text}`).w).toEqual({});
  });

  it("keeps every choice of a link: written again it is the same", () => {
    const link =
      "need=gwas&genes=A,B&hide=rank&fw=hasPocket:0.5&fc=hasPocket:-1/0;1/0.5&view=compare&x=rank&y=coverage&z=score" +
      "&has=hasPocket=yes&pin=A,B&open=A&at=B&pass=A&w=gwas:0.5&q=ja&mine=1&by=source&sort=rank&asc=1";
    const written = new URLSearchParams(writeState(targetFields, readState(targetFields, link)));
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(new URLSearchParams(link)));
  });
});
