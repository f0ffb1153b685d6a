/** Back-off between attempts: 1 s, 2 s, 4 s … each ± 25 %, at most 60 s. */
export const BACK_OFF = {firstMs: 1_000, factor: 2, jitter: 0.25, longestMs: 60_000} as const;

/** Milliseconds to wait after attempt number `attempt` (0 is the first); never less than the server asked for. */
export function backOffMs(attempt: number, retryAfterMs: number | null, random: () => number): number {
  const plain = Math.min(BACK_OFF.firstMs * BACK_OFF.factor ** attempt, BACK_OFF.longestMs);
  const shaken = plain * (1 + BACK_OFF.jitter * (2 * random() - 1));
  return Math.max(retryAfterMs ?? 0, Math.min(shaken, BACK_OFF.longestMs));
}

/** Reads a Retry-After header, seconds or a date; null when there is none or it says nothing. */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === "") return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
