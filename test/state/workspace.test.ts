import {describe, expect, it} from "vitest";
import {
  emptyReport,
  formatWorkspace,
  packWorkspace,
  parseWorkspace,
  STATE_ELEMENT,
  unpackWorkspace,
  type Workspace
} from "../../src/state/workspace.js";

const decision = {key: "compound:C1", label: "ONE", verdict: "keep", decided_at: "2026-01-01T00:00:00Z"};
const workspace: Workspace = {
  project: "p",
  pages: {targets: "w=europepmc:0.5&mine=1"},
  report: {...emptyReport(), title: "Ärger & Glück", cells: {question: "**Why** — 🧪"}},
  decisions: [decision]
};

/** Written by the first version; links that people have must open for as long as there is this page. */
const OLD_LINK =
  "1.JY_BasMwEER_JcyhJ6XIgfawkFPptb0UCgmhqNI0ViJLQpZbgvG_Fzmwl9mZfcvMyCVdaCsEGQrZnDlCZlRTzqwjBH97TiVl5sGKfnx6GHzkvsOiUJhTqWva10AIPvvbpvZ-3NzPoWCm2qfSOFCwDKHRF4XeO8cIOZ4UbArTEMe7KPxhYbQN1544Wj_6tNozrrxBYNOQ0xSdvHRQCOabAYL3t1co_LI4v_a5kq1SAzi6L9N2O7173upuq7sPrWWdA5bT8g8";

describe("packWorkspace(workspace)", () => {
  it("gives text that a link can hold, from which the same state is read", async () => {
    const packed = await packWorkspace(workspace);
    expect(packed).toMatch(/^1\.[\w-]+$/);
    expect((await unpackWorkspace(packed)).workspace).toMatchObject(workspace);
  });

  it("is shorter than the state it holds", async () => {
    const decisions = Array.from({length: 40}, (_, i) => ({...decision, key: `compound:${String(i)}`, note: "potent"}));
    const packed = await packWorkspace({...workspace, decisions});
    expect(packed.length).toBeLessThan(JSON.stringify({...workspace, decisions}).length / 4);
  });
});

describe("unpackWorkspace(text)", () => {
  it("opens links of the first version", async () => {
    const {workspace: found} = await unpackWorkspace(OLD_LINK);
    expect(found).toMatchObject({
      project: "p",
      pages: {targets: "w=europepmc:0.5&mine=1"},
      report: {title: "Why this target"},
      decisions: [{key: "compound:C1", verdict: "keep"}]
    });
  });

  it("keeps fields that it does not know", async () => {
    const packed = await packWorkspace({...workspace, later: {field: 1}});
    expect((await unpackWorkspace(packed)).workspace).toMatchObject({later: {field: 1}});
  });

  it("gives fields that are absent their defaults", async () => {
    const packed = await packWorkspace({} as Workspace);
    expect((await unpackWorkspace(packed)).workspace).toMatchObject({project: "", pages: {}, decisions: []});
  });

  it.each([
    ["nothing", ""],
    ["what is no state", "hello"],
    ["a damaged state", "1.AAAA"]
  ])("says in words that it cannot read %s", async (_, text) => {
    const {workspace: found, issue} = await unpackWorkspace(text);
    expect(found).toBeNull();
    expect(issue?.reason).toMatch(/^holds no /);
  });

  it("says that a state was cut short", async () => {
    const packed = await packWorkspace(workspace);
    expect((await unpackWorkspace(packed.slice(0, -12))).issue?.reason).toContain("cut short");
  });

  it("refuses a newer version in words", async () => {
    const packed = (await packWorkspace(workspace)).replace("1.", "2.");
    expect((await unpackWorkspace(packed)).issue?.reason).toContain("newer version");
  });
});

describe("parseWorkspace(text, source)", () => {
  it("reads a state file, and a saved report that carries one", () => {
    const text = formatWorkspace(workspace);
    expect(parseWorkspace(text, "f").workspace).toMatchObject(workspace);
    const page = `<p>x</p><script type="application/json" id="${STATE_ELEMENT}">${text}</script>`;
    expect(parseWorkspace(page, "f").workspace).toMatchObject(workspace);
  });

  it.each([
    ["no JSON", "{"],
    ["another file", "[]"],
    ["a field of another kind", '{"fumehood_state":1,"pages":3}']
  ])("says in words what is wrong with %s", (_, text) => {
    const {workspace: found, issue} = parseWorkspace(text, "f.json");
    expect(found).toBeNull();
    expect(issue).toMatchObject({source: "f.json"});
  });

  it("refuses a file of a newer version in words", () => {
    expect(parseWorkspace('{"fumehood_state":2}', "f").issue?.reason).toContain("newer version");
  });
});
