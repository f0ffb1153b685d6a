import {AROMATIC_BOND} from "./match-target.js";
import type {BondTest} from "./smarts-query.js";

const PRIMITIVES: Readonly<Record<string, BondTest>> = {
  "-": ({order}, at) => order[at] === 1,
  "=": ({order}, at) => order[at] === 2,
  "#": ({order}, at) => order[at] === 3,
  ":": ({order}, at) => order[at] === AROMATIC_BOND,
  "~": () => true,
  "@": ({inRing}, at) => inRing[at] === 1
};

/** Reads a bond expression (`-`, `=,:`, `-!@` …); null when it holds a direction or cannot be read. */
export function parseBondExpression(text: string): BondTest | null {
  return join(text, ";", parseOr, every);
}

const parseOr = (text: string): BondTest | null => join(text, ",", parseAnd, some);

function parseAnd(text: string): BondTest | null {
  const parts = text.replaceAll("&", "").match(/!*[-=#:~@]/g) ?? [];
  if (parts.join("") !== text.replaceAll("&", "") || parts.length === 0) return null;
  const tests = parts.map((part): BondTest => {
    const test = PRIMITIVES[part.slice(-1)] ?? (() => false);
    return part.length % 2 === 1 ? test : (target, at) => !test(target, at);
  });
  return every(tests);
}

function join(
  text: string,
  separator: string,
  parse: (part: string) => BondTest | null,
  combine: (tests: readonly BondTest[]) => BondTest
): BondTest | null {
  const tests = text.split(separator).map(parse);
  const good = tests.filter((test) => test !== null);
  return good.length === tests.length ? combine(good) : null;
}

const every = (tests: readonly BondTest[]): BondTest =>
  tests.length === 1 && tests[0] ? tests[0] : (target, at) => tests.every((test) => test(target, at));
const some = (tests: readonly BondTest[]): BondTest =>
  tests.length === 1 && tests[0] ? tests[0] : (target, at) => tests.some((test) => test(target, at));
