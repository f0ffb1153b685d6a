import {type AtomVerdict, type KindsOfAtoms, type MatchState, VERDICT} from "./match-state.js";
import type {MatchTarget} from "./match-target.js";

/** Kinds are few (hundreds in a million molecules); a set of strange ones is not kept for ever. */
const MOST_KINDS = 4096;

/**
 * Atoms with the same properties are of one kind, and answer an expression alike unless it asks for their surroundings.
 * So what one atom answered is known of all: most queries are ruled out by the kinds of a molecule alone.
 */
export class AtomKinds {
  readonly #expressions: readonly AtomVerdict[];
  readonly #verdicts = new Map<string, Uint8Array>();
  readonly #candidates: Uint16Array;

  /** @param expressions what the queries ask of atoms, by number */
  constructor(expressions: readonly AtomVerdict[]) {
    this.#expressions = expressions;
    this.#candidates = new Uint16Array(expressions.length);
  }

  /** The kinds of a target's atoms; `candidates` is used again for the next target. */
  of(state: MatchState): KindsOfAtoms {
    const {target} = state;
    if (this.#verdicts.size > MOST_KINDS) this.#verdicts.clear();
    const verdicts: Uint8Array[] = [];
    const samples: {atom: number; count: number}[] = [];
    for (let atom = 0; atom < target.count; atom++) {
      const known = this.#verdictsOf(kindOf(target, atom), state, atom);
      const sample = samples.find(({atom}) => verdicts[atom] === known);
      if (sample) sample.count++;
      else samples.push({atom, count: 1});
      verdicts.push(known);
    }
    return {verdicts, samples, candidates: this.#count(samples, verdicts)};
  }

  #verdictsOf(kind: string, state: MatchState, atom: number): Uint8Array {
    const known = this.#verdicts.get(kind);
    if (known) return known;
    const verdicts = Uint8Array.from(this.#expressions, (verdict) => verdict(state, atom));
    this.#verdicts.set(kind, verdicts);
    return verdicts;
  }

  #count(samples: KindsOfAtoms["samples"], verdicts: readonly Uint8Array[]): Uint16Array {
    const candidates = this.#candidates.fill(0);
    for (const {atom, count} of samples) {
      const known = verdicts[atom] ?? candidates;
      for (let number = 0; number < candidates.length; number++)
        if (known[number] !== VERDICT.no) candidates[number] = (candidates[number] ?? 0) + count;
    }
    return candidates;
  }
}

/** Every property of an atom that an expression can ask for. */
function kindOf(target: MatchTarget, atom: number): string {
  return String.fromCharCode(
    target.element[atom] ?? 0,
    target.aromatic[atom] ?? 0,
    (target.charge[atom] ?? 0) + 128,
    target.isotope[atom] ?? 0,
    target.radicals[atom] ?? 0,
    target.hydrogens[atom] ?? 0,
    target.implicitHydrogens[atom] ?? 0,
    target.degree[atom] ?? 0,
    target.valence[atom] ?? 0,
    target.ringCount[atom] ?? 0,
    target.smallestRing[atom] ?? 0,
    target.ringBonds[atom] ?? 0
  );
}
