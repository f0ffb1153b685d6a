import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {keepFunnel, keptFunnel} from "../../src/state/kept-funnel.js";
import {emptyReport, packWorkspace, unpackWorkspace, type Workspace} from "../../src/state/workspace.js";

const funnel = {set: "a file of our own", n_compounds: 10, steps: [{words: "MW at most 450 Da", n_left: 4, note: ""}]};
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key)
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("keepFunnel(funnel), keptFunnel()", () => {
  it("gives back what was kept last", () => {
    keepFunnel({...funnel, n_compounds: 3});
    keepFunnel(funnel);
    expect(keptFunnel()).toEqual(funnel);
  });

  it("forgets it when all filters are lifted", () => {
    keepFunnel(funnel);
    keepFunnel({...funnel, steps: []});
    expect(keptFunnel()).toBeNull();
  });

  it("is null for what cannot be read", () => {
    for (const text of ["", "{", "[]", '{"set":1}']) {
      kept.set("fumehood:funnel", text);
      expect(keptFunnel()).toBeNull();
    }
  });

  it("is null where storage is denied", () => {
    vi.stubGlobal("localStorage", undefined);
    keepFunnel(funnel);
    expect(keptFunnel()).toBeNull();
  });
});

describe("packWorkspace(workspace) with a funnel", () => {
  it("takes it into the link and out again", async () => {
    const workspace: Workspace = {project: "p", pages: {}, report: emptyReport(), funnel, decisions: []};
    expect((await unpackWorkspace(await packWorkspace(workspace))).workspace?.funnel).toEqual(funnel);
  });
});
