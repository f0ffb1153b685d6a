import {type BrushLayout, edgeAt} from "./brush-layout.js";

/** What a gesture on a histogram selects: two edges, from < to. */
export type EdgeListener = (from: number, to: number, isFinal: boolean) => void;

/**
 * Brushing by pointer: a drag on free ground opens a new selection, a drag inside the selection moves it, a drag near
 * one of its ends moves that end. Selections snap to the edges of the bars.
 *
 * @param selection the edges selected now; the ends of the scale when there is no filter
 */
export function onBrushGesture(
  surface: SVGElement,
  layout: BrushLayout,
  selection: () => readonly [number, number],
  listener: EdgeListener
): void {
  let move: ((edge: number) => readonly [number, number]) | null = null;
  const edgeOf = (event: PointerEvent): number => edgeAt(layout, event.clientX - surface.getBoundingClientRect().left);
  const tell = (event: PointerEvent, isFinal: boolean): void => {
    if (!move) return;
    const [from, to] = move(edgeOf(event));
    if (from < to) listener(from, to, isFinal);
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    move = startMove(edgeOf(event), selection(), layout.barCount);
    event.preventDefault();
  });
  surface.addEventListener("pointermove", (event) => {
    tell(event, false);
  });
  for (const end of ["pointerup", "pointercancel"] as const)
    surface.addEventListener(end, (event) => {
      tell(event, true);
      move = null;
    });
}

/** What the pointer does from where it went down: the selection for each edge it then comes to. */
export function startMove(
  start: number,
  [from, to]: readonly [number, number],
  barCount: number
): (edge: number) => readonly [number, number] {
  const ordered = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a]);
  const isAll = from <= 0 && to >= barCount;
  const nearest = Math.abs(start - from) <= Math.abs(start - to) ? from : to;
  if (!isAll && Math.abs(start - nearest) < 0.75) return (edge) => ordered(edge, nearest === from ? to : from);
  if (isAll || start < from || start > to) return (edge) => ordered(start, edge);
  return (edge) => {
    const shift = Math.max(-Math.floor(from), Math.min(barCount - Math.ceil(to), edge - start));
    return [Math.round(from) + shift, Math.round(to) + shift];
  };
}
