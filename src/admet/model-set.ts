import {decodeContainer, encodeContainer} from "./container.js";
import {prepareLeverage, type PreparedLeverage} from "./domain.js";
import {FEATURE_VERSION} from "./features.js";
import type {Forest, NumericEdges} from "./forest.js";
import type {ModelCard} from "./model-card.js";
import {decodeForest} from "./model-format.js";

/** A model ready to predict. */
export interface AdmetModel {
  readonly card: ModelCard;
  readonly forest: Forest;
  readonly leverage: PreparedLeverage;
}

/** All models with the edges of numeric features that they share; `models[i]` belongs to endpoint i of the index. */
export interface ModelSet {
  readonly edges: NumericEdges;
  readonly models: readonly AdmetModel[];
}

/** Packs cards and forests (in the same order) into one file. */
export function encodeModelSet(
  edges: readonly (readonly number[])[],
  cards: readonly ModelCard[],
  forests: readonly Uint8Array[]
): Uint8Array {
  return encodeContainer({header: {edges, cards}, parts: forests});
}

/**
 * Reads what `encodeModelSet` wrote.
 * @throws when the bytes are something else, or a model is of another version
 */
export function decodeModelSet(bytes: Uint8Array, source: string): ModelSet {
  const {header, parts} = decodeContainer(bytes, source);
  const {edges, cards} = header as {
    readonly edges: readonly (readonly number[])[];
    readonly cards: readonly ModelCard[];
  };
  return {
    edges: edges.map((cuts) => Float32Array.from(cuts)),
    models: cards.map((card, index) => ({
      card,
      forest: decodeForest(parts[index] ?? new Uint8Array(), FEATURE_VERSION, `${source}: ${card.endpoint.id}`),
      leverage: prepareLeverage(card.leverage)
    }))
  };
}
