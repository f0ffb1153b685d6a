import {neighbourDistance} from "./residues.js";
import type {InteractionKind} from "./interaction-limits.js";
import type {Interaction} from "./interactions.js";
import type {Residue} from "./residues.js";

/** What a publication says of a residue and a ligand, and whether its words were read or are known of. */
export interface PublishedStatement {
  /** E.g. "GLU957". */
  readonly residue: string;
  /** Null where the words name no kind. */
  readonly kind: InteractionKind | null;
  readonly words: string;
  readonly read: string;
  readonly doi: string;
}

/** A complex of which something is published. */
export interface PublishedComplex {
  readonly entry: string;
  readonly target: string;
  /** Residues of the binding site as the entry itself lists them (SITE records, by the archive's software). */
  readonly site: readonly string[];
  readonly statements: readonly PublishedStatement[];
}

/** A residue with what is published of it and what is found. */
export interface ResidueAgreement {
  readonly residue: string;
  readonly is_in_site: boolean;
  readonly statements: readonly (PublishedStatement & {readonly is_found: boolean})[];
  readonly found: readonly InteractionKind[];
  /** Å between the nearest atoms; null where the file has no such residue. */
  readonly nearest_a: number | null;
}

/** How many of each agree. */
export interface AgreementCounts {
  readonly statements: number;
  readonly statements_found: number;
  readonly statements_read: number;
  readonly statements_read_found: number;
  readonly site: number;
  /** Residues of the site with an atom within 4 Å of the ligand, which the pocket shows. */
  readonly site_near: number;
  /** Residues of the site that make an interaction by the criteria. */
  readonly site_found: number;
  /** Residues that interact by the criteria and are neither in the site nor named, by kind. */
  readonly only_found: Readonly<Partial<Record<InteractionKind, number>>>;
}

const nameOf = ({name, number}: Residue): string => `${name}${String(number)}`;
/** Å within which two atoms touch. */
const NEAR = 4;

/** Every residue that is published or found of a complex, in the order of the chain; water and ions are left out. */
export function residueAgreement(
  {site, statements}: PublishedComplex,
  ligand: Residue,
  residues: readonly Residue[],
  interactions: readonly Interaction[]
): ResidueAgreement[] {
  const polymer = interactions.filter(({residue}) => residue.role === "polymer");
  const names = new Set([
    ...site,
    ...statements.map(({residue}) => residue),
    ...polymer.map((each) => nameOf(each.residue))
  ]);
  const number = (name: string): number => Number(name.slice(3));
  return [...names]
    .sort((a, b) => number(a) - number(b))
    .map((name) => {
      const own = polymer.filter(({residue}) => nameOf(residue) === name);
      const found = [...new Set(own.map(({kind}) => kind))];
      const isFound = ({kind}: PublishedStatement): boolean =>
        kind === null ? found.length > 0 : found.includes(kind);
      const copies = residues.filter((residue) => residue.role === "polymer" && nameOf(residue) === name);
      const nearest = Math.min(...copies.map((residue) => neighbourDistance(residue, ligand)));
      return {
        ...{residue: name, is_in_site: site.includes(name), found},
        statements: statements
          .filter(({residue}) => residue === name)
          .map((statement) => ({...statement, is_found: isFound(statement)})),
        nearest_a: Number.isFinite(nearest) ? Math.round(nearest * 100) / 100 : null
      };
    });
}

/** Counts what agrees and what does not, both ways. */
export function agreementCounts(rows: readonly ResidueAgreement[]): AgreementCounts {
  const statements = rows.flatMap((row) => row.statements);
  const read = statements.filter((statement) => statement.read.endsWith(", read"));
  const site = rows.filter((row) => row.is_in_site);
  const only = rows.filter((row) => !row.is_in_site && row.statements.length === 0);
  const byKind: Partial<Record<InteractionKind, number>> = {};
  for (const kind of only.flatMap(({found}) => found)) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return {
    statements: statements.length,
    statements_found: statements.filter((statement) => statement.is_found).length,
    statements_read: read.length,
    statements_read_found: read.filter((statement) => statement.is_found).length,
    site: site.length,
    site_near: site.filter(({nearest_a: nearest}) => nearest !== null && nearest <= NEAR).length,
    site_found: site.filter(({found}) => found.length > 0).length,
    only_found: byKind
  };
}
