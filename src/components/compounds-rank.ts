import {html} from "htl";
import {FileAttachment} from "observablehq:stdlib";
import {
  type ColumnReader,
  type MpoProfile,
  type MpoScores,
  mpoScores,
  mpoScoresInSlices,
  parseMpoProfile
} from "../scoring/mpo.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import type {AddedColumn, ColumnSet} from "../tables/column-set.js";
import {mpoColumns} from "../tables/mpo-columns.js";
import type {CompoundsModel} from "./compounds-model.js";
import {saveText} from "./save-file.js";
import {isKept, keepProfile, keptProfiles} from "./kept-profiles.js";
import {mpoBreakdown} from "./mpo-breakdown.js";
import {mpoEditor} from "./mpo-editor.js";
import {openFileButton} from "./open-file-button.js";
import {LARGE_ROWS, pagePause} from "./page-pause.js";

const NAMES = ["mpo_score", "mpo_known"] as const;
/** Before the name of a profile that is kept in this browser, in the list of profiles. */
const KEPT = "kept:";

const readProfiles = async (): Promise<MpoProfile[]> =>
  (await FileAttachment("../data/mpo-profiles.json").json<unknown[]>()).map(parseMpoProfile);

/** Ranking by a profile of desirability curves; its score is a column of the set like any other. */
export class CompoundsRank {
  readonly node: HTMLDetailsElement;
  readonly #model: CompoundsModel;
  readonly #onProfile: () => void;
  readonly #content = html`<div class="mpo"></div>`;
  readonly #unfolded = new Set<string>();
  #ready: readonly MpoProfile[] = [];
  #profile: MpoProfile | null = null;

  /** @param onProfile told when another profile is in force */
  constructor(model: CompoundsModel, onProfile: () => void, signal: AbortSignal) {
    this.#model = model;
    this.#onProfile = onProfile;
    this.node = html<HTMLDetailsElement>`<details class="rail-part">
      <summary><h2>Rank</h2></summary>
      ${this.#content}
    </details>`;
    this.node.open = model.state.value.mpo !== "";
    model.onChange((change) => {
      if (change === "rows") void this.#score();
    }, signal);
    void this.#open();
  }

  /** How the score of a compound comes about; null without a profile. */
  explain(row: number): HTMLElement | null {
    return this.#profile && mpoBreakdown(this.#profile, this.#model.set, row);
  }

