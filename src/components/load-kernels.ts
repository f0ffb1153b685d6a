import {FileAttachment} from "observablehq:stdlib";

let loading: Promise<WebAssembly.Module> | undefined;

/**
 * The compiled kernels, fetched once for a page.
 *
 * @throws with words for the user when the browser has no WebAssembly or no SIMD in it
 */
export function loadKernels(): Promise<WebAssembly.Module> {
  loading ??= compile().catch((cause: unknown) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

async function compile(): Promise<WebAssembly.Module> {
  const address = FileAttachment("../vendor/kernels.wasm").href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The filter engine could not be fetched: ${String(response.status)} ${address}`);
  try {
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    const words = "This browser cannot run the filter engine (WebAssembly with SIMD, in all browsers since 2023)";
    throw new Error(`${words}; use a newer one, or allow WebAssembly for this site.`, {cause});
  }
}
