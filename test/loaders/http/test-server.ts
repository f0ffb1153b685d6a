import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes are sent as they are, anything else as JSON. */
  readonly body: unknown;
}

/** What a server may do instead of answering properly; gets the proper answer. */
export type Fault = (response: ServerResponse, answer: Answer, origin: string) => void;

export interface TestServer {
  readonly origin: string;
  readonly asked: Asked[];
  /** The next `times` requests whose path or body matches get the fault. */
  readonly misbehave: (fault: Fault, times?: number, matching?: RegExp) => void;
  /** Called before each answer with the number of the request, from 1. */
  onRequest: (count: number) => void;
  readonly close: () => Promise<void>;
}

export type Handler = (asked: Asked, origin: string) => Answer | null;

interface Plan {
  readonly fault: Fault;
  readonly matching: RegExp;
  left: number;
}

/** A local server that answers as told, and misbehaves on demand. */
export async function startServer(handle: Handler, port = 0): Promise<TestServer> {
  const asked: Asked[] = [];
  const plans: Plan[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? "/";
      const item = {method: request.method ?? "GET", path, url: new URL(path, origin), headers: request.headers, body};
      asked.push(item);
      self.onRequest(asked.length);
      const answer = handle(item, origin) ?? {status: 404, body: {error: `no such path: ${path}`}};
      const plan = plans.find(({left, matching}) => left > 0 && (matching.test(path) || matching.test(body)));
      if (plan) plan.left--;
      (plan?.fault ?? sendAnswer)(response, answer, origin);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const self: TestServer = {
    origin,
    asked,
    misbehave: (fault, times = 1, matching = /./) => void plans.push({fault, left: times, matching}),
    onRequest: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      })
  };
  return self;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

const textOf = (body: unknown): string | Uint8Array =>
  typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);

export const sendAnswer: Fault = (response, {status = 200, headers = {}, body}) => {
  const isText = typeof body === "string" || body instanceof Uint8Array;
  response.writeHead(status, {"content-type": isText ? "text/plain" : "application/json", ...headers});
  response.end(textOf(body));
};

const fail =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) => {
    response.writeHead(status, {"content-type": "text/html", ...headers});
    response.end(body);
  };

const changeJson =
  (change: (body: Record<string, unknown>) => unknown): Fault =>
  (response, answer, origin) => {
    sendAnswer(response, {...answer, body: change(structuredClone(answer.body) as Record<string, unknown>)}, origin);
  };

/** The ways in which the real sources have been seen to fail, and some more. */
export const faults = {
  tooMany: fail(429, "slow down"),
  tooManyRetryAfter: fail(429, "slow down", {"retry-after": "7"}),
  tooManyForHours: fail(429, "slow down", {"retry-after": "7200"}),
  serverError: fail(500, "<html><body>Internal Server Error</body></html>"),
  unavailable: fail(503, "<html><body>Service Unavailable</body></html>"),
  badRequest: fail(400, "Unknown field 'Foo'"),
  webPage: fail(200, "<!doctype html><html><body>Scheduled maintenance</body></html>"),
  empty: fail(200, ""),
  truncated: ((response, answer) => {
    const text = Buffer.from(textOf(answer.body));
    response.writeHead(200, {"content-type": "application/json"});
    response.end(text.subarray(0, Math.floor(text.length / 2)));
  }) satisfies Fault,
  dropped: ((response, answer) => {
    const text = Buffer.from(textOf(answer.body));
    response.writeHead(answer.status ?? 200, {
      "content-type": "application/json",
      "content-length": String(text.length)
    });
    response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.destroy());
  }) satisfies Fault,
  slowDrip: ((response, answer) => {
    const text = Buffer.from(textOf(answer.body));
    response.writeHead(200, {"content-type": "application/json"});
    let at = 0;
    const timer = setInterval(() => {
      if (response.destroyed || at >= text.length) clearInterval(timer);
      else response.write(text.subarray(at, ++at));
    }, 20);
    response.on("close", () => {
      clearInterval(timer);
    });
  }) satisfies Fault,
  graphqlErrors: fail(200, JSON.stringify({data: null, errors: [{message: "Query is too expensive"}]})),
  changeJson
} as const;
