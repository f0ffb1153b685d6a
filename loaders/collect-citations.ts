import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import type {MethodCitation} from "../src/tables/method-citation.js";

const PURE_FOLDERS = [
  "base",
  "chem",
  "search",
  "alerts",
  "admet",
  "scoring",
  "screening",
  "series",
  "structures",
  "kernels"
];
const COMMENT =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export\s+)?(?:async\s+)?(?:const|function\*?|interface|type|class)\s+(\w+)/g;
const DOI = /doi:\s*(10\.\d{4,9}\/[^\s;,*)]+[^\s;,*.)])/g;

/** Methods of the pure folders whose doc comment cites a DOI, with what they do, in order of folder and name. */
export async function collectCitations(root = "src"): Promise<MethodCitation[]> {
  const found: MethodCitation[] = [];
  for (const folder of PURE_FOLDERS) {
    const files = await readdir(join(root, folder), {recursive: true}).catch(() => []);
    for (const file of files.filter((name) => name.endsWith(".ts")).sort()) {
      const text = await readFile(join(root, folder, file), "utf8");
      found.push(...citationsOf(text, `src/${folder}/${file.replaceAll("\\", "/")}`, folder));
    }
  }
  return found;
}

/** The citations of one source file. */
export function citationsOf(text: string, file: string, folder: string): MethodCitation[] {
  return [...text.matchAll(COMMENT)].flatMap(([, comment = "", name = ""]) => {
    const plain = comment
      .replace(/^\s*\*\s?/gm, " ")
      .replace(/\s+/g, " ")
      .trim();
    const dois = [...plain.matchAll(DOI)].map((match) => match[1] ?? "");
    if (dois.length === 0) return [];
    const [words = ""] = plain.split(/ @(?:see|param|returns|throws)/);
    return [{name, folder, file, about: words.trim(), dois: [...new Set(dois)]}];
  });
}
