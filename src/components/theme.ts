/** Light or dark, as the page is painted now. */
export type Theme = "light" | "dark";

const KEY = "fumehood:theme";

/** The theme painted now. */
export function currentTheme(): Theme {
  return document.documentElement.dataset["theme"] === "dark" ? "dark" : "light";
}

function paint(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  document.dispatchEvent(new CustomEvent("fumehood:theme", {detail: theme}));
}

function chosenTheme(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Switches between light and dark, and keeps the choice for this browser. */
export function switchTheme(): void {
  const theme = currentTheme() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
  paint(theme);
}

/** Follows the system's theme as long as the reader has made no choice. */
export function followSystemTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({matches}) => {
    if (chosenTheme() === null) paint(matches ? "dark" : "light");
  });
}

/** Calls back whenever the theme changes; the answer stops it. For figures that read colours from the style sheet. */
export function onThemeChange(listener: (theme: Theme) => void): () => void {
  const handle = (): void => {
    listener(currentTheme());
  };
  document.addEventListener("fumehood:theme", handle);
  return () => {
    document.removeEventListener("fumehood:theme", handle);
  };
}
