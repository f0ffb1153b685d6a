import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {parsePropertyRules} from "../alerts/property-rules.js";
import {compoundKey} from "../state/shortlist.js";
import {textField, urlState} from "../state/url-state.js";
import {openProjectStore} from "../store/project-store.js";
import {activitiesOfCompound} from "../store/queries/activities-of-compound.js";
import {compoundById} from "../store/queries/compound-by-id.js";
import {compoundsByInchikey} from "../store/queries/compounds-by-inchikey.js";
import {documentsOfCompound} from "../store/queries/documents-of-compound.js";
import {percentilesInSet} from "../store/queries/percentiles-in-set.js";
import {potenciesOfCompound} from "../store/queries/potencies-of-compound.js";
import type {Store} from "../store/store.js";
import type {CompoundRow} from "../tables/compounds.js";
import type {Project} from "../tables/project.js";
import {isOwnWord, ownStructure} from "../state/own-structures.js";
import {absorptionSection} from "./absorption-section.js";
import {compareLink, typedWord} from "./compound-address.js";
import {alertSection} from "./alert-section.js";
import {admetSection} from "./admet-section.js";
import {measuredSection, propertyTable, rulesVerdicts} from "./compound-sections.js";
import {clinicSection} from "./clinic-section.js";
import {conformerSection} from "./conformer-section.js";
import {decisionButtons} from "./decision-buttons.js";
import {documentSection} from "./document-section.js";
import {questionSection} from "./facts-table.js";
import {neighbourSection} from "./neighbour-section.js";
import {screenOne} from "./screen-one.js";
import {structureCopy} from "./structure-copy.js";
import {structure} from "./structure.js";

const fields = {id: textField(), smiles: textField()};

/** The Compound page: a compound of the project by `?id=`, or any structure by `?smiles=`. */
export function compoundPage(invalidation: Promise<unknown>): HTMLElement {
  const state = urlState(fields);
  const node = html<HTMLElement>`<div class="compound"></div>`;
  let stop = new AbortController();
  void invalidation.then(() => {
    stop.abort();
    state.dispose();
  });
  const show = (): void => {
    // What the compound before holds (workers, the picture in three dimensions) is given back.
    stop.abort();
    stop = new AbortController();
    void showCompound(node, state.value.id, state.value.smiles, stop.signal);
  };
  state.subscribe(show);
  const form = typedForm(state.value, (id) => {
    state.set({id, smiles: ""});
  });
  show();
  return html<HTMLElement>`<div class="compound-page">${form}${node}</div>`;
}

