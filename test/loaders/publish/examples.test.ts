import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {SERVED_POLICY} from "../../../loaders/publish/content-policy.js";

const nginx = readFileSync("docs/nginx.conf", "utf8");
const workflow = readFileSync("docs/github-pages.yml", "utf8");
const {scripts, engines} = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Readonly<Record<string, string>>;
  engines: {node: string};
};

describe("docs/nginx.conf", () => {
  it("sends the policy of fumehood serve wherever it sends headers", () => {
    const sent = [...nginx.matchAll(/add_header Content-Security-Policy "(.*)" always;/g)].map((match) => match[1]);
    expect(sent).toEqual([SERVED_POLICY, SERVED_POLICY]);
  });

  it("sends WebAssembly as such, and the database as it is", () => {
    expect(nginx).toMatch(/application\/wasm\s+wasm;/);
    expect(/gzip_types ([^;]*);/.exec(nginx)?.[1]).not.toContain("octet-stream");
  });
});

describe("docs/github-pages.yml", () => {
  it("runs scripts that there are, on a Node that the project supports", () => {
    const run = [...workflow.matchAll(/npm run (\w+)/g)].map((match) => match[1] ?? "");
    expect(run).toEqual(["build", "fumehood"]);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    const node = Number(/node-version: (\d+)/.exec(workflow)?.[1]);
    expect(node).toBeGreaterThanOrEqual(Number.parseInt(engines.node.replace(/\D+/, ""), 10));
  });
});
