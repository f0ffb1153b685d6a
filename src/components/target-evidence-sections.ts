import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {roomOf} from "../scoring/room.js";
import type {Project} from "../tables/project.js";
import {TARGET_FACTS} from "../tables/target-facts.js";
import {factsTable, questionSection} from "./facts-table.js";
import {factorCell, scoreCell} from "./heat-cell.js";
import type {RankedTargets, TargetModel} from "./target-model.js";

const out = (href: string, words: string): HTMLElement => html`<a href=${href} rel="noreferrer">${words}</a>`;

/** Who it is and where it stands under the platform's weights. */
export function headSection(model: TargetModel, ranked: RankedTargets, target: number, project: Project): HTMLElement {
  const {targets} = model.board;
  const symbol = targets.symbol[target] ?? "";
  const own = project.targets.find((each) => each.symbol === symbol);
  const ids = [
    own && out(`https://www.uniprot.org/uniprotkb/${own.uniprot}`, own.uniprot),
    own?.chembl && out(`https://www.ebi.ac.uk/chembl/explore/target/${own.chembl}`, own.chembl),
    own?.ensembl && out(`https://platform.opentargets.org/target/${own.ensembl}`, own.ensembl)
  ].filter((id) => id != null && id !== "");
  const {low, high, coverage} = ranked.priority;
  return html<HTMLElement>`<header class="target-head">
    <h1>${symbol}</h1>
    <p>${targets.approved_name[target] ?? own?.name ?? ""} <span class="target-ids">${ids}</span></p>
    <p class="target-standing">
      Rank <b>${formatNumber(ranked.ranks[target] ?? NaN)}</b> of ${model.count.toLocaleString("en")} for
      ${project.disease.name}, score <b>${(ranked.scores[target] ?? NaN).toFixed(3)}</b>; priority
      <b>${(low[target] ?? NaN).toFixed(2)}–${(high[target] ?? NaN).toFixed(2)}</b> with
      ${(100 * (coverage[target] ?? 0)).toFixed(0)} % of the factors assessed.
      <a href=${`../targets?at=${encodeURIComponent(targets.target_id[target] ?? "")}`}>Weigh it among all targets</a>,
      <a href="../compounds">see the compounds</a>.
    </p>
  </header>`;
}

/** Evidence of the link to the disease, source by source. */
export function evidenceSection(model: TargetModel, target: number, disease: string): HTMLElement {
  const rows = model.sourceIds.map((id) => {
    const source = model.vocabulary.datasources.find((one) => one.id === id);
    const type = model.vocabulary.datatypes.find((one) => one.id === source?.datatype)?.label ?? "";
    const score = model.board.scores[id]?.[target] ?? null;
    return [source?.label ?? id, type, score === null ? null : scoreCell(score)] as const;
  });
  const {source_id: sources, source_row: lines} = model.board.targets;
  return questionSection(
    `What links it to ${disease}?`,
    factsTable(["Data source", "Kind", "Score 0-1"], rows),
    html`<p class="note">
      A hatch is no evidence in these data, not evidence of none. Source:
      <a href="../about/sources">${sources[target] ?? ""}</a>, row ${String(lines[target] ?? "")}.
    </p>`
  );
}

/** Prioritisation factors with their rules. */
export function factorSection(model: TargetModel, _ranked: RankedTargets, target: number): HTMLElement {
  const rows = model.factorIds.map((id) => {
    const factor = model.vocabulary.factors.find((one) => one.id === id);
    const value = model.board.factors[id]?.[target] ?? null;
    const cell = value === null ? null : factorCell(value);
    return [factor?.label ?? id, factor?.group ?? "", cell, factor?.rule ?? ""] as const;
  });
  return questionSection(
    "What speaks for and against working on it?",
    factsTable(["Factor", "Group", "Value −1 to 1", "Rule"], rows),
    html`<p class="note">
      −1 unfavourable (orange) to +1 favourable (purple). A hatch was not assessed, which is not safe.
    </p>`
  );
}

/** Where there is room: what is known, what each part is worth, and the range that the rest leaves. */
export function roomSection(model: TargetModel, target: number): HTMLElement {
  const facts = Object.fromEntries(
    Object.entries(model.board.facts).map(([id, column]) => [id, column[target] ?? null])
  );
  const {parts, low, high, nKnown} = roomOf(facts);
  const rows = parts.map(({part, value, worth}) => {
    const fact = TARGET_FACTS.find(({id}) => id === part.fact);
    const corners = part.curve.points.map(([x, d]) => `${String(x)} → ${String(d)}`).join(", ");
    return [
      part.label,
      value === null ? null : formatNumber(value),
      worth === null ? null : worth.toFixed(2),
      `${fact?.about ?? ""} Worth: ${corners}.`
    ] as const;
  });
  return questionSection(
    "Where is there room?",
    html`<p>
      Room <b>${low.toFixed(2)}–${high.toFixed(2)}</b>: ${String(nKnown)} of ${String(parts.length)} parts known, the
      rest at their worst and at their best. A convention of this workbench, not a published score.
    </p>`,
    factsTable(["Part", "Value", "Worth 0-1", "What it is"], rows)
  );
}
