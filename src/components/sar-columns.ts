import {formatNumber} from "../base/format-number.js";
import type {CompoundPotency} from "../store/queries/potencies-of-compound.js";
import {compounds, type CompoundRow} from "../tables/compounds.js";
import type {Project} from "../tables/project.js";
import type {Column} from "../tables/table.js";

/** A compound of the table with what is known of it; no row where it is not of the project. */
export interface SarCompound {
  readonly key: string;
  readonly label: string;
  readonly smiles: string;
  readonly row: CompoundRow | null;
  readonly potencies: readonly CompoundPotency[];
}

/** A value with its doubt. */
export interface SarValue {
  readonly value: number;
  /** As printed; a bound has its sign. */
  readonly words: string;
  /** How firm it is; empty for what is computed exactly. */
  readonly doubt: string;
}

/** A column of the table. */
export interface SarColumn {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly about: string;
  /** True when a difference from the reference says something. */
  readonly isCompared: boolean;
  valueOf(compound: SarCompound): SarValue | null;
}

const PROPERTIES = [
  ...["mw_da", "clogp", "tpsa_a2", "n_hbd", "n_hba", "n_rotatable_bonds", "fsp3", "n_aromatic_rings"],
  ...["qed", "lipinski_violations", "veber_violations"]
] as const satisfies readonly (keyof CompoundRow)[];

/** Columns shown until others are chosen: the potencies, and these. */
const USUAL = new Set<string>(["mw_da", "clogp", "tpsa_a2", "qed"]);

/** Every column that the table can have: potency on each target of the project by measured type, then properties. */
export function sarColumns({targets}: Project, types: readonly string[]): SarColumn[] {
  return [
    ...targets.flatMap(({symbol}) => types.map((type) => potencyColumn(symbol, type))),
    ...PROPERTIES.map(propertyColumn)
  ];
}

/** The columns of the given ids in the order of the table; the usual ones when none is given or known. */
export function chosenColumns(columns: readonly SarColumn[], ids: readonly string[]): SarColumn[] {
  const wanted = columns.filter(({id}) => ids.includes(id));
  return wanted.length > 0 ? wanted : columns.filter(({id, isCompared}) => isCompared || USUAL.has(id));
}

function potencyColumn(symbol: string, type: string): SarColumn {
  return {
    id: `${symbol}:${type}`,
    label: `${symbol} p${type}`,
    unit: "",
    about: `Median of exact ${type} records on ${symbol}, as −log10 of the molar value.`,
    isCompared: true,
    valueOf: ({potencies}) => {
      const found = potencies.find((one) => one.symbol === symbol && one.standard_type === type);
      return found ? potencyValue(found) : null;
    }
  };
}

function potencyValue(row: CompoundPotency): SarValue | null {
  const {pchembl_median: median, pchembl_min: low, pchembl_max: high, pchembl_upper_bound: bound} = row;
  const records = `n ${String(row.n_exact)}${row.n_censored > 0 ? ` + ${String(row.n_censored)}` : ""}`;
  if (median !== null) {
    const spread = low !== null && high !== null && low !== high ? `${low.toFixed(1)}–${high.toFixed(1)}, ` : "";
    return {value: median, words: median.toFixed(2), doubt: `${spread}${records}`};
  }
  return bound === null ? null : {value: NaN, words: `< ${bound.toFixed(1)}`, doubt: records};
}

function propertyColumn(name: (typeof PROPERTIES)[number]): SarColumn {
  const {label, unit, about}: Column = compounds.columns[name];
  return {
    ...{id: name, label, unit, about, isCompared: false},
    valueOf: ({row}) => (row === null ? null : {value: row[name], words: formatNumber(row[name]), doubt: ""})
  };
}
