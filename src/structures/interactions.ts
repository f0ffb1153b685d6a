import {areBonded} from "./atom-bonds.js";
import {angleOf, angleAt, apart, between, dot, length, type Point} from "./geometry.js";
import {isHalogenBond} from "./halogen-bond.js";
import {bestHydrogen} from "./hydrogen-places.js";
import {INTERACTION_LIMITS as LIMITS, type InteractionKind} from "./interaction-limits.js";
import {isHydrogen, type Residue, type StructureAtom} from "./residues.js";
import type {AromaticRing, ChargedGroup, Donor, PlacedAtom, SiteFeatures} from "./site-features.js";

/** What the ligand gives to an interaction. */
export type LigandRole = "donor" | "acceptor" | "positive" | "negative" | "ring" | "none";

/** One interaction of a ligand with a residue. */
export interface Interaction {
  readonly kind: InteractionKind;
  readonly residue: Residue;
  readonly role: LigandRole;
  readonly ligandAtoms: readonly StructureAtom[];
  readonly otherAtoms: readonly StructureAtom[];
  /** Where its line begins and ends: atoms, or the middle of a ring or charged group. */
  readonly from: Point;
  readonly to: Point;
  /** Å between the two; of a water bridge the longer leg. */
  readonly distance: number;
  /** Degrees at the hydrogen, between the planes of two rings, or at the halogen; null where none is judged. */
  readonly angle: number | null;
  /** The water of a bridge. */
  readonly water: StructureAtom | null;
}

/** A ligand among its surroundings. */
export interface BindingSite {
  readonly ligand: Residue;
  readonly features: SiteFeatures;
  readonly surroundings: SiteFeatures;
  /** Residues that are looked at, waters and ions too. */
  readonly residues: readonly Residue[];
}

const within = (distance: number, longest: number): boolean => distance > LIMITS.nearest && distance <= longest;

/**
 * Every interaction of a ligand by the geometric criteria of PLIP, in the order of the chain. A hydrogen makes one bond,
 * its straightest, or, where it turns, its shortest; a bond within a salt bridge counts as the bridge, carbons of stacked rings as the stacking.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315; Adasme et al. 2021, doi:10.1093/nar/gkab294
 */
export function interactionsOf(site: BindingSite): Interaction[] {
  const {features, surroundings} = site;
  const bridges = saltBridges(features, surroundings);
  const stacks = stackings(features, surroundings);
  const isIn = (found: readonly Interaction[], own: StructureAtom, other: StructureAtom): boolean =>
    found.some(({ligandAtoms, otherAtoms}) => ligandAtoms.includes(own) && otherAtoms.includes(other));
  const bonds = hydrogenBonds(features, surroundings).filter(
    ({ligandAtoms: [own], otherAtoms: [other]}) => own && other && !isIn(bridges, own, other)
  );
  const contacts = hydrophobic(features, surroundings).filter(
    ({ligandAtoms: [own], otherAtoms: [other]}) => own && other && !isIn(stacks, own, other)
  );
  const all = [
    ...[
      ...covalentBonds(site),
      ...bonds,
      ...bridges,
      ...halogenBonds(site),
      ...stacks,
      ...cationPi(features, surroundings)
    ],
    ...[...metals(site), ...waterBridges(site), ...contacts]
  ];
  return all.sort(
    (a, b) =>
      a.residue.chain.localeCompare(b.residue.chain) || a.residue.number - b.residue.number || a.distance - b.distance
  );
}

type Pair = Pick<Interaction, "kind" | "residue" | "role" | "ligandAtoms" | "otherAtoms" | "from" | "to">;
const interaction = (pair: Pair, angle: number | null = null): Interaction => ({
  ...pair,
  ...{distance: apart(pair.from, pair.to), angle, water: null}
});

/** Bonds of the ligand to a chain, which make of it a part of the protein. */
function covalentBonds({ligand, residues}: BindingSite): Interaction[] {
  return residues
    .filter(({role}) => role === "polymer")
    .flatMap((residue) =>
      residue.atoms.flatMap((atom) =>
        ligand.atoms
          .filter((own) => !isHydrogen(own) && !isHydrogen(atom) && areBonded(own, atom))
          .map((own) => interaction({kind: "covalent bond", role: "none", ...atomsOf(own, {atom, residue})}))
      )
    );
}

/** Pairs donor–acceptor within the limits; each hydrogen keeps the straightest, one that turns the shortest. */
function hydrogenBonds(own: SiteFeatures, others: SiteFeatures): Interaction[] {
  const given = own.donors.flatMap((donor) => bondsOf(donor, others.acceptors, "donor"));
  const taken = others.donors.flatMap((donor) => bondsOf(donor, own.acceptors, "acceptor"));
  return [...given, ...taken];
}

