import {parseArgs} from "node:util";
import {structureAtoms} from "../src/tables/structure-atoms.js";
import {structures} from "../src/tables/structures.js";
import {readInput} from "./inputs.js";
import {structureFile} from "./structure-file.js";

/**
 * Writes the coordinate file of one structure to standard output, for an entry point.
 *
 * @param args `--id=` with the name of the file before its ending
 * @throws when no structure has that file
 */
export async function emitStructure(args: readonly string[]): Promise<void> {
  const {id} = parseArgs({args: [...args], options: {id: {type: "string"}}}).values;
  const structure = (await readInput(structures)).find(({file}) => file === `${String(id)}.pdb`);
  if (!structure) throw new Error(`no structure has the file ${String(id)}.pdb: check structures in data/project.json`);
  const atoms = (await readInput(structureAtoms)).filter((atom) => atom.structure_id === structure.structure_id);
  process.stdout.write(structureFile(structure, atoms));
}
