import {html} from "htl";

/** A limit to type: a number, or nothing for no limit. A comma is taken as the decimal point. */
export function parseLimit(text: string): number | null | undefined {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "") return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** A small field for one limit of a range; Enter or leaving it tells the listener, what is no number is marked. What is being typed stays. */
export function limitInput(
  label: string,
  end: "min" | "max",
  listener: (value: number | null) => void
): {readonly node: HTMLInputElement; update(value: number | null): void} {
  const word = end === "min" ? "at least" : "at most";
  const node = html<HTMLInputElement>`<input
    type="text"
    inputmode="decimal"
    size="6"
    autocomplete="off"
    placeholder=${end === "min" ? "min" : "max"}
    aria-label=${`${label} ${word}, typed`}
  />`;
  let isTyping = false;
  node.addEventListener("input", () => {
    isTyping = true;
  });
  node.addEventListener("blur", () => {
    isTyping = false;
  });
  node.addEventListener("change", () => {
    isTyping = false;
    const value = parseLimit(node.value);
    node.setAttribute("aria-invalid", String(value === undefined));
    if (value !== undefined) listener(value);
  });
  return {
    node,
    update(value) {
      // What is being typed is left alone, whatever is drawn meanwhile.
      if (isTyping || (document.activeElement === node && parseLimit(node.value) === value)) return;
      node.value = value === null ? "" : String(value);
      node.removeAttribute("aria-invalid");
    }
  };
}
