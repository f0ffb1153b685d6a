import type {RDKitUrls} from "./rdkit-urls.js";
import type {SeriesItemJobs, SeriesSetJobs} from "./series-jobs.js";

/** Addresses of what a series worker loads once. */
export interface SeriesUrls {
  readonly rdkit: RDKitUrls;
  readonly kernels: string;
}

/** What a series worker is told: first where its engines are, then one job at a time. */
export type SeriesCommand =
  | {readonly kind: "start"; readonly urls: SeriesUrls}
  | {readonly kind: "items"; readonly job: keyof SeriesItemJobs; readonly items: readonly unknown[]}
  | {readonly kind: "set"; readonly job: keyof SeriesSetJobs; readonly ask: unknown};

/** What a series worker answers: progress any number of times, then the end of the job. */
export type SeriesReply =
  | {readonly kind: "progress"; readonly done: number; readonly total: number}
  | {readonly kind: "done"; readonly answer: unknown}
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** True when the engine itself broke: the worker is of no use any more. */
      readonly isFatal: boolean;
    };
