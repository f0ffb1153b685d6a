import {AROMATIC_BOND} from "./match-target.js";
import {
  type Environments,
  organicAtom,
  type ParsedAtom,
  parseAtomExpression,
  type QueryNumbers
} from "./smarts-atom.js";
import {parseBondExpression} from "./smarts-bond.js";
import type {BondTest, QueryAtom, QueryBond, QueryGraph} from "./smarts-query.js";

const singleOrAromatic: BondTest = ({order}, at) => order[at] === 1 || order[at] === AROMATIC_BOND;
const anyBond: BondTest = () => true;
/** Chirality of an atom: `@`, `@@`. */
const CHIRALITY = /@{1,2}/g;
const BOND = /^(?:[-=#:~@!&,;]|\/|\\)+/;
const ORGANIC = /^(?:Cl|Br|[BCNOPSFI]|[bcnops]|\*|[aA])/;

/** Numbers for the queries of one set, to be given by `parseSmarts`. */
export const queryNumbers = (): QueryNumbers => ({environments: new Map(), atoms: new Map(), verdicts: []});

/**
 * Reads a SMARTS as a graph of tests, with RDKit's meaning for molecules whose hydrogens are implicit: hydrogens written
 * as atoms become conditions on their neighbours.
 *
 * @returns null for what is left to RDKit: stereochemistry, grouped pieces, hybridisation, ranges, and what cannot be read
 */
export function parseSmarts(smarts: string, numbers: QueryNumbers = queryNumbers()): QueryGraph | null {
  const parse = (text: string): QueryGraph | null => parseSmarts(text, numbers);
  const reader = new Reader(smarts.trim(), {numbers, parse});
  return reader.read() ? mergeHydrogens(reader) : null;
}

/**
 * A graph that occurs in every molecule in which a SMARTS occurs, not only there: what `parseSmarts` leaves to RDKit at an
 * atom or a bond is no condition. For ruling molecules out.
 *
 * @returns null when even the bonds between its atoms cannot be read
 */
export function relaxedSmarts(smarts: string): QueryGraph | null {
  const numbers = queryNumbers();
  const parse = (text: string): QueryGraph | null => parseSmarts(text, numbers);
  const reader = new Reader(smarts.trim(), {numbers, parse}, true);
  return reader.read() ? mergeHydrogens(reader) : null;
}

class Reader {
  readonly atoms: ParsedAtom[] = [];
  readonly bonds: {from: number; to: number; test: BondTest}[] = [];
  readonly #text: string;
  readonly #environments: Environments;
  readonly #isRelaxed: boolean;
  readonly #open = new Map<string, {readonly atom: number; readonly bond: BondTest | null}>();
  #at = 0;

  /** @param isRelaxed what cannot be read of an atom or a bond is no condition */
  constructor(text: string, environments: Environments, isRelaxed = false) {
    this.#text = text;
    this.#environments = environments;
    this.#isRelaxed = isRelaxed;
  }

  /** False when something cannot be read. */
  read(): boolean {
    let last = -1;
    let bond: BondTest | null = null;
    const branches: number[] = [];
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      if (character === "(") {
        if (last < 0) return false;
        branches.push(last);
        this.#at++;
      } else if (character === ")") {
        last = branches.pop() ?? -1;
        this.#at++;
        if (last < 0 || bond) return false;
      } else if (character === ".") {
        if (last < 0 || bond || branches.length > 0) return false;
        last = -1;
        this.#at++;
      } else if (/[\d%]/.test(character)) {
        if (last < 0 || !this.#closeRing(last, bond)) return false;
        bond = null;
      } else if (BOND.test(this.#text.slice(this.#at))) {
        const parsed = this.#bond();
        if (parsed === null || bond || last < 0) return false;
        bond = parsed;
      } else {
        const atom = this.#atom();
        if (atom === null) return false;
        this.atoms.push(atom);
        const index = this.atoms.length - 1;
        if (last >= 0) this.bonds.push({from: last, to: index, test: bond ?? singleOrAromatic});
        bond = null;
        last = index;
      }
    }
    return last >= 0 && branches.length === 0 && this.#open.size === 0 && bond === null;
  }

  #bond(): BondTest | null {
    const [text = ""] = BOND.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += text.length;
    return parseBondExpression(text) ?? (this.#isRelaxed ? anyBond : null);
  }

  #closeRing(atom: number, bond: BondTest | null): boolean {
    const [text, long] = /^(?:%(\d\d)|\d)/.exec(this.#text.slice(this.#at)) ?? [];
    if (text === undefined) return false;
    this.#at += text.length;
    const label = long ?? text;
    const opened = this.#open.get(label);
    if (!opened) {
      this.#open.set(label, {atom, bond});
      return true;
    }
    this.#open.delete(label);
    if (opened.atom === atom) return false;
    this.bonds.push({from: opened.atom, to: atom, test: bond ?? opened.bond ?? singleOrAromatic});
    return true;
  }

  #atom(): ParsedAtom | null {
    if (this.#text.charAt(this.#at) !== "[") {
      const [symbol] = ORGANIC.exec(this.#text.slice(this.#at)) ?? [];
      if (symbol === undefined) return null;
      this.#at += symbol.length;
      return organicAtom(symbol, this.#environments);
    }
    const end = bracketEnd(this.#text, this.#at);
    if (end < 0) return null;
    const body = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    const atom = parseAtomExpression(body, this.#environments);
    if (atom !== null || !this.#isRelaxed) return atom;
    return parseAtomExpression(body.replace(CHIRALITY, ""), this.#environments) ?? organicAtom("*", this.#environments);
  }
}

/** The bracket that closes the one at `start`; brackets within environments are passed over. */
function bracketEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "[") depth++;
    else if (text[at] === "]" && --depth === 0) return at;
  }
  return -1;
}

/** Takes hydrogens with one heavy neighbour out of the graph; the neighbour must have them. */
function mergeHydrogens({
  atoms,
  bonds
}: {
  readonly atoms: readonly ParsedAtom[];
  readonly bonds: readonly QueryBond[];
}): QueryGraph {
  const added = atoms.map(() => 0);
  const isMerged = atoms.map((atom, index) => {
    const own = bonds.filter(({from, to}) => from === index || to === index);
    const [bond] = own;
    if (!atom.isHydrogen || own.length !== 1 || !bond) return false;
    const other = bond.from === index ? bond.to : bond.from;
    if (atoms[other]?.isHydrogen) return false;
    added[other] = (added[other] ?? 0) + 1;
    return true;
  });
  const places = new Map<number, number>();
  const kept: QueryAtom[] = [];
  atoms.forEach((atom, index) => {
    if (isMerged[index]) return;
    places.set(index, kept.length);
    kept.push({...atom, hydrogens: added[index] ?? 0});
  });
  const left = bonds.flatMap(({from, to, test}) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [{from: a, to: b, test}];
  });
  return {atoms: kept, bonds: left};
}
