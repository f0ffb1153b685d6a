import {describe, expect, it} from "vitest";
import {pageOfPath} from "../../src/state/page-memory.js";

describe("pageOfPath(path)", () => {
  it("names a page under any folder, with or without ending", () => {
    expect(["/targets", "/a/b/targets.html", "/x/compounds"].map(pageOfPath)).toEqual([
      "targets",
      "targets",
      "compounds"
    ]);
  });

  it("is null for pages whose state is not remembered", () => {
    expect(["/", "/targets/", "/target/ABC1", "/report", ""].map(pageOfPath)).toEqual([null, null, null, null, null]);
  });
});
