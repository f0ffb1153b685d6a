import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize, sep} from "node:path";
import ts from "typescript";
import {describe, expect, it} from "vitest";

/** The one direction: a folder of src/ imports itself and lower numbers. CONTRIBUTING prints the same table. */
const LAYERS: Readonly<Record<string, number>> = {
  base: 0,
  tables: 1,
  kernels: 1,
  chem: 2,
  structures: 3,
  search: 3,
  alerts: 3,
  admet: 3,
  scoring: 3,
  screening: 4,
  filters: 4,
  series: 4,
  workers: 5,
  store: 6,
  state: 7,
  charts: 8,
  components: 9
};
const HIGHEST_PURE_LAYER = 4;
const HIGHEST_LAYER_FOR_LOADERS = 6;
/** Entry points: they may import anything, nothing imports them. */
const ENTRY_FOLDERS = ["data", "vendor", "bin"];
const PURE_PACKAGES = ["umap-js", "d3", "@rdkit/rdkit", "openchemlib", "hyparquet", "hyparquet-compressors", "valibot"];
const LONGEST_PAGE = 150;
const NON_TEST_FILE_LIMIT = 300;

const files = (root: string, pattern: RegExp): string[] =>
  readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(".observablehq") && !file.includes(join("kernels", "assembly")));

const sources = [...files("src", /\.ts$/), ...files("loaders", /\.ts$/)];
const pages = files("src", /\.md$/);

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The imported file, relative to the project root; null for a package. */
  readonly target: string | null;
}

function importsOf(file: string): Import[] {
  const {importedFiles} = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles.map(({fileName: specifier}) => {
    const isLocal = specifier.startsWith(".");
    const target = isLocal ? normalize(join(dirname(file), specifier)).replace(/\.js$/, ".ts") : null;
    return {file, specifier, target};
  });
}

const imports = sources.flatMap(importsOf);
const folderOf = (file: string): string => file.split(sep)[1] ?? "";
const layerOf = (file: string): number | undefined => LAYERS[folderOf(file)];
const isLoader = (file: string): boolean => file.startsWith(`loaders${sep}`);
const isEntry = (file: string): boolean => file.startsWith(`src${sep}`) && ENTRY_FOLDERS.includes(folderOf(file));
const describeImport = ({file, specifier}: Import): string => `${file} imports ${specifier}`;

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe("the tree", () => {
  it("has only known folders in src/", () => {
    const unknown = sources
      .filter((file) => file.startsWith(`src${sep}`))
      .filter((file) => layerOf(file) === undefined && !isEntry(file));
    expect(unknown).toEqual([]);
  });

  it("has no file named for nothing", () => {
    const vague = sources.filter((file) => /(^|[/\\])(utils?|helpers?|common|types|misc|index)\.ts$/.test(file));
    expect(vague).toEqual([]);
  });

  it("has no file longer than 300 lines", () => {
    const long = sources.filter((file) => readFileSync(file, "utf8").split("\n").length > NON_TEST_FILE_LIMIT + 1);
    expect(long).toEqual([]);
  });
});

describe("imports", () => {
  it("go one way: a folder imports itself and lower layers", () => {
    const wrong = imports.filter(({file, target}) => {
      const from = layerOf(file);
      if (isLoader(file) || isEntry(file) || from === undefined || target === null) return false;
      if (isLoader(target) || isEntry(target)) return true;
      const to = layerOf(target);
      return to === undefined || to > from || (to === from && folderOf(target) !== folderOf(file));
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("of loaders reach no higher than the store", () => {
    const wrong = imports.filter(
      ({file, target}) =>
        isLoader(file) &&
        target !== null &&
        !isLoader(target) &&
        (isEntry(target) || (layerOf(target) ?? Infinity) > HIGHEST_LAYER_FOR_LOADERS)
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("never name an entry point", () => {
    const wrong = imports.filter(({file, target}) => target !== null && isEntry(target) && !isEntry(file));
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("have no cycle", () => {
    const graph = new Map(sources.map((file) => [file, [] as string[]]));
    for (const {file, target} of imports) if (target !== null) graph.get(file)?.push(target);
    expect(findCycle(graph)).toBeUndefined();
  });

  it("never use a specifier that is fetched at build time", () => {
    const pattern = /["'](npm|jsr|https?|observablehq):/;
    const wrong = [...imports.filter(({specifier}) => /^(npm|jsr|https?):/.test(specifier)).map(describeImport)];
    for (const page of pages) {
      const text = readFileSync(page, "utf8");
      if (/from\s+["'](npm|jsr|https?):/.test(text) || /import\(["'](npm|jsr|https?):/.test(text)) wrong.push(page);
    }
    expect(pattern.test('import "npm:d3"')).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("of pure folders name no package that touches the world", () => {
    const wrong = imports.filter(({file, target, specifier}) => {
      const layer = layerOf(file);
      if (isLoader(file) || isEntry(file) || target !== null || layer === undefined || layer > HIGHEST_PURE_LAYER)
        return false;
      return !PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });
});

describe("pages", () => {
  const cells = (page: string): string =>
    [...readFileSync(page, "utf8").matchAll(/```(?:js|ts)[^\n]*\n([\s\S]*?)```|\$\{([\s\S]*?)\}/g)]
      .map((match) => match[1] ?? match[2] ?? "")
      .join("\n");

  it("hold no function", () => {
    const wrong = pages.filter((page) => /\bfunction\b|=>\s*[{(]|=>\s*\w/.test(cells(page)));
    expect(wrong).toEqual([]);
  });

  it("hold no SQL", () => {
    const wrong = pages.filter((page) => /```sql|\bselect\b[\s\S]{0,200}\bfrom\b/i.test(cells(page)));
    expect(wrong).toEqual([]);
  });

  it("use no implicit import of the framework", () => {
    const implicit = /\b(Inputs|Plot|d3|aq|html|svg|DuckDBClient|sql|topojson|L|mermaid|vl|tex|dot)\b[.`(]/;
    const wrong = pages.filter((page) => {
      const text = cells(page);
      const name = implicit.exec(text)?.[1];
      return name !== undefined && !new RegExp(`import[^;]*\\b${name}\\b`).test(text);
    });
    expect(wrong).toEqual([]);
  });

  it(`have at most ${String(LONGEST_PAGE)} lines`, () => {
    expect(pages.filter((page) => readFileSync(page, "utf8").split("\n").length > LONGEST_PAGE)).toEqual([]);
  });
});
