import {describe, expect, it} from "vitest";
import {openNativeStore} from "../../../loaders/native-store.js";
import {candidatesOfTarget} from "../../../src/store/queries/candidates-of-target.js";
import {constraintOfTarget} from "../../../src/store/queries/constraint-of-target.js";
import {pdbEntriesOfTarget} from "../../../src/store/queries/pdb-entries-of-target.js";
import {safetyOfTarget} from "../../../src/store/queries/safety-of-target.js";
import {tractabilityOfTarget} from "../../../src/store/queries/tractability-of-target.js";
import {clinicalCandidates} from "../../../src/tables/drug-records.js";
import {pdbEntries} from "../../../src/tables/proteins.js";
import {targetConstraint, targetSafety, targetTractability} from "../../../src/tables/target-cards.js";
import {blankRow} from "../../small-store.js";

const store = await openNativeStore();
await store.insert(clinicalCandidates, [
  blankRow(clinicalCandidates, {target_id: "A", name: "unknown", stage_rank: null}),
  blankRow(clinicalCandidates, {target_id: "A", name: "late", stage_rank: 11}),
  blankRow(clinicalCandidates, {target_id: "B", name: "other", stage_rank: 11})
]);
await store.insert(pdbEntries, [
  blankRow(pdbEntries, {target_id: "A", pdb_id: "2NMR", resolution_a: null}),
  blankRow(pdbEntries, {target_id: "A", pdb_id: "1XRY", resolution_a: 1.5})
]);
await store.insert(targetTractability, [
  blankRow(targetTractability, {target_id: "A", modality: "SM", class_label: "b", is_met: false}),
  blankRow(targetTractability, {target_id: "A", modality: "SM", class_label: "c", is_met: true}),
  blankRow(targetTractability, {target_id: "A", modality: "AB", class_label: "a", is_met: false})
]);
await store.insert(targetSafety, [blankRow(targetSafety, {target_id: "A", event: "x"})]);
await store.insert(targetConstraint, [blankRow(targetConstraint, {target_id: "A", variant_kind: "lof", oe: 0.1})]);

describe("candidatesOfTarget(targetId)", () => {
  it("puts the furthest first and unknown stages last, of this target only", async () => {
    expect((await store.rows(candidatesOfTarget("A"))).map(({name}) => name)).toEqual(["late", "unknown"]);
  });
});

describe("pdbEntriesOfTarget(targetId)", () => {
  it("puts the best resolved first, those without a resolution last", async () => {
    expect((await store.rows(pdbEntriesOfTarget("A"))).map(({pdb_id: id}) => id)).toEqual(["1XRY", "2NMR"]);
  });
});

describe("tractabilityOfTarget(targetId)", () => {
  it("groups by modality, met classes first", async () => {
    const rows = await store.rows(tractabilityOfTarget("A"));
    expect(rows.map(({class_label: label}) => label)).toEqual(["a", "c", "b"]);
  });
});

describe("safetyOfTarget(targetId), constraintOfTarget(targetId)", () => {
  it("find the rows of the target, and none of another", async () => {
    expect(await store.rows(safetyOfTarget("A"))).toHaveLength(1);
    expect(await store.rows(constraintOfTarget("A"))).toMatchObject([{oe: 0.1}]);
    expect([...(await store.rows(safetyOfTarget("B"))), ...(await store.rows(constraintOfTarget("B")))]).toEqual([]);
  });
});
