/** Longest pick that an address carries: many servers refuse addresses of more than eight thousand characters. */
export const LONGEST_PICK = 6000;
const KEY = "fumehood:pick";
const NAME = /^kept\.[0-9a-z]+$/;
const NAME_LENGTH = 8;

/** The last pick that was too long for an address, where the browser keeps nothing between visits. */
let last = {name: "", pick: ""};

/** What the address carries of a pick: itself, or, when it is too long, a name under which this tab keeps it: the last such pick alone. */
export function shortPick(pick: string): string {
  if (pick.length <= LONGEST_PICK) return pick;
  last = {name: `kept.${crypto.randomUUID().slice(0, NAME_LENGTH)}`, pick};
  try {
    sessionStorage.setItem(KEY, `${last.name} ${pick}`);
  } catch {
    // Storage is denied or full: the pick lasts as long as the page.
  }
  return last.name;
}

/** True for a pick of which the address carries a name only: a link to it is of no use elsewhere. */
export const isKeptPick = (text: string): boolean => NAME.test(text);

/** The pick that an address means; null for a name that this tab does not keep. */
export function fullPick(text: string): string | null {
  if (!isKeptPick(text)) return text;
  if (text === last.name) return last.pick;
  try {
    const [name, pick = null] = sessionStorage.getItem(KEY)?.split(" ") ?? [];
    return name === text ? pick : null;
  } catch {
    return null;
  }
}
