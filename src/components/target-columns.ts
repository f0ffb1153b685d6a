import {html} from "htl";
import {factorCell, scoreCell} from "./heat-cell.js";
import type {TableColumn} from "./table-column.js";
import {coverageOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

const HEAT_WIDTH = 40;

/** Columns of the Targets table; a row is the index of a target. */
export function targetColumns(
  model: TargetModel,
  state: TargetState,
  ranked: () => RankedTargets,
  onPin: (target: number) => void
): TableColumn<number>[] {
  return [
    symbolColumn(model, state, onPin),
    ...summaryColumns(model, ranked),
    ...evidenceColumns(model, state),
    ...factorColumns(model)
  ];
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

function summaryColumns(model: TargetModel, ranked: () => RankedTargets): TableColumn<number>[] {
  return [
    {
      key: "rank",
      label: "Rank",
      about: "Rank under the weights in force, among all targets",
      width: 48,
      align: "right",
      sortable: false,
      cell: (target) => {
        const rank = ranked().ranks[target] ?? NaN;
        return Number.isNaN(rank) ? null : String(rank);
      }
    },
    {
      key: "score",
      label: "Score",
      about: "Overall association, 0-1: harmonic sum of weighted data-source scores",
      width: 104,
      align: "left",
      cell: (target) => {
        const score = ranked().scores[target] ?? NaN;
        if (Number.isNaN(score)) return null;
        const bar = html<HTMLElement>`<span class="score-bar"><span></span>${score.toFixed(3)}</span>`;
        (bar.firstElementChild as HTMLElement).style.width = `${String(Math.round(score * 46))}px`;
        return bar;
      },
      title: (target) =>
        `score ${String(ranked().scores[target])}; the platform's own: ${String(model.board.targets.platform_score[target])}`
    },
    {
      key: "coverage",
      label: "Known",
      about:
        "Evidence coverage: data sources with evidence, then factors assessed. What is not known is not counted as good or bad",
      width: 86,
      cell: (target) => {
        const {sources, factors} = coverageOf(model, target);
        return `${String(sources)}/${String(model.sourceIds.length)} · ${String(factors)}/${String(model.factorIds.length)}`;
      }
    }
  ];
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
        scoreCell
      );
    });
  return sourceIds.map((id) => {
    const label = vocabulary.datasources.find((source) => source.id === id)?.label ?? id;
    return heatColumn(id, label, `${label} (${id}): data-source score, 0-1`, board.scores[id] ?? [], scoreCell);
  });
}

function factorColumns({vocabulary, factorIds, board}: TargetModel): TableColumn<number>[] {
  return factorIds.map((id) => {
    const factor = vocabulary.factors.find((one) => one.id === id);
    const label = factor?.label ?? id;
    const about = `${label} (${factor?.group ?? ""}), ${String(factor?.lowest)} to ${String(factor?.highest)}: ${factor?.rule ?? ""}`;
    return heatColumn(id, label, about, board.factors[id] ?? [], factorCell);
  });
}

function heatColumn(
  key: string,
  label: string,
  about: string,
  values: readonly (number | null)[],
  draw: (value: number) => HTMLElement
): TableColumn<number> {
  return {
    key,
    label,
    about,
    width: HEAT_WIDTH,
    cell: (target) => {
      const value = values[target] ?? null;
      return value === null ? null : draw(value);
    },
    title: (target) => `${about}. Value: ${String(values[target])}`
  };
}
