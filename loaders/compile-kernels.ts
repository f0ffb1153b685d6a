import {readFile} from "node:fs/promises";
import asc from "assemblyscript/asc";

const SOURCES = new URL("../src/kernels/assembly/", import.meta.url);
const OPTIONS = [
  ...["index.ts", "--outFile", "kernels.wasm", "--runtime", "stub", "-O3", "--noAssert"],
  ...["--importMemory", "--enable", "simd", "--enable", "bulk-memory", "--memoryBase", "1024"]
];

/**
 * Compiles `src/kernels/assembly` (AssemblyScript) to WebAssembly with SIMD. The module imports its memory as
 * `env.memory`.
 *
 * @throws with the compiler's own words when a source is wrong
 */
export async function compileKernels(): Promise<Uint8Array<ArrayBuffer>> {
  let wasm: Uint8Array | undefined;
  const {error, stderr} = await asc.main(OPTIONS, {
    readFile: (name: string) => readFile(new URL(name, SOURCES), "utf8").catch(() => null),
    writeFile: (_name: string, contents: unknown) => {
      if (contents instanceof Uint8Array) wasm = contents;
    },
    listFiles: () => []
  });
  if (error !== null || wasm === undefined) throw new Error(`kernels do not compile: ${stderr.toString()}`);
  return new Uint8Array(wasm);
}
