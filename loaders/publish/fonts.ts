import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

interface Face {
  readonly family: string;
  readonly file: string;
}

const FACES: readonly Face[] = [
  {family: "Inter", file: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"},
  {
    family: "Source Serif 4",
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2"
  }
];

const resolve = createRequire(import.meta.url).resolve;

/**
 * The style sheet of the two self-hosted typefaces, with the files inside it: text is set in its own face at the first
 * paint, under any sub-path, and the browser keeps one file.
 */
export function fontStyleSheet(): string {
  return FACES.map(({family, file}) => {
    const data = readFileSync(resolve(file)).toString("base64");
    return `@font-face{font-family:"${family}";font-style:normal;font-weight:200 900;font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  }).join("\n");
}
