import {describe, expect, it} from "vitest";
import {readInput} from "../../loaders/inputs.js";
import {parsePdbEntry} from "../../loaders/normalise/pdb-entry.js";
import {structureFile} from "../../loaders/structure-file.js";
import {structureAtoms} from "../../src/tables/structure-atoms.js";
import {structures} from "../../src/tables/structures.js";

const rows = await readInput(structures);
const atoms = await readInput(structureAtoms);

describe("structureFile(structure, atoms)", () => {
  it.each(rows)("is read back as the same atoms: $structure_id", (structure) => {
    const own = atoms.filter((atom) => atom.structure_id === structure.structure_id);
    const place = {structureId: structure.structure_id, targetId: "", sourceId: ""};
    const read = parsePdbEntry(structureFile(structure, own), place);
    expect(read.atoms).toEqual(own);
    expect(read.structure.title).toBe(structure.title);
  });

  it("has lines of the width that the format allows", () => {
    const lines = rows.flatMap((structure) => structureFile(structure, atoms.slice(0, 10)).split("\n"));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});
