import {html} from "htl";
import {compareFields, type CompareState, MOST_COMPARED, namesIn} from "../state/compare-fields.js";
import {type UrlState, urlState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {compoundById} from "../store/queries/compound-by-id.js";
import {potenciesOfCompounds} from "../store/queries/potencies-of-compounds.js";
import type {Store} from "../store/store.js";
import type {CompoundRow} from "../tables/compounds.js";
import {formsOf} from "../workers/forms-client.js";
import type {FormsAnswer} from "../workers/forms-protocol.js";
import {isOwnWord, ownStructure} from "../state/own-structures.js";
import {compoundAddress, typedWord} from "./compound-address.js";
import {compareOverlay} from "./compare-overlay.js";
import {comparePredictions} from "./compare-predictions.js";
import {compareTable, potencyLines, propertyLines, qedLine} from "./compare-table.js";
import {questionSection} from "./facts-table.js";
import {screenOne} from "./screen-one.js";
import {structure} from "./structure.js";
import {OTHER_PROPERTIES, USUAL_PROPERTIES} from "./usual-properties.js";

/** The Compare page: two to six compounds of the project, or any structures, side by side. */
export function comparePage(invalidation: Promise<unknown>): HTMLElement {
  const state = urlState(compareFields);
  const place = html<HTMLElement>`<div></div>`;
  let stop = new AbortController();
  const show = (): void => {
    stop.abort();
    stop = new AbortController();
    void showAll(place, state, stop.signal);
  };
  void invalidation.then(() => {
    stop.abort();
    state.dispose();
  });
  state.subscribe(show);
  show();
  return html<HTMLElement>`<div class="compare-page">${addForm(state)}${place}</div>`;
}

function addForm(state: UrlState<CompareState>): HTMLElement {
  const input = html<HTMLInputElement>`<input
    type="search"
    autocomplete="off"
    spellcheck="false"
    placeholder="ChEMBL ids of the project, or any SMILES, separated by spaces or commas"
    aria-label="Compounds to compare"
    data-search
  />`;
  const form = html<HTMLFormElement>`<form class="compound-form">
    ${input}<button type="submit" class="primary">Add</button>
  </form>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    const named = namesIn(input.value).map(typedWord);
    input.value = "";
    if (named.length > 0) state.set({c: [...new Set([...state.value.c, ...named])].slice(0, MOST_COMPARED)});
  };
  return form;
}

async function showAll(place: HTMLElement, state: UrlState<CompareState>, signal: AbortSignal): Promise<void> {
  const asked = state.value.c;
  if (asked.length === 0) {
    place.replaceChildren(
      html`<div class="state">
        <h3>Which compounds?</h3>
        <p>
          Type two to six above; the first is the reference. On the Compounds page select rows and press Compare; on the
          page of a compound its nearest neighbours lead here.
        </p>
      </div>`
    );
    return;
  }
  place.replaceChildren(html`<div class="state" role="status"><h3>Reading the compounds</h3></div>`);
  try {
    const store = await openProjectStore();
    const found = await Promise.all(asked.map((text) => findRow(store, text, signal)));
    const rows = found.flatMap((each) => (each.row ? [each.row] : []));
    const missing = found.flatMap(({text, row, reason}) => (row ? [] : [`${text}: ${reason}`]));
    const content = rows.length === 0 ? "" : await comparison(store, rows, state, signal);
    if (signal.aborted) return;
    place.replaceChildren(
      missing.length === 0 ? "" : html`<p role="status" class="compare-missing">Left out: ${missing.join("; ")}.</p>`,
      content
    );
  } catch (error) {
    if (!signal.aborted) place.textContent = error instanceof Error ? error.message : String(error);
  }
}

interface Found {
  readonly text: string;
  readonly row: CompoundRow | null;
  readonly reason: string;
}

const OWN_ELSEWHERE = "a structure of another tab, which keeps it to itself: open its file on the Compounds page here";

async function findRow(store: Store, text: string, signal: AbortSignal): Promise<Found> {
  const own = isOwnWord(text) ? ownStructure(text) : null;
  if (isOwnWord(text) && own === null) return {text, row: null, reason: OWN_ELSEWHERE};
  if (own !== null) {
    const screened = await screenOne(own.smiles, signal);
    if ("reason" in screened) return {text: own.label, row: null, reason: screened.reason};
    return {text, row: {...screened.row, name: own.label || null}, reason: ""};
  }
  const [row] = await store.rows(compoundById(text));
  if (row) return {text, row, reason: ""};
  if (/^chembl\d+$/i.test(text)) return {text, row: null, reason: "no compound of the project"};
  const screened = await screenOne(text, signal);
  return "row" in screened ? {text, row: screened.row, reason: ""} : {text, row: null, reason: screened.reason};
}

const nameOf = (row: CompoundRow, index: number): string =>
  row.name ?? (row.source_id === "typed" ? `structure ${String(index + 1)}` : row.compound_id);

async function comparison(
  store: Store,
  rows: readonly CompoundRow[],
  state: UrlState<CompareState>,
  signal: AbortSignal
): Promise<HTMLElement> {
  const smiles = rows.map((row) => row.smiles);
  const names = rows.map(nameOf);
  const [forms, potencies] = await Promise.all([
    formsOf(smiles, signal),
    store.rows(potenciesOfCompounds(rows.map((row) => row.compound_id)))
  ]);
  const measured = potencyLines(rows, potencies);
  return html<HTMLElement>`<div>
    ${questionSection("Where do they differ?", structureCards(rows, names, forms, state))}
    ${
      measured.length === 0
        ? ""
        : questionSection(
            "What was measured?",
            compareTable(names, measured),
            html`<p class="note">
              Medians of exact values over assays; a difference between assays is no difference between compounds.
            </p>`
          )
    }
    ${questionSection("How do their shapes lie on each other?", compareOverlay(names, smiles, signal))}
    ${questionSection("What is predicted?", comparePredictions(names, smiles, signal))}
    ${questionSection(
      "What are their properties?",
      compareTable(names, [qedLine(rows), ...propertyLines(rows, USUAL_PROPERTIES)]),
      html`<details>
        <summary>${OTHER_PROPERTIES.length} more descriptors</summary>
        ${compareTable(names, propertyLines(rows, OTHER_PROPERTIES))}
      </details>`
    )}
  </div>`;
}

function structureCards(
  rows: readonly CompoundRow[],
  names: readonly string[],
  {core, forms}: FormsAnswer,
  state: UrlState<CompareState>
): HTMLElement {
  return html<HTMLElement>`<ul class="compare-cards">
    ${rows.map((row, i) => {
      const own = forms[i]?.own;
      const isMarked = core !== null && own !== undefined && own.atoms.length > 0;
      const remove = html<HTMLButtonElement>`<button
        type="button"
        class="quiet"
        aria-label=${`Remove ${names[i] ?? ""}`}
      >
        ✕
      </button>`;
      remove.onclick = () => {
        state.set({c: state.value.c.filter((_, index) => index !== i)});
      };
      return html`<li>
        ${structure(row.smiles, {
          ...{width: 300, height: 200, style: "page" as const, scale: 1.5, alignTo: core, label: names[i] ?? ""},
          highlights: isMarked ? [{kind: "difference", ...own}] : []
        })}
        <p>
          <a href=${compoundAddress({...row, isOwn: row.source_id === "typed"})}>${names[i]}</a>
          ${remove}
        </p>
        <p class="note">
          ${i === 0 ? (forms[i]?.text ?? "") : forms[i]?.difference || "same formula, rings and groups"}
        </p>
      </li>`;
    })}
  </ul>`;
}
