import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {isKeptPick} from "../state/long-pick.js";
import type {SeriesContext} from "./series-context.js";
import {chosenActivity} from "./series-model.js";
import {columnOptions, columnWords} from "./series-columns.js";
import {choice} from "./series-controls.js";

const setNames = (sets: readonly string[]): (readonly [string, string])[] =>
  sets.length < 2 ? [] : sets.map((id) => [`set:${id}`, `the set ${id}`] as const);

function setsOf({model: {set}}: SeriesContext): string[] {
  if (!("set_id" in set.table.columns)) return [];
  return [...new Set(set.texts("set_id").map((cell) => String(cell ?? "")))];
}

/** What is picked, where it can be seen, and the way to lift it. */
function pickPanel(context: SeriesContext): HTMLElement {
  const picked = context.picked();
  const isKept = isKeptPick(context.state.value.pick);
  if (picked === null)
    return html<HTMLElement>`<p class="note">
      ${isKept ? "What this link picks is kept in the tab that picked it, and not here: it was too long for a link." : "Nothing is picked. Pick a group, pairs or a region of the map; what is picked is shown in every view and on the Compounds page."}
    </p>`;
  const lift = html<HTMLButtonElement>`<button type="button">Lift</button>`;
  lift.onclick = () => {
    context.pick(null);
  };
  const filter = JSON.stringify([{after: 0, kind: "picked", rows: context.pickText()}]);
  const address = `./compounds?${new URLSearchParams({filter}).toString()}`;
  return html<HTMLElement>`<p class="series-pick">
    <b>${formatCount(picked.size)}</b> compounds picked ${lift}
    ${context.model.isProject ? html`<a href=${address}>See them on the Compounds page</a>` : ""}
    ${isKept ? html`<small class="muted">Too many for a link: this tab keeps them.</small>` : ""}
  </p>`;
}

/** The columns summed up beside the activity, and the way to more of them. */
function summedColumns({model: {set}, state}: SeriesContext): HTMLElement {
  const {by} = state.value;
  const options = columnOptions(set).filter(([name]) => !by.includes(name));
  const add = choice("and", [["", "add a column"] as const, ...options], "", (name) => {
    if (name !== "") state.set({by: [...by, name]});
  });
  const chosen = by.map((name) => {
    const words = columnWords(set, name);
    const drop = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label=${`Leave out ${words}`}>
      ×
    </button>`;
    drop.onclick = () => {
      state.set({by: by.filter((other) => other !== name)});
    };
    return html`<li>${words}${name in set.table.columns ? "" : html` <small>not predicted yet</small>`} ${drop}</li>`;
  });
  return html<HTMLElement>`<div>
    ${add}
    <ul class="summed-columns">
      ${chosen}
    </ul>
  </div>`;
}

/** Choices that all views share. Drawn anew after each change. */
export function seriesRail(context: SeriesContext): HTMLElement {
  const {model, state} = context;
  const {of} = state.value;
  const activity = chosenActivity(model, state.value);
  const activities = model.activities.map(
    ({key, label, nExact}) => [key, `${label} (${formatCount(nExact)})`] as const
  );
  const sets: (readonly [string, string])[] = [
    ...(activity ? [["measured", "measured on the activity"] as const] : []),
    ["all", `all ${formatCount(model.compoundCount)}`],
    ...setNames(setsOf(context))
  ];
  return html<HTMLElement>`<div class="series-rail">
    <h2>Activity</h2>
    ${
      activity
        ? choice("Summed up", activities, activity.key, (key) => {
            state.set({activity: key});
          })
        : html`<p class="note">
            No activity is known of these compounds: groups are shown by their structures alone. A CSV may bring one in
            a column of its own.
          </p>`
    }
    ${summedColumns(context)}
    <h2>Compounds</h2>
    ${choice("Looked at", sets, activity || of !== "measured" ? of : "all", (value) => {
      state.set({of: value});
    })}
    <p class="note">${formatCount(context.rows().length)} compounds are looked at.</p>
    <h2>Picked</h2>
    ${pickPanel(context)}
  </div>`;
}