function typedForm({id, smiles}: {id: string; smiles: string}, onSubmit: (id: string) => void): HTMLElement {
  const input = html<HTMLInputElement>`<input
    type="search"
    name="smiles"
    autocomplete="off"
    spellcheck="false"
    placeholder="ChEMBL id of the project, or any SMILES"
    aria-label="Compound id or SMILES"
    data-search
  />`;
  input.value = smiles || (isOwnWord(id) ? (ownStructure(id)?.smiles ?? "") : id);
  const form = html<HTMLFormElement>`<form class="compound-form">
    ${input}<button type="submit" class="primary">Show</button>
  </form>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text !== "") onSubmit(typedWord(text));
  };
  return form;
}

async function showCompound(node: HTMLElement, id: string, smiles: string, signal: AbortSignal): Promise<void> {
  if (id === "" && smiles === "") {
    node.replaceChildren(
      state(
        "Which compound?",
        "Type a ChEMBL id of the project or any SMILES above, or open one from the Compounds page."
      )
    );
    return;
  }
  node.replaceChildren(
    html`<div class="state" role="status">
      <h3>Reading the compound</h3>
      <progress aria-label="Reading"></progress>
    </div>`
  );
  try {
    const store = await openProjectStore();
    const found = await findCompound(store, id, smiles, signal);
    node.replaceChildren(
      "reason" in found ? state(found.title, found.reason) : await compoundArticle(store, found.row, signal)
    );
  } catch (error) {
    if (!signal.aborted)
      node.replaceChildren(
        state("The compound could not be shown", error instanceof Error ? error.message : String(error))
      );
  }
}

type Found = {readonly row: CompoundRow} | {readonly title: string; readonly reason: string};

async function findCompound(store: Store, id: string, smiles: string, signal: AbortSignal): Promise<Found> {
  const own = isOwnWord(id) ? ownStructure(id) : null;
  if (own !== null) {
    const found = await findCompound(store, "", own.smiles, signal);
    return "row" in found ? {row: {...found.row, name: found.row.name ?? (own.label || null)}} : found;
  }
  const [row] = id === "" ? [] : await store.rows(compoundById(id));
  if (row) return {row};
  if (smiles === "")
    return {
      title: isOwnWord(id) ? "A structure of another tab" : `${id} is not in the project`,
      reason: isOwnWord(id)
        ? "What a reader brings stays in the tab it was brought to. Open the file here, or type the SMILES above."
        : "Its sets hold no compound of that id. Type its SMILES above: the page works for any structure."
    };
  const screened = await screenOne(smiles, signal);
  if ("reason" in screened) return {title: "The structure could not be read", reason: `${smiles}: ${screened.reason}.`};
  const [same] = await store.rows(compoundsByInchikey(screened.row.inchikey));
  const [known] = same ? await store.rows(compoundById(same.compound_id)) : [];
  return {row: known ?? screened.row};
}

async function compoundArticle(store: Store, row: CompoundRow, signal: AbortSignal): Promise<HTMLElement> {
  const [project, ruleTable] = await Promise.all([
    FileAttachment("../data/project.json").json<Project>(),
    FileAttachment("../data/property-rules.json").json()
  ]);
  const approved = project.compound_sets.find(({kind}) => kind === "approved")?.id ?? "";
  const [activities, documents, potencies, [percentiles], clinic] = await Promise.all([
    store.rows(activitiesOfCompound(row.compound_id)),
    store.rows(documentsOfCompound(row.compound_id)),
    store.rows(potenciesOfCompound(row.compound_id)),
    store.rows(percentilesInSet(approved, row)),
    clinicSection(store, row)
  ]);
  const picture = structure(row.smiles, {
    ...{width: 440, height: 300, style: "page", label: titleOf(row), showsStereoLabels: true}
  });
  return html<HTMLElement>`<article>
    <header class="compound-head">
      <div class="compound-picture">${picture} ${structureCopy(row.smiles, titleOf(row), signal)}</div>
      ${identity(row)}
    </header>
    ${questionSection("What was measured?", html`${measuredSection(potencies, activities)} ${documentSection(documents, activities)}`)}
    ${questionSection("How far is it in the clinic?", clinic)}
    ${questionSection("What is like it?", neighbourSection(store, row, approved, signal))}
    ${questionSection("Which rules does it pass?", rulesVerdicts(parsePropertyRules(ruleTable), row))}
    ${questionSection("Could it be taken by mouth, does it reach the brain?", absorptionSection(row))}
    ${questionSection("Which alerts does it carry?", alertSection(row.smiles, signal))}
    ${questionSection("What shapes can it take?", conformerSection(row.smiles, signal))}
    ${questionSection("What is predicted?", admetSection(row.smiles))}
    ${questionSection("What are its properties?", propertyTable(row, percentiles))}
  </article>`;
}

/** A typed structure has an id of the screening only ("typed:1"), which is no name for it. */
const titleOf = ({name, compound_id, source_id}: CompoundRow): string =>
  name ?? (source_id === "typed" ? "A structure of your own" : compound_id);

function identity(row: CompoundRow): HTMLElement {
  const isChembl = row.compound_id.startsWith("CHEMBL");
  const origin =
    row.source_id === "typed"
      ? "typed here, in no set of the project"
      : html`<a href=${`./about/sources#${row.source_id}`}>${row.source_id}</a>, row ${String(row.source_row ?? "")}`;
  return html<HTMLElement>`<div>
    <h1>${titleOf(row)}</h1>
    <dl class="identity">
      ${isChembl ? html.fragment`<dt>ChEMBL</dt><dd><a rel="noreferrer" href=${`https://www.ebi.ac.uk/chembl/explore/compound/${row.compound_id}`}>${row.compound_id}</a></dd>` : ""}
      <dt>SMILES</dt>
      <dd><code>${row.smiles}</code></dd>
      <dt>InChIKey</dt>
      <dd><code>${row.inchikey || "none"}</code></dd>
      ${row.input_smiles === row.smiles ? "" : html.fragment`<dt>As given</dt><dd><code>${row.input_smiles}</code></dd>`}
      <dt>Standardised</dt>
      <dd>${row.changes ?? "nothing to change"}</dd>
      ${row.first_approval === null ? "" : html.fragment`<dt>Approved</dt><dd>${String(row.first_approval)}</dd>`}
      <dt>Source</dt>
      <dd>${origin}</dd>
      <dt>Compare</dt>
      <dd>
        <a href=${compareLink([{...row, isOwn: row.source_id === "typed"}])}>with others, side by side</a>
      </dd>
    </dl>
    ${decisionButtons({
      key: compoundKey(row),
      label: row.name ?? (isChembl ? row.compound_id : row.smiles),
      smiles: row.smiles
    })}
  </div>`;
}

function state(title: string, words: string): HTMLElement {
  return html<HTMLElement>`<div class="state" role="status">
    <h3>${title}</h3>
    <p>${words}</p>
  </div>`;
}
