import {elementNumber} from "./element.js";
import type {MatchTarget} from "./match-target.js";
import {
  type AtomTest,
  hasElements,
  type MatchState,
  occursIn,
  planQuery,
  type QueryAtom,
  type QueryGraph,
  type QueryPlan
} from "./smarts-query.js";

/** An atom of a query before its hydrogens are counted. */
export type ParsedAtom = Omit<QueryAtom, "hydrogens">;

const CARBON = 6;
/** Rarity of tests, most telling first: an element other than C, an aliphatic or aromatic carbon, anything. */
const RARITY = {hetero: 4, condition: 3, carbon: 2, any: 0} as const;

/** An atom written without brackets: an element with its aromaticity, or a wildcard. */
export function organicAtom(symbol: string): ParsedAtom {
  const any = {element: null, isHydrogen: false, rarity: RARITY.any};
  if (symbol === "*") return {...any, test: () => true};
  if (symbol === "a") return {...any, test: ({target}, at) => target.aromatic[at] === 1};
  if (symbol === "A") return {...any, test: ({target}, at) => target.aromatic[at] === 0};
  const isAromatic = symbol === symbol.toLowerCase() ? 1 : 0;
  const element = elementNumber(symbol);
  return {
    test: ({target}, at) => target.element[at] === element && target.aromatic[at] === isAromatic,
    element,
    isHydrogen: false,
    rarity: element === CARBON ? RARITY.carbon : RARITY.hetero
  };
}

/** How the environments (`$(…)`) of an atom are read: each text has one number, so that it is looked for once at an atom. */
export interface Environments {
  readonly numbers: Map<string, number>;
  readonly parse: (smarts: string) => QueryGraph | null;
}

/** Reads what stands between the brackets of an atom; null for what is left to RDKit. */
export function parseAtomExpression(body: string, environments: Environments): ParsedAtom | null {
  if (HYDROGEN.test(body)) return hydrogenAtom(body);
  const text = body.replace(/:\d+$/, "");
  const test = new AtomParser(text, environments).parse();
  if (test === null) return null;
  const element = onlyElement(text);
  const rarity =
    element !== null && element !== CARBON
      ? RARITY.hetero
      : text.includes("$")
        ? RARITY.condition
        : element === null
          ? RARITY.any
          : RARITY.carbon;
  return {test, element, isHydrogen: false, rarity};
}

