import type {AtomSpec, AtomStyleSpec} from "3dmol";

/** How a structure is drawn. */
export interface ViewStyle {
  readonly chain: "cartoon" | "trace" | "hidden";
  readonly colour: "chain" | "spectrum" | "confidence";
  readonly surface: boolean;
  readonly water: boolean;
}

/** AlphaFold's own bands of confidence (pLDDT), which is in the place of the B factor. */
export const CONFIDENCE_BANDS: readonly (readonly [from: number, colour: string, words: string])[] = [
  [90, "#0053d6", "very high, over 90"],
  [70, "#65cbf3", "confident, 70–90"],
  [50, "#ffdb13", "low, 50–70"],
  [-Infinity, "#ff7d45", "very low, under 50"]
];
const confidenceColour = ({b = 0}: AtomSpec): string => CONFIDENCE_BANDS.find(([from]) => b >= from)?.[1] ?? "#ff7d45";

/** The other structure of a superposition, so that both can be told apart. */
export const OTHER_COLOUR = "#9498a0";
/** Colours of elements but carbon, where the carbons tell molecules apart. */
export const ELEMENT_COLOURS: Readonly<Record<string, string>> = {
  ...{H: "#e4e4e4", N: "#3050f8", O: "#e0201b", F: "#3ca951", S: "#d9a400", P: "#ff8000"},
  ...{Cl: "#1f9d3a", Br: "#a62929", I: "#940094", B: "#ffb5b5", Si: "#c9a06d"}
};
/** How the library is told to draw chains. */
export function chainStyle({chain, colour}: ViewStyle, isBehind: boolean): AtomStyleSpec {
  if (chain === "hidden") return {};
  // Behind a ligand the ribbons are thin and let through what they would hide.
  const body = isBehind ? {opacity: 0.55, thickness: 0.25} : {};
  const paint =
    colour === "spectrum"
      ? {color: "spectrum"}
      : colour === "confidence"
        ? {colorfunc: confidenceColour}
        : {colorscheme: "chain"};
  return {cartoon: {...paint, ...body, ...(chain === "trace" ? {style: "trace"} : {})}};
}

/** How chains of very large structures are drawn, whose ribbons would hold the page up: lines through one atom of each residue. */
export const lineStyle = ({chain}: ViewStyle): AtomStyleSpec =>
  chain === "hidden" ? {} : {line: {colorscheme: "chain"}};
