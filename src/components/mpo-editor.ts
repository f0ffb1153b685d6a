import {html} from "htl";
import {addCorner, curveEditor} from "../charts/curve-editor.js";
import type {DesirabilityCurve} from "../scoring/desirability.js";
import type {Combination, MissingPolicy, MpoCriterion, MpoProfile} from "../scoring/mpo.js";
import type {ColumnSet} from "../tables/column-set.js";

export interface MpoEditorOptions {
  readonly profile: MpoProfile;
  readonly set: ColumnSet;
  /** Columns whose criterion is unfolded; kept by the editor. */
  readonly unfolded: Set<string>;
  /** Takes the profile after each change; the editor is then made again. */
  readonly onChange: (profile: MpoProfile) => void;
}

const MISSING_WORDS: Readonly<Record<MissingPolicy, string>> = {
  leave_out: "is left out, the rest scaled up",
  worst: "counts 0: a lower bound",
  best: "counts 1: an upper bound",
  no_score: "gives no score"
};

const COMBINE_WORDS: Readonly<Record<Combination, string>> = {
  sum: "added up",
  mean: "averaged",
  geometric: "as a geometric mean"
};

function choice<Key extends string>(
  label: string,
  words: Readonly<Record<Key, string>>,
  value: Key,
  onChoose: (key: Key) => void
): HTMLElement {
  const keys = Object.keys(words) as Key[];
  const select = html<HTMLSelectElement>`<select>
    ${keys.map((key) => html`<option value=${key}>${words[key]}</option>`)}
  </select>`;
  select.value = value;
  select.onchange = () => {
    const key = keys.find((each) => each === select.value);
    if (key !== undefined) onChoose(key);
  };
  return html`<label class="mpo-choice">${label} ${select}</label>`;
}

function quietButton(words: string, of: string, act: () => void): HTMLElement {
  const node = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label=${`${words}: ${of}`}>
    ${words}
  </button>`;
  node.onclick = act;
  return node;
}

/** The range that a curve is drawn over: its corners, and the inner 98 % of the set's values. */
function spanOf({points}: DesirabilityCurve, values: Float64Array | null): readonly [from: number, to: number] {
  const known = values?.filter((value) => Number.isFinite(value)).sort() ?? new Float64Array();
  const at = (share: number): number[] => {
    const value = known[Math.round(share * (known.length - 1))];
    return value === undefined ? [] : [value];
  };
  const all = [...points.map(([x]) => x), ...at(0.01), ...at(0.99)];
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all))];
  return low === high ? [low - 1, high + 1] : [low, high];
}

const SAMPLE = 5000;

/** Some of a column's values, spread over the rows. */
function sampleOf(set: ColumnSet, column: string): Float64Array | null {
  if (!set.numericNames.includes(column)) return null;
  const values = set.numbers(column);
  const stride = Math.max(1, Math.ceil(values.length / SAMPLE));
  return values.filter((_, row) => row % stride === 0);
}

function criterionNode(
  criterion: MpoCriterion,
  {set, unfolded}: MpoEditorOptions,
  onChange: (changed: MpoCriterion | null) => void
): HTMLDetailsElement {
  const {column, label, weight, curve} = criterion;
  const sample = sampleOf(set, column);
  const slider = html<HTMLInputElement>`<input
    type="range"
    min="0"
    max="2"
    step="0.1"
    aria-label=${`Weight of ${label}`}
  />`;
  slider.value = String(weight);
  slider.onchange = () => {
    onChange({...criterion, weight: Number(slider.value)});
  };
  const [from, to] = spanOf(curve, sample);
  const editor = curveEditor({
    ...{label, curve, from, to},
    onChange: (drawn) => {
      onChange({...criterion, curve: drawn});
    }
  });
  const button = (words: string, act: () => void): HTMLElement => quietButton(words, label, act);
  const isAbsent = sample === null || sample.every((value) => Number.isNaN(value));
  const node = html<HTMLDetailsElement>`<details class="mpo-criterion">
    <summary>
      <span class="mpo-label">${label}</span
      >${isAbsent ? html`<span class="tag" title=${`The set has no values in column ${column}`}>no values</span>` : ""}<output
        >× ${weight.toFixed(1)}</output
      >
    </summary>
    <label class="mpo-choice">Weight ${slider}</label>
    ${editor}
    <p class="small muted">Column <code>${column}</code>. Drag the corners, or move them by arrow keys.</p>
    <p>
      ${button("Add a corner", () => {
        onChange({...criterion, curve: addCorner(curve)});
      })}
      ${button("Take away", () => {
        onChange(null);
      })}
    </p>
  </details>`;
  return followFold(node, column, unfolded);
}

function followFold(node: HTMLDetailsElement, name: string, unfolded: Set<string>): HTMLDetailsElement {
  node.open = unfolded.has(name);
  node.ontoggle = () => {
    rememberFold(node, name, unfolded);
  };
  return node;
}

function rememberFold({open}: HTMLDetailsElement, name: string, unfolded: Set<string>): void {
  if (open) unfolded.add(name);
  else unfolded.delete(name);
}

function adder({profile, set, onChange}: MpoEditorOptions): HTMLElement {
  const used = new Set(profile.criteria.map(({column}) => column));
  const free = set.numericNames.filter((name) => !used.has(name) && !name.startsWith("mpo_"));
  const select = html<HTMLSelectElement>`<select aria-label="Add a property to the profile">
    <option value="">Add a property</option>
    ${free.map((name) => html`<option value=${name}>${set.table.columns[name]?.label ?? name}</option>`)}
  </select>`;
  select.onchange = () => {
    const column = select.value;
    const values = sampleOf(set, column) ?? new Float64Array();
    const [from, to] = spanOf({points: []}, values);
    const points = [
      [from, 0],
      [to, 1]
    ] as const;
    const label = set.table.columns[column]?.label ?? column;
    onChange({...profile, criteria: [...profile.criteria, {column, label, weight: 1, curve: {points}}]});
  };
  return select;
}

/** A profile to change: weights, curves, what is judged, what a missing value does. */
export function mpoEditor(options: MpoEditorOptions): HTMLElement {
  const {profile, unfolded} = options;
  const {criteria, combine, missing, about, citation, doi} = profile;
  const nodes: HTMLDetailsElement[] = [];
  const onChange = (changed: MpoProfile): void => {
    // A key can come before the browser tells of a criterion that was just unfolded.
    nodes.forEach((node, at) => {
      rememberFold(node, criteria[at]?.column ?? "", unfolded);
    });
    options.onChange(changed);
  };
  const replace = (at: number, changed: MpoCriterion | null): void => {
    const next = criteria.flatMap((old, i) => (i !== at ? [old] : changed === null ? [] : [changed]));
    onChange({...profile, criteria: next});
  };
  const source = doi === null ? citation : html`<a href=${`https://doi.org/${doi}`} rel="noreferrer">${citation}</a>`;
  nodes.push(
    ...criteria.map((criterion, at) =>
      criterionNode(criterion, options, (changed) => {
        replace(at, changed);
      })
    )
  );
  return html`<div>
    <p class="small">${about} ${source}</p>
    ${nodes} ${adder({...options, onChange})}
    ${choice("Worths are", COMBINE_WORDS, combine, (next) => {
      onChange({...profile, combine: next});
    })}
    ${choice("A missing value", MISSING_WORDS, missing, (next) => {
      onChange({...profile, missing: next});
    })}
  </div>`;
}
