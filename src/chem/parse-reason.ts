/** What RDKit writes when it refuses a structure, and how a chemist would say it; first match wins. */
const REASONS: readonly {readonly pattern: RegExp; readonly say: (match: RegExpExecArray) => string}[] = [
  {pattern: /unclosed ring/i, say: () => "a ring bond is opened and never closed"},
  {pattern: /duplicated ring closure (\d+)/i, say: ([, ring = ""]) => `ring bond ${ring} closes an atom on itself`},
  {
    pattern: /ring closure (\d+) duplicates bond/i,
    say: ([, ring = ""]) => `ring bond ${ring} repeats an existing bond`
  },
  {pattern: /extra open parenthes/i, say: () => "a branch is opened and never closed: ( without )"},
  {pattern: /extra close parenthes/i, say: () => "a branch is closed that was never opened: ) without ("},
  {
    pattern: /Explicit valence for atom # (\d+) (\w+), (\d+), is greater than permitted/,
    say: ([, atom = "", element = "", valence = ""]) =>
      `valence ${valence} of ${element} (atom ${String(Number(atom) + 1)}) is more than it can have`
  },
  {
    pattern: /Can't kekulize mol\.\s+Unkekulized atoms: ([\d ]+)/,
    say: ([, atoms = ""]) =>
      `no alternating double bonds fit the aromatic ring (atoms ${atoms
        .trim()
        .split(/\s+/)
        .map((atom) => Number(atom) + 1)
        .join(", ")}); a hydrogen such as [nH] may be missing`
  },
  {
    pattern: /non-ring atom (\d+) marked aromatic/,
    say: ([, atom = ""]) => `atom ${String(Number(atom) + 1)} is written as aromatic but is in no ring`
  },
  {
    pattern: /Element '([^']*)' not found/,
    say: ([, element = ""]) => `unknown element ${element}`
  },
  {
    pattern: /syntax error[\s\S]*mistakes around position (\d+)/,
    say: ([, position = ""]) => `not a SMILES: unexpected character at position ${position}`
  },
  {pattern: /syntax error/, say: () => "not a SMILES"},
  {pattern: /Counts line too short|Cannot convert|CTAB version|EOF hit|M {2}END/i, say: () => "the molfile is damaged"}
];
const STAMP = /^\[\d\d:\d\d:\d\d\]\s*/gm;

/**
 * Why RDKit refused a structure, in a chemist's words, from what it logged; atoms are counted from 1. A message we have
 * no words for is given as RDKit's first line; an empty log as "RDKit cannot read it".
 */
export function parseReason(log: string): string {
  const text = log.replace(STAMP, "");
  for (const {pattern, say} of REASONS) {
    const match = pattern.exec(text);
    if (match) return say(match);
  }
  const first = text.trim().split("\n")[0] ?? "";
  return first === "" ? "RDKit cannot read it" : first;
}
