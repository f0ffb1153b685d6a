/** The part of the framework's standard library that our modules use. Parquet and Arrow readers are left out: they are fetched from a CDN. */
declare module "observablehq:stdlib" {
  export interface FileAttachment {
    readonly name: string;
    readonly href: string;
    readonly mimeType: string;
    readonly lastModified: number | undefined;
    readonly size: number | undefined;
    json<T = unknown>(): Promise<T>;
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    url(): Promise<string>;
    stream(): Promise<ReadableStream<Uint8Array>>;
  }
  /** Takes one string literal. */
  export function FileAttachment(path: string): FileAttachment;
  export function resize(render: (width: number, height: number) => Node, invalidation?: Promise<void>): HTMLElement;
  export const Generators: {
    input<T>(element: HTMLElement): AsyncGenerator<T>;
    observe<T>(initialize: (change: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T>;
    width(element: HTMLElement): AsyncGenerator<number>;
    dark(): AsyncGenerator<boolean>;
  };
  export function Mutable<T>(value?: T): {value: T};
}
