import {rememberPage} from "./page-memory.js";

/** One field of a page's state: its default, and how it is written in the address. */
export interface Field<Value> {
  readonly default: Value;
  /** The value a text stands for; null when it stands for none, and the default is taken. */
  parse(text: string): Value | null;
  format(value: Value): string;
}

/** The fields of a page, by their name in the address. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The state that fields describe. */
export type StateOf<F> = {readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never};

/** Text as it is. */
export const textField = (initial = ""): Field<string> => ({
  default: initial,
  parse: (text) => text,
  format: (value) => value
});

/** A finite number. */
export const numberField = <Initial extends number | null>(initial: Initial): Field<number | Initial> => ({
  default: initial,
  parse: (text) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null),
  format: (value) => (value === null ? "" : String(value))
});

/** Yes or no. */
export const flagField = (initial = false): Field<boolean> => ({
  default: initial,
  parse: (text) => (text === "1" ? true : text === "0" ? false : null),
  format: (value) => (value ? "1" : "0")
});

/** One of a few words. */
export const choiceField = <const Choice extends string>(
  choices: readonly Choice[],
  initial: NoInfer<Choice>
): Field<Choice> => ({
  default: initial,
  parse: (text) => choices.find((choice) => choice === text) ?? null,
  format: (value) => value
});

/** Texts in order; commas and percent signs inside them are escaped. */
export const listField = (initial: readonly string[] = []): Field<readonly string[]> => ({
  default: initial,
  parse: (text) => (text === "" ? [] : text.split(",").map(unescapeItem)),
  format: (value) => value.map(escapeItem).join(",")
});

/** Anything with a shape of its own: what the pair of functions says. */
export const customField = <Value>(
  initial: Value,
  parse: (text: string) => Value | null,
  format: (value: Value) => string
): Field<Value> => ({default: initial, parse, format});

const escapeItem = (item: string): string => item.replace(/%/g, "%25").replace(/,/g, "%2C");
const unescapeItem = (item: string): string => item.replace(/%2C/g, ",").replace(/%25/g, "%");

/** The state that a query string holds: a field that is absent or cannot be read has its default. */
export function readState<F extends Fields>(fields: F, search: string): StateOf<F> {
  const params = new URLSearchParams(search);
  const values = Object.entries(fields).map(([name, field]) => {
    const text = params.get(name);
    return [name, (text === null ? null : field.parse(text)) ?? field.default];
  });
  return Object.fromEntries(values) as StateOf<F>;
}

/**
 * The query string for a state, without "?": defaults are left out, so that a link says only what was changed;
 * parameters that are no field of this page stay where they were.
 */
export function writeState<F extends Fields>(fields: F, state: StateOf<F>, search = ""): string {
  const params = new URLSearchParams(search);
  const values = state as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(fields)) {
    const text = field.format(values[name]);
    if (text === field.format(field.default)) params.delete(name);
    else params.set(name, text);
  }
  return readable(params.toString());
}

/** Leaves in the address what RFC 3986 lets stand in a query, so that a reader can read it. */
const readable = (query: string): string =>
  query.replace(/%3A/gi, ":").replace(/%2C/gi, ",").replace(/%2F/gi, "/").replace(/%40/g, "@");

/** State of a page, kept in its address. */
export interface UrlState<State> {
  readonly value: State;
  /** Changes some fields; writes the address and tells the listeners when something is different. */
  set(change: Partial<State>): void;
  /** Back to the defaults. */
  reset(): void;
  /** Calls back after each change, the reader's Back and Forward included; the answer stops it. */
  subscribe(listener: (state: State) => void): () => void;
  /** Stops listening to the window. */
  dispose(): void;
}

/** How a page reads links that an older version of it made. */
export interface UrlStateOptions {
  /** Version of the fields; written as `v` when above 1. */
  readonly version?: number;
  /** Brings the parameters of an older version up to date, in place. */
  readonly upgrade?: (params: URLSearchParams, from: number) => void;
}

const VERSION = "v";

function upToDate(search: string, {version = 1, upgrade}: UrlStateOptions): string {
  const params = new URLSearchParams(search);
  const from = Number(params.get(VERSION) ?? 1);
  params.delete(VERSION);
  if (from < version) upgrade?.(params, from);
  return params.toString();
}

/** Opens the state of this page. @throws never: what cannot be read in the address has its default. */
export function urlState<F extends Fields>(fields: F, options: UrlStateOptions = {}): UrlState<StateOf<F>> {
  const {version = 1} = options;
  const listeners = new Set<(state: StateOf<F>) => void>();
  const read = (): StateOf<F> => readState(fields, upToDate(location.search, options));
  let value = read();
  if (location.search !== "") rememberPage(location.pathname, location.search.slice(1));
  const tell = (): void => {
    for (const listener of listeners) listener(value);
  };
  const write = (next: StateOf<F>): void => {
    const query = writeState(fields, next, upToDate(location.search, options));
    const before = writeState(fields, value, upToDate(location.search, options));
    value = next;
    if (query === before) return;
    const versioned = version > 1 && query !== "" ? `${query}&${VERSION}=${String(version)}` : query;
    const address = `${location.pathname}${versioned === "" ? "" : `?${versioned}`}${location.hash}`;
    history.replaceState(history.state, "", address);
    rememberPage(location.pathname, versioned);
    tell();
  };
  const onPop = (): void => {
    value = read();
    tell();
  };
  addEventListener("popstate", onPop);
  return {
    get value() {
      return value;
    },
    set: (change) => {
      write({...value, ...change});
    },
    reset: () => {
      write(readState(fields, ""));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      listeners.clear();
      removeEventListener("popstate", onPop);
    }
  };
}
