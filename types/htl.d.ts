/** Hypertext literals; the caller names the element that the template makes. */
declare module "htl" {
  type Template<Default extends Node> = <E extends Node = Default>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => E;
  export const html: Template<HTMLElement> & {fragment: Template<DocumentFragment>};
  export const svg: Template<SVGElement> & {fragment: Template<DocumentFragment>};
}
