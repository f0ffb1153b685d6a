import * as v from "valibot";

/** A number, also one written as text; missing or empty text is null, never 0. Anything else is drift. */
export const numeric = v.pipe(
  v.nullish(v.union([v.number(), v.string()]), null),
  v.transform((value) => (value === null || value === "" ? null : Number(value))),
  v.nullable(v.pipe(v.number(), v.finite()))
);

/** As `numeric`, whole. */
export const integer = v.pipe(numeric, v.nullable(v.pipe(v.number(), v.integer())));

/** Text or null; blank text is null. */
export const text = v.pipe(
  v.nullish(v.string(), null),
  v.transform((value) => {
    const trimmed = value?.trim() ?? "";
    return trimmed === "" ? null : trimmed;
  })
);

/** Text that must be there. */
export const id = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** A flag as true, 1 or "1"; -1 and null mean unknown: null. */
export const flag = v.pipe(
  v.nullish(v.union([v.boolean(), v.number(), v.string()]), null),
  v.transform((value) => {
    if (value === null || value === "" || Number(value) < 0) return null;
    return Number(value) > 0;
  })
);

/** A list that may be absent: then empty. */
export const list = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.nullish(v.array(item), []),
    v.transform((items) => items)
  );
