/**
 * 1 − Levenshtein distance / length of the longer text; 1 for two empty texts. Texts that are surely less alike than
 * `least` give 0 without being compared to the end.
 *
 * @see Levenshtein 1966, Soviet Physics Doklady 10, 707
 */
export function editSimilarity(one: string, other: string, least = 0): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length === 0) return 1;
  const most = Math.floor((1 - least) * long.length + 1e-9);
  if (long.length - short.length > most) return 0;
  let before = Uint16Array.from({length: short.length + 1}, (_, i) => i);
  let row = new Uint16Array(short.length + 1);
  for (let i = 1; i <= long.length; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= short.length; j++) {
      const swap = (before[j - 1] ?? 0) + (long.charCodeAt(i - 1) === short.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swap);
      row[j] = value;
      if (value < best) best = value;
    }
    if (best > most) return 0;
    [before, row] = [row, before];
  }
  return 1 - (before[short.length] ?? 0) / long.length;
}
