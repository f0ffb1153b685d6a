/** Clinical stages in order, lowest first; a stage's rank is its place from 1. */
export const CLINICAL_STAGES = [
  "PRECLINICAL",
  "IND",
  "EARLY_PHASE_1",
  "PHASE_1",
  "PHASE_1_2",
  "PHASE_2",
  "PHASE_2_3",
  "PHASE_3",
  "PHASE_4",
  "PREAPPROVAL",
  "APPROVAL"
] as const;

/** Rank of a stage from 1 (preclinical) to 11 (approval); null for UNKNOWN, WITHDRAWAL and anything not in the table. */
export function rankStage(stage: string | null): number | null {
  const place = CLINICAL_STAGES.findIndex((name) => name === stage);
  return place < 0 ? null : place + 1;
}

const REGISTRY_PHASES: Readonly<Record<string, string>> = {
  EARLY_PHASE1: "EARLY_PHASE_1",
  PHASE1: "PHASE_1",
  "PHASE1|PHASE2": "PHASE_1_2",
  PHASE2: "PHASE_2",
  "PHASE2|PHASE3": "PHASE_2_3",
  PHASE3: "PHASE_3",
  PHASE4: "PHASE_4"
};

/** The stage of a trial from the registry's list of phases; null for none, "NA" and combinations nobody uses. */
export function stageOfPhases(phases: readonly string[]): string | null {
  return REGISTRY_PHASES[[...phases].sort().join("|")] ?? null;
}
