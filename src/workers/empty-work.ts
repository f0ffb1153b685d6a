import {matchedPairs} from "../series/matched-pairs.js";
import type {SeriesSetJobs} from "./series-jobs.js";

type EmptyAnswers = {
  readonly [Name in keyof SeriesSetJobs]?: (
    ask: SeriesSetJobs[Name]["ask"]
  ) => SeriesSetJobs[Name]["answer"] | undefined;
};

const isNone = (fingerprints: readonly (Uint8Array | null)[]): boolean => fingerprints.every((one) => one === null);

/** Answers of jobs that have nothing to work on. */
const EMPTY_ANSWERS: EmptyAnswers = {
  clusters: ({fingerprints}) => (isNone(fingerprints) ? [] : undefined),
  fingerprintRows: ({smiles}) => (smiles.ends.length === 0 ? new Uint8Array() : undefined),
  diverse: ({fingerprints, count}) => (count === 0 || fingerprints.every((byte) => byte === 0) ? [] : undefined),
  cliffs: ({fingerprints}) => (isNone(fingerprints) ? [] : undefined),
  map: ({fingerprints}) =>
    fingerprints.length === 0 ? {x: new Float64Array(), y: new Float64Array(), explained: null} : undefined,
  rGroups: ({smiles}) => (smiles.length === 0 ? {core: null, positions: [], rows: [], unmatched: []} : undefined),
  core: ({smiles}) => (smiles.length === 0 ? null : undefined),
  pairs: ({smiles}) => (smiles.length < 2 ? matchedPairs([]) : undefined),
  additivity: ({values}) => (values.every(Number.isNaN) ? null : undefined),
  assemble: ({parts}) => (parts.length === 0 ? [] : undefined)
};

/** The answer of a job that has nothing to work on, so that no worker is started for it; undefined for any other. */
export function emptyAnswer<Name extends keyof SeriesSetJobs>(
  job: Name,
  ask: SeriesSetJobs[Name]["ask"]
): {readonly answer: SeriesSetJobs[Name]["answer"]} | undefined {
  const answer = EMPTY_ANSWERS[job]?.(ask);
  return answer === undefined ? undefined : {answer};
}
