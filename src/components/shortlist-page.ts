import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {
  type Conflict,
  type Decision,
  formatShortlist,
  joinConflict,
  mergeShortlists,
  nameOfKey,
  parseShortlist,
  rekeyCompounds,
  type ShortlistRead,
  VERDICTS
} from "../state/shortlist.js";
import {shortlistOfPage, type ShortlistStore} from "../state/shortlist-store.js";
import {openProjectStore} from "../store/project-store.js";
import {shortlistedCompounds} from "../store/queries/shortlisted-compounds.js";
import type {Project} from "../tables/project.js";
import {compoundAddress, ownCompound} from "./compound-address.js";
import {authorName, decisionButtons, rememberAuthor} from "./decision-buttons.js";
import {openFileButton} from "./open-file-button.js";
import {saveText} from "./save-file.js";
import {structure} from "./structure.js";

/** The Shortlist page: every decision kept in this browser, its file, and what two people's files disagree on. */
export async function shortlistPage(invalidation: Promise<unknown>): Promise<HTMLElement> {
  const project = await FileAttachment("../data/project.json").json<Project>();
  const store = shortlistOfPage();
  const stopper = new AbortController();
  void invalidation.then(() => {
    stopper.abort();
  });
  const list = html<HTMLElement>`<div></div>`;
  const outcome = html<HTMLElement>`<div role="status"></div>`;
  const show = async (): Promise<void> => {
    list.replaceChildren(decisionList(await store.all()));
  };
  // Conflicts of one file stay open when another file is read.
  const open = html<HTMLElement>`<div></div>`;
  const merge = async ({decisions: read, issues}: ShortlistRead, file: string): Promise<void> => {
    const {decisions, conflicts: within} = rekeyCompounds(read, await inchikeysOf(read));
    const {changed, nAdded, conflicts} = mergeShortlists(await store.all(), decisions);
    await store.put(changed);
    outcome.replaceChildren(
      mergeWords(read.length, nAdded, conflicts.length, issues.length, file),
      ...issueNotes(issues)
    );
    open.append(...[...conflicts, ...within].map((conflict) => conflictCard(conflict, file)));
  };
  const take = async (file: File): Promise<void> => {
    const read = parseShortlist(await file.text(), file.name);
    if (read.project === "" || read.project === project.id) await merge(read, file.name);
    else outcome.replaceChildren(otherProject(read.project, project.id, () => merge(read, file.name)));
  };
  open.append(...(await rekeyStore(store)).map((conflict) => conflictCard(conflict, "an earlier decision")));
  store.onChange(() => void show(), stopper.signal);
  await show();
  return html<HTMLElement>`<div class="shortlist">
    ${toolbar(
      async () => formatShortlist(await store.all(), project.id),
      (file) => void take(file)
    )}
    ${outcome} ${open} ${list}
  </div>`;
}

/** InChIKeys of the published compounds that decisions name by id. */
async function inchikeysOf(decisions: readonly Decision[]): Promise<Map<string, string>> {
  const ids = decisions.filter(({key}) => key.startsWith("compound:")).map(({key}) => nameOfKey(key));
  const rows = ids.length === 0 ? [] : await (await openProjectStore()).rows(shortlistedCompounds(ids, []));
  return new Map(rows.map(({compound_id: id, inchikey}) => [id, inchikey]));
}

/** Brings the shortlist of this browser to today's keys. Answers what two keys of one molecule disagree on. */
async function rekeyStore(store: ShortlistStore): Promise<readonly Conflict[]> {
  const before = await store.all();
  const {decisions, gone, conflicts} = rekeyCompounds(before, await inchikeysOf(before));
  if (gone.length === 0) return [];
  await store.put(decisions);
  for (const key of gone) await store.remove(key);
  return conflicts;
}

const mergeWords = (nRead: number, nAdded: number, nConflicts: number, nRefused: number, file: string): HTMLElement =>
  html`<p>
    ${String(nRead)} decisions read from ${file}: ${String(nAdded)} added, ${String(nConflicts)} differ from
    yours${nRefused > 0 ? `, ${String(nRefused)} could not be taken` : ""}.
  </p>`;

const issueNotes = (issues: ShortlistRead["issues"]): HTMLElement[] =>
  issues.map(
    ({line, reason}) =>
      html<HTMLElement>`<p class="note">${line === null ? "" : `Decision ${String(line)}: `}${reason}</p>`
  );

