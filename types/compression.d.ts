declare module "compression" {
  import type {IncomingMessage, ServerResponse} from "node:http";

  /** Packs what is answered after it by the encoding that the request takes. */
  const compression: () => (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  export = compression;
}
