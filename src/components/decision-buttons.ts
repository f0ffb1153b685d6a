import {html} from "htl";
import {type Decision, type Verdict, VERDICTS} from "../state/shortlist.js";
import {shortlistOfPage, type ShortlistStore} from "../state/shortlist-store.js";

const AUTHOR_KEY = "fumehood:author";
const MARKS: Readonly<Record<Verdict, string>> = {keep: "✓", maybe: "?", drop: "✕"};

/** The name under which decisions of this browser are made; empty until somebody gives one. */
export function authorName(): string {
  try {
    return localStorage.getItem(AUTHOR_KEY) ?? "";
  } catch {
    return "";
  }
}

export function rememberAuthor(name: string): void {
  try {
    localStorage.setItem(AUTHOR_KEY, name);
  } catch {
    // Storage is denied: decisions carry no name.
  }
}

/** What a decision is about. */
export interface Subject {
  readonly key: string;
  readonly label: string;
  readonly smiles?: string;
}

/** Keep, maybe or drop, with a note; kept in this browser and shown the same everywhere. */
export function decisionButtons({key, label, smiles = ""}: Subject): HTMLElement {
  const store: ShortlistStore = shortlistOfPage();
  const note = html<HTMLInputElement>`<input type="text" placeholder="Why?" aria-label=${`Note on ${label}`} hidden />`;
  let current: Decision | undefined;
  const read = async (): Promise<Decision | undefined> => (await store.all()).find((decision) => decision.key === key);
  // From what is kept now: another tab may have decided since this one was drawn.
  const decide = async (change: (now: Decision | undefined) => Pick<Decision, "verdict" | "note">): Promise<void> => {
    const now = await read();
    const decided_at = new Date().toISOString();
    await store.put([{...now, key, label, smiles, ...change(now), author: authorName(), decided_at}]);
  };
  const buttons = VERDICTS.map((verdict) => {
    const button = html<HTMLButtonElement>`<button type="button">${MARKS[verdict]} ${verdict}</button>`;
    button.onclick = () => {
      void (current?.verdict === verdict ? store.remove(key) : decide(() => ({verdict, note: note.value}))).then(show);
    };
    return {verdict, button};
  });
  note.onchange = () => {
    if (current === undefined) return;
    const {verdict} = current;
    void decide((now) => ({verdict: now?.verdict ?? verdict, note: note.value}));
  };
  const show = async (): Promise<void> => {
    current = await read();
    for (const {verdict, button} of buttons) button.setAttribute("aria-pressed", String(current?.verdict === verdict));
    note.hidden = current === undefined;
    // Words being typed are left alone.
    if (document.activeElement !== note) note.value = current?.note ?? "";
  };
  const node = html<HTMLElement>`<div class="decision" role="group" aria-label=${`Decision on ${label}`}>
    ${buttons.map(({button}) => button)}${note}
  </div>`;
  const stopper = new AbortController();
  store.onChange(() => {
    if (node.isConnected) void show();
    else stopper.abort();
  }, stopper.signal);
  // A browser that keeps nothing (some private windows) has no use for decisions.
  show().catch(() => {
    node.hidden = true;
  });
  return node;
}
