import {paintedCopy} from "./figure-export.js";

const SVG = "http://www.w3.org/2000/svg";
const CAPTION_SIZE = 11;
const CAPTION_LINE = 16;
const MARGIN = 12;
const CLEAR = "rgba(0, 0, 0, 0)";

/** What a picture is made of. */
export interface PictureOptions {
  /** Lines below the picture; long ones are broken. */
  readonly caption: readonly string[];
  /** True for a node that scrolls and whose hidden parts are to be drawn too. */
  readonly isWhole: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What a node of the page shows (words, drawings, coloured cells, canvases) as one SVG of its own, every colour and face
 * written into it, with its caption below: a table or matrix becomes a figure as it is seen.
 */
export function nodePicture(node: HTMLElement, {caption, isWhole}: PictureOptions): SVGSVGElement {
  const seen = node.getBoundingClientRect();
  const origin = {
    left: seen.left - (isWhole ? node.scrollLeft : 0) - MARGIN,
    top: seen.top - (isWhole ? node.scrollTop : 0) - MARGIN
  };
  const [width, height] = isWhole ? [node.scrollWidth, node.scrollHeight] : [seen.width, seen.height];
  const whole = {
    ...{left: origin.left + MARGIN, top: origin.top + MARGIN},
    ...{right: origin.left + MARGIN + width, bottom: origin.top + MARGIN + height}
  };
  const picture = new NodePicture(origin);
  picture.draw(node, whole, isWhole);
  return picture.finish(Math.max(MIN_WIDTH, width) + 2 * MARGIN, height + 2 * MARGIN, caption, getComputedStyle(node));
}

const MIN_WIDTH = 360;

class NodePicture {
  readonly #root = document.createElementNS(SVG, "svg");
  readonly #definitions = document.createElementNS(SVG, "defs");
  readonly #origin: {readonly left: number; readonly top: number};
  #clips = 0;

  constructor(origin: {readonly left: number; readonly top: number}) {
    this.#origin = origin;
    this.#root.append(this.#definitions);
  }

