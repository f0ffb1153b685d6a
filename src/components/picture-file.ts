import {saveBytes, saveText} from "./save-file.js";
import {currentTheme} from "./theme.js";

/** What lies behind a picture: white paper with the colours of the light theme, or nothing, with the colours on screen. */
export type Backdrop = "white" | "clear";
export type PictureKind = "png" | "svg";

/** Pixels of the longer side of a PNG at least: a whole slide in full HD, with some to spare. */
const LONG_SIDE = 2400;

/** Does something as if the page were light, and puts the theme back before anything is painted. */
export function inBackdrop<Result>(backdrop: Backdrop, act: () => Result): Result {
  const {dataset} = document.documentElement;
  const before = currentTheme();
  try {
    if (backdrop === "white") dataset["theme"] = "light";
    return act();
  } finally {
    dataset["theme"] = before;
  }
}

/** An SVG file with white paper behind everything. */
export const onWhite = (svg: string): string =>
  svg.replace(/^<svg[^>]*viewBox="([^"]+)"[^>]*>/, (head: string, box: string) => {
    const [x = "0", y = "0", width = "0", height = "0"] = box.split(/[\s,]+/);
    return `${head}<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`;
  });

/** A PNG of an SVG file, large enough for a slide. @throws when the browser cannot draw it */
export async function pngOfSvg(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const {naturalWidth: width, naturalHeight: height} = image;
  const scale = Math.max(1, LONG_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("the browser has no canvas to draw the picture on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error("the browser could not write the picture"));
    }, "image/png");
  });
}

/** Hands a picture to the browser's "save" dialog. */
export async function savePicture(svg: string, kind: PictureKind, name: string): Promise<void> {
  if (kind === "svg") saveText(`${name}.svg`, "image/svg+xml", svg);
  else saveBytes(`${name}.png`, "image/png", await pngOfSvg(svg));
}

/** What a picture is on the clipboard: SVG as text too, which drawing programs take; a PNG with a text beside it. */
function clipboardItem(svg: Promise<string>, kind: PictureKind, text: string): ClipboardItem {
  const blob = async (type: string, content: Promise<BlobPart>): Promise<Blob> => new Blob([await content], {type});
  if (kind === "png") {
    const words = text === "" ? {} : {"text/plain": new Blob([text], {type: "text/plain"})};
    return new ClipboardItem({"image/png": svg.then(pngOfSvg), ...words});
  }
  const asImage = ClipboardItem.supports("image/svg+xml") ? {"image/svg+xml": blob("image/svg+xml", svg)} : {};
  return new ClipboardItem({"text/plain": blob("text/plain", svg), ...asImage});
}

/**
 * Copies a picture to the clipboard; where the browser does not allow that, saves it as a file. To be called while a key
 * or a press is handled.
 *
 * @param text put beside a PNG for programs that take no images: a SMILES
 * @returns what was done, in words
 */
export async function copyPicture(svg: Promise<string>, kind: PictureKind, name: string, text = ""): Promise<string> {
  try {
    await navigator.clipboard.write([clipboardItem(svg, kind, text)]);
    return `${name} copied as ${kind.toUpperCase()}`;
  } catch {
    await savePicture(await svg, kind, name);
    return `The clipboard takes no image here: ${name} saved as ${kind.toUpperCase()}`;
  }
}
