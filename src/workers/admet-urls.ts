import {FileAttachment} from "observablehq:stdlib";
import type {AdmetUrls} from "./admet-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";

/** Addresses of the models in the built site, absolute; only a page can know them. */
export const admetUrls: AdmetUrls = {
  rdkit: rdkitUrls,
  kernels: FileAttachment("../vendor/kernels.wasm").href,
  models: FileAttachment("../data/admet-models.bin").href,
  neighbours: FileAttachment("../data/admet-neighbours.bin").href
};
