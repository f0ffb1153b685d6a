/** Fields kept of an input; those beyond are named by `DataFields.refused`. */
export const MOST_DATA_FIELDS = 500;

/**
 * The user's own columns in the order in which they are first met: the names share one list for all files of an input,
 * and a record's data stand at the places of that list.
 */
export class DataFields {
  readonly #places = new Map<string, number>();
  readonly #refused = new Set<string>();

  /** Names as they are written in the input. */
  get names(): readonly string[] {
    return [...this.#places.keys()];
  }

  get count(): number {
    return this.#places.size;
  }

  /** Names of fields that were too many to keep; the first 20. */
  get refused(): readonly string[] {
    return [...this.#refused];
  }

  /** The place of a field, a new one if need be; null when there are too many. A blank name is "unnamed". */
  place(name: string): number | null {
    const bare = name.trim() || "unnamed";
    const known = this.#places.get(bare);
    if (known !== undefined) return known;
    if (this.#places.size >= MOST_DATA_FIELDS) {
      if (this.#refused.size < MOST_REFUSED) this.#refused.add(bare);
      return null;
    }
    this.#places.set(bare, this.#places.size);
    return this.#places.size - 1;
  }

  /** Places of the columns of a header: a name that comes twice is numbered, a blank one is named by its place. */
  placesOf(header: readonly string[]): (number | null)[] {
    const seen = new Map<string, number>();
    return header.map((cell, index) => {
      const name = cell.trim() || `column ${String(index + 1)}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return this.place(times === 1 ? name : `${name} (${String(times)})`);
    });
  }
}

const MOST_REFUSED = 20;

/** A record's data from values and their places; undefined when there are none. Blank values are missing. */
export function recordData(
  values: readonly (readonly [place: number | null, value: string | undefined])[]
): (string | null)[] | undefined {
  const data: (string | null)[] = [];
  for (const [place, value] of values) {
    const bare = value?.trim() ?? "";
    if (place === null || bare === "") continue;
    while (data.length < place) data.push(null);
    data[place] = bare;
  }
  return data.length === 0 ? undefined : data;
}
