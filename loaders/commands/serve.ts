import {existsSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {Command} from "commander";
import compression from "compression";
import send from "send";
import {SERVED_POLICY} from "../publish/content-policy.js";

const DEFAULT_PORT = 4100;
const HOST = "127.0.0.1";

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": SERVED_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache"
};

/** What shrinks by packing is packed; databases and Parquet are read by parts and packed already. */
const pack = compression();

/** A site being served. */
export interface Served {
  /** Address of the site's root, with a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, HOST, () => {
      server.off("error", fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EADDRINUSE";

/**
 * Serves a folder of static files on this machine: texts and WebAssembly packed with gzip for those who take it, other
 * files and requests for parts of a file as they are (the store reads parts of one file).
 *
 * @param folder the built site
 * @param port where to listen; a free one when it is taken
 * @param base sub-path under which the site lies, e.g. `/some/path/`
 * @throws when the folder does not exist
 */
export async function serve(folder: string, port: number, base = "/"): Promise<Served> {
  if (!existsSync(folder)) throw new Error(`nothing to serve: ${folder} does not exist; run "npm run build" first`);
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(base)) {
      response.writeHead(404).end("not found");
      return;
    }
    const {pathname} = new URL(`/${url.slice(base.length)}`, "http://site");
    const answer = (): void => {
      send(request, pathname, {root: folder, extensions: ["html"], cacheControl: false})
        .on("headers", setAll)
        .on("error", ({status}: {status?: number}) => {
          response.writeHead(status ?? 404, {"Content-Type": "text/plain"}).end("not found");
        })
        .pipe(response);
    };
    if (request.headers.range === undefined) pack(request, response, answer);
    else answer();
  });
  const actual = await listen(server, port).catch((error: unknown) => {
    if (isTaken(error)) return listen(server, 0);
    throw error;
  });
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return {url: `http://${HOST}:${String(actual)}${base}`, close};
}

function setAll(response: {setHeader(name: string, value: string): unknown}): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/** `fumehood serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the built site on this machine")
    .option("-p, --port <number>", "where to listen; a free port when it is taken", String(DEFAULT_PORT))
    .option("-d, --dir <folder>", "the built site", "dist")
    .action(async ({port, dir}: {port: string; dir: string}) => {
      const {url} = await serve(dir, Number(port));
      console.log(`Fumehood is at ${url}  (Ctrl-C stops it)`);
    });
}
