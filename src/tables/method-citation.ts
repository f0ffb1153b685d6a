/** A method of the code with the papers that it follows, read from its doc comment. */
export interface MethodCitation {
  /** Name of the function, table or type. */
  readonly name: string;
  /** Folder of src/ it lies in. */
  readonly folder: string;
  readonly file: string;
  /** What it does, in the comment's words. */
  readonly about: string;
  readonly dois: readonly string[];
}