function bondsOf(donor: Donor, acceptors: readonly PlacedAtom[], role: "donor" | "acceptor"): Interaction[] {
  const {longest, leastAngle} = LIMITS.hydrogenBond;
  const {hydrogens} = donor;
  const found = acceptors.flatMap((acceptor) => {
    if (!within(apart(donor.atom, acceptor.atom), longest)) return [];
    const hydrogen = bestHydrogen(donor.atom, donor.hydrogens, acceptor.atom);
    return hydrogen && hydrogen.angle >= leastAngle ? [{acceptor, hydrogen}] : [];
  });
  const most = hydrogens.kind === "fixed" ? hydrogens.at.length : hydrogens.count;
  const perHydrogen = new Map<number, number>();
  return found
    .sort((a, b) =>
      hydrogens.kind === "fixed"
        ? b.hydrogen.angle - a.hydrogen.angle
        : apart(donor.atom, a.acceptor.atom) - apart(donor.atom, b.acceptor.atom)
    )
    .filter(({hydrogen: {which}}) => {
      const used = perHydrogen.get(which) ?? 0;
      perHydrogen.set(which, used + 1);
      return used < (which === -1 ? most : 1);
    })
    .map(({acceptor, hydrogen}) => {
      const [mine, theirs] = role === "donor" ? [donor, acceptor] : [acceptor, donor];
      const ends = {from: mine.atom, to: theirs.atom, ligandAtoms: [mine.atom], otherAtoms: [theirs.atom]};
      return interaction({kind: "hydrogen bond", residue: theirs.residue, role, ...ends}, hydrogen.angle);
    });
}

function saltBridges(own: SiteFeatures, others: SiteFeatures): Interaction[] {
  return own.charges.flatMap((mine) =>
    others.charges
      .filter((theirs) => theirs.sign !== mine.sign && within(apart(mine.centre, theirs.centre), LIMITS.saltBridge))
      .map((theirs) =>
        interaction({kind: "salt bridge", role: mine.sign > 0 ? "positive" : "negative", ...groupsOf(mine, theirs)})
      )
  );
}

type Group = Pick<ChargedGroup | AromaticRing, "atoms" | "centre" | "residue">;
const groupsOf = (mine: Group, theirs: Group) => ({
  ...{residue: theirs.residue, ligandAtoms: mine.atoms, otherAtoms: theirs.atoms},
  ...{from: mine.centre, to: theirs.centre}
});

/** How far a place is from above the middle of a ring, in Å. */
function offsetOver({centre, normal}: AromaticRing, place: Point): number {
  const away = between(centre, place);
  return Math.sqrt(Math.max(0, length(away) ** 2 - dot(away, normal) ** 2));
}

function stackings(own: SiteFeatures, others: SiteFeatures): Interaction[] {
  const {longest, deviation, offset} = LIMITS.stacking;
  return own.rings.flatMap((mine) =>
    others.rings.flatMap((theirs) => {
      if (!within(apart(mine.centre, theirs.centre), longest)) return [];
      const turn = angleOf(mine.normal, theirs.normal);
      const angle = Math.min(turn, 180 - turn);
      const kind = angle < deviation ? "parallel stacking" : angle > 90 - deviation ? "T stacking" : null;
      const shift = Math.min(offsetOver(mine, theirs.centre), offsetOver(theirs, mine.centre));
      return kind && shift < offset ? [interaction({kind, role: "ring", ...groupsOf(mine, theirs)}, angle)] : [];
    })
  );
}

function cationPi(own: SiteFeatures, others: SiteFeatures): Interaction[] {
  const {longest, offset} = LIMITS.cationPi;
  const near = (ring: AromaticRing, charge: ChargedGroup): boolean =>
    charge.sign > 0 &&
    within(apart(ring.centre, charge.centre), longest) &&
    offsetOver(ring, charge.centre) < offset &&
    !charge.atoms.some((atom) => ring.atoms.includes(atom));
  const rings = own.rings.flatMap((ring) =>
    others.charges
      .filter((charge) => near(ring, charge))
      .map((charge) => ({mine: ring, theirs: charge, role: "ring" as const}))
  );
  const charges = own.charges.flatMap((charge) =>
    others.rings
      .filter((ring) => near(ring, charge))
      .map((ring) => ({mine: charge, theirs: ring, role: "positive" as const}))
  );
  return [...rings, ...charges].map(({mine, theirs, role}) =>
    interaction({kind: "cation-π", role, ...groupsOf(mine, theirs)})
  );
}

