import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {citationsOf, collectCitations} from "../../loaders/collect-citations.js";

describe("citationsOf(text, file, folder)", () => {
  it("reads what a method does and the papers it follows", () => {
    const text = `/**\n * Adds. Twice.\n *\n * @param a a number\n * @see Someone 1999, doi:10.1000/abc-1; Other 2000, doi:10.1000/x(2).\n */\nexport function add() {}\n`;
    expect(citationsOf(text, "src/base/add.ts", "base")).toEqual([
      {
        name: "add",
        folder: "base",
        file: "src/base/add.ts",
        about: "Adds. Twice.",
        dois: ["10.1000/abc-1", "10.1000/x(2"]
      }
    ]);
  });

  it("gives nothing for a comment without a DOI", () => {
    expect(citationsOf("/** Adds. */\nexport function add() {}\n", "f", "base")).toEqual([]);
  });
});

describe("collectCitations()", () => {
  it("finds every DOI that stands in a doc comment of the pure folders", async () => {
    const listed = new Set((await collectCitations()).flatMap(({dois}) => dois));
    const folders = ["base", "chem", "alerts", "scoring", "screening", "kernels"];
    const written = folders.flatMap((folder) =>
      readdirSync(join("src", folder), {recursive: true, encoding: "utf8"})
        .filter((file) => file.endsWith(".ts"))
        .flatMap((file) => [
          ...readFileSync(join("src", folder, file), "utf8").matchAll(/@see[^@]*?doi:(10\.\d{4,9}\/[\w./-]*\w)/g)
        ])
        .map((match) => match[1] ?? "")
    );
    const missing = written.filter((doi) => ![...listed].some((known) => known.startsWith(doi)));
    expect(written.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });
});
