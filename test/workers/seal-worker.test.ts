import {describe, expect, it} from "vitest";
import {REQUEST_CHANNEL} from "../../src/workers/request-channel.js";
import {sealWorker} from "../../src/workers/seal-worker.js";

const ORIGIN = "http://localhost:8000";

interface Door {
  fetch: (address: unknown) => string;
  importScripts: (...addresses: unknown[]) => string;
  WebSocket: new (address: unknown) => object;
  XMLHttpRequest: new () => {open: (method: string, address: unknown) => string};
}

function sealedScope(): Door {
  const scope: Door = {
    fetch: (address) => `fetched ${String(address)}`,
    importScripts: (...addresses) => addresses.join(),
    WebSocket: class {
      readonly isOpen = true;
    },
    XMLHttpRequest: class {
      open(method: string, address: unknown): string {
        return `${method} ${String(address)}`;
      }
    }
  };
  sealWorker(scope, ORIGIN);
  return scope;
}

describe("sealWorker(scope, origin)", () => {
  it("lets requests to the own origin through", () => {
    expect(sealedScope().fetch("/x.wasm")).toBe("fetched /x.wasm");
    expect(sealedScope().fetch(new URL("/x.wasm", ORIGIN))).toBe("fetched http://localhost:8000/x.wasm");
    expect(new (sealedScope().XMLHttpRequest)().open("GET", "/x")).toBe("GET /x");
  });

  it("lets data: addresses through", () => {
    expect(sealedScope().fetch("data:text/plain,x")).toContain("data:");
  });

  it("refuses fetch to another origin", () => {
    expect(() => sealedScope().fetch("https://example.org/?smiles=C")).toThrow(
      "refused a request to another origin: https://example.org"
    );
  });

  it("refuses fetch of a Request to another origin", () => {
    expect(() => sealedScope().fetch(new Request("https://example.org/"))).toThrow("refused");
  });

  it("refuses an address with another port or a protocol-relative host", () => {
    expect(() => sealedScope().fetch("http://localhost:8001/")).toThrow("refused");
    expect(() => sealedScope().fetch("//example.org/")).toThrow("refused");
  });

  it("refuses WebSocket, XMLHttpRequest and any script of importScripts", () => {
    expect(() => new (sealedScope().WebSocket)("wss://example.org")).toThrow("refused");
    expect(() => new (sealedScope().XMLHttpRequest)().open("GET", "https://example.org")).toThrow("refused");
    expect(() => sealedScope().importScripts("/a.js", "https://example.org/b.js")).toThrow("refused");
  });

  it("tells the page of what it refused", async () => {
    const channel = new BroadcastChannel(REQUEST_CHANNEL);
    const told = new Promise((done) => {
      channel.onmessage = (event) => {
        done((event as MessageEvent<unknown>).data);
      };
    });
    expect(() => sealedScope().fetch("https://elsewhere.example/x")).toThrow("refused");
    expect(await told).toEqual({kind: "refused", url: "https://elsewhere.example/x"});
    channel.close();
  });
});
