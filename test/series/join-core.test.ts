import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import type {RDKit} from "../../src/chem/molecule.js";
import {joinCore} from "../../src/series/join-core.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("joinCore(rdkit, core, parts)", () => {
  const CORE = "c1cc([*:1])c([*:2])cc1";

  it("puts parts in their places, hydrogens among them", () =>
    expect(joinCore(rdkit, CORE, ["F[*:1]", "[H][*:2]"])).toBe("Fc1ccccc1"));

  it.each([
    {what: "once", parts: ["C(C[*:2])[*:1]"]},
    {what: "at both its positions", parts: ["C(C[*:2])[*:1]", "C(C[*:2])[*:1]"]},
    {what: "beside an empty text", parts: ["C(C[*:2])[*:1]", ""]}
  ])("closes a ring with a part that is given $what", ({parts}) =>
    expect(joinCore(rdkit, CORE, parts)).toBe("c1ccc2c(c1)CC2")
  );

  it.each([
    {core: "C1CC([*:1])CC([*:2])C1", parts: ["C[*:1].O[*:1]", "F[*:2]"], made: "CC1(O)CCCC(F)C1"},
    {core: "C1CCC([*:2])CC1[*:1]", parts: ["C[*:1].O[*:1]", "F[*:2]"], made: "CC1(O)CCCC(F)C1"},
    {core: "[*:1]C1CC(CCC1)[*:2]", parts: ["C[*:1].O[*:1]", "F[*:2]"], made: "CC1(O)CCCC(F)C1"},
    {core: "C1C[C@H]([*:1])C[C@@H]([*:2])C1", parts: ["C[*:1].O[*:1]", "F[*:2].F[*:2]"], made: "CC1(O)CCCC(F)(F)C1"}
  ])("hangs two pieces on one atom of $core", ({core, parts, made}) => expect(joinCore(rdkit, core, parts)).toBe(made));

  it("is null for parts that claim one position", () =>
    expect(joinCore(rdkit, CORE, ["C(C[*:2])[*:1]", "F[*:2]"])).toBeNull());

  it("is null for what cannot be read", () => expect(joinCore(rdkit, CORE, ["x[*:1]"])).toBeNull());
});