const HYDROGEN = /^\d*(?:#1|H)$/;

/** A hydrogen that is asked for as an atom; with a mass number it is one that a structure has to write. */
function hydrogenAtom(body: string): ParsedAtom {
  const isotope = Number(/^\d+/.exec(body)?.[0] ?? 0);
  const test: AtomTest = ({target}, at) =>
    target.element[at] === 1 && (isotope === 0 || target.isotope[at] === isotope);
  return {test, element: null, isHydrogen: isotope === 0, rarity: RARITY.any};
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

  parse(): AtomTest | null {
    const test = this.#list(";", () => this.#list(",", () => this.#and(), some), every);
    return test !== null && this.#at === this.#text.length ? test : null;
  }

  #list(
    separator: string,
    parse: () => AtomTest | null,
    combine: (tests: readonly AtomTest[]) => AtomTest
  ): AtomTest | null {
    const tests: AtomTest[] = [];
    for (;;) {
      const test = parse();
      if (test === null) return null;
      tests.push(test);
      if (this.#text.charAt(this.#at) !== separator) return combine(tests);
      this.#at++;
    }
  }

  #and(): AtomTest | null {
    const tests: AtomTest[] = [];
    while (this.#at < this.#text.length && !",;".includes(this.#text.charAt(this.#at))) {
      if (this.#text.charAt(this.#at) === "&") this.#at++;
      const test = this.#not();
      if (test === null) return null;
      tests.push(test);
    }
    return tests.length === 0 ? null : every(tests);
  }

  #not(): AtomTest | null {
    if (this.#text.charAt(this.#at) !== "!") return this.#primitive();
    this.#at++;
    const test = this.#not();
    return test && ((state, at) => !test(state, at));
  }

  #primitive(): AtomTest | null {
    const rest = this.#text.slice(this.#at);
    if (rest.startsWith("$(")) return this.#environment();
    return (
      this.#take(/^\*/, () => () => true) ??
      this.#take(
        /^\d+/,
        (isotope) =>
          ({target}, at) =>
            target.isotope[at] === Number(isotope)
      ) ??
      this.#take(/^#(\d+)/, (number) => elementTest(Number(number))) ??
      this.#take(SYMBOL, symbolTest) ??
      this.#take(
        /^a/,
        () =>
          ({target}, at) =>
            target.aromatic[at] === 1
      ) ??
      this.#take(
        /^A/,
        () =>
          ({target}, at) =>
            target.aromatic[at] === 0
      ) ??
      this.#count(rest) ??
      this.#take(/^(?:\+\d+|\++|-\d+|-+)/, chargeTest) ??
      null
    );
  }

  #count(rest: string): AtomTest | undefined {
    const [text, letter = "", digits = ""] = /^([DXHhvRrx])(\d*)(?!\{)/.exec(rest) ?? [];
    const count = COUNTS[letter];
    if (text === undefined || !count) return undefined;
    this.#at += text.length;
    const wanted = digits === "" ? count.alone : Number(digits);
    if (wanted === null) return ({target}, at) => count.of(target, at) > 0;
    return ({target}, at) => count.of(target, at) === wanted;
  }

  #take(pattern: RegExp, make: (text: string) => AtomTest): AtomTest | undefined {
    const match = pattern.exec(this.#text.slice(this.#at));
    if (!match) return undefined;
    this.#at += match[0].length;
    return make(match[1] ?? match[0]);
  }

  #environment(): AtomTest | null {
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
    const {numbers} = this.#environments;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    if (plan.size === 1) return (state, at) => occursIn(plan, state, at);
    return (state, at) => hasElements(plan, state) && hasEnvironment(plan, state, number, at);
  }
}

function hasEnvironment(plan: QueryPlan, state: MatchState, number: number, atom: number): boolean {
  const table = (state.known[number] ??= new Uint8Array(state.target.count));
  if (table[atom] === 0) table[atom] = occursIn(plan, state, atom) ? 2 : 1;
  return table[atom] === 2;
}

const elementTest =
  (element: number): AtomTest =>
  ({target}, at) =>
    target.element[at] === element;

/** Elements whose capital symbol says "not aromatic"; that of any other says nothing of it. */
const ORGANIC = /^(?:[BCNOPSFI]|Cl|Br)$/;

function symbolTest(symbol: string): AtomTest {
  if (symbol !== symbol.toLowerCase() && !ORGANIC.test(symbol)) return elementTest(elementNumber(symbol));
  const isAromatic = symbol === symbol.toLowerCase() ? 1 : 0;
  const element = elementNumber(symbol);
  return ({target}, at) => target.element[at] === element && target.aromatic[at] === isAromatic;
}

function chargeTest(text: string): AtomTest {
  const digits = /\d+/.exec(text)?.[0];
  const size = digits === undefined ? text.length : Number(digits);
  const charge = text.startsWith("-") ? -size : size;
  return ({target}, at) => target.charge[at] === charge;
}

function every(tests: readonly AtomTest[]): AtomTest {
  if (tests.length === 1 && tests[0]) return tests[0];
  return (state, at) => {
    for (const test of tests) if (!test(state, at)) return false;
    return true;
  };
}

function some(tests: readonly AtomTest[]): AtomTest {
  if (tests.length === 1 && tests[0]) return tests[0];
  return (state, at) => {
    for (const test of tests) if (test(state, at)) return true;
    return false;
  };
}
