import {describe, expect, it} from "vitest";
import {StoreError} from "../../src/store/store-error.js";

describe("StoreError(failure, cause)", () => {
  it("says what to do, then what happened, on one line", () => {
    const error = new StoreError("damaged-database", new Error("IO Error: not a DuckDB file\nstack"));
    expect(error.message).toMatch(
      /^The project's database cannot be read.*Build the site again\. \(IO Error: not a DuckDB file\)$/
    );
    expect(error.failure).toBe("damaged-database");
  });

  it("keeps the cause", () => {
    const cause = new Error("x");
    expect(new StoreError("no-engine", cause).cause).toBe(cause);
  });
});
