import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ModelCard} from "../../src/admet/model-card.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";

/** Where the trained models lie. */
export const MODEL_FOLDER = "data/models";

/** Cards of the trained models in the order of the endpoint table; endpoints without a model are left out. */
export function readCards(folder: string = MODEL_FOLDER): ModelCard[] {
  return ADMET_ENDPOINTS.flatMap(({id}) => {
    const path = join(folder, `${id}.json`);
    return existsSync(path) ? [JSON.parse(readFileSync(path, "utf8")) as ModelCard] : [];
  });
}

/** Paths of the model pages. */
export function modelPaths(): string[] {
  return readCards().map(({endpoint}) => `/about/models/${endpoint.id}`);
}
