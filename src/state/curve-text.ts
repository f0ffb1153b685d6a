import {isSoundCurve, type DesirabilityCurve} from "../scoring/desirability.js";

/** Curves by what they judge. */
export type Curves = Readonly<Record<string, DesirabilityCurve>>;

/** Reads curves from a link, "name:x/d;x/d,name:…"; null when any of it cannot be read. */
export function parseCurves(text: string): Curves | null {
  const entries = text.split(",").map((part) => {
    const [name = "", corners = ""] = part.split(":");
    const points = corners.split(";").map((corner) => corner.split("/").map(Number) as [number, number]);
    return [name, {points}] as const;
  });
  const isSound = entries.every(
    ([name, curve]) =>
      /^\w+$/.test(name) &&
      curve.points.every((point) => point.length === 2 && point.every(Number.isFinite)) &&
      isSoundCurve(curve)
  );
  return isSound ? Object.fromEntries(entries) : null;
}

/** Writes curves into a link. */
export function formatCurves(curves: Curves): string {
  const short = (value: number): string => String(Math.round(value * 1000) / 1000);
  return Object.entries(curves)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, {points}]) => `${name}:${points.map(([x, d]) => `${short(x)}/${short(d)}`).join(";")}`)
    .join(",");
}
