const SYMBOLS = (
  "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb " +
  "Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au " +
  "Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og"
).split(" ");

/** Symbol of an element by atomic number, e.g. 6 → "C"; "*" for 0 and for numbers that no element has. */
export function elementSymbol(number: number): string {
  return SYMBOLS[number - 1] ?? "*";
}

/** Atomic number of a symbol in any case, e.g. "CL" → 17; 0 when no element has it; deuterium and tritium are 1. */
export function elementNumber(symbol: string): number {
  const name = symbol.charAt(0).toUpperCase() + symbol.slice(1).toLowerCase();
  return name === "D" || name === "T" ? 1 : SYMBOLS.indexOf(name) + 1;
}
