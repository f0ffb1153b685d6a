import {weightsOf, type RankedTargets, type TargetModel, type TargetState} from "./target-model.js";

/** Characters with which a spreadsheet would take a text for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** The ranking as CSV, in the order shown: scores, evidence, factors; its weights and link in comment lines above. */
export function targetsCsv(
  model: TargetModel,
  state: TargetState,
  {scores, ranks, order}: RankedTargets,
  link: string
): string {
  const {targets, scores: evidence, factors} = model.board;
  const weights = Object.entries(weightsOf(model, state)).filter(([id]) => model.sourceIds.includes(id));
  const head = ["rank", "symbol", "target_id", "score", "platform_score", ...model.sourceIds, ...model.factorIds];
  const rows = order.map((target) => [
    ranks[target],
    targets.symbol[target],
    targets.target_id[target],
    scores[target],
    targets.platform_score[target],
    ...model.sourceIds.map((id) => evidence[id]?.[target]),
    ...model.factorIds.map((id) => factors[id]?.[target])
  ]);
  const notes = [
    `# ${link}`,
    `# weights: ${weights.map(([id, weight]) => `${id} ${String(weight)}`).join("; ")}`,
    `# required: ${state.need.join("; ") || "none"}; an empty field is not known, which is not zero`
  ];
  return [...notes, head.join(","), ...rows.map((row) => row.map(csvField).join(","))].join("\n") + "\n";
}

function csvField(value: string | number | null | undefined): string {
  if (value == null || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
