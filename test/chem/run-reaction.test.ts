import {expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {runReaction} from "../../src/chem/run-reaction.js";

const rdkit = await loadRDKit();
const run = (smarts: string, smiles: string, most: number): string[] => {
  const reaction = rdkit.get_rxn(smarts)!;
  const products = runReaction(rdkit, reaction, smiles, most);
  reaction.delete();
  return products;
};

it("runReaction makes a product of each place, up to so many, as canonical SMILES", () => {
  expect(run("[C:1][OH]>>[C:1]F", "OCCO", 10)).toEqual(["OCCF", "OCCF"]);
  expect(run("[C:1][OH]>>[C:1]F", "OCCO", 1)).toEqual(["OCCF"]);
});

it("runReaction is empty where nothing reacts, for what cannot be read and for products that are refused", () => {
  expect(run("[C:1][OH]>>[C:1]F", "CCC", 10)).toEqual([]);
  expect(run("[C:1][OH]>>[C:1]F", "C1CC(", 10)).toEqual([]);
  expect(run("[CH3:1]>>[C:1](F)(F)(F)F", "CC", 10)).toEqual([]);
});
