import {type AtomTest, VERDICT} from "./match-state.js";
import {AROMATIC_BOND, type MatchTarget} from "./match-target.js";
import type {BondTest, QueryAtom, QueryBond, QueryGraph} from "./smarts-query.js";

const CARBON = 6;
const isBondOrder = (order: number): boolean => (order >= 1 && order <= 3) || order === AROMATIC_BOND;

/**
 * A molecule as a query, with RDKit's meaning: elements and bonds must be the same, aromatic bonds aromatic; charges,
 * isotopes and radicals must be the same where the query has them; hydrogens and stereochemistry are no condition.
 *
 * @returns null for what is left to RDKit: wildcard atoms, and bonds of order zero or dative ones
 */
export function moleculeQuery(molecule: MatchTarget): QueryGraph | null {
  const ends = molecule.first[molecule.count] ?? 0;
  if (molecule.element.subarray(0, molecule.count).includes(0)) return null;
  if (!molecule.order.subarray(0, ends).every(isBondOrder)) return null;
  const atoms = Array.from({length: molecule.count}, (_, atom) => queryAtom(molecule, atom));
  const bonds: QueryBond[] = [];
  for (let from = 0; from < molecule.count; from++)
    for (let place = molecule.first[from] ?? 0; place < (molecule.first[from + 1] ?? 0); place++) {
      const to = molecule.neighbour[place] ?? 0;
      const code = molecule.order[place] ?? 0;
      const test: BondTest = ({order}, at) => order[at] === code;
      if (from < to) bonds.push({from, to, test});
    }
  return {atoms, bonds};
}

function queryAtom(molecule: MatchTarget, atom: number): QueryAtom {
  const [element = 0, charge = 0] = [molecule.element[atom], molecule.charge[atom]];
  const [isotope = 0, radicals = 0] = [molecule.isotope[atom], molecule.radicals[atom]];
  const test: AtomTest = ({target}, at) =>
    target.element[at] === element &&
    (charge === 0 || target.charge[at] === charge) &&
    (isotope === 0 || target.isotope[at] === isotope) &&
    (radicals === 0 || target.radicals[at] === radicals);
  return {
    test,
    verdict: () => VERDICT.open,
    number: -1,
    element,
    hydrogens: 0,
    isHydrogen: false,
    rarity: element === CARBON ? 1 : 2
  };
}
