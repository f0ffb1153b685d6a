import {readFile} from "node:fs/promises";
import type {ScreeningTables} from "../src/screening/screening-context.js";

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../data/curated/${name}.json`, import.meta.url), "utf8"));

/** The curated tables that are JSON: what `src/data/screening-tables.json` publishes. */
export type ScreeningJson = Omit<ScreeningTables, "saFragments">;

/** The curated tables that screening goes by, but for the binary one. @throws when one is missing or no JSON */
export async function readScreeningJson(): Promise<ScreeningJson> {
  return {
    propertyRules: await read("property-rules"),
    salts: (await read("salts")) as ScreeningTables["salts"],
    alerts: (await read("alerts")) as ScreeningTables["alerts"]
  };
}

/** All curated tables that screening goes by. @throws when one is missing or damaged */
export async function readScreeningTables(): Promise<ScreeningTables> {
  const saFragments = new Uint8Array(await readFile(new URL("../data/curated/sa-fragments.bin", import.meta.url)));
  return {...(await readScreeningJson()), saFragments};
}
