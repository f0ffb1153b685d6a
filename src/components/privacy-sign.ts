import {html} from "htl";
import {REQUEST_CHANNEL, type RequestReport} from "../workers/request-channel.js";

/** Requests made since the page was opened, by where they went. */
export interface RequestCount {
  readonly own: number;
  readonly elsewhere: readonly string[];
  readonly refused: readonly string[];
}

type Listener = (count: RequestCount) => void;

const isElsewhere = (url: string): boolean => {
  const {protocol, origin} = new URL(url, location.href);
  return /^https?:|^wss?:/.test(protocol) && origin !== location.origin;
};

const isReport = (value: unknown): value is RequestReport =>
  typeof value === "object" && value !== null && "kind" in value && "url" in value && typeof value.url === "string";

/** Counts the requests of the page (the browser's own record) and of its workers (their reports). */
export function watchRequests(listener: Listener): () => void {
  const elsewhere: string[] = [];
  const refused: string[] = [];
  let own = 1; // the page itself
  const tell = (): void => {
    listener({own, elsewhere, refused});
  };
  const count = (url: string): void => {
    if (isElsewhere(url)) elsewhere.push(url);
    else if (/^https?:/.test(new URL(url, location.href).protocol)) own += 1;
  };
  const refuse = (url: string): void => {
    refused.push(url);
    tell();
  };
  const observer = new PerformanceObserver((list) => {
    for (const {name} of list.getEntries()) count(name);
    tell();
  });
  observer.observe({type: "resource", buffered: true});
  const channel = new BroadcastChannel(REQUEST_CHANNEL);
  channel.onmessage = ({data}: MessageEvent<unknown>) => {
    if (!isReport(data)) return;
    if (data.kind === "refused") refuse(data.url);
    else {
      count(data.url);
      tell();
    }
  };
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    refuse(event.blockedURI);
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  tell();
  return () => {
    observer.disconnect();
    channel.close();
    document.removeEventListener("securitypolicyviolation", onViolation);
  };
}

const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;

/** The sign's words: what left, what was stopped, else that nothing left. */
export function privacyWords({elsewhere, refused}: RequestCount): string {
  if (elsewhere.length > 0) return `${plural(elsewhere.length, "request")} left this page`;
  if (refused.length > 0) return `Nothing left this page; ${plural(refused.length, "attempt")} stopped`;
  return "Nothing left this page";
}

const privacyState = ({elsewhere, refused}: RequestCount): string =>
  elsewhere.length > 0 ? "left" : refused.length > 0 ? "refused" : "kept";

function privacyPanel({own, elsewhere, refused}: RequestCount): HTMLElement {
  const list = (urls: readonly string[]): Node =>
    html`<ul>
      ${urls.slice(0, 20).map((url) => html`<li><code>${url}</code></li>`)}
    </ul>`;
  return html`<div class="privacy-panel" role="region" aria-label="Requests of this page">
    <p>
      Counted from the browser's own record of this page since it was opened. Workers that see structures are sealed:
      they refuse any other address.
    </p>
    <table>
      <tbody>
        <tr>
          <td>Requests to this site, for its own files</td>
          <td>${own}</td>
        </tr>
        <tr>
          <td>Requests to any other address</td>
          <td>${elsewhere.length}</td>
        </tr>
        <tr>
          <td>Attempts stopped by the page's policy</td>
          <td>${refused.length}</td>
        </tr>
      </tbody>
    </table>
    ${elsewhere.length + refused.length > 0 ? list([...elsewhere, ...refused]) : ""}
    <p class="muted">Files you drop and structures you draw are read in this browser and are sent nowhere.</p>
  </div>`;
}

/** Wakes the sign in the top bar: keeps its words true, opens the account of requests on a click. */
export function startPrivacySign(button: HTMLElement): void {
  let latest: RequestCount = {own: 0, elsewhere: [], refused: []};
  let panel: HTMLElement | null = null;
  const close = (): void => {
    panel?.remove();
    panel = null;
    button.setAttribute("aria-expanded", "false");
  };
  const open = (): void => {
    panel = privacyPanel(latest);
    button.after(panel);
    button.setAttribute("aria-expanded", "true");
  };
  watchRequests((count) => {
    latest = count;
    button.textContent = privacyWords(count);
    button.dataset["state"] = privacyState(count);
  });
  button.addEventListener("click", () => {
    if (panel) close();
    else open();
  });
  document.addEventListener("keydown", ({key}) => {
    if (key === "Escape") close();
  });
}
