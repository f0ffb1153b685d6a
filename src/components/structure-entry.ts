import type {ProjectStructureRow} from "../store/queries/all-structures.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue} from "../structures/residues.js";
import {type PocketSuperposition, superposePockets} from "../structures/superpose-pockets.js";
import type {StructureClient} from "../workers/structure-client.js";

/** Another structure of the project, laid on the one that is looked at. */
export interface LaidOther {
  readonly id: string;
  readonly structure: OpenedStructure;
  /** Null when the pockets have too little in common. */
  readonly superposition: PocketSuperposition | null;
}

/** The coordinates of a structure of the project. @throws in words when the site does not have them */
export async function readEntry(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`./data/structures/${file}`);
  if (!response.ok)
    throw new Error(`the coordinates ${file} are not on this site (${String(response.status)}); build it again`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Reads another structure of the project and lays it on the one shown by the pocket of a ligand. @throws as `readEntry` */
export async function layOther(
  client: StructureClient,
  {structure_id: id, file}: ProjectStructureRow,
  fixed: OpenedStructure | null,
  ligand: Residue
): Promise<LaidOther | null> {
  if (!fixed) return null;
  const structure = await client.open(1, id, await readEntry(file));
  return {id, structure, superposition: superposePockets(structure.residues, fixed.residues, ligand)};
}
