import {reportRequest} from "./request-channel.js";

type Scope = Record<string, unknown>;

/** Every way a worker has to ask for something from elsewhere, with the place of the address in its arguments. */
const DOORS = ["fetch", "importScripts", "WebSocket", "EventSource", "WebTransport", "Worker"] as const;

/**
 * Seals this worker: from now on a request to another origin throws before it is made. A page's content-security policy
 * does not reach into its workers, so each worker calls this first.
 *
 * @param scope the worker's global scope
 * @param origin the only origin that may be asked; `data:` and `blob:` addresses stay inside and are let through
 */
export function sealWorker(scope: object = globalThis, origin: string = globalThis.location.origin): void {
  const doors = scope as Scope;
  const check = (address: unknown): void => {
    refuseOtherOrigin(address, origin);
  };
  for (const name of DOORS) {
    const original = doors[name];
    if (typeof original !== "function") continue;
    doors[name] = new Proxy(original, {
      apply(target, self, args: unknown[]) {
        args.forEach((argument, index) => {
          if (index === 0 || name === "importScripts") check(argument);
        });
        return Reflect.apply(target as () => unknown, self, args);
      },
      construct(target, args: unknown[], newTarget) {
        check(args[0]);
        return Reflect.construct(target, args, newTarget) as object;
      }
    });
  }
  sealXMLHttpRequest(doors, check);
}

function sealXMLHttpRequest(scope: Scope, check: (address: unknown) => void): void {
  const {XMLHttpRequest: request} = scope as {XMLHttpRequest?: {prototype: {open: (...args: unknown[]) => unknown}}};
  if (request === undefined) return;
  const original = request.prototype.open;
  request.prototype.open = function (this: unknown, ...args: unknown[]) {
    check(args[1]);
    return original.apply(this, args);
  };
}

function refuseOtherOrigin(address: unknown, origin: string): void {
  const text = address instanceof Request ? address.url : String(address);
  const url = new URL(text, origin);
  const isLocal = url.protocol === "data:" || url.protocol === "blob:" || url.origin === origin;
  if (isLocal) return;
  reportRequest({kind: "refused", url: url.href});
  throw new Error(`refused a request to another origin: ${url.origin}`);
}
