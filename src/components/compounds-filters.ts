import {html} from "htl";
import {countOf} from "../base/format-number.js";
import {filterWords} from "../filters/filter-words.js";
import {formatRecipe, parseRecipe} from "../filters/filter-recipe.js";
import {forgetRecipe, savedRecipes, saveRecipe} from "../state/saved-recipes.js";
import type {CompoundsModel} from "./compounds-model.js";
import {saveText} from "./save-file.js";
import {filterAdder, filterEditor} from "./filter-editor.js";
import type {FilterStep} from "./filter-steps.js";
import {openFileButton} from "./open-file-button.js";

/** Filters joined by and, or and not; and filters under a name: saved, opened, replayed. */
export class CompoundsFilters {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #list = html`<div class="filter-steps"></div>`;
  readonly #recipes = html`<div></div>`;
  readonly #problem = html`<p class="small" role="alert"></p>`;
  #drawn = "";

  constructor(model: CompoundsModel) {
    this.#model = model;
    this.node = html<HTMLElement>`<div class="filters">${this.#list}${this.#recipes}${this.#problem}</div>`;
    this.update();
  }

  /** Draws what has changed; a field that is being typed into is left alone. */
  update(): void {
    const {steps, set} = this.#model;
    const drawn = JSON.stringify([steps, Object.keys(set.table.columns)]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const adder = filterAdder("Add a filter", set, (node) => {
      this.#model.addStep(node);
    });
    this.#list.replaceChildren(...steps.map((step) => this.#step(step)), adder);
    this.#showRecipes();
  }

  #step({id, node, problem}: FilterStep): HTMLElement {
    const editor = filterEditor(node, this.#model.set, (changed) => {
      if (changed === null) this.#model.lift(id);
      else this.#model.changeStep(id, changed);
    });
    const words = filterWords(node, this.#model.set.table.columns);
    const note = problem === "" ? "" : html`<p class="filter-problem">Not applied: ${problem}</p>`;
    return html`<div class="filter-step" role="group" aria-label=${words}>${editor}${note}</div>`;
  }

  #say(words: string): void {
    this.#problem.textContent = words;
  }

  #showRecipes(): void {
    const name = html<HTMLInputElement>`<input
      type="text"
      placeholder="Name"
      aria-label="Name for these filters"
      size="12"
    />`;
    const act = (words: string, doIt: () => void): HTMLElement => {
      const button = html<HTMLButtonElement>`<button type="button" class="quiet">${words}</button>`;
      button.onclick = () => {
        this.#say("");
        doIt();
      };
      return button;
    };
    const save = act("Keep", () => {
      this.#save(name.value.trim());
    });
    const file = act("Save as file", () => {
      const recipe = this.#model.recipe(name.value.trim() || "filters");
      saveText(`${recipe.name}.filters.json`, "application/json", formatRecipe(recipe));
    });
    this.#recipes.replaceChildren(
      html`<details class="filter-recipes">
        <summary>Filters by name</summary>
        <p>${name}${save}${file}${this.#opener()}</p>
        ${this.#kept()}
      </details>`
    );
  }

  #save(name: string): void {
    if (name === "") {
      this.#say("Give these filters a name first.");
      return;
    }
    try {
      saveRecipe(localStorage, this.#model.recipe(name));
      this.#showRecipes();
      this.#unfold();
    } catch (error) {
      this.#say(`This browser keeps nothing: save them as a file. (${String(error)})`);
    }
  }

  #unfold(): void {
    const details = this.#recipes.querySelector("details");
    if (details) details.open = true;
  }

  #kept(): HTMLElement {
    const items = keptRecipes().map((recipe) => {
      const use = html<HTMLButtonElement>`<button type="button">${recipe.name}</button>`;
      use.onclick = () => {
        this.#model.replay(recipe);
      };
      const forget = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label=${`Forget ${recipe.name}`}>
        ×
      </button>`;
      forget.onclick = () => {
        forgetRecipe(localStorage, recipe.name);
        this.#showRecipes();
        this.#unfold();
      };
      return html`<li>${use}<span class="muted">${countOf(recipe.steps.length, "filter")}</span>${forget}</li>`;
    });
    return items.length === 0
      ? html`<p class="muted">None is kept in this browser yet.</p>`
      : html`<ul>
          ${items}
        </ul>`;
  }

  #opener(): HTMLElement {
    return openFileButton({
      ...{words: "Open file", label: "File of filters", accept: ".json", look: "quiet"},
      onFiles: async ([file]) => {
        try {
          this.#model.replay(parseRecipe(await file.text()));
          this.#say("");
        } catch (error) {
          this.#say(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    });
  }
}

function keptRecipes(): ReturnType<typeof savedRecipes> {
  try {
    return savedRecipes(localStorage);
  } catch {
    return [];
  }
}
