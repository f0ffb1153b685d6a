import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {pagePolicy, sealPage} from "../../../loaders/publish/content-policy.js";

const page = (head: string): string => `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n${head}\n</head>`;
const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("pagePolicy(html)", () => {
  it("allows nothing by default, and only this site to be asked", () => {
    const policy = pagePolicy(page(""));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
  });

  it("names no other origin", () => {
    expect(pagePolicy(page(""))).not.toMatch(/https?:|\*|'unsafe-eval'/);
  });

  it("holds the hash of each inline script, and of no other", () => {
    const policy = pagePolicy(page('<script>let a;</script><script type="module">\nlet b;\n</script>'));
    expect(policy).toContain(hash("let a;"));
    expect(policy).toContain(hash("\nlet b;\n"));
    expect(policy.match(/sha256-/g)).toHaveLength(2);
  });

  it("has no hash for a script with a source", () => {
    expect(pagePolicy(page('<script type="module" src="./a.js"></script>'))).not.toContain("sha256-");
  });
});

describe("sealPage(html)", () => {
  it("writes the policy before anything that loads", () => {
    const sealed = sealPage(page('<link rel="stylesheet" href="./a.css">'));
    expect(sealed.indexOf("Content-Security-Policy")).toBeLessThan(sealed.indexOf("<link"));
  });

  it("gives the same page when done twice", () => {
    const once = sealPage(page("<script>let a;</script>"));
    expect(sealPage(once)).toBe(once);
  });

  it("throws for a page without a charset to put it after", () => {
    expect(() => sealPage("<html></html>")).toThrow("invalid page: no <meta charset");
  });
});
