import {describe, expect, it} from "vitest";
import type {FilterRecipe} from "../../src/filters/filter-recipe.js";
import {forgetRecipe, savedRecipes, saveRecipe} from "../../src/state/saved-recipes.js";
import {mapStorage} from "./map-storage.js";

const recipe = (name: string, where = "1 = 1"): FilterRecipe => ({name, steps: [{kind: "sql", where}]});

describe("saveRecipe(storage, recipe)", () => {
  it("keeps filters by name, the later in place of the earlier", () => {
    const place = mapStorage();
    saveRecipe(place, recipe("b"));
    saveRecipe(place, recipe("a"));
    saveRecipe(place, recipe("b", "2 = 2"));
    expect(savedRecipes(place)).toEqual([recipe("a"), recipe("b", "2 = 2")]);
  });
});

describe("forgetRecipe(storage, name)", () => {
  it("forgets one and leaves the others", () => {
    const place = mapStorage();
    saveRecipe(place, recipe("a"));
    saveRecipe(place, recipe("b"));
    forgetRecipe(place, "a");
    expect(savedRecipes(place)).toEqual([recipe("b")]);
  });
});

describe("savedRecipes(storage)", () => {
  it("is empty where nothing is kept, or nothing that can be read", () => {
    const place = mapStorage();
    expect(savedRecipes(place)).toEqual([]);
    for (const broken of ["{", "3"]) {
      place.kept.set("fumehood:filters", broken);
      expect(savedRecipes(place)).toEqual([]);
    }
  });
  it("leaves out what cannot be read", () => {
    const place = mapStorage();
    saveRecipe(place, recipe("a"));
    const [good] = JSON.parse(place.kept.get("fumehood:filters")!) as string[];
    place.kept.set("fumehood:filters", JSON.stringify(["nonsense", good]));
    expect(savedRecipes(place)).toEqual([recipe("a")]);
  });
});
