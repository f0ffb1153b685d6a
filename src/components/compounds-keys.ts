import type {CompoundsCompare} from "./compounds-compare.js";
import type {CompoundsTriage} from "./compounds-triage.js";
import {verdictOfKey} from "./compounds-triage.js";

/** What the keys of a list of compounds act on. */
export interface CompoundsKeys {
  /** Row moved to; -1 before any. */
  readonly row: () => number;
  /** Goes to the next row. */
  readonly next: () => void;
  readonly triage: CompoundsTriage;
  readonly compare: CompoundsCompare;
  readonly pin: (row: number) => void;
  /** Copies the structure of a row as an image. */
  readonly copy: (row: number) => void;
  /** The field for a note on the compound moved to; null when it is not shown. */
  readonly noteField: () => HTMLInputElement | null;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, select, textarea") !== null;

/** A note stands beside a decision: without one, the compound becomes a maybe. Enter and Escape go back to the list. */
async function takeNote(row: number, {triage, noteField}: CompoundsKeys, list: HTMLElement): Promise<void> {
  if (noteField()?.hidden) await triage.decide(row, "maybe");
  for (let tries = 0; noteField()?.hidden && tries < 20; tries++) await new Promise((done) => setTimeout(done, 25));
  const field = noteField();
  field?.focus();
  field?.addEventListener("keydown", ({key}) => {
    if (key === "Enter" || key === "Escape") list.querySelector<HTMLElement>("[role=grid]")?.focus();
  });
}

/** Does what a key stands for; false when it stands for nothing here. */
function act(event: KeyboardEvent, row: number, keys: CompoundsKeys, list: HTMLElement): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === "c" && String(getSelection()) === "") {
    keys.copy(row);
    return true;
  }
  if (isCommand || event.altKey) return false;
  const verdict = verdictOfKey(event);
  if (verdict !== null) {
    void keys.triage.decide(row, verdict);
    keys.next();
  } else if (event.key === "n") void takeNote(row, keys, list);
  else if (event.key === "p") keys.pin(row);
  else if (event.key === "c") keys.compare.go();
  else if (event.key === "x") keys.compare.toggle(row);
  else return false;
  return true;
}

/** Keys of a list: keep, drop, maybe, note, pin, select, compare, copy, for the compound moved to. */
export function listenToKeys(list: HTMLElement, keys: CompoundsKeys): void {
  list.addEventListener(
    "keydown",
    (event) => {
      const row = keys.row();
      if (row < 0 || isField(event.target) || !act(event, row, keys, list)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    {capture: true}
  );
}
