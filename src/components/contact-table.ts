import {html} from "htl";
import {type Contact, type ContactKind, CONTACT_LIMITS} from "../structures/contacts.js";
import type {Residue} from "../structures/residues.js";

/** Colours of the dashed lines; the table names the kind in words. */
export const CONTACT_COLOURS: Readonly<Record<ContactKind, string>> = {
  polar: "#4269d0",
  "charged residue": "#a463f2",
  hydrophobic: "#9498a0",
  halogen: "#3ca951",
  metal: "#9c6b4e",
  "water bridge": "#6cc5b0"
};

/** What the structure holds, and the choice of the ligand that is looked at. */
export function residueSummary(
  residues: readonly Residue[],
  ligand: Residue | null,
  onLigand: (id: string) => void
): HTMLElement {
  const chains = [...new Set(residues.filter(({role}) => role === "polymer").map(({chain}) => chain))];
  const counted = chains.map((chain) => {
    const n = residues.filter((residue) => residue.chain === chain && residue.role === "polymer").length;
    return `chain ${chain || "–"}: ${String(n)} residues`;
  });
  const waters = residues.filter(({role}) => role === "water").length;
  const ligands = residues.filter(({role}) => role === "ligand");
  const buttons = ligands.map((residue) => {
    const button = html<HTMLButtonElement>`<button type="button">${residue.name} ${residue.id}</button>`;
    button.setAttribute("aria-pressed", String(residue.id === ligand?.id));
    button.onclick = () => {
      onLigand(residue.id);
    };
    return button;
  });
  return html<HTMLElement>`<section>
    <h2>What is in it</h2>
    <p class="note">${[...counted, `${String(waters)} waters`].join("; ")}.</p>
    ${
      ligands.length === 0
        ? html`<p>No ligand: nothing but chains, water, ions and what the crystal came with.</p>`
        : html`<div class="ligand-choice" role="group" aria-label="Ligand">${buttons}</div>`
    }
  </section>`;
}

/** Whom the table of contacts tells. */
interface ContactListeners {
  readonly onMark: (residue: Residue | null) => void;
  readonly onChoose: (residue: Residue) => void;
}

/** Contacts of the ligand; moving over a row marks its residue in the picture. */
export function contactTable(
  ligand: Residue | null,
  contacts: readonly Contact[],
  listeners: ContactListeners
): HTMLElement | "" {
  if (!ligand) return "";
  const limits = Object.entries(CONTACT_LIMITS)
    .map(([kind, limit]) => `${kind} ${String(limit)}`)
    .join(", ");
  return html<HTMLElement>`<section>
    <h2>Contacts of ${ligand.name}</h2>
    <table class="facts">
      <thead>
        <tr>
          <th scope="col">Residue</th>
          <th scope="col">Contact</th>
          <th scope="col">Atoms</th>
          <th scope="col" class="num">Å</th>
        </tr>
      </thead>
      <tbody>
        ${contacts.map((contact) => contactRow(contact, listeners))}
      </tbody>
    </table>
    ${contacts.length === 0 ? html`<p>None within these limits.</p>` : ""}
    <p class="note">
      By distance of heavy atoms (Å at most: ${limits}); halogen bonds by their two angles too; other angles and
      hydrogens are not judged, stacking of rings is not looked for. Limits after
      <a href="https://doi.org/10.1093/nar/gkv315" rel="noreferrer">PLIP</a>.
    </p>
  </section>`;
}

function contactRow(
  {kind, residue, ligandAtom, otherAtom, distance}: Contact,
  {onMark, onChoose}: ContactListeners
): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button" class="quiet">
    ${residue.name} ${residue.number}
  </button>`;
  button.onclick = () => {
    onChoose(residue);
  };
  const swatch = html<HTMLElement>`<span class="contact-swatch" aria-hidden="true"></span>`;
  swatch.style.background = CONTACT_COLOURS[kind];
  const row = html<HTMLElement>`<tr>
    <th scope="row">${button}</th>
    <td>${swatch} ${kind}</td>
    <td>${ligandAtom.name}–${otherAtom.name}</td>
    <td class="num">${distance.toFixed(2)}</td>
  </tr>`;
  for (const type of ["pointerenter", "focusin"])
    row.addEventListener(type, () => {
      onMark(residue);
    });
  for (const type of ["pointerleave", "focusout"])
    row.addEventListener(type, () => {
      onMark(null);
    });
  return row;
}
