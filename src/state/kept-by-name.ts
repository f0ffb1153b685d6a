/** Where things are kept: the part of `Storage` that is needed. */
export type Keeping = Pick<Storage, "getItem" | "setItem">;

/** Things of one kind that are kept in this browser, each under its name. */
export interface KeptByName<Thing extends {readonly name: string}> {
  /** All that are kept, by name; what cannot be read is left out. */
  all(storage: Pick<Storage, "getItem">): Thing[];
  /** Keeps one under its name, in place of the one that had it. @throws when the browser keeps nothing */
  save(storage: Keeping, thing: Thing): void;
  /** Forgets the one of a name. */
  forget(storage: Keeping, name: string): void;
}

/**
 * @param key under which the list of them is stored
 * @param read what was stored of one; throws on what it cannot read
 * @param write what is stored of one, as JSON can hold it
 */
export function keptByName<Thing extends {readonly name: string}>(
  key: string,
  read: (stored: unknown) => Thing,
  write: (thing: Thing) => unknown
): KeptByName<Thing> {
  const all = (storage: Pick<Storage, "getItem">): Thing[] => {
    let content: unknown;
    try {
      content = JSON.parse(storage.getItem(key) ?? "[]");
    } catch {
      return [];
    }
    if (!Array.isArray(content)) return [];
    return content.flatMap((stored: unknown) => {
      try {
        return [read(stored)];
      } catch {
        return [];
      }
    });
  };
  const put = (storage: Keeping, things: readonly Thing[]): void => {
    const sorted = [...things].sort((a, b) => (a.name < b.name ? -1 : 1));
    storage.setItem(key, JSON.stringify(sorted.map(write)));
  };
  const others = (storage: Keeping, name: string): Thing[] => all(storage).filter((thing) => thing.name !== name);
  return {
    all,
    save: (storage, thing) => {
      put(storage, [...others(storage, thing.name), thing]);
    },
    forget: (storage, name) => {
      put(storage, others(storage, name));
    }
  };
}
