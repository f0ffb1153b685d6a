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

/** Wakes the frame that the build has printed into every page: theme, privacy sign, age of the data. */
export function startFrame(): void {
  followSystemTheme();
  find("theme")?.addEventListener("click", switchTheme);
  find("search")?.addEventListener("click", openPalette);
  startKeys();
  const privacy = find("privacy");
  if (privacy) startPrivacySign(privacy);
  const age = document.querySelector<HTMLTimeElement>(".top-bar-age time");
  if (age) showAge(age);
}

startFrame();
