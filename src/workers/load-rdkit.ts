import type {RDKit} from "../chem/molecule.js";
import type {RDKitUrls} from "./rdkit-urls.js";

interface Glue {
  readonly default: (options: {locateFile: () => string}) => Promise<RDKit>;
}

/**
 * Starts an RDKit engine in this worker: one wasm instance, never freed but with the worker.
 *
 * @throws with the address when either half cannot be fetched or compiled
 */
export async function loadRDKit({glue, wasm}: RDKitUrls): Promise<RDKit> {
  try {
    const {default: init} = (await import(glue)) as Glue;
    return await init({locateFile: () => wasm});
  } catch (cause) {
    throw new Error(`RDKit could not be started from ${glue} and ${wasm}`, {cause});
  }
}
