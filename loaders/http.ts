import {BACK_OFF, backOffMs, parseRetryAfter} from "./http/back-off.js";
import {type Effects, realEffects} from "./http/effects.js";
import {type HostPolicy, type HostQueue, makeHostQueue} from "./http/host-queue.js";
import {type Expectation, judgeResponse, type Verdict} from "./http/judge-response.js";
import {type KeptReply, type ResponseCache, sha256} from "./http/response-cache.js";
import {SourceError, withoutSecrets} from "./http/source-error.js";

export interface HttpRequest extends Expectation {
  readonly url: string;
  /** With a body the request is a POST. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Reply headers to keep, lower case. */
  readonly keepHeaders?: readonly string[];
  /** True to ask again although a reply is kept. */
  readonly fresh?: boolean;
}

export interface Reply {
  /** Parsed JSON or text; null when the source says that there is nothing. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly retrievedAt: string;
}

export interface Http {
  /** @throws SourceError when the source refuses, or does not answer after all attempts */
  readonly request: (request: HttpRequest) => Promise<Reply>;
}

export interface HttpPolicy extends HostPolicy {
  /** Attempts after the first. */
  readonly retries: number;
  /** Longest time for one attempt, body included. */
  readonly timeoutMs: number;
}

export interface HttpOptions {
  readonly policyOf: (host: string) => HttpPolicy;
  /** Sent as User-Agent: some sources refuse requests that name nobody. */
  readonly userAgent: string;
  readonly cache: ResponseCache;
  /** Part of every cache key: the release of the source, so that two releases never mix. */
  readonly generation: string;
  /** Shared between clients, so that one host has one queue. */
  readonly queues: Map<string, HostQueue>;
  /** True to use only what is kept. */
  readonly offline?: boolean;
}

/** A client that asks politely, tries again where that helps, and keeps every good reply. */
export function makeHttp(options: HttpOptions, effects: Effects = realEffects): Http {
  return {
    request: async (request) => {
      const key = `${options.generation}\n${withoutSecrets(request.url)}\n${request.body ?? ""}`;
      const kept = request.fresh ? undefined : await options.cache.find(key);
      if (kept) {
        const verdict = judgeKept(kept, request);
        if (verdict.kind === "good" || verdict.kind === "absent") return replyOf(verdict, kept);
      }
      if (options.offline) throw new SourceError("not fetched before, and --offline forbids asking", request.url);
      const {verdict, reply} = await ask(request, options, effects);
      await options.cache.keep(key, reply);
      return replyOf(verdict, reply);
    }
  };
}

const judgeKept = (kept: KeptReply, request: HttpRequest): Verdict =>
  kept.absent ? {kind: "absent"} : judgeResponse(200, kept.text, request);

const replyOf = (verdict: Verdict, {headers, retrieved_at: retrievedAt}: KeptReply): Reply => ({
  body: verdict.kind === "good" ? verdict.body : null,
  headers,
  retrievedAt
});

interface Attempt {
  readonly verdict: Verdict;
  readonly reply: KeptReply;
  readonly retryAfterMs: number | null;
  readonly cause?: unknown;
}

/** Asks until the answer is good, fatal, or the attempts are used up. */
async function ask(request: HttpRequest, options: HttpOptions, effects: Effects): Promise<Attempt> {
  const {host} = new URL(request.url);
  const policy = options.policyOf(host);
  const queue = options.queues.get(host) ?? makeHostQueue(policy, effects);
  options.queues.set(host, queue);
  for (let attempt = 0; ; attempt++) {
    const result = await queue.run(() => attemptOnce(request, policy, options.userAgent, effects));
    const {verdict, retryAfterMs, cause} = result;
    if (verdict.kind === "good" || verdict.kind === "absent") return result;
    if (verdict.kind === "fatal") throw new SourceError(verdict.reason, request.url, {cause});
    const waitMs = backOffMs(attempt, retryAfterMs, effects.random);
    if (attempt >= policy.retries || waitMs > BACK_OFF.longestMs)
      throw new SourceError(giveUp(verdict.reason, attempt + 1, retryAfterMs), request.url, {cause});
    if (retryAfterMs !== null) queue.pauseUntil(effects.now() + waitMs);
    await effects.sleep(waitMs);
  }
}

const giveUp = (reason: string, attempts: number, retryAfterMs: number | null): string =>
  retryAfterMs !== null && retryAfterMs > BACK_OFF.longestMs
    ? `${reason}: the source asks to wait ${String(Math.ceil(retryAfterMs / 60_000))} minutes; run the command again then`
    : `${reason} after ${String(attempts)} attempts; run the command again later`;

async function attemptOnce(
  request: HttpRequest,
  policy: HttpPolicy,
  userAgent: string,
  effects: Effects
): Promise<Attempt> {
  const retrieved_at = new Date(effects.now()).toISOString();
  try {
    const response = await effects.fetch(request.url, {
      method: request.body === undefined ? "GET" : "POST",
      headers: {
        "user-agent": userAgent,
        accept: request.expect === "json" ? "application/json" : "*/*",
        ...request.headers
      },
      ...(request.body === undefined ? {} : {body: request.body}),
      signal: AbortSignal.timeout(policy.timeoutMs)
    });
    const text = await response.text();
    const verdict = judgeResponse(response.status, text, request);
    const headers = keepHeaders(response.headers, request.keepHeaders ?? []);
    const reply = {url: withoutSecrets(request.url), retrieved_at, headers, ...contentOf(verdict, text)};
    return {verdict, reply, retryAfterMs: parseRetryAfter(response.headers.get("retry-after"), effects.now())};
  } catch (cause) {
    const verdict: Verdict = {kind: "transient", reason: describeBreak(cause, policy)};
    const reply = {url: withoutSecrets(request.url), retrieved_at, headers: {}, ...contentOf(verdict, "")};
    return {verdict, reply, retryAfterMs: null, cause};
  }
}

const contentOf = (verdict: Verdict, text: string): Pick<KeptReply, "text" | "absent" | "sha256"> => {
  const kept = verdict.kind === "absent" ? "" : text;
  return {text: kept, absent: verdict.kind === "absent", sha256: sha256(kept)};
};

const keepHeaders = (headers: Headers, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""]] : [])));

function describeBreak(cause: unknown, {timeoutMs}: HttpPolicy): string {
  if (cause instanceof Error && cause.name === "TimeoutError")
    return `no complete reply within ${String(timeoutMs / 1_000)} s`;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return `the connection broke: ${inner instanceof Error ? inner.message : String(inner)}`;
}