/** Asks before the decisions of another question are taken in. */
function otherProject(theirs: string, own: string, onMerge: () => Promise<void>): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button">Merge it all the same</button>`;
  button.onclick = () => {
    void onMerge();
  };
  return html<HTMLElement>`<div class="state is-warning">
    <h3>The file was made in another project</h3>
    <p>
      It is of ${theirs}, this is ${own}. What was kept for one question may not be wanted for another. Nothing was read
      yet.
    </p>
    ${button}
  </div>`;
}

function toolbar(write: () => Promise<string>, onFile: (file: File) => void): HTMLElement {
  const author = html<HTMLInputElement>`<input
    type="text"
    aria-label="Your name on decisions"
    placeholder="Your name"
  />`;
  author.value = authorName();
  author.onchange = () => {
    rememberAuthor(author.value);
  };
  const save = html<HTMLButtonElement>`<button type="button">Save as a file</button>`;
  save.onclick = () => {
    void write().then((text) => {
      saveText("shortlist.json", "application/json", text);
    });
  };
  const open = openFileButton({
    ...{words: "Merge a colleague's", label: "Shortlist file to merge", accept: ".json"},
    onFiles: ([file]) => {
      onFile(file);
    }
  });
  return html<HTMLElement>`<div class="shortlist-bar">${author} ${save} ${open}</div>`;
}

function decisionList(decisions: readonly Decision[]): HTMLElement {
  if (decisions.length === 0)
    return html<HTMLElement>`<div class="state">
      <h3>Nothing decided yet</h3>
      <p>Keep, maybe and drop stand beside every compound and target that is chosen, on its page and in the tables.</p>
    </div>`;
  const groups = VERDICTS.map((verdict) => ({
    verdict,
    own: decisions.filter((decision) => decision.verdict === verdict)
  }));
  return html<HTMLElement>`<div>
    ${groups
      .filter(({own}) => own.length > 0)
      .map(
        ({verdict, own}) =>
          html`<section>
            <h2>${{keep: "Keep", maybe: "Maybe", drop: "Dropped"}[verdict]}, ${String(own.length)}</h2>
            <ul class="decision-list">
              ${own.map(decisionCard)}
            </ul>
          </section>`
      )}
  </div>`;
}

function addressOf({key, smiles, label}: Decision): string {
  const id = nameOfKey(key);
  if (key.startsWith("target:")) return `./targets?${new URLSearchParams({at: id}).toString()}`;
  return compoundAddress(
    /^CHEMBL\d+$/.test(id) ? {...ownCompound(smiles), compound_id: id, isOwn: false} : ownCompound(smiles, label)
  );
}

const decisionCard = (decision: Decision): HTMLElement =>
  html`<li>
    ${decision.smiles === "" ? "" : structure(decision.smiles, {width: 168, height: 112, label: decision.label})}
    <p><a href=${addressOf(decision)}>${decision.label || decision.key}</a></p>
    <p class="note">${decision.author === "" ? "" : `${decision.author}, `}${decision.decided_at.slice(0, 10)}</p>
    ${decisionButtons(decision)}
  </li>`;

/** Until somebody decides, the own decision stands. Joining takes it as it is then, not as it was when the file was read. */
function conflictCard({own, other}: Conflict, file: string): HTMLElement {
  const store = shortlistOfPage();
  const words = ({author, verdict, reason = "", note}: Decision): string =>
    `${author || "no name"}: ${[verdict, reason, note].filter((part) => part !== "").join(", ")}`;
  const act = (label: string, settle: () => Promise<void>): HTMLButtonElement => {
    const button = html<HTMLButtonElement>`<button type="button">${label}</button>`;
    button.onclick = () => {
      void settle().then(() => {
        card.remove();
      });
    };
    return button;
  };
  const join = async (): Promise<void> => {
    const now = (await store.all()).find(({key}) => key === own.key) ?? own;
    await store.put([joinConflict({own: now, other}, "maybe", new Date().toISOString())]);
  };
  const card = html<HTMLElement>`<div class="conflict" role="group" aria-label=${`Conflict on ${own.label}`}>
    <p><b>${own.label || own.key}</b> You — ${words(own)}. ${file} — ${words(other)}.</p>
    ${act("Keep yours", () => Promise.resolve())} ${act("Take the file's", () => store.put([other]))}
    ${act("Keep both notes, as maybe", join)}
  </div>`;
  return card;
}
