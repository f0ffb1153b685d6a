/** A kind of evidence, to which data sources belong. */
export interface DataType {
  readonly id: string;
  readonly label: string;
}

/** A source of target-disease evidence of the Open Targets Platform. */
export interface DataSource {
  readonly id: string;
  readonly label: string;
  /** Id of its data type. */
  readonly datatype: string;
  /** The platform's default weight in the overall score, 0-1. */
  readonly weight: number;
}

/** A prioritisation factor of the Open Targets Platform. */
export interface Factor {
  readonly id: string;
  readonly label: string;
  /** Precedence, Tractability, Doability or Safety. */
  readonly group: string;
  /** Least favourable value it takes, -1 or 0. */
  readonly lowest: number;
  /** Most favourable value it takes. */
  readonly highest: number;
  /** How the value comes about, in words. */
  readonly rule: string;
}

/** Names, weights and rules of the platform's evidence and factors: `data/curated/target-vocabulary.json`. */
export interface TargetVocabulary {
  readonly citation: {readonly doi: string; readonly text: string};
  readonly datatypes: readonly DataType[];
  readonly datasources: readonly DataSource[];
  readonly factors: readonly Factor[];
}
