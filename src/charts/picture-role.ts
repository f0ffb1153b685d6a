/**
 * Makes a figure one picture for screen readers: the figure keeps its label, the labels that Plot puts on its parts,
 * which have no role to carry them, go.
 */
export function withPictureRole<Figure extends Element>(figure: Figure): Figure {
  for (const svg of figure instanceof SVGSVGElement ? [figure] : figure.querySelectorAll("svg")) {
    svg.setAttribute("role", "img");
    for (const part of svg.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  }
  return figure;
}
