const SEQUENTIAL_STEPS = 9;
const DIVERGING_STEPS = 5;
/** From this step on the cell is dark enough for light letters. */
const FIRST_DARK_STEP = 6;
const FIRST_DARK_PURPLE = 4;
const FIRST_DARK_ORANGE = 5;

/** A score from 0 to 1 as a cell of the heat map, with its value in text. */
export function scoreCell(score: number): HTMLElement {
  const step = Math.max(1, Math.min(SEQUENTIAL_STEPS, Math.ceil(score * SEQUENTIAL_STEPS)));
  return heat(shortNumber(score), `var(--seq-${String(step)})`, inkOn(step >= FIRST_DARK_STEP));
}

/** A factor from -1 (unfavourable, orange) to +1 (favourable, purple) as a cell, with its value in text. */
export function factorCell(value: number): HTMLElement {
  const step = Math.ceil(Math.min(1, Math.abs(value)) * DIVERGING_STEPS);
  if (step === 0) return heat("0", "var(--div-zero)", inkOn(false));
  // The fourth orange is light in one theme and dark in the other: it has a token of its own.
  if (value < 0 && step === FIRST_DARK_ORANGE - 1)
    return heat(shortNumber(value), "var(--div-neg-4)", "var(--on-neg-4)");
  const firstDark = value < 0 ? FIRST_DARK_ORANGE : FIRST_DARK_PURPLE;
  return heat(shortNumber(value), `var(--div-${value < 0 ? "neg" : "pos"}-${String(step)})`, inkOn(step >= firstDark));
}

/** Two decimals without the leading zero: ".86", "−.4", "1". */
export function shortNumber(value: number): string {
  const text = Math.abs(value)
    .toFixed(2)
    .replace(/\.?0+$/, "")
    .replace(/^0\./, ".");
  return value < 0 && text !== "0" ? `−${text}` : text === "" ? "0" : text;
}

function inkOn(isStrong: boolean): string {
  return isStrong ? "var(--paper)" : "var(--ink)";
}

function heat(text: string, colour: string, ink: string): HTMLElement {
  // By hand: a table draws hundreds of them on every move of a weight.
  const cell = document.createElement("span");
  cell.className = "heat-cell";
  cell.textContent = text;
  cell.style.background = colour;
  cell.style.color = ink;
  return cell;
}
