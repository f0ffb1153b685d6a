import {html} from "htl";
import {forgetSet, keepSet, keptSets} from "./kept-sets.js";
import {formatCount} from "../base/format-number.js";
import type {ColumnSet} from "../tables/column-set.js";
import {openParquetMaker} from "../workers/export-client.js";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toPrecision(2)} MB`;

/** The sets kept in this browser, to open or forget; empty when there are none. */
export function keptList(onOpen: (name: string) => void): HTMLElement {
  const node = html<HTMLElement>`<span class="kept-sets"></span>`;
  const show = async (): Promise<void> => {
    const items = (await keptSets()).map(({name, bytes}) => {
      const open = html<HTMLButtonElement>`<button type="button" title=${megabytes(bytes)}>${name}</button>`;
      open.onclick = () => {
        onOpen(name);
      };
      const forget = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label=${`Forget ${name}`}>
        ×
      </button>`;
      forget.onclick = () => void forgetSet(name).then(show);
      return html`<span>${open}${forget}</span>`;
    });
    node.replaceChildren(...(items.length === 0 ? [] : ["Kept in this browser: ", ...items]));
  };
  void show();
  return node;
}

/** A button that keeps a set in this browser until it is forgotten; it tells how far it is and how it ended. */
export function keepButton(name: string, set: ColumnSet): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button">Keep for the next visit</button>`;
  const words = html<HTMLElement>`<span class="muted" role="status"></span>`;
  button.onclick = async () => {
    button.disabled = true;
    const maker = openParquetMaker(new AbortController().signal);
    const onPiece = (done: number): void => {
      words.textContent = `${formatCount(done)} of ${formatCount(set.rowCount)} written`;
    };
    try {
      await keepSet(name, set, onPiece, maker.open);
      words.textContent = "Kept in this browser; it is sent nowhere.";
    } catch (error) {
      button.disabled = false;
      words.textContent = `Not kept: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      maker.dispose();
    }
  };
  return html<HTMLElement>`<span class="kept-sets">${button} ${words}</span>`;
}
