/** One structure of an input, as it was given. */
export interface InputRecord {
  /** 1-based line of a text file, or record of an SDF or table. */
  readonly line: number;
  /** SMILES or molblock; may be blank. */
  readonly structure: string;
  /** The id given beside it; null when there is none. */
  readonly id: string | null;
  /** The name given beside it; null when there is none. */
  readonly name: string | null;
  /** What else is given beside it, at the places of `DataFields.names`; shorter or absent where nothing is. */
  readonly data?: readonly (string | null)[];
}