  /** The profile in words, with its citation; empty for none. */
  words(): string {
    if (this.#profile === null) return "";
    const {name, citation, doi} = this.#profile;
    const isWhole = this.#ready.includes(this.#profile) || isKept(this.#profile);
    return `${name}${isWhole ? "" : ", changed"}${citation === "" ? "" : ` (${citation}${doi === null ? "" : `, doi:${doi}`})`}`;
  }

  /** The columns of the profile in force for the rows of a set; none without a profile. */
  columnsFor(set: ColumnSet): AddedColumn[] {
    const profile = this.#profile;
    return profile === null ? [] : scoreColumns(profile, mpoScores(profile, readerOf(set), set.rowCount));
  }

  async #open(): Promise<void> {
    try {
      this.#ready = await readProfiles();
      const {mpo, profile} = this.#model.state.value;
      this.#profile =
        profile === "" ? (this.#ready.find(({id}) => id === mpo) ?? null) : parseMpoProfile(JSON.parse(profile));
      await this.#score();
      this.#showScore();
      this.#show();
    } catch (error) {
      this.#say(`The profile could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** A link that names a profile and no columns shows the score and goes by it. */
  #showScore(): void {
    const {state} = this.#model;
    const {columns, sort} = state.value;
    const chosen = columns.filter((name) => !isOwnColumn(name));
    if (this.#profile === null || chosen.join() !== FIRST_COLUMNS.join()) return;
    state.set({columns: [NAMES[0], ...columns]});
    this.#model.sort(sort ?? {key: NAMES[0], descending: true});
  }

  #say(words: string): void {
    this.#content.prepend(html`<p class="small" role="alert">${words}</p>`);
  }

  /** A small set has its scores when this returns, a large one when it resolves. */
  async #score(): Promise<void> {
    this.#onProfile();
    const {set} = this.#model;
    const profile = this.#profile;
    if (profile === null) this.#model.dropColumns(NAMES);
    else if (set.rowCount <= LARGE_ROWS) this.#model.putColumns(this.columnsFor(set));
    else {
      const scores = await mpoScoresInSlices(profile, readerOf(set), set.rowCount, pagePause());
      const isCurrent = profile === this.#profile && set.rowCount === this.#model.set.rowCount;
      if (isCurrent) this.#model.putColumns(scoreColumns(profile, scores));
    }
  }

  /** Takes a profile as it was published, an edited one, or none. */
  #take(profile: MpoProfile | null): void {
    const isFirst = this.#profile === null && profile !== null;
    this.#profile = profile;
    const {state} = this.#model;
    const isReady = profile === null || this.#ready.includes(profile);
    const columns = state.value.columns.filter((name) => !NAMES.some((own) => own === name));
    state.set({
      mpo: profile?.id ?? "",
      profile: isReady ? "" : JSON.stringify(profile),
      columns: profile === null ? columns : [NAMES[0], ...columns]
    });
    void this.#score().then(() => {
      if (isFirst && this.#profile === profile) this.#model.sort({key: NAMES[0], descending: true});
    });
    this.#show();
  }

  #show(): void {
    const profile = this.#profile;
    this.#content.replaceChildren(this.#chooser());
    if (profile === null) return;
    this.#content.append(
      mpoEditor({
        profile,
        set: this.#model.set,
        unfolded: this.#unfolded,
        onChange: (changed) => {
          this.#take(changed);
        }
      }),
      this.#files(profile)
    );
  }

  #chooser(): HTMLElement {
    const current = this.#profile;
    const isReady = current === null || this.#ready.includes(current);
    const isOwn = !isReady && !isKept(current);
    const kept = keptProfiles();
    const select = html<HTMLSelectElement>`<select aria-label="Profile to rank by">
      <option value="">no profile</option>
      ${this.#ready.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
      ${isOwn ? html`<option value="own">${current.name}, changed</option>` : ""}
      ${
        kept.length === 0
          ? ""
          : html`<optgroup label="Kept in this browser">
              ${kept.map(({name}) => html`<option value=${KEPT + name}>${name}</option>`)}
            </optgroup>`
      }
    </select>`;
    select.value = isReady ? (current?.id ?? "") : isOwn ? "own" : KEPT + current.name;
    select.onchange = () => {
      const {value} = select;
      const ready = this.#ready.find(({id}) => id === value);
      this.#take(ready ?? kept.find(({name}) => KEPT + name === value) ?? null);
    };
    return html`<p class="mpo-chooser">${select}${current === null ? this.#openButton() : ""}</p>`;
  }

  #openButton(): HTMLElement {
    return openFileButton({
      ...{words: "Open a profile", label: "File of a profile", accept: ".json", look: "quiet"},
      onFiles: async ([file]) => {
        try {
          this.#take(parseMpoProfile(JSON.parse(await file.text())));
        } catch (error) {
          this.#say(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    });
  }

  #files(profile: MpoProfile): HTMLElement {
    const save = html<HTMLButtonElement>`<button type="button" class="quiet">Save as JSON</button>`;
    save.onclick = () => {
      saveText(`${profile.id}.json`, "application/json", `${JSON.stringify(profile, null, 1)}\n`);
    };
    const keep = keepProfile({
      profile,
      onKept: (named) => {
        this.#take(named);
      },
      onForgotten: () => {
        this.#show();
      },
      onProblem: (words) => {
        this.#say(words);
      }
    });
    return html`<div>
      <p>${keep}</p>
      <p>${save}${this.#openButton()}</p>
    </div>`;
  }
}

function readerOf(set: ColumnSet): ColumnReader {
  const names = new Set(set.numericNames);
  return (name) => (names.has(name) ? set.numbers(name) : null);
}

const scoreColumns = ({name}: MpoProfile, {score, known}: MpoScores): AddedColumn[] => [
  {name: NAMES[0], column: {...mpoColumns.mpo_score, label: `${name} score`}, values: score},
  {name: NAMES[1], column: mpoColumns.mpo_known, values: known}
];
