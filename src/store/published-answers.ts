import {FileAttachment} from "observablehq:stdlib";
import {type NamedColumns, unpackColumns} from "../tables/packed-columns.js";
import type {AnswerRow, FirstAnswer} from "./first-answers.js";
import {StoreError} from "./store-error.js";

const ADDRESSES: Readonly<Record<FirstAnswer, string>> = {
  "alert-rates": FileAttachment("../data/answers/alert-rates.bin").href,
  "project-compounds": FileAttachment("../data/answers/project-compounds.bin").href,
  "project-potencies": FileAttachment("../data/answers/project-potencies.bin").href,
  "project-scaffold-tree": FileAttachment("../data/answers/project-scaffold-tree.bin").href,
  "project-scaffolds": FileAttachment("../data/answers/project-scaffolds.bin").href,
  "project-sources": FileAttachment("../data/answers/project-sources.bin").href,
  "project-structures": FileAttachment("../data/answers/project-structures.bin").href
};

/**
 * What the build answered to a question of `firstAnswers`, by column.
 *
 * @param pause awaited after each column, so that the page can answer meanwhile
 * @throws StoreError with words for the user
 */
export async function publishedColumns(name: FirstAnswer, pause?: () => Promise<void>): Promise<NamedColumns> {
  const address = ADDRESSES[name];
  const response = await fetch(address).catch((cause: unknown) => {
    throw new StoreError("no-answer", cause);
  });
  if (!response.ok || !response.body) throw new StoreError("no-answer", `${String(response.status)} ${address}`);
  try {
    const unpacked = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
    return await unpackColumns(new Uint8Array(await unpacked.arrayBuffer()), pause);
  } catch (cause) {
    throw new StoreError("damaged-answer", cause);
  }
}

/** What the build answered to a question of `firstAnswers`, as rows. @throws StoreError with words for the user */
export async function publishedRows<Name extends FirstAnswer>(name: Name): Promise<AnswerRow<Name>[]> {
  const columns = Object.entries(await publishedColumns(name));
  const rowCount = columns[0]?.[1].length ?? 0;
  return Array.from({length: rowCount}, (_, row) =>
    Object.fromEntries(columns.map(([column, values]) => [column, plain(values[row])]))
  ) as AnswerRow<Name>[];
}

const plain = (value: string | number | null | undefined): string | number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
