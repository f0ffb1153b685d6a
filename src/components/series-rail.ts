import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {SeriesContext} from "./series-context.js";
import {chosenActivity} from "./series-model.js";
import {choice} from "./series-controls.js";

const setNames = (sets: readonly string[]): (readonly [string, string])[] =>
  sets.length < 2 ? [] : sets.map((id) => [`set:${id}`, `the set ${id}`] as const);

function setsOf({model: {set}}: SeriesContext): string[] {
  if (!("set_id" in set.table.columns)) return [];
  return [...new Set(set.texts("set_id").map((cell) => String(cell ?? "")))];
}

function columnOptions({model: {set}}: SeriesContext): (readonly [string, string])[] {
  const skipped = ["line", "source_row", "first_approval"];
  return set.numericNames
    .filter((name) => !skipped.includes(name))
    .map((name) => {
      const {label = name, unit = ""} = set.table.columns[name] ?? {};
      return [name, unit === "" ? label : `${label}, ${unit}`] as const;
    });
}

/** What is picked, where it can be seen, and the way to lift it. */
function pickPanel(context: SeriesContext): HTMLElement {
  const picked = context.picked();
  if (picked === null)
    return html<HTMLElement>`<p class="note">
      Nothing is picked. Pick a group, pairs or a region of the map; what is picked is shown in every view and on the
      Compounds page.
    </p>`;
  const lift = html<HTMLButtonElement>`<button type="button">Lift</button>`;
  lift.onclick = () => {
    context.pick(null);
  };
  const {pick} = context.state.value;
  const filter = JSON.stringify([{after: 0, kind: "picked", rows: pick}]);
  const address = `./compounds?${new URLSearchParams({filter}).toString()}`;
  return html<HTMLElement>`<p class="series-pick">
    <b>${formatCount(picked.size)}</b> compounds picked ${lift}
    ${context.model.isProject ? html`<a href=${address}>See them on the Compounds page</a>` : ""}
  </p>`;
}

/** Choices that all views share. Drawn anew after each change. */
export function seriesRail(context: SeriesContext): HTMLElement {
  const {model, state} = context;
  const {of, by} = state.value;
  const activity = chosenActivity(model, state.value);
  const activities = model.activities.map(
    ({key, label, nExact}) => [key, `${label} (${formatCount(nExact)})`] as const
  );
  const sets: (readonly [string, string])[] = [
    ...(activity ? [["measured", "measured on the activity"] as const] : []),
    ["all", `all ${formatCount(model.set.rowCount)}`],
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
    ${choice("and", columnOptions(context), by, (name) => {
      state.set({by: name});
    })}
    <h2>Compounds</h2>
    ${choice("Looked at", sets, activity || of !== "measured" ? of : "all", (value) => {
      state.set({of: value});
    })}
    <p class="note">${formatCount(context.rows().length)} compounds are looked at.</p>
    <h2>Picked</h2>
    ${pickPanel(context)}
  </div>`;
}
