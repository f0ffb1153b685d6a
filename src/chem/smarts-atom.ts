import {type Clause, every, not, ofKind, some} from "./atom-clause.js";
import {type AtomVerdict, type MatchState, type Verdict, VERDICT} from "./match-state.js";
import {elementNumber} from "./element.js";
import type {MatchTarget} from "./match-target.js";
import {mayOccur, occursIn, planQuery, type QueryAtom, type QueryGraph, type QueryPlan} from "./smarts-query.js";

/** An atom of a query before its hydrogens are counted. */
export type ParsedAtom = Omit<QueryAtom, "hydrogens">;
type Unnumbered = Omit<ParsedAtom, "number">;

const CARBON = 6;
/** Rarity of tests, most telling first: an element other than C, an aliphatic or aromatic carbon, anything. */
const RARITY = {hetero: 4, condition: 3, carbon: 2, any: 0} as const;

/** An atom written without brackets: an element with its aromaticity, or a wildcard. */
export const organicAtom = (symbol: string, {numbers}: Numbered): ParsedAtom =>
  numbered(symbol, readOrganic(symbol), numbers);

function readOrganic(symbol: string): Unnumbered {
  const any = {element: null, isHydrogen: false, rarity: RARITY.any};
  if (symbol === "*") return {...any, ...ofKind(() => true)};
  if (symbol === "a") return {...any, ...AROMATIC};
  if (symbol === "A") return {...any, ...ALIPHATIC};
  const element = elementNumber(symbol);
  const rarity = element === CARBON ? RARITY.carbon : RARITY.hetero;
  return {...symbolClause(symbol), element, isHydrogen: false, rarity};
}

const AROMATIC = ofKind(({target}, at) => target.aromatic[at] === 1);
const ALIPHATIC = ofKind(({target}, at) => target.aromatic[at] === 0);

/** Numbers by text, shared by the queries of one set: what one of them found out need not be found out by the others. */
export interface QueryNumbers {
  /** Of environments (`$(…)`). */
  readonly environments: Map<string, number>;
  /** Of whole expressions for an atom. */
  readonly atoms: Map<string, number>;
  /** What each of those says of a kind of atom, by number. */
  readonly verdicts: AtomVerdict[];
}

interface Numbered {
  readonly numbers: QueryNumbers;
}

