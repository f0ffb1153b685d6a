import {html} from "htl";
import {interactionDiagram} from "../charts/interaction-diagram.js";
import type {Interaction} from "../structures/interactions.js";
import type {Residue} from "../structures/residues.js";
import type {PocketSuperposition} from "../structures/superpose-pockets.js";
import type {SiteView} from "../workers/structure-protocol.js";
import {interactionTable, type SiteListeners} from "./interaction-table.js";
import {INTERACTION_COLOURS, residueName} from "./interaction-words.js";
import type {ViewLine} from "./viewer-focus.js";

/** The diagram and the table of a ligand's interactions; what is looked at in one is marked in the other. */
export function siteSection(ligand: Residue, site: SiteView | null, listeners: SiteListeners): HTMLElement {
  if (!site)
    return html<HTMLElement>`<section role="status">
      <h2>Interactions of ${ligand.name}</h2>
      <p class="note">Looking for interactions</p>
    </section>`;
  const figure =
    site.drawing &&
    interactionDiagram({
      ...{drawing: site.drawing, serials: site.serials, interactions: site.interactions},
      ...{colourOf: (kind: Interaction["kind"]) => INTERACTION_COLOURS[kind], nameOf: residueName},
      ...listeners
    });
  return html<HTMLElement>`<div class="site-section">
    ${figure ?? ""} ${interactionTable(ligand.name, site, listeners)}
  </div>`;
}

/** Marks a residue in the diagram and the table. */
export function markResidue(root: HTMLElement, residue: string | null): void {
  for (const node of root.querySelectorAll<Element>("[data-residue]"))
    node.classList.toggle("is-marked", residue !== null && node.getAttribute("data-residue") === residue);
}

/** Dashed lines of the interactions but the hydrophobic ones, which are too many; a water bridge has two. */
export const interactionLines = (site: SiteView | null): ViewLine[] =>
  (site?.interactions ?? [])
    .filter(({kind}) => kind !== "hydrophobic")
    .flatMap(({kind, from, to, water}) => {
      const colour = INTERACTION_COLOURS[kind];
      return water
        ? [
            {from, to: water, colour},
            {from: water, to, colour}
          ]
        : [{from, to, colour}];
    });

/** Residues that meet the ligand by more than carbons. */
export const interactingResidues = (site: SiteView | null): Residue[] => [
  ...new Map(
    (site?.interactions ?? []).flatMap(({kind, residue}) =>
      kind === "hydrophobic" || residue.role !== "polymer" ? [] : [[residue.id, residue] as const]
    )
  ).values()
];

/** How two structures lie on each other, with the residues of the pocket that differ. */
export function superpositionSection(id: string, found: PocketSuperposition | null): HTMLElement {
  if (!found)
    return html<HTMLElement>`<section>
      <h2>Laid on it: ${id}</h2>
      <p>Fewer than six residues of the pocket have a counterpart in ${id}: nothing was laid on it.</p>
    </section>`;
  const different = found.pairs.filter(([a, b]) => a.name !== b.name);
  return html<HTMLElement>`<section>
    <h2>Laid on it: ${id}</h2>
    <p>
      RMSD <b>${found.rmsd.toFixed(2)} Å</b> over the Cα of ${found.pairs.length} residues within 8 Å of the ligand,
      aligned by sequence (<a href="https://doi.org/10.1107/S0567739476001873" rel="noreferrer">Kabsch 1976</a>). Its
      chain is grey, its ligand green.
    </p>
    <p class="note">
      ${
        different.length === 0
          ? "The pockets have the same residues."
          : html`Residues that differ, here and in ${id}:
            ${different.map(([a, b]) => `${residueName(b)} – ${residueName(a)}`).join(", ")}.`
      }
    </p>
  </section>`;
}
