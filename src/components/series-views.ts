import {html} from "htl";
import type {SERIES_VIEWS} from "../state/series-fields.js";
import {boundGroup} from "./bound-controls.js";
import {cliffView} from "./cliff-view.js";
import {efficiencyView} from "./efficiency-view.js";
import {GroupView} from "./group-view.js";
import {MapView} from "./map-view.js";
import {pairView} from "./pair-view.js";
import {RGroupView} from "./r-group-view.js";
import {selectivityView} from "./selectivity-view.js";
import type {SeriesContext, SeriesView} from "./series-context.js";
import {numberInput} from "./series-controls.js";
import {clusterGroups, scaffoldGroups} from "./series-groups.js";

export type SeriesViewName = (typeof SERIES_VIEWS)[number];

/** Names of the views, as their tabs say them. */
export const VIEW_WORDS: Readonly<Record<SeriesViewName, string>> = {
  scaffolds: "Scaffolds",
  clusters: "Clusters",
  "r-groups": "R-groups",
  pairs: "Matched pairs",
  cliffs: "Cliffs",
  map: "Map",
  efficiency: "Efficiency",
  selectivity: "Selectivity"
};

const doi = (id: string, words: string): HTMLElement =>
  html`<a href=${`https://doi.org/${id}`} rel="noreferrer">${words}</a>`;

function scaffoldControls(context: SeriesContext): HTMLElement {
  const kinds = boundGroup(
    context,
    {label: "How scaffolds are listed", read: ({kind}) => kind, set: (kind) => ({kind, open: [], at: ""})},
    [
      ["scaffold", "Murcko scaffolds"],
      ["tree", "Tree"],
      ["framework", "Frameworks"]
    ]
  );
  return html`<span class="series-controls-row">
    ${kinds}
    <span class="muted small"
      >${doi("10.1021/jm9602928", "Bemis & Murcko 1996")}, ${doi("10.1021/ci600338x", "Schuffenhauer 2007")}</span
    >
  </span>`;
}

function scaffoldView(context: SeriesContext): SeriesView {
  const {state} = context;
  return new GroupView({
    context,
    noun: () => (state.value.kind === "framework" ? "framework" : "scaffold"),
    controls: scaffoldControls(context),
    basis: ({kind}) => kind,
    load: (step) => scaffoldGroups(context, step),
    method: () =>
      state.value.kind === "tree"
        ? "Scaffold tree of Bemis-Murcko scaffolds (doi:10.1021/jm9602928) by the rules of doi:10.1021/ci600338x."
        : "Bemis-Murcko scaffolds and generic frameworks (doi:10.1021/jm9602928).",
    leftOut: "without a ring"
  });
}

function clusterView(context: SeriesContext): SeriesView {
  const {state} = context;
  const limits = {least: 0.2, most: 1, step: 0.05};
  const cut = numberInput("Tanimoto to the centre at least", limits, state.value.cut, (value) => {
    state.set({cut: value, at: ""});
  });
  const controls = html<HTMLElement>`<span class="series-controls-row"
    >${cut}<span class="muted small"
      >${doi("10.1021/ci9803381", "Butina 1999")}; Morgan fingerprints, radius 2, 2048 bits</span
    ></span
  >`;
  return new GroupView({
    ...{context, noun: () => "cluster", controls, leftOut: "could not be read"},
    basis: (values) => String(values.cut),
    load: (step) => clusterGroups(context, step),
    method: () =>
      `Butina clusters (doi:10.1021/ci9803381) at Tanimoto ${String(state.value.cut)} on Morgan fingerprints (radius 2, 2048 bits), named by their centres.`
  });
}

/** How each view is opened. */
export const openView: Readonly<Record<SeriesViewName, (context: SeriesContext) => SeriesView>> = {
  scaffolds: scaffoldView,
  clusters: clusterView,
  "r-groups": (context) => new RGroupView(context),
  pairs: pairView,
  cliffs: cliffView,
  map: (context) => new MapView(context),
  efficiency: efficiencyView,
  selectivity: selectivityView
};
