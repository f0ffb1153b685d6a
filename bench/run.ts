import {admetBench} from "./admet.js";
import {admetPageBench} from "./admet-page.js";
import {cardsPageBench} from "./cards-page.js";
import {firstViewBench} from "./first-view.js";
import {chemrepsBench} from "./chemreps.js";
import {cliffsBench} from "./cliffs.js";
import {conformersBench} from "./conformers.js";
import {crossfilterBench} from "./crossfilter.js";
import {fuzzBench} from "./fuzz.js";
import {interactionsBench} from "./interactions.js";
import {memoryBench} from "./memory.js";
import {millionBench} from "./million.js";
import {pageBench} from "./page.js";
import {pipelineBench} from "./pipeline.js";
import {substructureBench} from "./substructure.js";
import {targetsBench} from "./targets.js";
import {targetsPageBench} from "./targets-page.js";
import {seriesBench} from "./series.js";
import {seriesPageBench} from "./series-page.js";
import {similarityBench} from "./similarity.js";

/** Benchmarks by name; each prints our time and the ratio of every rival found on this machine, from one run. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  admet: admetBench,
  "admet-page": admetPageBench,
  "cards-page": cardsPageBench,
  "first-view": firstViewBench,
  chemreps: chemrepsBench,
  cliffs: cliffsBench,
  conformers: conformersBench,
  crossfilter: crossfilterBench,
  fuzz: fuzzBench,
  interactions: interactionsBench,
  series: seriesBench,
  "series-page": seriesPageBench,
  pipeline: pipelineBench,
  memory: memoryBench,
  million: millionBench,
  similarity: similarityBench,
  substructure: substructureBench,
  targets: targetsBench,
  "targets-page": targetsPageBench,
  page: pageBench
};

/** Takes a quarter of an hour or more: only when named. */
const ON_REQUEST = ["memory", "million", "cliffs"];

/** Names; `--…` are options of a benchmark. */
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0)
  throw new Error(`invalid benchmark: ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}`);
for (const [name, run] of Object.entries(BENCHES))
  if (wanted.includes(name) || (wanted.length === 0 && !ON_REQUEST.includes(name))) await run();
