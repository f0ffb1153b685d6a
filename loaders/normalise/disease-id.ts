/** An ontology id with underscore, whichever way it was written: "MONDO:0005101" → "MONDO_0005101"; null for none. */
export function normaliseDiseaseId(id: string | null): string | null {
  const match = /^([A-Za-z]+)[:_](\w+)$/.exec(id?.trim() ?? "");
  return match ? `${match[1] ?? ""}_${match[2] ?? ""}` : null;
}
