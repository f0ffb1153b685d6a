/** A number known of the project's targets beside their evidence. */
export interface TargetFact {
  readonly id: string;
  readonly label: string;
  /** One sentence: what is counted or measured. */
  readonly about: string;
  readonly group: "Chemistry" | "Structure" | "Competition" | "Literature";
}

/**
 * What is counted for the targets of the project, from the tables of the workbench. A target outside the project was not
 * asked about: its facts are missing, not zero.
 */
export const TARGET_FACTS = [
  {
    ...{id: "n_compounds", label: "Compounds", group: "Chemistry"},
    about: "Compounds with at least one exact potency on the target."
  },
  {
    ...{id: "best_pchembl", label: "Best pChEMBL", group: "Chemistry"},
    about: "Highest median potency of a compound, −log10 M; records with validity warnings left out."
  },
  {
    ...{id: "n_potent", label: "Below 100 nM", group: "Chemistry"},
    about: "Compounds whose median pChEMBL is 7 or more."
  },
  {
    ...{id: "n_series", label: "Series", group: "Chemistry"},
    about: "Bemis-Murcko scaffolds that two or more of those compounds share."
  },
  {
    ...{id: "share_unselective", label: "Unselective", group: "Chemistry"},
    about:
      "Share of the potent compounds that are as potent, within a factor of ten, on another target of the project that they were measured on; 0-1."
  },
  {
    ...{id: "n_structures", label: "Structures", group: "Structure"},
    about: "Experimental structures known; those of the project only where all entries were not fetched."
  },
  {
    ...{id: "n_with_ligand", label: "With ligand", group: "Structure"},
    about: "Of those, structures with a bound ligand."
  },
  {
    ...{id: "n_candidates", label: "Candidates", group: "Competition"},
    about: "Drugs and clinical candidates on the target, any indication."
  },
  {
    ...{id: "n_approved", label: "Approved", group: "Competition"},
    about: "Of those, approved for any indication."
  },
  {
    ...{id: "n_papers_5y", label: "Papers, 5 years", group: "Literature"},
    about: "Papers of the last five whole years on target and disease together."
  },
  {
    ...{id: "paper_growth", label: "Growth", group: "Literature"},
    about: "Papers of the last five whole years over those of the five before."
  }
] as const satisfies readonly TargetFact[];

export type TargetFactId = (typeof TARGET_FACTS)[number]["id"];
