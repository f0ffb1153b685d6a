import {FileAttachment} from "observablehq:stdlib";
import type {ScreeningTables} from "../screening/screening-context.js";

/** The curated tables that screening goes by, from this site. @throws when one cannot be fetched */
export async function loadScreeningTables(): Promise<ScreeningTables> {
  const [tables, saFragments] = await Promise.all([
    FileAttachment("../data/screening-tables.json").json<Omit<ScreeningTables, "saFragments">>(),
    FileAttachment("../data/sa-fragments.bin").arrayBuffer()
  ]);
  return {...tables, saFragments: new Uint8Array(saFragments)};
}
