import {FileAttachment} from "observablehq:stdlib";
import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";

/**
 * Morgan fingerprints of the published compounds, which the build has made: row after row in the order of
 * `projectCompoundNames`.
 *
 * @throws when they cannot be read or are not of `rowCount` compounds
 */
export async function readFingerprints(rowCount: () => Promise<number>): Promise<Uint8Array> {
  const address = FileAttachment("../data/compound-fingerprints.bin").href;
  const [response, count] = await Promise.all([fetch(address), rowCount()]);
  if (!response.ok || !response.body)
    throw new Error(`${address} could not be read: ${String(response.status)}; build the site again`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  const fingerprints = new Uint8Array(await unpacked.arrayBuffer());
  if (fingerprints.length !== count * MORGAN_BYTES)
    throw new Error(`${address} is of another build than the compounds; build the site again`);
  return fingerprints;
}
