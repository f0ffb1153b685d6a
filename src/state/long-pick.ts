import {listMark} from "../base/pick-text.js";

/** Longest pick that an address carries: many servers refuse addresses of more than eight thousand characters. */
export const LONGEST_PICK = 6000;
const KEY = "fumehood:pick:";
const NAME = /^kept\.[0-9a-z]+$/;

/** Picks too long for an address, by name, where the browser keeps nothing between visits. */
const kept = new Map<string, string>();

/** What the address carries of a pick: itself, or, when it is too long, a name under which this tab keeps it. */
export function shortPick(pick: string): string {
  if (pick.length <= LONGEST_PICK) return pick;
  const name = `kept.${listMark([pick])}`;
  kept.set(name, pick);
  try {
    sessionStorage.setItem(KEY + name, pick);
  } catch {
    // Storage is denied or full: the pick lasts as long as the page.
  }
  return name;
}

/** True for a pick of which the address carries a name only: a link to it is of no use elsewhere. */
export const isKeptPick = (text: string): boolean => NAME.test(text);

/** The pick that an address means; null for a name that this tab does not keep. */
export function fullPick(text: string): string | null {
  if (!isKeptPick(text)) return text;
  try {
    return kept.get(text) ?? sessionStorage.getItem(KEY + text);
  } catch {
    return null;
  }
}
