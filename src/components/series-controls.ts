import {html} from "htl";

/** A choice among named values. */
export function choice<Value extends string>(
  label: string,
  options: readonly (readonly [value: Value, words: string])[],
  value: Value,
  onChoose: (value: Value) => void
): HTMLElement {
  const select = html<HTMLSelectElement>`<select>
    ${options.map(([key, words]) => html`<option value=${key}>${words}</option>`)}
  </select>`;
  select.value = value;
  select.onchange = () => {
    const chosen = options.find(([key]) => key === select.value);
    if (chosen) onChoose(chosen[0]);
  };
  return html<HTMLElement>`<label class="series-choice"><span>${label}</span>${select}</label>`;
}

/** A row of buttons of which one is pressed. */
export function buttonGroup<Value extends string>(
  label: string,
  options: readonly (readonly [value: Value, words: string])[],
  onChoose: (value: Value) => void
): {readonly node: HTMLElement; press(value: Value): void} {
  const buttons = options.map(([value, words]) => {
    const button = html<HTMLButtonElement>`<button type="button">${words}</button>`;
    button.onclick = () => {
      onChoose(value);
    };
    return {value, button};
  });
  return {
    node: html<HTMLElement>`<div class="button-group" role="group" aria-label=${label}>
      ${buttons.map(({button}) => button)}
    </div>`,
    press: (pressed) => {
      for (const {value, button} of buttons) button.setAttribute("aria-pressed", String(value === pressed));
    }
  };
}

/** A number within limits, taken when the field is left or Enter is pressed. */
export function numberInput(
  label: string,
  {least, most, step}: {readonly least: number; readonly most: number; readonly step: number},
  value: number,
  onChange: (value: number) => void
): HTMLElement {
  const input = html<HTMLInputElement>`<input type="number" min=${least} max=${most} step=${step} value=${value} />`;
  input.onchange = () => {
    const given = input.valueAsNumber;
    if (Number.isNaN(given)) input.valueAsNumber = value;
    else onChange(Math.min(most, Math.max(least, given)));
  };
  return html<HTMLElement>`<label class="series-choice"><span>${label}</span>${input}</label>`;
}
