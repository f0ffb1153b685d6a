import {spawn} from "node:child_process";
import {join} from "node:path";
import {Command} from "commander";
import type {ModelCard} from "../../src/admet/model-card.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";
import {drugFeatures} from "../admet/drug-features.js";
import {exportModels} from "../admet/export-models.js";
import {featurise} from "../admet/featurise.js";

interface Options {
  readonly data: string;
  readonly work: string;
  readonly out: string;
  readonly python: string;
  readonly skipFeatures?: boolean;
}

const TRAINER = "loaders/admet/python/train.py";

/** Trains every endpoint whose data are in the folder: features, trees, doubt, check against the library, files. */
export async function trainAdmet({data, work, out, python, skipFeatures}: Options): Promise<void> {
  if (skipFeatures !== true) {
    const {molecules, unreadable} = await featurise(data, work, ADMET_ENDPOINTS, (text) => {
      console.error(text);
    });
    console.error(`${String(molecules)} molecules described, ${String(unreadable)} rows unreadable`);
  }
  await run(python, [TRAINER, work]);
  const cards = await exportModels(work, out, await drugFeatures());
  for (const card of cards) console.log(describe(card));
}

function describe({endpoint, metrics, doubt, skill, libraryDifference}: ModelCard): string {
  const metric = metrics[endpoint.metric];
  const score = metric ? `${endpoint.metric} ${metric.mean.toFixed(3)} ± ${metric.sd.toFixed(3)}` : "no metric";
  const coverage = doubt.coverage.all.mean?.toFixed(3) ?? "unknown";
  const verdict = skill.shown ? "shown" : "not predictive";
  return `${endpoint.id}: ${score}, coverage ${coverage}, ${verdict}, library difference ${String(libraryDifference)}`;
}

function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, {stdio: "inherit"});
  return new Promise((done, fail) => {
    child.on("error", (cause) => {
      fail(
        new Error(`${command} could not be started; is Python with xgboost, scikit-learn and rdkit there?`, {cause})
      );
    });
    child.on("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`${command} ${args.join(" ")} failed (exit ${String(code)}); what is done is kept`));
    });
  });
}

/** `fumehood train-admet` */
export function trainAdmetCommand(): Command {
  return new Command("train-admet")
    .description("train the ADMET models on a folder of measured values; done endpoints are kept")
    .option("--data <folder>", "folder of data sets named as in the endpoint table", join("data", "raw", "admet"))
    .option("--work <folder>", "features and trained trees, to resume from", join(".cache", "admet"))
    .option("--out <folder>", "where the models go", join("data", "models"))
    .option("--python <command>", "Python with xgboost, scikit-learn and rdkit", "python3")
    .option("--skip-features", "use the features of the last run")
    .action(trainAdmet);
}
