import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {TARGET_FACTS} from "../tables/target-facts.js";
import {factorCell, scoreCell, shortNumber} from "./heat-cell.js";
import type {Firmness} from "./target-firmness.js";
import type {TableColumn} from "./table-column.js";
import {coverageOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

const HEAT_WIDTH = 40;
const BAR_WIDTH = 42;

/** Columns of the Targets table; a row is the index of a target. */
export function targetColumns(
  model: TargetModel,
  state: TargetState,
  ranked: () => RankedTargets,
  firmness: () => Firmness | null,
  onPin: (target: number) => void
): TableColumn<number>[] {
  const hidden = new Set(state.hide);
  const columns = [
    symbolColumn(model, state, onPin),
    ...summaryColumns(model, ranked, firmness),
    ...evidenceColumns(model, state),
    ...factorColumns(model),
    ...factColumns(model)
  ];
  return columns.map((column) => ({...column, visible: !hidden.has(column.key)}));
}

function symbolColumn(
  {board: {targets}}: TargetModel,
  {pin}: TargetState,
  onPin: (target: number) => void
): TableColumn<number> {
  return {
    key: "symbol",
    label: "Target",
    about: "Approved gene symbol; a dot marks the targets of the project",
    group: "Summary",
    width: 132,
    cell: (target) => {
      const isPinned = pin.includes(targets.target_id[target] ?? "");
      const button = html<HTMLButtonElement>`<button type="button" class="pin" tabindex="-1">
        ${isPinned ? "★" : "☆"}
      </button>`;
      button.setAttribute("aria-pressed", String(isPinned));
      button.setAttribute("aria-label", `Pin ${targets.symbol[target] ?? ""}`);
      button.onclick = () => {
        onPin(target);
      };
      const symbol = targets.symbol[target] ?? "";
      const mark = targets.in_project[target]
        ? html`<span class="target-mine" title="target of the project">●</span>`
        : "";
      return html`<span class="target-symbol">${button}<span>${symbol}</span>${mark}</span>`;
    },
    title: (target) => targets.approved_name[target] ?? ""
  };
}

function summaryColumns(
  model: TargetModel,
  ranked: () => RankedTargets,
  firmness: () => Firmness | null
): TableColumn<number>[] {
  return [
    rankColumn(ranked, firmness),
    {
      ...{key: "score", label: "Score", group: "Summary", width: 96},
      about: "Overall association, 0-1: harmonic sum of weighted data-source scores",
      cell: (target) => {
        const score = ranked().scores[target] ?? NaN;
        return Number.isNaN(score) ? null : barCell(0, score, score.toFixed(3));
      },
      title: (target) =>
        `score ${String(ranked().scores[target])}; the platform's own: ${String(model.board.targets.platform_score[target])}`
    },
    {
      ...{key: "priority", label: "Priority", group: "Summary", width: 118},
      about:
        "Prioritisation factors under your weights and curves, 0-1: from what is not assessed at its worst to at its best. Ordered by the lower end",
      cell: (target) => {
        const [low, high] = [ranked().priority.low[target] ?? NaN, ranked().priority.high[target] ?? NaN];
        return Number.isNaN(low) ? null : barCell(low, high, `${shortNumber(low)}–${shortNumber(high)}`);
      },
      title: (target) => {
        const {assessed, coverage} = ranked().priority;
        return `${(assessed[target] ?? NaN).toFixed(2)} over what is assessed, ${(100 * (coverage[target] ?? NaN)).toFixed(0)} % of the weight`;
      }
    },
    {
      ...{key: "sources", label: "Known", group: "Summary", width: 82},
      about:
        "Evidence coverage: data sources with evidence, then factors assessed. What is not known is not counted as good or bad",
      cell: (target) => {
        const {sources, factors} = coverageOf(model, target);
        return `${String(sources)}/${String(model.sourceIds.length)} · ${String(factors)}/${String(model.factorIds.length)}`;
      }
    }
  ];
}

function rankColumn(ranked: () => RankedTargets, firmness: () => Firmness | null): TableColumn<number> {
  return {
    ...{key: "rank", label: "Rank", group: "Summary", width: 92, sortable: false},
    about: "Rank under the weights in force, and where it lies in 80 % of 200 draws of weights around them",
    cell: (target) => {
      const rank = ranked().ranks[target] ?? NaN;
      if (Number.isNaN(rank)) return null;
      const intervals = firmness()?.intervals;
      const [low, high] = [intervals?.low[target] ?? NaN, intervals?.high[target] ?? NaN];
      const doubt = Number.isNaN(low) ? "" : `${String(low)}–${String(high)}`;
      return html`<span class="target-rank-cell"><span>${rank}</span><span class="target-doubt">${doubt}</span></span>`;
    }
  };
}

/** A bar from one share to another with its words beside it. */
function barCell(from: number, to: number, words: string): HTMLElement {
  const bar = html<HTMLElement>`<span></span>`;
  bar.style.marginLeft = `${String(Math.round(from * BAR_WIDTH))}px`;
  bar.style.width = `${String(Math.max(2, Math.round((to - from) * BAR_WIDTH)))}px`;
  const track = html<HTMLElement>`<span class="score-track">${bar}</span>`;
  return html`<span class="score-bar">${track}${words}</span>`;
}

function evidenceColumns(model: TargetModel, {by}: TargetState): TableColumn<number>[] {
  const {vocabulary, typeIds, sourceIds, types, board} = model;
  if (by === "type")
    return typeIds.map((id) => {
      const label = vocabulary.datatypes.find((type) => type.id === id)?.label ?? id;
      return heatColumn(
        id,
        label,
        `${label}: harmonic sum of its data-source scores, unweighted, 0-1`,
        types[id] ?? [],
        scoreCell,
        "Data types"
      );
    });
  return sourceIds.map((id) => {
    const label = vocabulary.datasources.find((source) => source.id === id)?.label ?? id;
    return heatColumn(
      id,
      label,
      `${label} (${id}): data-source score, 0-1`,
      board.scores[id] ?? [],
      scoreCell,
      "Data sources"
    );
  });
}

function factorColumns({vocabulary, factorIds, board}: TargetModel): TableColumn<number>[] {
  return factorIds.map((id) => {
    const factor = vocabulary.factors.find((one) => one.id === id);
    const label = factor?.label ?? id;
    const about = `${label} (${factor?.group ?? ""}), ${String(factor?.lowest)} to ${String(factor?.highest)}: ${factor?.rule ?? ""}`;
    return heatColumn(id, label, about, board.factors[id] ?? [], factorCell, "Factors");
  });
}

function heatColumn(
  key: string,
  label: string,
  about: string,
  values: readonly (number | null)[],
  draw: (value: number) => HTMLElement,
  group: string
): TableColumn<number> {
  return {
    key,
    label,
    about,
    group,
    kind: "is-heat",
    isStable: true,
    width: HEAT_WIDTH,
    cell: (target) => {
      const value = values[target] ?? null;
      return value === null ? null : draw(value);
    },
    title: (target) => `${about}. Value: ${String(values[target])}`
  };
}

/** Counts and measures of the project's targets: chemistry, structures, competition, papers. */
function factColumns({board}: TargetModel): TableColumn<number>[] {
  return TARGET_FACTS.filter(({id}) => id in board.facts).map(({id, label, about, group}) => ({
    ...{key: id, label, about, group, width: 84, align: "right" as const, isStable: true},
    cell: (target) => {
      const value = board.facts[id]?.[target] ?? null;
      return value === null ? null : formatNumber(value);
    }
  }));
}
