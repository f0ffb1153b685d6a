import {readTargetVocabulary} from "../loaders/target-vocabulary.js";
import {seededRandom} from "../src/base/random.js";
import {associationScores, ranksOf, type SourceScores} from "../src/scoring/association-scores.js";
import {openNativeStore} from "../loaders/native-store.js";
import {medianMs, printFigures} from "./measure.js";

const SIZES = [1_175, 20_000];
const SOURCES = 20;
/** Share of cells with evidence, as in the embedded table about a quarter at most. */
const FILLED = 0.25;

function makeScores(count: number): SourceScores {
  const random = seededRandom(4);
  const column = () => Array.from({length: count}, () => (random() < FILLED ? random() : null));
  return Object.fromEntries(Array.from({length: SOURCES}, (_, i) => [`source_${String(i)}`, column()]));
}

/** The same question in SQL: terms in descending order over the square of their place. */
const SQL = `
  SELECT target, sum(term / (place * place)) AS score
  FROM (SELECT target, term, row_number() OVER (PARTITION BY target ORDER BY term DESC) AS place
    FROM (SELECT target, score * weight AS term FROM evidence JOIN weights USING (source)))
  GROUP BY target ORDER BY score DESC`;

async function duckdbMs(count: number, scores: SourceScores): Promise<number> {
  const store = await openNativeStore();
  try {
    await store.run("SET threads = 1");
    await store.run("CREATE TABLE evidence (target INTEGER, source VARCHAR, score DOUBLE)");
    await store.run("CREATE TABLE weights AS SELECT 'source_' || range AS source, 0.5 AS weight FROM range(20)");
    const rows = Object.entries(scores).flatMap(([id, values]) =>
      values.flatMap((score, i) => (score === null ? [] : [`(${String(i)}, '${id}', ${String(score)})`]))
    );
    for (let from = 0; from < rows.length; from += 10_000)
      await store.run(`INSERT INTO evidence VALUES ${rows.slice(from, from + 10_000).join(",")}`);
    return await medianMs(5, async () => {
      const found = await store.rows({sql: SQL, parameters: []});
      if (found.length > count) throw new Error("more scores than targets");
    });
  } finally {
    await store.close();
  }
}

/** Scoring and ranking all targets on a move of a weight. */
export async function targetsBench(): Promise<void> {
  const {datasources} = await readTargetVocabulary();
  for (const count of SIZES) {
    const scores = makeScores(count);
    const ids = Object.keys(scores);
    const ours = await medianMs(21, (turn) => {
      const weights = {[ids[0] ?? ""]: (turn + 2) / 25, [datasources[0]?.id ?? ""]: 1};
      return ranksOf(associationScores(count, scores, {weights}));
    });
    printFigures(`Re-scoring and ranking ${count.toLocaleString("en")} targets × ${String(SOURCES)} sources`, [
      {who: "associationScores and ranksOf", ms: ours},
      {who: "native DuckDB, the same in SQL, one thread", ms: await duckdbMs(count, scores)}
    ]);
  }
}
