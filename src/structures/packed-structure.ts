import type {OpenedStructure} from "./open-structure.js";
import type {Residue, ResidueRole, StructureAtom} from "./residues.js";

/** A structure as typed arrays and lists of words, which one thread hands to another without a copy of each atom. */
export interface PackedStructure {
  readonly rest: Omit<OpenedStructure, "residues" | "drawn" | "bonds">;
  /** Names of atoms, elements, residues and chains, insertion codes: each once. */
  readonly words: readonly string[];
  readonly atoms: {
    /** x, y, z of each atom in Å. */
    readonly places: Float64Array<ArrayBuffer>;
    /** NaN where the file gives none. */
    readonly b: Float64Array<ArrayBuffer>;
    readonly serials: Int32Array<ArrayBuffer>;
    /** Places among the words. */
    readonly names: Uint32Array<ArrayBuffer>;
    readonly elements: Uint32Array<ArrayBuffer>;
    /** Place of the residue of each. */
    readonly residues: Uint32Array<ArrayBuffer>;
    /** 1 of a HETATM record. */
    readonly hetero: Uint8Array<ArrayBuffer>;
  };
  readonly residues: {
    readonly chains: Uint32Array<ArrayBuffer>;
    readonly names: Uint32Array<ArrayBuffer>;
    readonly codes: Uint32Array<ArrayBuffer>;
    readonly numbers: Float64Array<ArrayBuffer>;
    readonly roles: Uint8Array<ArrayBuffer>;
  };
  /** Neighbours of atom i are those from `starts[i]` to `starts[i + 1]`. */
  readonly bonds: {readonly starts: Uint32Array<ArrayBuffer>; readonly neighbours: Uint32Array<ArrayBuffer>};
}

const ROLES: readonly ResidueRole[] = ["polymer", "ligand", "water", "ion"];

/** Every word once. */
class Words {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

/** Packs the atoms that are drawn, with the residues that they belong to; residues of which nothing is drawn are left out. */
export function packStructure({residues, drawn, bonds, ...rest}: OpenedStructure): PackedStructure {
  const words = new Words();
  const wordsOf = <T>(items: readonly T[], read: (item: T) => string): Uint32Array<ArrayBuffer> =>
    Uint32Array.from(items, (item) => words.placeOf(read(item)));
  const {kept, places} = residuesDrawn(residues, drawn);
  return {
    rest,
    atoms: {
      places: Float64Array.from({length: 3 * drawn.length}, (_, i) => coordinate(drawn[Math.floor(i / 3)], i % 3)),
      b: Float64Array.from(drawn, ({b}) => b ?? NaN),
      serials: Int32Array.from(drawn, ({serial}) => serial),
      names: wordsOf(drawn, ({name}) => name),
      elements: wordsOf(drawn, ({element}) => element),
      residues: Uint32Array.from(places),
      hetero: Uint8Array.from(drawn, ({isHetero}) => (isHetero === true ? 1 : 0))
    },
    residues: {
      chains: wordsOf(kept, ({chain}) => chain),
      names: wordsOf(kept, ({name}) => name),
      codes: wordsOf(kept, ({atoms}) => atoms[0]?.insertionCode ?? ""),
      numbers: Float64Array.from(kept, ({number}) => number),
      roles: Uint8Array.from(kept, ({role}) => ROLES.indexOf(role))
    },
    bonds: packBonds(bonds),
    words: words.list
  };
}

const coordinate = (atom: StructureAtom | undefined, axis: number): number =>
  (axis === 0 ? atom?.x : axis === 1 ? atom?.y : atom?.z) ?? NaN;

/** Residues of which something is drawn, in order, and the place of the residue of each atom among them. */
function residuesDrawn(residues: readonly Residue[], drawn: readonly StructureAtom[]) {
  const owner = new Map<StructureAtom, Residue>();
  for (const residue of residues) for (const atom of residue.atoms) owner.set(atom, residue);
  const kept: Residue[] = [];
  const placeOf = new Map<Residue, number>();
  const places = drawn.map((atom) => {
    const residue = owner.get(atom);
    if (!residue) throw new Error(`invalid structure: atom ${String(atom.serial)} is in no residue`);
    const place = placeOf.get(residue) ?? kept.push(residue) - 1;
    placeOf.set(residue, place);
    return place;
  });
  return {kept, places};
}

function packBonds(bonds: OpenedStructure["bonds"]): PackedStructure["bonds"] {
  const starts = new Uint32Array(bonds.length + 1);
  bonds.forEach((neighbours, i) => {
    starts[i + 1] = (starts[i] ?? 0) + neighbours.length;
  });
  return {starts, neighbours: Uint32Array.from(bonds.flat())};
}

/** The buffers of a packed structure, to be handed over. */
export const buffersOf = ({atoms, residues, bonds}: PackedStructure): ArrayBuffer[] =>
  [...Object.values(atoms), ...Object.values(residues), ...Object.values(bonds)].map(({buffer}) => buffer);

/** The structure that was packed. */
export function unpackStructure({rest, words, atoms, residues, bonds}: PackedStructure): OpenedStructure {
  const members = Array.from(residues.numbers, (): StructureAtom[] => []);
  const word = (places: Uint32Array, i: number): string => words[places[i] ?? -1] ?? "";
  const drawn = Array.from(atoms.serials, (serial, i): StructureAtom => {
    const residue = atoms.residues[i] ?? 0;
    const b = atoms.b[i] ?? NaN;
    const atom: StructureAtom = {
      serial,
      element: word(atoms.elements, i),
      name: word(atoms.names, i),
      residueName: word(residues.names, residue),
      residueNumber: residues.numbers[residue] ?? NaN,
      insertionCode: word(residues.codes, residue),
      chain: word(residues.chains, residue),
      x: atoms.places[3 * i] ?? NaN,
      y: atoms.places[3 * i + 1] ?? NaN,
      z: atoms.places[3 * i + 2] ?? NaN,
      ...(Number.isNaN(b) ? {} : {b}),
      isHetero: atoms.hetero[i] === 1
    };
    members[residue]?.push(atom);
    return atom;
  });
  return {
    ...rest,
    drawn,
    residues: members.map((own, i): Residue => {
      const [chain, number] = [word(residues.chains, i), residues.numbers[i] ?? NaN];
      const id = `${chain}:${String(number)}${word(residues.codes, i).trim()}`;
      return {
        id,
        chain,
        number,
        name: word(residues.names, i),
        role: ROLES[residues.roles[i] ?? -1] ?? "ion",
        atoms: own
      };
    }),
    bonds: Array.from(drawn, (_, i) => [...bonds.neighbours.subarray(bonds.starts[i], bonds.starts[i + 1])])
  };
}