  draw(node: Element, bounds: Box, isRoot = false, into: SVGElement = this.#root): void {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    if (!isRoot && !isSeen(node, box, bounds, style)) return;
    if (node instanceof SVGSVGElement) into.append(this.#placed(paintedCopy(node), box));
    else if (node instanceof HTMLCanvasElement) into.append(this.#image(node, box));
    else {
      const clips = !isRoot && style.overflow !== "visible";
      const inner = clips ? intersect(box, bounds) : bounds;
      const target = clips ? this.#clipped(inner, into) : into;
      if (!isRoot) this.#paint(box, style, node.classList.contains("is-missing"), target);
      for (const child of node.childNodes) {
        if (child instanceof Element) this.draw(child, inner, false, target);
        else if (child instanceof Text) this.#write(child, style, inner, target);
      }
    }
  }

  finish(width: number, height: number, caption: readonly string[], style: CSSStyleDeclaration): SVGSVGElement {
    const lines = caption.flatMap((text) => broken(text, width - 2 * MARGIN, style));
    const all = height + lines.length * CAPTION_LINE + MARGIN;
    const paper = element("rect", {
      width,
      height: all,
      fill: getComputedStyle(document.documentElement).backgroundColor
    });
    this.#definitions.after(paper);
    lines.forEach((line, i) => {
      const at = {x: MARGIN, y: height + (i + 1) * CAPTION_LINE, "font-size": CAPTION_SIZE, fill: style.color};
      const text = element("text", {...at, "font-family": style.fontFamily});
      text.textContent = line;
      this.#root.append(text);
    });
    const description = document.createElementNS(SVG, "desc");
    description.textContent = caption.join(" ");
    this.#root.prepend(description);
    setAll(this.#root, {xmlns: SVG, width, height: all, viewBox: `0 0 ${String(width)} ${String(all)}`});
    return this.#root;
  }

  #x = (left: number): number => rounded(left - this.#origin.left);
  #y = (top: number): number => rounded(top - this.#origin.top);

  #placed(copy: SVGSVGElement, {left, top, width, height}: DOMRect): SVGSVGElement {
    setAll(copy, {x: this.#x(left), y: this.#y(top), width: rounded(width), height: rounded(height)});
    return copy;
  }

  #image(canvas: HTMLCanvasElement, {left, top, width, height}: DOMRect): SVGElement {
    const place = {x: this.#x(left), y: this.#y(top), width: rounded(width), height: rounded(height)};
    return element("image", {...place, href: canvas.toDataURL("image/png")});
  }

  #clipped({left, top, right, bottom}: Box, into: SVGElement): SVGElement {
    const id = `clip-${String(++this.#clips)}`;
    const path = element("clipPath", {id});
    const place = {x: this.#x(left), y: this.#y(top), width: rounded(right - left), height: rounded(bottom - top)};
    path.append(element("rect", place));
    this.#definitions.append(path);
    const group = element("g", {"clip-path": `url(#${id})`});
    into.append(group);
    return group;
  }

  #paint(
    {left, top, right, bottom, width, height}: DOMRect,
    style: CSSStyleDeclaration,
    isMissing: boolean,
    into: SVGElement
  ): void {
    const place = {x: this.#x(left), y: this.#y(top), width: rounded(width), height: rounded(height)};
    if (style.backgroundColor !== CLEAR)
      into.append(
        element("rect", {...place, fill: style.backgroundColor, rx: Number.parseFloat(style.borderRadius) || 0})
      );
    if (isMissing) into.append(element("rect", {...place, fill: `url(#${this.#hatch()})`}));
    const [x1, x2] = [this.#x(left), this.#x(right)];
    for (const [size, color, y] of [
      [style.borderTopWidth, style.borderTopColor, this.#y(top)],
      [style.borderBottomWidth, style.borderBottomColor, this.#y(bottom)]
    ] as const)
      if (Number.parseFloat(size) > 0) into.append(element("line", {x1, x2, y1: y, y2: y, stroke: color}));
  }

  #hatch(): string {
    const id = "hatch";
    if (this.#definitions.querySelector(`#${id}`)) return id;
    const color = getComputedStyle(document.documentElement).getPropertyValue("--missing");
    const pattern = element("pattern", {id, width: 5, height: 5, patternUnits: "userSpaceOnUse"});
    setAll(pattern, {patternTransform: "rotate(45)"});
    pattern.append(element("line", {x1: 0, y1: 0, x2: 0, y2: 5, stroke: color, "stroke-width": 2}));
    this.#definitions.append(pattern);
    return id;
  }

  #write(text: Text, style: CSSStyleDeclaration, bounds: Box, into: SVGElement): void {
    for (const {words, box} of linesOf(text)) {
      if (box.right <= bounds.left || box.left >= bounds.right || box.bottom <= bounds.top || box.top >= bounds.bottom)
        continue;
      const size = Number.parseFloat(style.fontSize);
      const y = this.#y(box.top + (box.bottom - box.top) / 2 + size * BASELINE);
      const look = {
        fill: style.color,
        "font-family": style.fontFamily,
        "font-size": size,
        "font-weight": style.fontWeight
      };
      const line = element("text", {x: this.#x(box.left), y, ...look});
      setAll(line, {textLength: rounded(box.right - box.left), lengthAdjust: "spacingAndGlyphs"});
      line.textContent = words;
      into.append(line);
    }
  }
}

/** The baseline of a line below its middle, as a share of the font's size. */
const BASELINE = 0.35;

const rounded = (value: number): number => Math.round(value * 10) / 10;

function isSeen(node: Element, box: DOMRect, bounds: Box, style: CSSStyleDeclaration): boolean {
  if (style.display === "none" || style.visibility === "hidden" || node.classList.contains("visually-hidden"))
    return false;
  if (box.width === 0 && box.height === 0) return style.display === "contents";
  return box.right > bounds.left && box.left < bounds.right && box.bottom > bounds.top && box.top < bounds.bottom;
}

const intersect = (a: Box, b: Box): Box => ({
  ...{left: Math.max(a.left, b.left), top: Math.max(a.top, b.top)},
  ...{right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom)}
});

/** The words of a text, line by line as the page breaks them. */
function linesOf(text: Text): {readonly words: string; readonly box: Box}[] {
  const lines: {words: string; box: Box}[] = [];
  const range = document.createRange();
  for (const {0: word, index} of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const {left, top, right, bottom} = range.getBoundingClientRect();
    if (right === left) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - top) < 2) {
      last.words += ` ${word}`;
      last.box = {...last.box, right};
    } else lines.push({words: word, box: {left, top, right, bottom}});
  }
  return lines;
}

/** A text in lines of a width. */
function broken(text: string, width: number, {fontFamily}: CSSStyleDeclaration): string[] {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return [text];
  context.font = `${String(CAPTION_SIZE)}px ${fontFamily}`;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes): SVGElement {
  const node = document.createElementNS(SVG, name);
  setAll(node, attributes);
  return node;
}

function setAll(node: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}
