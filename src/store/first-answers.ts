import {allAlertRates} from "./queries/alert-rates.js";
import {allStructures} from "./queries/all-structures.js";
import {potenciesOfProject} from "./queries/potencies-of-project.js";
import {projectCompounds} from "./queries/project-compounds.js";
import {projectScaffolds, projectScaffoldTree} from "./queries/project-scaffolds.js";
import {sourcesOfCompounds} from "./queries/sources-of-compounds.js";
import type {Query} from "./store.js";

/**
 * The questions that pages ask before anything can be seen, always the same ones: the build answers them, so that no page
 * waits for the database engine to begin.
 */
export const firstAnswers = {
  "alert-rates": allAlertRates(),
  "project-compounds": projectCompounds(),
  "project-potencies": potenciesOfProject(),
  "project-scaffold-tree": projectScaffoldTree(),
  "project-scaffolds": projectScaffolds(),
  "project-sources": sourcesOfCompounds(),
  "project-structures": allStructures()
} as const;

export type FirstAnswer = keyof typeof firstAnswers;

/** A row of an answer. */
export type AnswerRow<Name extends FirstAnswer> = (typeof firstAnswers)[Name] extends Query<infer Row> ? Row : never;
