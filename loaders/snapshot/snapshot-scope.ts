import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Project} from "../../src/tables/project.js";
import {PROJECT_FILE} from "../project.js";

/** The question that an embedded copy answers: other projects must fetch their own data. */
export interface SnapshotScope {
  readonly disease_id: string;
  /** UniProt accessions of the targets whose measurements are in it. */
  readonly uniprot: readonly string[];
}

const SCOPE_FILE = "scope.json";

/** The file that states the scope of the copy in a folder. */
export const scopeFile = (folder: string): string => join(folder, SCOPE_FILE);

export const scopeOf = ({disease, targets}: Pick<Project, "disease" | "targets">): SnapshotScope => ({
  disease_id: disease.id,
  uniprot: targets.map(({uniprot}) => uniprot).sort()
});

/** True when a copy of scope `held` has all that scope `asked` needs: the same disease, no other target. */
export function covers(held: SnapshotScope, asked: SnapshotScope): boolean {
  return held.disease_id === asked.disease_id && asked.uniprot.every((accession) => held.uniprot.includes(accession));
}

/**
 * True when the embedded copy answers the project file. A project file that cannot be read is the business of its own
 * reader, which says what is wrong with it: here it counts as answered.
 */
export function answersProject(folder: string, projectFile: string = PROJECT_FILE): boolean {
  if (!existsSync(scopeFile(folder))) return true;
  const held = JSON.parse(readFileSync(scopeFile(folder), "utf8")) as SnapshotScope;
  try {
    return covers(held, scopeOf(JSON.parse(readFileSync(projectFile, "utf8")) as Project));
  } catch {
    return true;
  }
}
