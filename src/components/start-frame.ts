import {openPalette, startKeys} from "./palette.js";
import {startPrivacySign} from "./privacy-sign.js";
import {followSystemTheme, switchTheme} from "./theme.js";

const MILLISECONDS_PER_DAY = 86_400_000;

const find = (action: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-action="${action}"]`);

function showAge(time: HTMLTimeElement): void {
  const date = new Date(time.dateTime);
  const days = Math.floor((Date.now() - date.getTime()) / MILLISECONDS_PER_DAY);
  const words = days < 1 ? "today" : days === 1 ? "yesterday" : `${String(days)} days ago`;
  time.textContent = date.toLocaleDateString("en-GB", {day: "numeric", month: "short", year: "numeric"});
  time.title = words;
}

/** Closes the list of further pages by Escape, by a click elsewhere, and when the focus leaves it. */
function startMenu(menu: HTMLDetailsElement): void {
  const close = (): void => {
    menu.open = false;
  };
  menu.addEventListener("keydown", ({key}) => {
    if (key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("focusout", ({relatedTarget}) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  addEventListener("click", ({target}) => {
    if (target instanceof Node && !menu.contains(target)) close();
  });
}

/** Wakes the frame that the build has printed into every page: theme, privacy sign, age of the data. */
export function startFrame(): void {
  followSystemTheme();
  find("theme")?.addEventListener("click", switchTheme);
  find("search")?.addEventListener("click", openPalette);
  startKeys();
  const more = document.querySelector<HTMLDetailsElement>(".top-bar-more");
  if (more) startMenu(more);
  const privacy = find("privacy");
  if (privacy) startPrivacySign(privacy);
  const age = document.querySelector<HTMLTimeElement>(".top-bar-age time");
  if (age) showAge(age);
}

startFrame();
