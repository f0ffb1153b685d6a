import type {Trained, TrainingStore} from "./training-store.js";

/** A structure with the training library's own scores by endpoint: a fixture of the tests. */
export interface LibrarySample {
  readonly smiles: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** Every `step`-th checked molecule with the library's scores of the given endpoints. */
export function librarySample(trained: readonly Trained[], store: TrainingStore, step: number): LibrarySample[] {
  const molecules = trained[0]?.check.molecules ?? [];
  return molecules.flatMap((molecule, place) =>
    place % step === 0
      ? [
          {
            smiles: store.smiles[molecule] ?? "",
            scores: Object.fromEntries(trained.map(({endpoint, check}) => [endpoint.id, check.margins[place] ?? NaN]))
          }
        ]
      : []
  );
}
