import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {openAdmetEngine, type AdmetEngine} from "../../src/admet/admet-engine.js";
import {decodeIndex} from "../../src/admet/index-format.js";
import {decodeModelSet} from "../../src/admet/model-set.js";
import {compileKernels} from "../compile-kernels.js";
import {MODEL_FOLDER} from "./read-cards.js";

/** The trained models of a folder, ready to predict. @throws when a file is absent or damaged, with its path */
export async function openModels(folder: string = MODEL_FOLDER): Promise<AdmetEngine> {
  const read = async (name: string): Promise<Uint8Array> => gunzipSync(await readFile(join(folder, name)));
  const set = decodeModelSet(await read("models.bin.gz"), join(folder, "models.bin.gz"));
  const index = decodeIndex(await read("neighbours.bin.gz"), join(folder, "neighbours.bin.gz"));
  return openAdmetEngine(await WebAssembly.compile(await compileKernels()), set, index);
}