/** How the environments (`$(…)`) of an atom are read. */
export interface Environments extends Numbered {
  readonly parse: (smarts: string) => QueryGraph | null;
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** Reads what stands between the brackets of an atom; null for what is left to RDKit. */
export function parseAtomExpression(body: string, environments: Environments): ParsedAtom | null {
  const atom = HYDROGEN.test(body) ? hydrogenAtom(body) : readExpression(body, environments);
  return atom && numbered(`[${body}]`, atom, environments.numbers);
}

/** Gives an atom the number of its expression. */
function numbered(text: string, atom: Unnumbered, {atoms, verdicts}: QueryNumbers): ParsedAtom {
  const number = numberOf(atoms, text);
  verdicts[number] = atom.verdict;
  return {...atom, number};
}

function readExpression(body: string, environments: Environments): Unnumbered | null {
  const text = body.replace(/:\d+$/, "");
  const clause = new AtomParser(text, environments).parse();
  if (clause === null) return null;
  const element = onlyElement(text);
  const rarity =
    element !== null && element !== CARBON
      ? RARITY.hetero
      : text.includes("$")
        ? RARITY.condition
        : element === null
          ? RARITY.any
          : RARITY.carbon;
  return {...clause, element, isHydrogen: false, rarity};
}

const HYDROGEN = /^\d*(?:#1|H)$/;

/** A hydrogen that is asked for as an atom; with a mass number it is one that a structure has to write. */
function hydrogenAtom(body: string): Unnumbered {
  const isotope = Number(/^\d+/.exec(body)?.[0] ?? 0);
  const clause = ofKind(
    ({target}, at) => target.element[at] === 1 && (isotope === 0 || target.isotope[at] === isotope)
  );
  return {...clause, element: null, isHydrogen: isotope === 0, rarity: RARITY.any};
}

/** The element that an expression asks for whatever else it says; null when it leaves a choice. */
function onlyElement(text: string): number | null {
  let bare = text;
  for (let before = ""; before !== bare;) {
    before = bare;
    bare = bare.replace(/\$\([^()]*\)/g, "$").replace(/\(([^()]*)\)/g, "");
  }
  if (bare.includes(",")) return null;
  const [, number] = /^#(\d+)/.exec(bare) ?? [];
  if (number !== undefined) return Number(number);
  const [, symbol] = SYMBOL.exec(bare) ?? [];
  return symbol === undefined ? null : elementNumber(symbol);
}

type CountOf = (target: MatchTarget, atom: number) => number;

/** Counts that a letter with a number asks for, and what the letter alone means: a count, or null for "any at all". */
const COUNTS: Readonly<Record<string, {readonly of: CountOf; readonly alone: number | null}>> = {
  D: {of: ({degree}, at) => degree[at] ?? 0, alone: 1},
  X: {of: ({degree, implicitHydrogens}, at) => (degree[at] ?? 0) + (implicitHydrogens[at] ?? 0), alone: 1},
  H: {of: ({hydrogens}, at) => hydrogens[at] ?? 0, alone: 1},
  h: {of: ({implicitHydrogens}, at) => implicitHydrogens[at] ?? 0, alone: null},
  v: {of: ({valence}, at) => valence[at] ?? 0, alone: 1},
  R: {of: ({ringCount}, at) => ringCount[at] ?? 0, alone: null},
  r: {of: ({smallestRing}, at) => smallestRing[at] ?? 0, alone: null},
  x: {of: ({ringBonds}, at) => ringBonds[at] ?? 0, alone: null}
};
const SYMBOL =
  /^(He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|At|Rn|Fr|Ra|Ac|Th|Pa|Np|Pu|Am|Cm|Bk|Cf|Es|Fm|[BCNOFPSIKVWUY]|se|as|te|[bcnops])/;

/** Recursive descent over one bracket: `;` of `,` of `&` of `!`. */
class AtomParser {
  readonly #text: string;
  readonly #environments: Environments;
  #at = 0;

  constructor(text: string, environments: Environments) {
    this.#text = text;
    this.#environments = environments;
  }

  parse(): Clause | null {
    const clause = this.#list(";", () => this.#list(",", () => this.#and(), some), every);
    return clause !== null && this.#at === this.#text.length ? clause : null;
  }

  #list(separator: string, parse: () => Clause | null, combine: (clauses: readonly Clause[]) => Clause): Clause | null {
    const clauses: Clause[] = [];
    for (;;) {
      const clause = parse();
      if (clause === null) return null;
      clauses.push(clause);
      if (this.#text.charAt(this.#at) !== separator) return combine(clauses);
      this.#at++;
    }
  }

  #and(): Clause | null {
    const clauses: Clause[] = [];
    while (this.#at < this.#text.length && !",;".includes(this.#text.charAt(this.#at))) {
      if (this.#text.charAt(this.#at) === "&") this.#at++;
      const clause = this.#not();
      if (clause === null) return null;
      clauses.push(clause);
    }
    return clauses.length === 0 ? null : every(clauses);
  }

  #not(): Clause | null {
    if (this.#text.charAt(this.#at) !== "!") return this.#primitive();
    this.#at++;
    const clause = this.#not();
    return clause && not(clause);
  }

  #primitive(): Clause | null {
    const rest = this.#text.slice(this.#at);
    if (rest.startsWith("$(")) return this.#environment();
    return (
      this.#take(/^\*/, () => ofKind(() => true)) ??
      this.#take(/^\d+/, (isotope) => ofKind(({target}, at) => target.isotope[at] === Number(isotope))) ??
      this.#take(/^#(\d+)/, (number) => elementClause(Number(number))) ??
      this.#take(SYMBOL, symbolClause) ??
      this.#take(/^a/, () => AROMATIC) ??
      this.#take(/^A/, () => ALIPHATIC) ??
      this.#count(rest) ??
      this.#take(/^(?:\+\d+|\++|-\d+|-+)/, chargeClause) ??
      null
    );
  }

  #count(rest: string): Clause | undefined {
    const [text, letter = "", digits = ""] = /^([DXHhvRrx])(\d*)(?!\{)/.exec(rest) ?? [];
    const count = COUNTS[letter];
    if (text === undefined || !count) return undefined;
    this.#at += text.length;
    const wanted = digits === "" ? count.alone : Number(digits);
    if (wanted === null) return ofKind(({target}, at) => count.of(target, at) > 0);
    return ofKind(({target}, at) => count.of(target, at) === wanted);
  }

  #take(pattern: RegExp, make: (text: string) => Clause): Clause | undefined {
    const match = pattern.exec(this.#text.slice(this.#at));
    if (!match) return undefined;
    this.#at += match[0].length;
    return make(match[1] ?? match[0]);
  }

  #environment(): Clause | null {
    const start = this.#at + 1;
    let depth = 0;
    let end = start;
    for (; end < this.#text.length; end++) {
      if (this.#text[end] === "(") depth++;
      else if (this.#text[end] === ")" && --depth === 0) break;
    }
    const text = this.#text.slice(start + 1, end);
    const graph = this.#environments.parse(text);
    const plan = graph && planQuery(graph, 0);
    if (!plan || depth !== 0) return null;
    this.#at = end + 1;
    return environmentClause(plan, numberOf(this.#environments.numbers.environments, text));
  }
}

function environmentClause(plan: QueryPlan, number: number): Clause {
  return {
    test:
      plan.size === 1
        ? (state, at) => occursIn(plan, state, at)
        : (state, at) => hasEnvironment(plan, state, number, at),
    verdict: (state, at) => environmentVerdict(plan, state, at)
  };
}

/** An environment's first atom is the atom itself: what its kind rules out needs no look around. */
function environmentVerdict({size, steps: [first]}: QueryPlan, state: MatchState, atom: number): Verdict {
  if (!first || first.hydrogens > (state.target.hydrogens[atom] ?? 0)) return VERDICT.no;
  const verdict = first.verdict(state, atom);
  return size === 1 || verdict === VERDICT.no ? verdict : VERDICT.open;
}

function hasEnvironment(plan: QueryPlan, state: MatchState, number: number, atom: number): boolean {
  const table = (state.known[number] ??= new Uint8Array(state.target.count).fill(mayOccur(plan, state) ? 0 : 1));
  if (table[atom] === 0) table[atom] = occursIn(plan, state, atom) ? 2 : 1;
  return table[atom] === 2;
}

const elementClause = (element: number): Clause => ofKind(({target}, at) => target.element[at] === element);

/** Elements whose capital symbol says "not aromatic"; that of any other says nothing of it. */
const ORGANIC = /^(?:[BCNOPSFI]|Cl|Br)$/;

function symbolClause(symbol: string): Clause {
  if (symbol !== symbol.toLowerCase() && !ORGANIC.test(symbol)) return elementClause(elementNumber(symbol));
  const isAromatic = symbol === symbol.toLowerCase() ? 1 : 0;
  const element = elementNumber(symbol);
  return ofKind(({target}, at) => target.element[at] === element && target.aromatic[at] === isAromatic);
}

function chargeClause(text: string): Clause {
  const digits = /\d+/.exec(text)?.[0];
  const size = digits === undefined ? text.length : Number(digits);
  const charge = text.startsWith("-") ? -size : size;
  return ofKind(({target}, at) => target.charge[at] === charge);
}
