import type {Cut} from "./cut-molecule.js";

/** The part that stands for a hydrogen. */
export const HYDROGEN_PART = "[H][*:1]";

/** Matched pairs, a column each; texts are places in `texts`. */
export interface PairTable {
  /** Rows of the pair: `a` holds the part `from`, `b` the part `to`. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** What both rows share. */
  readonly context: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly texts: readonly string[];
}

/** What `matchedPairs` needs of one row. */
export interface CutRow {
  /** Canonical SMILES of the whole molecule. */
  readonly smiles: string;
  readonly cuts: readonly Cut[];
}

interface Member {
  readonly row: number;
  readonly part: number;
  readonly size: number;
}

interface Found {
  readonly a: number;
  readonly b: number;
  readonly context: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/**
 * All matched pairs of a set: rows that share a context and differ in the rest, hydrogen included. Where two rows differ
 * by several texts of one change (a methyl, or the ethyl around it), the smallest exchanged parts are kept, then the
 * first context by SMILES. Each pair is given once, `from` before `to` in the order of their SMILES. Rows with one
 * structure make no pair with each other.
 *
 * @see Hussain & Rea 2010, doi:10.1021/ci900450m
 */
export function matchedPairs(
  rows: readonly CutRow[],
  tell: (done: number, total: number) => void = () => undefined
): PairTable {
  const texts = new Texts();
  const contexts = indexByContext(rows, texts);
  const smallest = new Map<number, Found>();
  let done = 0;
  for (const [context, members] of contexts) {
    for (const pair of pairsOf(context, members, texts)) {
      const key = Math.min(pair.a, pair.b) * rows.length + Math.max(pair.a, pair.b);
      const known = smallest.get(key);
      if (!known || isSmaller(pair, known, texts)) smallest.set(key, pair);
    }
    tell(++done, contexts.size);
  }
  return toTable([...smallest.values()], texts.all);
}

/** Texts by number, each once. */
class Texts {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();

  place(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    return this.all.push(text) - 1;
  }

  text(place: number): string {
    return this.all[place] ?? "";
  }
}

function indexByContext(rows: readonly CutRow[], texts: Texts): Map<number, Member[]> {
  const contexts = new Map<number, Member[]>();
  const bareContexts = new Map<string, Set<number>>();
  rows.forEach(({cuts}, row) => {
    for (const {context, variable, size, bare} of cuts) {
      const place = texts.place(context);
      addMember(contexts, place, {row, part: texts.place(variable), size});
      if (bare === null) continue;
      const known = bareContexts.get(bare);
      if (known) known.add(place);
      else bareContexts.set(bare, new Set([place]));
    }
  });
  const hydrogen = texts.place(HYDROGEN_PART);
  rows.forEach(({smiles}, row) => {
    for (const place of bareContexts.get(smiles) ?? []) addMember(contexts, place, {row, part: hydrogen, size: 0});
  });
  return contexts;
}

function addMember(contexts: Map<number, Member[]>, place: number, member: Member): void {
  const members = contexts.get(place);
  if (!members) contexts.set(place, [member]);
  else if (!members.some(({row, part}) => row === member.row && part === member.part)) members.push(member);
}

function* pairsOf(context: number, members: readonly Member[], texts: Texts): Generator<Found> {
  for (const [i, first] of members.entries())
    for (let j = i + 1; j < members.length; j++) {
      const second = members[j];
      if (!second || first.row === second.row || first.part === second.part) continue;
      const [from, to] = texts.text(first.part) < texts.text(second.part) ? [first, second] : [second, first];
      yield {a: from.row, b: to.row, context, from: from.part, to: to.part, size: from.size + to.size};
    }
}

const isSmaller = (pair: Found, known: Found, texts: Texts): boolean =>
  pair.size === known.size ? texts.text(pair.context) < texts.text(known.context) : pair.size < known.size;

/** The pairs by column, with the texts that they need and no others. */
function toTable(found: readonly Found[], texts: readonly string[]): PairTable {
  const used = new Texts();
  const place = (text: number): number => used.place(texts[text] ?? "");
  return {
    a: Int32Array.from(found, ({a}) => a),
    b: Int32Array.from(found, ({b}) => b),
    context: Int32Array.from(found, ({context}) => place(context)),
    from: Int32Array.from(found, ({from}) => place(from)),
    to: Int32Array.from(found, ({to}) => place(to)),
    texts: used.all
  };
}
