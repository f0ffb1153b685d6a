/** The question of a project: the one file a forker edits, `data/project.json`, after its check. */
export interface Project {
  /** Version of the format of the file. */
  readonly version: 1;
  /** Short name for file names and links: lower case, digits, hyphens. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly disease: ProjectDisease;
  /** At least one, no symbol twice; the order is the order of the pages. */
  readonly targets: readonly ProjectTarget[];
  /** At least one, no id twice. */
  readonly compound_sets: readonly CompoundSet[];
  readonly structures: readonly ProjectStructure[];
  readonly literature: readonly LiteratureQuery[];
  readonly trials: readonly TrialQuery[];
}

/** The disease, as Open Targets names it. */
export interface ProjectDisease {
  /** Ontology id with underscore, e.g. `MONDO_0005011`. */
  readonly id: string;
  readonly name: string;
}

/** A target that the project is about. */
export interface ProjectTarget {
  /** Approved gene symbol. */
  readonly symbol: string;
  readonly name: string;
  /** UniProt accession of the human protein. */
  readonly uniprot: string;
  /** ChEMBL id of the single-protein target; null when ChEMBL has none. */
  readonly chembl: string | null;
  /** Ensembl gene id; null when not given. */
  readonly ensembl: string | null;
}

/** A set of compounds: those measured on targets of the project, or the approved drugs as reference. */
export type CompoundSet =
  | {
      readonly kind: "measured";
      readonly id: string;
      readonly title: string;
      /** Symbols of targets of the project. */
      readonly targets: readonly string[];
      /** ChEMBL standard types read, e.g. `IC50`. */
      readonly standard_types: readonly string[];
    }
  | {readonly kind: "approved"; readonly id: string; readonly title: string};

/** An experimental structure of a target of the project. */
export interface ProjectStructure {
  /** PDB id, upper case. */
  readonly id: string;
  /** Symbol of a target of the project. */
  readonly target: string;
}

/** A literature query in the plain Boolean syntax that PubMed and Europe PMC share. */
export interface LiteratureQuery {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  /** Symbol of the target it is about; null when it is about none. */
  readonly target: string | null;
  /** True when it is about the disease. */
  readonly disease: boolean;
}

/** A query to a registry of trials. */
export interface TrialQuery {
  readonly id: string;
  readonly title: string;
  readonly condition: string;
  /** Intervention searched; null for all. */
  readonly intervention: string | null;
}
