import {html} from "htl";
import {type Decision, REASONS, type Verdict, VERDICTS} from "../state/shortlist.js";
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

const REASON_LIST = "fumehood-reasons";

/** The reasons that are offered, once in the page. */
function offerReasons(): void {
  if (document.getElementById(REASON_LIST)) return;
  document.body.append(
    html<HTMLDataListElement>`<datalist id=${REASON_LIST}>
      ${REASONS.map((reason) => html`<option value=${reason}></option>`)}
    </datalist>`
  );
}

const wordsInput = (what: string, label: string, more: Readonly<Record<string, string>>): HTMLInputElement =>
  html<HTMLInputElement>`<input
    ${{type: "text", hidden: true, placeholder: what, ...more}}
    aria-label=${`${what} on ${label}`}
  />`;

function reasonInput(label: string): HTMLInputElement {
  offerReasons();
  return wordsInput("Reason", label, {list: REASON_LIST, class: "decision-reason"});
}

type Said = Pick<Decision, "verdict" | "reason" | "note">;

/** Keep, maybe or drop, with a reason and a note; kept in this browser and shown the same everywhere. */
export function decisionButtons({key, label, smiles = ""}: Subject): HTMLElement {
  const store: ShortlistStore = shortlistOfPage();
  const reason = reasonInput(label);
  const note = wordsInput("Note", label, {});
  const typed = (): Pick<Said, "reason" | "note"> => ({reason: reason.value.trim(), note: note.value});
  let current: Decision | undefined;
  const read = async (): Promise<Decision | undefined> => (await store.all()).find((decision) => decision.key === key);
  // From what is kept now: another tab may have decided since this one was drawn.
  const decide = async (change: (now: Decision | undefined) => Said): Promise<void> => {
    const now = await read();
    const decided_at = new Date().toISOString();
    await store.put([{...now, key, label, smiles, ...change(now), author: authorName(), decided_at}]);
  };
  const buttons = VERDICTS.map((verdict) => {
    const button = html<HTMLButtonElement>`<button type="button">${MARKS[verdict]} ${verdict}</button>`;
    button.onclick = () => {
      void (current?.verdict === verdict ? store.remove(key) : decide(() => ({verdict, ...typed()}))).then(show);
    };
    return {verdict, button};
  });
  const onWords = (): void => {
    if (current === undefined) return;
    const {verdict} = current;
    void decide((now) => ({verdict: now?.verdict ?? verdict, ...typed()}));
  };
  reason.onchange = onWords;
  note.onchange = onWords;
  const show = async (): Promise<void> => {
    current = await read();
    for (const {verdict, button} of buttons) button.setAttribute("aria-pressed", String(current?.verdict === verdict));
    // Words being typed are left alone.
    for (const [input, words] of [
      [reason, current?.reason],
      [note, current?.note]
    ] as const) {
      input.hidden = current === undefined;
      if (document.activeElement !== input) input.value = words ?? "";
    }
  };
  const node = html<HTMLElement>`<div class="decision" role="group" aria-label=${`Decision on ${label}`}>
    ${buttons.map(({button}) => button)}${reason}${note}
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
