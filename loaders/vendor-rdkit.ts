import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";

const resolve = createRequire(import.meta.url).resolve;

/**
 * RDKit's JavaScript half as an ES module, so that a module worker can import it: the package's own file, which
 * declares `initRDKitModule`, with one export appended.
 *
 * @throws when the package no longer declares that name
 */
export async function vendorRDKitGlue(): Promise<string> {
  const path = resolve("@rdkit/rdkit");
  const glue = await readFile(path, "utf8");
  if (!glue.includes("var initRDKitModule=")) throw new Error(`${path} does not declare initRDKitModule`);
  return `${glue}\nexport default initRDKitModule;\n`;
}

/** RDKit's wasm half, byte for byte. */
export function vendorRDKitWasm(): Promise<Buffer> {
  return readFile(resolve("@rdkit/rdkit/RDKit_minimal.wasm"));
}
