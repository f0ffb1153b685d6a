import {openModels} from "../loaders/admet/open-models.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {predictAdmet} from "../src/admet/predict.js";
import {libraryRun} from "./admet-library.js";

const N_MOLECULES = 20_000;
const BATCH = 128;
/** The training library is given so many of them. */
const N_LIBRARY = 2000;
/** Molecules a second of one core, and largest difference from the library, that are asked for. */
const LEAST_RATE = 300;
const MOST_DIFFERENCE = 1e-5;

/** Every endpoint with its doubt, parsing and features included, on 20,000 training molecules; per core. */
export async function admetBench(): Promise<void> {
  const rdkit = await loadRDKit();
  const engine = await openModels();
  const {set, index} = engine;
  const step = Math.max(1, Math.floor(index.smiles.length / N_MOLECULES));
  const inputs = index.smiles
    .filter((_, place) => place % step === 0)
    .slice(0, N_MOLECULES)
    .map((smiles) => ({smiles}));
  const wall = performance.now();
  const cpu = process.cpuUsage();
  let refused = 0;
  for (let from = 0; from < inputs.length; from += BATCH) {
    const verdicts = predictAdmet(rdkit, engine, inputs.slice(from, from + BATCH));
    refused += verdicts.filter((verdict) => verdict.refused !== null).length;
  }
  const seconds = (performance.now() - wall) / 1000;
  const {user, system} = process.cpuUsage(cpu);
  const rate = (time: number): string => (inputs.length / time).toFixed(0);
  console.log(`ADMET, ${String(set.models.length)} endpoints, ${String(inputs.length)} molecules, one thread`);
  console.log(`  ${rate(seconds)} molecules/s of wall time, ${rate((user + system) / 1e6)} of processor time`);
  console.log(`  ${String(refused)} refused`);
  console.log(
    `  at least ${String(LEAST_RATE)} of processor time: ${Number(rate((user + system) / 1e6)) >= LEAST_RATE ? "met" : "NOT MET"}`
  );
  const few = inputs.slice(0, N_LIBRARY).map(({smiles}) => smiles);
  const library = libraryRun(rdkit, engine, few);
  if (library === null) {
    console.log("  the training library is not installed (python3-rdkit, python3-xgboost): not compared");
    return;
  }
  const ratio = inputs.length / ((user + system) / 1e6) / (few.length / library.seconds);
  console.log(
    `  XGBoost ${library.library} and native RDKit, same trees: ${(few.length / library.seconds).toFixed(0)} molecules/s of ` +
      `processor time, without pairs of points, E-state sums and domain; ours is ${ratio.toFixed(2)}×`
  );
  console.log(
    `  largest difference of a score from the library's: ${library.difference.toExponential(1)}; at most ` +
      `${MOST_DIFFERENCE.toExponential(0)}: ${library.difference <= MOST_DIFFERENCE ? "met" : "NOT MET"}`
  );
}
