import {describe, expect, it} from "vitest";
import {vendorRDKitGlue, vendorRDKitWasm} from "../../loaders/vendor-rdkit.js";

describe("vendorRDKitGlue()", () => {
  it("is an ES module whose default export starts the engine", async () => {
    expect(await vendorRDKitGlue()).toMatch(/\nexport default initRDKitModule;\n$/);
  });
});

describe("vendorRDKitWasm()", () => {
  it("is a wasm binary", async () => {
    expect([...(await vendorRDKitWasm()).subarray(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
  });
});
