import {alphafold} from "./alphafold.js";
import {biorxiv} from "./biorxiv.js";
import {chembl} from "./chembl.js";
import {chemblBulk} from "./chembl-bulk.js";
import {clinicalTrials} from "./clinical-trials.js";
import {europePmc} from "./europe-pmc.js";
import {openTargets} from "./open-targets.js";
import {openTargetsBulk} from "./open-targets-bulk.js";
import {pubmed} from "./pubmed.js";
import {pubtator} from "./pubtator.js";
import {rcsb} from "./rcsb.js";
import type {Source} from "./source.js";
import {uniprot} from "./uniprot.js";

/** Every source, in the order in which they are fetched: later ones may read what earlier ones brought. */
export const allSources: readonly Source[] = [
  openTargets,
  chembl,
  pubmed,
  pubtator,
  europePmc,
  biorxiv,
  clinicalTrials,
  uniprot,
  rcsb,
  alphafold,
  chemblBulk,
  openTargetsBulk
];
