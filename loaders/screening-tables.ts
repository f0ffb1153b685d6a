import {readFile} from "node:fs/promises";
import type {ScreeningTables} from "../src/screening/screening-context.js";

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../data/curated/${name}.json`, import.meta.url), "utf8"));

/** The curated tables that screening goes by. @throws when one is missing or no JSON */
export async function readScreeningTables(): Promise<ScreeningTables> {
  return {propertyRules: await read("property-rules"), salts: (await read("salts")) as ScreeningTables["salts"]};
}
