import {describe, expect, it} from "vitest";
import {isOwnWord, keepOwnStructures, ownStructure} from "../../src/state/own-structures.js";

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const held = new Map<string, string>();
  return {getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value)};
}

const ethanol = {smiles: "CCO", label: "ethanol"};
const phenol = {smiles: "Oc1ccccc1", label: ""};

describe("keepOwnStructures(given, memory)", () => {
  it("gives words that hold nothing of the structures, and finds them again", () => {
    const own = memory();
    const words = keepOwnStructures([ethanol, phenol], own);
    expect(words).toEqual(["own:1", "own:2"]);
    expect(words.every(isOwnWord)).toBe(true);
    expect(words.map((word) => ownStructure(word, own))).toMatchObject([ethanol, phenol]);
  });

  it("gives the same structure the same word", () => {
    const own = memory();
    keepOwnStructures([ethanol, phenol], own);
    expect(keepOwnStructures([phenol, {smiles: "C", label: ""}, ethanol], own)).toEqual(["own:2", "own:3", "own:1"]);
  });

  it("forgets the oldest, and never gives a word twice", () => {
    const own = memory();
    for (let i = 0; i < 1050; i++) keepOwnStructures([{smiles: "C".repeat(i + 1), label: ""}], own);
    expect(ownStructure("own:1", own)).toBeNull();
    expect(ownStructure("own:1050", own)?.smiles.length).toBe(1050);
    expect(keepOwnStructures([ethanol], own)).toEqual(["own:1051"]);
  });
});

describe("ownStructure(word, memory)", () => {
  it("is null for a word of another tab and for what is no such word", () => {
    const own = memory();
    expect([ownStructure("own:4", own), ownStructure("CCO", own), ownStructure("own:x", own)]).toEqual([
      null,
      null,
      null
    ]);
  });

  it("is null when what is kept cannot be read", () => {
    const own = memory();
    own.setItem("fumehood:own-structures", "{broken");
    expect(ownStructure("own:1", own)).toBeNull();
  });
});
