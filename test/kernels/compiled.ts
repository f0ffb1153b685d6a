import {compileKernels} from "../../loaders/compile-kernels.js";

/** The kernels, compiled once for a test file. */
export const kernels: WebAssembly.Module = await WebAssembly.compile(await compileKernels());
