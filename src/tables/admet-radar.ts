/** An axis of the radar: an endpoint and which way is better for a drug taken by mouth. */
export interface AdmetRadarAxis {
  readonly endpoint: string;
  /** What the outer end of the axis means. */
  readonly label: string;
  readonly better: "higher" | "lower";
}

/** Axes of the radar, clockwise: endpoints whose limit in `ADMET_LIMITS` has one side. */
export const ADMET_RADAR: readonly AdmetRadarAxis[] = [
  {endpoint: "solubility", label: "Soluble", better: "higher"},
  {endpoint: "caco2", label: "Permeable", better: "higher"},
  {endpoint: "hia", label: "Absorbed", better: "higher"},
  {endpoint: "ppb", label: "Unbound", better: "lower"},
  {endpoint: "cyp3a4-inhibitor", label: "Spares CYP3A4", better: "lower"},
  {endpoint: "herg-karim", label: "Spares hERG", better: "lower"},
  {endpoint: "ames", label: "Not mutagenic", better: "lower"},
  {endpoint: "dili", label: "Spares liver", better: "lower"}
];
