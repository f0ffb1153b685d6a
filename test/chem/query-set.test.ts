import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {QED_ALERTS} from "../../src/chem/qed-alerts.js";
import {compileQuerySet, matchingQueries, releaseQuerySet} from "../../src/chem/query-set.js";
import {readNativeRows} from "./native-rdkit.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("compileQuerySet(rdkit, smarts)", () => {
  it("throws the SMARTS that cannot be read", () => {
    expect(() => compileQuerySet(rdkit, ["C", "[C"])).toThrow("invalid SMARTS: [C");
  });
});

describe("matchingQueries(querySet, molecule, target)", () => {
  it("gives the indices of the queries that occur, ascending", () => {
    const set = compileQuerySet(rdkit, ["[OH]", "Br", "c1ccccc1"]);
    const found = withMolecule(rdkit, "Oc1ccccc1", (molecule) => matchingQueries(set, molecule));
    releaseQuerySet(set);
    expect(found).toEqual([0, 2]);
  });

  it("finds what RDKit finds, whatever was asked of other molecules before", () => {
    const set = compileQuerySet(rdkit, QED_ALERTS);
    for (const {smiles} of readNativeRows()) {
      const [ours, native] = withMolecule(rdkit, smiles, (molecule) => [
        matchingQueries(set, molecule),
        set.queries.flatMap(({pattern}, index) => (molecule.get_substruct_match(pattern) === "{}" ? [] : [index]))
      ]) ?? [null, undefined];
      expect(ours).toEqual(native);
    }
    releaseQuerySet(set);
  });

  it("finds nothing in an empty molecule", () => {
    const set = compileQuerySet(rdkit, ["*"]);
    const found = withMolecule(rdkit, "", (molecule) => matchingQueries(set, molecule));
    releaseQuerySet(set);
    expect(found).toEqual([]);
  });
});
