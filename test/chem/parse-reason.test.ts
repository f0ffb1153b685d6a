import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {parseReason} from "../../src/chem/parse-reason.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

function reasonFor(smiles: string): string {
  const log = rdkit.set_log_capture("rdApp.*");
  withMolecule(rdkit, smiles, () => null);
  const text = log?.get_buffer() ?? "";
  log?.delete();
  return parseReason(text);
}

describe("parseReason(log)", () => {
  it.each([
    ["C1CC", "a ring bond is opened and never closed"],
    ["C(C", "a branch is opened and never closed: ( without )"],
    ["CC)", "a branch is closed that was never opened: ) without ("],
    ["CN(C)(C)C", "valence 4 of N (atom 2) is more than it can have"],
    [
      "c1cccc1",
      "no alternating double bonds fit the aromatic ring (atoms 1, 2, 3, 4, 5); a hydrogen such as [nH] may be missing"
    ],
    ["CCxC", "not a SMILES: unexpected character at position 3"]
  ])("of %s says %s", (smiles, reason) => {
    expect(reasonFor(smiles)).toBe(reason);
  });

  it("of an empty log says that RDKit cannot read it", () => {
    expect(parseReason("")).toBe("RDKit cannot read it");
  });

  it("gives a message without words of ours as it is, without its time", () => {
    expect(parseReason("[01:02:03] something new\nmore")).toBe("something new");
  });
});
