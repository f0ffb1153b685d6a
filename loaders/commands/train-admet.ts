import {spawn} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {Command} from "commander";
import type {ModelCard} from "../../src/admet/model-card.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";
import {addModel, edgesOfModels} from "../admet/add-model.js";
import {drugFeatures} from "../admet/drug-features.js";
import {exportModels} from "../admet/export-models.js";
import {featurise} from "../admet/featurise.js";
import {type OwnTable, ownEndpoint} from "../admet/own-endpoint.js";

interface Options extends Partial<OwnTable> {
  readonly data: string;
  readonly work: string;
  readonly out: string;
  readonly python: string;
  readonly skipFeatures?: boolean;
}

const TRAINER = "loaders/admet/python/train.py";

/** Trains every endpoint whose data are in the folder: features, trees, doubt, check against the library, files. */
export async function trainAdmet({data, work, out, python, skipFeatures, table, ...own}: Options): Promise<void> {
  if (table !== undefined) {
    await trainOwnTable({...own, table}, work, out, python);
    return;
  }
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

/** Trains one endpoint on a team's own table and puts its model beside the others of the folder. */
async function trainOwnTable(own: OwnTable, work: string, out: string, python: string): Promise<void> {
  const endpoint = ownEndpoint(own);
  const folder = join(work, "own", endpoint.id);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "given-edges.json"), JSON.stringify(edgesOfModels(out)));
  const {molecules, unreadable} = await featurise(dirname(own.table), folder, [endpoint], (text) => {
    console.error(text);
  });
  console.error(`${String(molecules)} molecules described, ${String(unreadable)} rows unreadable`);
  if (molecules === 0) throw new Error(`no structure with a value in ${own.table}`);
  await run(python, [TRAINER, folder]);
  console.log(describe(await addModel(folder, out, endpoint)));
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
    .option("--table <file>", "train on one table of your own (CSV, TSV) and put its model beside the others")
    .option("--id <id>", "name of the model in addresses; the file's name unless told")
    .option("--label <text>", "name of the model for readers")
    .option("--kind <kind>", "regression, or class for values 0 and 1", "regression")
    .option("--group <group>", "absorption, distribution, metabolism, excretion or toxicity", "absorption")
    .option("--unit <unit>", "unit of the values")
    .option("--value <column>", "column of the values, when it is not Y, activity or value")
    .option("--log", "train on the logarithm of the values")
    .option("--skip-features", "use the features of the last run")
    .action(trainAdmet);
}
