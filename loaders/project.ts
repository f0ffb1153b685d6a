import {readFile} from "node:fs/promises";
import * as v from "valibot";
import type {Project} from "../src/tables/project.js";

/** The project file, relative to the project's root. */
export const PROJECT_FILE = "data/project.json";

const text = v.pipe(v.string("must be text"), v.trim(), v.nonEmpty("must not be empty"));
const matching = (pattern: RegExp, example: string) => v.pipe(text, v.regex(pattern, `must look like ${example}`));
const key = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "'my-set-1' (lower case, digits, hyphens)");
const symbol = matching(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "a gene symbol, e.g. 'EGFR'");
const chembl = matching(/^CHEMBL\d+$/, "'CHEMBL203'");
const list = <const Item extends v.GenericSchema>(item: Item) => v.array(item, "must be a list");
const some = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(list(item), v.nonEmpty("must name at least one"));

const target = v.strictObject({
  symbol,
  name: text,
  uniprot: matching(/^[OPQ][0-9][A-Z0-9]{3}[0-9]$|^[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}$/, "'P00533'"),
  chembl: v.nullable(chembl),
  ensembl: v.nullable(matching(/^ENSG\d{11}$/, "'ENSG00000146648'"))
});

const compoundSet = v.variant(
  "kind",
  [
    v.strictObject({
      kind: v.literal("measured"),
      id: key,
      title: text,
      targets: some(symbol),
      standard_types: some(text)
    }),
    v.strictObject({kind: v.literal("approved"), id: key, title: text})
  ],
  "must be 'measured' or 'approved'"
);

const projectSchema = v.strictObject({
  version: v.literal(1, "must be 1"),
  id: key,
  title: text,
  question: text,
  disease: v.strictObject({id: matching(/^[A-Za-z]+_[A-Za-z0-9]+$/, "'MONDO_0005011'"), name: text}),
  targets: some(target),
  compound_sets: some(compoundSet),
  structures: list(
    v.strictObject({id: matching(/^[1-9][A-Z0-9]{3}$/, "'1ABC' (a PDB id, upper case)"), target: symbol})
  ),
  literature: list(
    v.strictObject({
      id: key,
      title: text,
      query: text,
      target: v.nullable(symbol),
      disease: v.boolean("must be true or false")
    })
  ),
  trials: list(v.strictObject({id: key, title: text, condition: text, intervention: v.nullable(text)}))
});

/**
 * Checks the content of a project file.
 *
 * @throws one error that lists every wrong field: its path, its value, what it must be
 */
export function parseProject(content: unknown, file: string): Project {
  const result = v.safeParse(projectSchema, content);
  const problems = result.success ? findInconsistencies(result.output) : result.issues.map(describeIssue);
  if (!result.success || problems.length > 0)
    throw new Error([`${file} is not a valid project:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
  return result.output;
}

/** Reads and checks the project file. @throws when it cannot be read, is not JSON, or a field is wrong */
export async function readProject(file: string = PROJECT_FILE): Promise<Project> {
  const content = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`cannot read the project file ${file}: restore it, or copy one from another project`, {cause});
  });
  return parseProject(parseJson(content, file), file);
}

function parseJson(content: string, file: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch (cause) {
    throw new Error(`${file} is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({key: part}) => (typeof part === "number" ? `[${String(part)}]` : `.${String(part)}`));
  const field = path?.join("").replace(/^\./, "") ?? "the file";
  if (issue.type === "strict_object" && issue.expected === "never") return `${field} is not a field of a project`;
  if (issue.input === undefined) return `${field} is missing`;
  const reason = issue.message.startsWith("must") ? issue.message : `must be ${issue.expected ?? "something else"}`;
  return `${field} is ${JSON.stringify(issue.input)}: ${reason}`;
}

function findInconsistencies(project: Project): string[] {
  const symbols = new Set(project.targets.map((item) => item.symbol));
  const unknown = (field: string, name: string | null): string[] =>
    name === null || symbols.has(name)
      ? []
      : [`${field} is ${JSON.stringify(name)}: must be the symbol of one of the targets of the project`];
  const twice = (field: string, names: readonly string[]): string[] =>
    names.flatMap((name, i) =>
      names.indexOf(name) === i ? [] : [`${field}[${String(i)}] is ${JSON.stringify(name)}: is there twice`]
    );
  const ids = (items: readonly {readonly id: string}[]): string[] => items.map(({id}) => id);
  return [
    ...twice("targets", [...project.targets.map((item) => item.symbol)]),
    ...twice("compound_sets", ids(project.compound_sets)),
    ...twice("structures", ids(project.structures)),
    ...twice("literature", ids(project.literature)),
    ...twice("trials", ids(project.trials)),
    ...project.compound_sets.flatMap((set, i) =>
      set.kind === "measured"
        ? set.targets.flatMap((name, j) => unknown(`compound_sets[${String(i)}].targets[${String(j)}]`, name))
        : []
    ),
    ...project.structures.flatMap((item, i) => unknown(`structures[${String(i)}].target`, item.target)),
    ...project.literature.flatMap((item, i) => unknown(`literature[${String(i)}].target`, item.target))
  ];
}
