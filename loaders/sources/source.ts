import type {Issue} from "../../src/base/issue.js";
import type {Project, ProjectTarget} from "../../src/tables/project.js";
import type {Row, Table} from "../../src/tables/table.js";
import type {Download} from "../http/download.js";
import type {Http, HttpPolicy} from "../http.js";

/** One client: what it asks of which hosts, and which tables it fills. All clients read alike. */
export interface Source {
  /** Key of its rows and its folder, e.g. "chembl". */
  readonly id: string;
  readonly name: string;
  /** Where a reader finds the source. */
  readonly url: string;
  readonly licence: string;
  readonly citation: string;
  readonly doi: string | null;
  /** How politely each of its hosts is asked. */
  readonly hosts: Readonly<Record<string, HttpPolicy>>;
  /** Shortest time in ms between two requests of this caller, when that is less than for anybody. */
  readonly gapMsFor?: (caller: Caller) => number;
  readonly tables: readonly Table[];
  /** True when a workbench cannot be built without it. */
  readonly isNeeded: boolean;
  /** True when it is fetched only if named with --only: large. */
  readonly isOptIn: boolean;
  /** What it would ask for this project, for --dry-run. */
  readonly plan: (project: Project) => readonly PlannedRequest[];
  /** The release it serves now; null when it states none. Never answered from what is kept. */
  readonly findRelease: (http: Http) => Promise<string | null>;
  readonly fetch: (context: SourceContext) => Promise<Fetched>;
}

export interface PlannedRequest {
  readonly what: string;
  readonly url: string;
  /** How many requests and how much, in words. */
  readonly size: string;
}

export interface SourceContext {
  readonly project: Project;
  readonly http: Http;
  readonly release: string | null;
  /** ISO date of the run. */
  readonly today: string;
  readonly caller: Caller;
  readonly report: (what: string, done: number, total: number | null) => void;
  /** Rows that another source fetched before, from its last good copy. */
  readonly readFetched: <T extends Table>(table: T) => Promise<Row<T>[]>;
  /** Downloads a large file into the work folder: streamed, resumed, checked. */
  readonly download: (file: Omit<Download, "userAgent">) => Promise<void>;
  /** A folder for files under way; emptied after success. */
  readonly workFolder: string;
}

/** Who asks: some sources want to know, and give more to those who say. */
export interface Caller {
  readonly email: string | null;
  readonly ncbiKey: string | null;
}

export interface Fetched {
  readonly tables: readonly FetchedTable[];
  readonly issues: readonly Issue[];
  /** What a reader must know about the data, e.g. counts that do not agree. */
  readonly warnings: readonly string[];
}

/** Rows of one table, or a Parquet file with them when they are too many for memory. */
export interface FetchedTable {
  readonly table: Table;
  readonly rows: readonly object[] | {readonly file: string; readonly count: number};
}

/** A table with its rows: the compiler checks that they fit. */
export const tableOf = <T extends Table>(table: T, rows: readonly Row<T>[]): FetchedTable => ({table, rows});

/** The key of a project's target in all tables, fetched or embedded: its symbol. */
export const targetIdOf = ({symbol}: ProjectTarget): string => symbol;