const atomsOf = (mine: StructureAtom, theirs: PlacedAtom) => ({
  ...{residue: theirs.residue, ligandAtoms: [mine], otherAtoms: [theirs.atom], from: mine, to: theirs.atom}
});

function halogenBonds({ligand, surroundings}: BindingSite): Interaction[] {
  return ligand.atoms.flatMap((halogen) =>
    surroundings.acceptors
      .filter(({atom, residue}) => isHalogenBond(halogen, ligand, atom, residue))
      .map((acceptor) => {
        const carbon = nearestCarbon(halogen, ligand);
        const angle = carbon ? angleAt(carbon, halogen, acceptor.atom) : null;
        return interaction({kind: "halogen bond", role: "donor", ...atomsOf(halogen, acceptor)}, angle);
      })
  );
}

const nearestCarbon = (halogen: StructureAtom, {atoms}: Residue): StructureAtom | undefined =>
  atoms
    .filter(({element}) => element.toUpperCase() === "C")
    .reduce<StructureAtom | undefined>(
      (best, atom) => (best && apart(best, halogen) <= apart(atom, halogen) ? best : atom),
      undefined
    );

const METALS = new Set("LI NA K MG CA SR BA CR MN FE CO NI CU ZN CD HG".split(" "));

function metals({features, residues}: BindingSite): Interaction[] {
  const ions = residues
    .filter(({role}) => role === "ion")
    .flatMap((residue) =>
      residue.atoms
        .filter(({element}) => METALS.has(element.toUpperCase()))
        .map((atom): PlacedAtom => ({atom, residue}))
    );
  return features.binders.flatMap(({atom}) =>
    ions
      .filter((ion) => within(apart(atom, ion.atom), LIMITS.metal))
      .map((ion) => interaction({kind: "metal", role: "acceptor", ...atomsOf(atom, ion)}))
  );
}

/** Waters that take a hydrogen of one side and give one to the other; of each water the two whose angle is best. */
function waterBridges({features, surroundings, residues}: BindingSite): Interaction[] {
  const waters = residues
    .filter(({role}) => role === "water")
    .flatMap(({atoms}) => atoms.find((atom) => !isHydrogen(atom)) ?? []);
  return waters.flatMap((water) => {
    const given = bridgesBy(water, features.donors, surroundings.acceptors).map(({donor, acceptor, ...rest}) => ({
      ...{...rest, own: donor.atom, other: acceptor, role: "donor" as const}
    }));
    const taken = bridgesBy(water, surroundings.donors, features.acceptors).map(({donor, acceptor, ...rest}) => ({
      ...{...rest, own: acceptor.atom, other: donor, role: "acceptor" as const}
    }));
    return [...given, ...taken]
      .sort(
        (a, b) => Math.abs(a.omega - LIMITS.waterBridge.bestOmega) - Math.abs(b.omega - LIMITS.waterBridge.bestOmega)
      )
      .slice(0, LIMITS.waterBridge.perWater)
      .map(({own, other, role, theta}) => ({
        ...interaction({kind: "water bridge", role, ...atomsOf(own, other)}, theta),
        ...{water, distance: Math.max(apart(own, water), apart(other.atom, water))}
      }));
  });
}

function bridgesBy(water: StructureAtom, donors: readonly Donor[], acceptors: readonly PlacedAtom[]) {
  const {shortest, longest, leastOmega, mostOmega, leastTheta} = LIMITS.waterBridge;
  const isLeg = (atom: StructureAtom): boolean => apart(atom, water) >= shortest && apart(atom, water) <= longest;
  const taken = acceptors.filter(({atom}) => isLeg(atom));
  if (taken.length === 0) return [];
  return donors
    .filter(({atom}) => isLeg(atom))
    .flatMap((donor) => {
      const hydrogen = bestHydrogen(donor.atom, donor.hydrogens, water);
      if (!hydrogen || hydrogen.angle < leastTheta) return [];
      return taken
        .map((acceptor) => ({
          donor,
          acceptor,
          theta: hydrogen.angle,
          omega: angleAt(acceptor.atom, water, hydrogen.place)
        }))
        .filter(({omega}) => omega >= leastOmega && omega <= mostOmega);
    });
}

function hydrophobic(own: SiteFeatures, others: SiteFeatures): Interaction[] {
  return own.carbons.flatMap(({atom}) =>
    others.carbons
      .filter((other) => within(apart(atom, other.atom), LIMITS.hydrophobic))
      .map((other) => interaction({kind: "hydrophobic", role: "none", ...atomsOf(atom, other)}))
  );
}
