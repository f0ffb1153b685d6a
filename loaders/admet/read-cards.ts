import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import type {ModelCard} from "../../src/admet/model-card.js";
import {ADMET_ENDPOINTS} from "../../src/tables/admet-endpoints.js";

/** Where the trained models lie. */
export const MODEL_FOLDER = "data/models";

const NO_CARDS = ["library-scores"];

/**
 * Cards of the trained models: in the order of the endpoint table, then those of a team's own tables by name. Endpoints
 * without a model are left out.
 */
export function readCards(folder: string = MODEL_FOLDER): ModelCard[] {
  const known = ADMET_ENDPOINTS.map(({id}) => id);
  const found = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  const own = found
    .map((file) => basename(file, ".json"))
    .filter((id) => !known.includes(id) && !NO_CARDS.includes(id));
  return [...known, ...own.sort()].flatMap((id) => {
    const path = join(folder, `${id}.json`);
    return existsSync(path) ? [JSON.parse(readFileSync(path, "utf8")) as ModelCard] : [];
  });
}

/** Paths of the model pages. */
export function modelPaths(): string[] {
  return readCards().map(({endpoint}) => `/about/models/${endpoint.id}`);
}
