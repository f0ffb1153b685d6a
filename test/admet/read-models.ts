import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {openAdmetEngine} from "../../src/admet/admet-engine.js";
import {decodeIndex} from "../../src/admet/index-format.js";
import {decodeModelSet} from "../../src/admet/model-set.js";
import {kernels} from "../kernels/compiled.js";

/** The models that come with the project. */
export const modelSet = decodeModelSet(gunzipSync(readFileSync("data/models/models.bin.gz")), "models.bin.gz");

/** Their training molecules. */
export const trainingIndex = decodeIndex(
  gunzipSync(readFileSync("data/models/neighbours.bin.gz")),
  "neighbours.bin.gz"
);

/** Both, ready to predict. */
export const engine = await openAdmetEngine(kernels, modelSet, trainingIndex);
