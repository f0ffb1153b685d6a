import {html} from "htl";
import type {MpoProfile} from "../scoring/mpo.js";
import {forgetProfile, savedProfiles, saveProfile} from "../state/saved-profiles.js";

/** The profiles kept in this browser; none where it keeps nothing. */
export function keptProfiles(): readonly MpoProfile[] {
  try {
    return savedProfiles(localStorage);
  } catch {
    return [];
  }
}

/** True for a profile that is kept as it stands. */
export const isKept = (profile: MpoProfile): boolean =>
  keptProfiles().some((kept) => JSON.stringify(kept) === JSON.stringify(profile));

export interface KeepProfileOptions {
  readonly profile: MpoProfile;
  /** Told the profile under the name that was given, once it is kept. */
  readonly onKept: (profile: MpoProfile) => void;
  readonly onForgotten: () => void;
  /** Told why it could not be kept. */
  readonly onProblem: (words: string) => void;
}

/** Keeps a profile in this browser under a name, so that it is offered beside the ready-made ones; or forgets it. */
export function keepProfile({profile, onKept, onForgotten, onProblem}: KeepProfileOptions): HTMLElement {
  const button = (words: string, act: () => void): HTMLElement => {
    const node = html<HTMLButtonElement>`<button type="button" class="quiet">${words}</button>`;
    node.onclick = () => {
      try {
        act();
      } catch (error) {
        onProblem(`This browser keeps nothing: save it as a file. (${String(error)})`);
      }
    };
    return node;
  };
  if (isKept(profile))
    return button(`Forget “${profile.name}”`, () => {
      forgetProfile(localStorage, profile.name);
      onForgotten();
    });
  const name = html<HTMLInputElement>`<input type="text" size="14" aria-label="Name of the profile" />`;
  name.value = profile.name;
  const keep = button("Keep", () => {
    const named = {...profile, id: "own", name: name.value.trim() || profile.name};
    saveProfile(localStorage, named);
    onKept(named);
  });
  return html<HTMLElement>`<span class="mpo-keep">${name}${keep}</span>`;
}
