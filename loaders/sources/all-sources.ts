import {chembl} from "./chembl.js";
import {openTargets} from "./open-targets.js";
import type {Source} from "./source.js";

/** Every source, in the order in which they are fetched: later ones may read what earlier ones brought. */
export const allSources: readonly Source[] = [openTargets, chembl];
