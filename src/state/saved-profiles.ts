import {type MpoProfile, parseMpoProfile} from "../scoring/mpo.js";

const KEY = "fumehood:profiles";

/** Profiles to rank by that were kept in this browser, by name; what cannot be read is left out. */
export function savedProfiles(storage: Pick<Storage, "getItem">): MpoProfile[] {
  let content: unknown;
  try {
    content = JSON.parse(storage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(content)) return [];
  return content.flatMap((each: unknown) => {
    try {
      return [parseMpoProfile(each)];
    } catch {
      return [];
    }
  });
}

/** Keeps a profile under its name, in place of the one that had it. @throws when the browser keeps nothing */
export function saveProfile(storage: Pick<Storage, "getItem" | "setItem">, profile: MpoProfile): void {
  write(storage, [...savedProfiles(storage).filter(({name}) => name !== profile.name), profile]);
}

/** Forgets the profile of a name. */
export function forgetProfile(storage: Pick<Storage, "getItem" | "setItem">, name: string): void {
  write(
    storage,
    savedProfiles(storage).filter((profile) => profile.name !== name)
  );
}

function write(storage: Pick<Storage, "setItem">, profiles: readonly MpoProfile[]): void {
  storage.setItem(KEY, JSON.stringify([...profiles].sort((a, b) => (a.name < b.name ? -1 : 1))));
}
