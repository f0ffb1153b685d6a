/** Channel on which workers report their own requests: a page does not see them. */
export const REQUEST_CHANNEL = "fumehood:requests";

/** What a worker reports: a request to this site, or one that it refused to make. */
export interface RequestReport {
  readonly kind: "request" | "refused";
  readonly url: string;
}

/** Tells the page, from a worker, of a request. */
export function reportRequest(report: RequestReport): void {
  const channel = new BroadcastChannel(REQUEST_CHANNEL);
  channel.postMessage(report);
  channel.close();
}
