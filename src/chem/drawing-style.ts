/** Named proportions of a drawing; lengths in units of which a bond is 14.4 long (points of the ACS 1996 sheet). */
export interface DrawingStyle {
  readonly bondLength: number;
  readonly lineWidth: number;
  /** A whole number: RDKit takes no other, and then writes letters half as large. */
  readonly fontSize: number;
  /** Distance of the lines of a double bond, as a share of the bond length. */
  readonly bondSpacing: number;
  /** Free space around an atom label, as a share of the font size. */
  readonly labelMargin: number;
}

/**
 * `page` is the ACS 1996 sheet with the line half as heavy again, for screens; `cell` has larger letters and heavier
 * lines, to be read when a bond is 9 pixels long.
 *
 * @see ACS Document 1996 settings: bond length 14.4 pt, line width 0.6 pt, spacing 18 %, label 10 pt, margin 1.6 pt
 */
export const DRAWING_STYLES = {
  page: {bondLength: 14.4, lineWidth: 0.9, fontSize: 10, bondSpacing: 0.18, labelMargin: 0.066},
  cell: {bondLength: 14.4, lineWidth: 1.15, fontSize: 12, bondSpacing: 0.2, labelMargin: 0.05}
} as const satisfies Readonly<Record<string, DrawingStyle>>;
export type DrawingStyleName = keyof typeof DRAWING_STYLES;

/** Why atoms are marked: each kind has its own colour and is named in the text. */
export const HIGHLIGHT_KINDS = ["match", "alert", "difference"] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];

/** Steps on each side of zero into which contributions are put. */
export const CONTRIBUTION_STEPS = 4;

type Rgb = readonly [number, number, number];

/** Elements with a colour of their own, by atomic number; every other element is drawn in ink. */
const COLOURED_ELEMENTS: Readonly<Record<number, string>> = {
  5: "b",
  7: "n",
  8: "o",
  9: "f",
  15: "p",
  16: "s",
  17: "cl",
  34: "se",
  35: "br",
  53: "i"
};
const INK = 1;
const NOTE = 2;
/** First red value of the colour codes of halos; the blue value counts them. */
const HALO_RED = 255;

/**
 * A colour that stands for a CSS class in RDKit's drawing: never seen, always replaced. RDKit cuts shares down to whole
 * 255ths, so a little more than the whole number is given.
 */
const code = (red: number, blue: number): Rgb => [red / 255, 0, (blue + 0.25) / 255];
const hex = ([red, green, blue]: Rgb): string =>
  `#${[red, green, blue]
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, "0")
    )
    .join("")}`.toUpperCase();

const HALO_CLASSES: readonly string[] = [
  ...HIGHLIGHT_KINDS.map((kind) => `halo-${kind}`),
  ...Array.from({length: CONTRIBUTION_STEPS}, (_, i) => `halo-neg-${String(i + 1)}`),
  ...Array.from({length: CONTRIBUTION_STEPS}, (_, i) => `halo-pos-${String(i + 1)}`)
];

/** RDKit's atom palette, by atomic number (-1 for the rest), in colour codes. */
export const ATOM_PALETTE: Readonly<Record<string, Rgb>> = Object.fromEntries([
  ...[-1, 0, 1, 6].map((element): [string, Rgb] => [String(element), code(0, INK)]),
  ...Object.keys(COLOURED_ELEMENTS).map((element): [string, Rgb] => [element, code(0, 64 + Number(element))])
]);

/** Colour code of notes beside atoms (stereo labels, enhanced stereo groups). */
export const NOTE_COLOUR: Rgb = code(0, NOTE);
/** Colour code of labels of atoms outside the palette. */
export const INK_COLOUR: Rgb = code(0, INK);

/** Colour code of a halo. */
export function haloColour(haloClass: string): Rgb {
  const index = HALO_CLASSES.indexOf(haloClass);
  if (index < 0) throw new Error(`invalid halo: ${haloClass}`);
  return code(HALO_RED, index);
}

/** Class of a contribution from -1 to +1 of the largest; null when it rounds to none, or is not a number. */
export function contributionClass(share: number): string | null {
  const step = Math.round(Math.min(1, Math.abs(share)) * CONTRIBUTION_STEPS);
  if (!(step > 0)) return null;
  return `halo-${share < 0 ? "neg" : "pos"}-${String(step)}`;
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  [hex(code(0, INK)), "ink"],
  [hex(code(0, NOTE)), "note"],
  ["#000000", "ink"],
  ...Object.entries(COLOURED_ELEMENTS).map(([element, name]): [string, string] => [
    hex(code(0, 64 + Number(element))),
    `el-${name}`
  ]),
  ...HALO_CLASSES.map((name): [string, string] => [hex(haloColour(name)), name])
]);

/** CSS class of a colour of RDKit's drawing, e.g. `el-n`; `ink` for a colour that is not one of ours. */
export function classOfColour(colour: string): string {
  return CLASSES.get(colour.toUpperCase()) ?? "ink";
}

/** Colours for exported pictures, where no style sheet is at hand; the light palette of the page. */
export const EXPORT_COLOURS: Readonly<Record<string, string>> = {
  ink: "#1b1e23",
  note: "#6b7280",
  "el-b": "#a1665e",
  "el-n": "#2f4fc4",
  "el-o": "#c8301f",
  "el-f": "#3d7f3a",
  "el-p": "#b3590a",
  "el-s": "#8f7200",
  "el-cl": "#2d7d32",
  "el-se": "#a55a00",
  "el-br": "#8a3b2a",
  "el-i": "#6a3d9a",
  "halo-match": "#a9cbf5",
  "halo-alert": "#f8c37d",
  "halo-difference": "#b9e0c5",
  "halo-neg-1": "#e3ddef",
  "halo-neg-2": "#c9bde0",
  "halo-neg-3": "#ab9ace",
  "halo-neg-4": "#8a75ba",
  "halo-pos-1": "#fbe5cd",
  "halo-pos-2": "#f8cd9c",
  "halo-pos-3": "#f1af66",
  "halo-pos-4": "#e28d34"
};
