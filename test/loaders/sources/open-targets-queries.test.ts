import {readFileSync} from "node:fs";
import {buildSchema, parse, validate} from "graphql";
import {describe, expect, it} from "vitest";
import {OPEN_TARGETS_QUERIES} from "../../../loaders/sources/open-targets-queries.js";

const schema = buildSchema(readFileSync("test/fixtures/open-targets-26.06.graphql", "utf8"));
const problems = (query: string): string[] => validate(schema, parse(query)).map(({message}) => message);

describe("OPEN_TARGETS_QUERIES", () => {
  for (const [name, query] of Object.entries(OPEN_TARGETS_QUERIES))
    it(`${name} is valid in the schema of release 26.06`, () => {
      expect(problems(query)).toEqual([]);
    });

  it("are checked by a schema that refuses what the platform removed", () => {
    expect(problems('{target(ensemblId: "x") {knownDrugs {count}}}')).toEqual([
      'Cannot query field "knownDrugs" on type "Target".'
    ]);
  });
});
