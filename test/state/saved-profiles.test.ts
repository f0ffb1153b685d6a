import {describe, expect, it} from "vitest";
import type {MpoProfile} from "../../src/scoring/mpo.js";
import {forgetProfile, savedProfiles, saveProfile} from "../../src/state/saved-profiles.js";
import {mapStorage} from "./map-storage.js";

const points = [
  [3, 1],
  [5, 0]
] as const;
const profile = (name: string, weight = 1): MpoProfile => ({
  ...{id: "own", name, about: "", citation: "", doi: null, combine: "mean", missing: "leave_out"},
  criteria: [{column: "clogp", label: "logP", weight, curve: {points}}]
});

describe("saveProfile(storage, profile)", () => {
  it("keeps profiles by name, the later in place of the earlier", () => {
    const place = mapStorage();
    saveProfile(place, profile("b"));
    saveProfile(place, profile("a"));
    saveProfile(place, profile("b", 2));
    expect(savedProfiles(place)).toEqual([profile("a"), profile("b", 2)]);
  });
});

describe("forgetProfile(storage, name)", () => {
  it("forgets one and leaves the others", () => {
    const place = mapStorage();
    saveProfile(place, profile("a"));
    saveProfile(place, profile("b"));
    forgetProfile(place, "a");
    expect(savedProfiles(place)).toEqual([profile("b")]);
  });
});

describe("savedProfiles(storage)", () => {
  it("is empty where nothing is kept, or nothing that can be read", () => {
    const place = mapStorage();
    expect(savedProfiles(place)).toEqual([]);
    for (const broken of ["{", "3", '[{"name": "no criteria"}]']) {
      place.kept.set("fumehood:profiles", broken);
      expect(savedProfiles(place)).toEqual([]);
    }
  });
});
