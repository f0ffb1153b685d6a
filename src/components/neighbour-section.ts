import {html} from "htl";
import {structureQuery} from "../search/structure-query.js";
import {type CompoundName, projectCompoundNames} from "../store/queries/project-compounds.js";
import type {Store} from "../store/store.js";
import type {CompoundRow} from "../tables/compounds.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {SetSearch} from "../workers/search-client.js";
import {workProgress} from "./conformer-section.js";
import {loadKernels} from "./load-kernels.js";
import {structure} from "./structure.js";

const SHOWN = 6;
const LEAST = 0.3;

interface Neighbour extends CompoundName {
  readonly similarity: number;
}

/** The published compounds most like this one, of the project and among approved drugs, found when it is asked for. */
export function neighbourSection(store: Store, row: CompoundRow, approved: string, signal: AbortSignal): HTMLElement {
  const place = html<HTMLElement>`<div></div>`;
  const button = html<HTMLButtonElement>`<button type="button">Find the nearest</button>`;
  button.onclick = () => {
    button.disabled = true;
    void find(store, row, approved, place, signal).finally(() => {
      button.disabled = false;
    });
  };
  return html<HTMLElement>`<div>
    <p class="note">
      By Tanimoto similarity of Morgan fingerprints (radius 2, 2,048 bits) over every published compound. ${button}
    </p>
    ${place}
  </div>`;
}

async function find(
  store: Store,
  row: CompoundRow,
  approved: string,
  place: HTMLElement,
  signal: AbortSignal
): Promise<void> {
  const stop = new AbortController();
  const {node, update} = workProgress("Compounds compared", () => {
    stop.abort(new Error("cancelled"));
  });
  place.replaceChildren(node);
  const search = new SetSearch({urls: rdkitUrls, kernels: await loadKernels()});
  try {
    const names = await store.rows(projectCompoundNames());
    search.setRows(names.map(({smiles}) => smiles));
    const query = structureQuery({structure: row.smiles, mode: "similar", threshold: LEAST});
    const {rows, scores} = await search.search(query, {
      signal: AbortSignal.any([signal, stop.signal]),
      onProgress: ({settled, total}) => {
        update(settled, total);
      }
    });
    const found = [...rows].flatMap((index, i): Neighbour[] => {
      const name = names[index];
      return name && name.inchikey !== row.inchikey ? [{...name, similarity: scores?.[i] ?? NaN}] : [];
    });
    place.replaceChildren(
      group(
        "In the project",
        found.filter(({set_id: set}) => set !== approved),
        row
      ),
      group(
        "Among approved drugs",
        found.filter(({set_id: set}) => set === approved),
        row
      )
    );
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    place.replaceChildren(html`<p role="status">${words === "cancelled" ? "Cancelled." : `Not found: ${words}`}</p>`);
  } finally {
    search.dispose();
  }
}

function group(title: string, found: readonly Neighbour[], row: CompoundRow): HTMLElement {
  const seen = new Set<string>();
  const nearest = found.filter(({inchikey}) => !seen.has(inchikey) && seen.add(inchikey)).slice(0, SHOWN);
  return html<HTMLElement>`<section>
    <h3>${title}</h3>
    ${
      nearest.length === 0
        ? html`<p class="note">None with a similarity of ${LEAST} or more.</p>`
        : html`<ul class="neighbour-list">
            ${nearest.map((each) => card(each, row))}
          </ul>`
    }
  </section>`;
}

function card({compound_id: id, name, smiles, similarity}: Neighbour, row: CompoundRow): HTMLElement {
  const compare = `./compare?${new URLSearchParams({c: `${row.source_id === "typed" ? row.smiles : row.compound_id} ${id}`}).toString()}`;
  return html<HTMLElement>`<li>
    ${structure(smiles, {width: 180, height: 120, label: name ?? id})}
    <p><a href=${`./compound?${new URLSearchParams({id, smiles}).toString()}`}>${name ?? id}</a></p>
    <p class="note">similarity ${similarity.toFixed(2)}, <a href=${compare}>compare</a></p>
  </li>`;
}
