import {parsePdbEntry} from "../normalise/pdb-entry.js";
import {makePart, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

/** Reads a coordinate file of the structure that the source names; the id comes from there, not from the file. */
export function readPdb({source, project, path, bytes}: SourceFile): SnapshotPart {
  const wanted = project.structures.find(({id}) => id === source.subject);
  if (!wanted) throw new Error(`${path} is about ${String(source.subject)}, which is no structure of the project`);
  const place = {structureId: wanted.id, targetId: wanted.target, sourceId: source.source_id};
  const {structure, atoms} = parsePdbEntry(new TextDecoder().decode(bytes), place);
  return makePart({structures: [structure], atoms, rowCount: atoms.length});
}
