import {html} from "htl";

/** A list to choose from. */
export function choiceOf(
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  value: string,
  onChoose: (value: string) => void
): HTMLSelectElement {
  const select = html<HTMLSelectElement>`<select aria-label=${label}>
    ${options.map(([key, words]) => html`<option value=${key}>${words}</option>`)}
  </select>`;
  select.value = value;
  select.onchange = () => {
    onChoose(select.value);
  };
  return select;
}
