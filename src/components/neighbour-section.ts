import {html} from "htl";
import type {Store} from "../store/store.js";
import type {CompoundRow} from "../tables/compounds.js";
import {formsOf} from "../workers/forms-client.js";
import {type Neighbour, projectNeighbours} from "./project-neighbours.js";
import {compareLink, compoundAddress} from "./compound-address.js";
import {structure} from "./structure.js";

const SHOWN = 6;
const LEAST = 0.3;

/** The published compounds most like this one, of the project and among approved drugs. */
export function neighbourSection(store: Store, row: CompoundRow, approved: string, signal: AbortSignal): HTMLElement {
  const place = html<HTMLElement>`<div><p class="note" role="status">Comparing fingerprints</p></div>`;
  void find(store, row, approved, place, signal);
  return html<HTMLElement>`<div>
    <p class="note">
      By Tanimoto similarity of Morgan fingerprints (radius 2, 2,048 bits) over every published compound.
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
  const fingerprintOf = async (): Promise<Uint8Array> => {
    const [own] = (await formsOf([row.smiles], signal)).forms;
    if (!own) throw new Error("the structure could not be read");
    return own.fingerprint;
  };
  try {
    const found = await projectNeighbours(store, row.inchikey, LEAST, fingerprintOf);
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
    if (signal.aborted) return;
    const words = error instanceof Error ? error.message : String(error);
    place.replaceChildren(html`<p role="status">Not found: ${words}</p>`);
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
  const neighbour = {compound_id: id, smiles, name, isOwn: false};
  const compare = compareLink([{...row, isOwn: row.source_id === "typed"}, neighbour]);
  return html<HTMLElement>`<li>
    ${structure(smiles, {width: 180, height: 120, label: name ?? id})}
    <p><a href=${compoundAddress(neighbour)}>${name ?? id}</a></p>
    <p class="note">similarity ${similarity.toFixed(2)}, <a href=${compare}>compare</a></p>
  </li>`;
}
