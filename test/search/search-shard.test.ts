import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {compileQuery, releaseQuery} from "../../src/search/compiled-query.js";
import {type RowBlock, RowBlockBuilder} from "../../src/search/row-block.js";
import {rowParts} from "../../src/search/row-parts.js";
import {SearchShard} from "../../src/search/search-shard.js";
import {type SearchMode, type StructureQuery, structureQuery} from "../../src/search/structure-query.js";
import {readNativeRows} from "../chem/native-rdkit.js";
import {kernels} from "../kernels/compiled.js";

let rdkit: RDKit;
const SET = readNativeRows().map(({canonicalSmiles}) => canonicalSmiles);
beforeAll(async () => {
  rdkit = await loadRDKit();
});

async function shardOf(smiles: readonly (string | null)[], isSealed = false): Promise<SearchShard> {
  const shard = new SearchShard(rdkit, kernels);
  await shard.addSmiles(
    smiles.map((_, row) => row),
    smiles
  );
  if (isSealed) await shard.seal(1);
  return shard;
}

function answer(
  shard: SearchShard,
  query: StructureQuery,
  from = 0
): {keys: number[]; scores: number[]; settled: number} {
  const compiled = compileQuery(rdkit, query);
  const keys: number[] = [];
  const scores: number[] = [];
  let settled = 0;
  for (const step of shard.search(compiled, from)) {
    keys.push(...step.keys);
    scores.push(...(step.scores ?? []));
    settled += step.settled;
  }
  releaseQuery(compiled);
  return {keys, scores, settled};
}

const hits = (shard: SearchShard, mode: SearchMode, structure: string): number[] =>
  answer(shard, structureQuery({structure, mode})).keys.sort((a, b) => a - b);

/** Every row against the query, with no screen. */
function bruteForce(structure: string, isSmarts: boolean): number[] {
  const pattern = isSmarts ? rdkit.get_qmol(structure)! : rdkit.get_mol(structure)!;
  const found = SET.flatMap((smiles, row) => {
    const molecule = rdkit.get_mol(smiles)!;
    const isHit = molecule.get_substruct_match(pattern) !== "{}";
    molecule.delete();
    return isHit ? [row] : [];
  });
  pattern.delete();
  return found;
}

describe("SearchShard.search(query, from)", () => {
  for (const isSealed of [false, true]) {
    const when = isSealed ? "bit-sliced" : "row by row";
    it.each([
      ["c1ccccc1", false],
      ["C1CCNCC1", false],
      ["C(=O)N", false],
      ["[#7;R]", true],
      ["[F,Cl,Br]", true],
      ["[$(C(=O)O)]", true],
      ["c~*~n", true]
    ])(`finds what RDKit finds without a screen, ${when}: %s`, async (structure, isSmarts) => {
      const shard = await shardOf(SET, isSealed);
      const expected = bruteForce(structure, isSmarts);
      expect(expected.length).toBeGreaterThan(0);
      expect(hits(shard, "contains", structure)).toEqual(expected);
      const others = SET.map((_, row) => row).filter((row) => !expected.includes(row));
      expect(hits(shard, "not contains", structure)).toEqual(others);
    });

    it(`finds what is contained in a larger structure, and the rest, ${when}`, async () => {
      const shard = await shardOf(["CCO", "c1ccccc1", "CCS", "CC(=O)Nc1ccc(O)cc1", "c1ccncc1"], isSealed);
      expect(hits(shard, "contained in", "CCOc1ccc(NC(C)=O)cc1")).toEqual([0, 1, 3]);
      expect(hits(shard, "not contained in", "CCOc1ccc(NC(C)=O)cc1")).toEqual([2, 4]);
    });

    it(`finds the same compound only, written in another way or as a salt, ${when}`, async () => {
      const shard = await shardOf(["CC(=O)O", "CC(=O)OC", "CCC(=O)O"], isSealed);
      expect(hits(shard, "exact", "[Na+].[O-]C(C)=O")).toEqual([0]);
    });

    it(`scores similarity as RDKit does, nearest first, ${when}`, async () => {
      const shard = await shardOf(SET, isSealed);
      const query = structureQuery({structure: SET[3]!, mode: "similar", threshold: 0.2});
      const {keys, scores} = answer(shard, query);
      expect([keys[0], scores[0]]).toEqual([3, 1]);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      const nearest = answer(shard, {...query, most: 2});
      expect(nearest.keys).toEqual(keys.slice(0, 2));
    });
  }

  it("loses none of the fragments of our molecules that each contains, to the screen", async () => {
    const fragments = [
      "c1ccccc1",
      "C1CCNCC1",
      "CC(N)=O",
      "CCN(C)C",
      "c1ccncc1",
      "CC(C)C",
      "OCCO",
      "NS(=O)=O",
      "C=C",
      "CCl"
    ];
    const shard = await shardOf(fragments);
    for (const smiles of SET) {
      const molecule = rdkit.get_mol(smiles)!;
      const expected = fragments.flatMap((fragment, row) => {
        const pattern = rdkit.get_mol(fragment)!;
        const isHit = molecule.get_substruct_match(pattern) !== "{}";
        pattern.delete();
        return isHit ? [row] : [];
      });
      molecule.delete();
      expect(hits(shard, "contained in", smiles), smiles).toEqual(expected);
    }
  });

  it("gives the same similarities row by row and bit-sliced, in every metric", async () => {
    const [plain, sliced] = [await shardOf(SET), await shardOf(SET, true)];
    for (const metric of ["tanimoto", "dice", "tversky"] as const) {
      const query = structureQuery({
        structure: SET[7]!,
        mode: "similar",
        metric,
        alpha: 0.9,
        beta: 0.1,
        threshold: 0.15
      });
      expect(answer(sliced, query)).toEqual(answer(plain, query));
    }
  });

  it("answers for rows from a place on, so that a set can be searched while it is read", async () => {
    const shard = await shardOf(["CCO", "CCN", "CCO"]);
    expect(answer(shard, structureQuery({structure: "CO", mode: "contains"}), 1)).toMatchObject({
      keys: [2],
      settled: 2
    });
  });

  describe("of rows that were made ready elsewhere", () => {
    /** Keys are ten times the place, so that they cannot be mistaken for it. */
    const keysOf = (rows: readonly string[], first: number): Uint32Array<ArrayBuffer> =>
      Uint32Array.from(rows, (_, row) => 10 * (first + row));
    async function handedShard(): Promise<SearchShard> {
      const shard = new SearchShard(rdkit, kernels);
      const blocks: RowBlock[] = [];
      const add = async (first: number): Promise<void> => {
        const count = blocks.reduce((sum, block) => sum + block.count, 0);
        await shard.addBlocks(keysOf(SET.slice(first, first + count), first), blocks.splice(0));
      };
      for (let at = 0; at < SET.length; at += 77) {
        const part = SET.slice(at, at + 77);
        const builder = new RowBlockBuilder();
        for (const smiles of part) {
          const parts = withMolecule(rdkit, smiles, (molecule) => rowParts(molecule, smiles))!;
          // Some do not fit: they are verified by RDKit.
          builder.add(builder.count % 9 === 0 ? {...parts, packed: null} : parts);
        }
        blocks.push(builder.take());
        if (blocks.length === 2) await add(at - 77);
      }
      await add(SET.length - blocks.reduce((sum, block) => sum + block.count, 0));
      return shard;
    }
    it.each([
      {structure: "c1ccncc1", mode: "contains"},
      {structure: "[#7;R]", mode: "not contains"},
      {structure: "N[C@@H](C)C", mode: "contains"},
      {structure: "[CX4v4]O", mode: "contains"},
      {structure: SET.slice(3, 6).join("."), mode: "contained in"},
      {structure: "CC(=O)Nc1ccc(O)cc1", mode: "not contained in"},
      {structure: "CC(=O)Nc1ccc(O)cc1", mode: "similar", threshold: 0.3},
      {structure: "CC(=O)Nc1ccc(O)cc1", mode: "similar", threshold: 0.5, metric: "dice"},
      {structure: "CC(=O)Nc1ccc(O)cc1", mode: "similar", threshold: 0.2, metric: "tversky", alpha: 0.9, beta: 0.1},
      {structure: "CC(=O)Nc1ccc(O)cc1", mode: "similar", threshold: 0}
    ] as const)("finds what is found by reading the structures: %o", async (how) => {
      const read = answer(await shardOf(SET), structureQuery(how));
      const handed = answer(await handedShard(), structureQuery(how));
      const byKey = (keys: readonly number[], scores: readonly number[], times: number): string[] =>
        keys.map((key, at) => `${String(key * times)} ${String(scores[at])}`).sort();
      expect(read.keys.length).toBeGreaterThan(0);
      expect(byKey(handed.keys, handed.scores, 1)).toEqual(byKey(read.keys, read.scores, 10));
      expect(handed.settled).toBe(SET.length);
    });
    it("finds the same compound by its SMILES", async () => {
      const shard = await handedShard();
      expect(hits(shard, "exact", SET[9]!)).toEqual([90]);
      expect(hits(shard, "exact", SET[10]!)).toEqual([100]);
    });
    it("takes rows by their SMILES before and after", async () => {
      const shard = await shardOf(["CCO"]);
      const builder = new RowBlockBuilder();
      builder.add(withMolecule(rdkit, "CCN", (molecule) => rowParts(molecule, "CCN"))!);
      await shard.addBlocks(Uint32Array.of(7), [builder.take()]);
      await shard.addSmiles([9], ["CCCO"]);
      expect([shard.count, hits(shard, "contains", "CC"), hits(shard, "contains", "CO")]).toEqual([
        3,
        [0, 7, 9],
        [0, 9]
      ]);
    });
    it("takes no rows as nothing, and throws when there is not one key for each", async () => {
      const shard = new SearchShard(rdkit, kernels);
      await shard.addBlocks(new Uint32Array(), [new RowBlockBuilder().take()]);
      expect([shard.count, hits(shard, "not contains", "C")]).toEqual([0, []]);
      await expect(shard.addBlocks(Uint32Array.of(1), [new RowBlockBuilder().take()])).rejects.toThrow(
        "invalid keys: 1"
      );
    });
  });

  it("takes what cannot be read for no hit of any search", async () => {
    const shard = await shardOf([null, "", "C1CC", "CCO"]);
    expect([shard.count, shard.unreadable, hits(shard, "not contains", "N")]).toEqual([1, 3, [3]]);
  });

  it("finds Kekulé rings in aromatic ones, and takes hydrogens in SMARTS for conditions", async () => {
    const shard = await shardOf(["Cc1ccccc1", "CN(C)C", "CNC"]);
    expect(hits(shard, "contains", "C1=CC=CC=C1")).toEqual([0]);
    expect(hits(shard, "contains", "[#7]-[#1]")).toEqual([2]);
  });

  it("has nothing to say of an empty set", async () => {
    expect(hits(await shardOf([]), "not contains", "C")).toEqual([]);
  });
});

describe("compileQuery(rdkit, query)", () => {
  it.each([
    ["nothing", "  ", "contains", "there is no structure to search for"],
    ["what is neither SMILES nor SMARTS", "C1CC(", "contains", "invalid SMARTS"],
    ["a pattern where a whole structure is needed", "[C,N]", "similar", "needs a whole structure"],
    ["a broken molfile", "x\n\n\nM  END\n", "contains", "molfile"],
    ["a thousand atoms", "C".repeat(1000), "contains", "too large"]
  ])("refuses %s in words", (_, structure, mode, words) => {
    expect(() => compileQuery(rdkit, structureQuery({structure, mode: mode as SearchMode}))).toThrow(words);
  });
  it("refuses a threshold that is no share", () => {
    expect(() => compileQuery(rdkit, structureQuery({structure: "C", mode: "similar", threshold: 2}))).toThrow(
      "invalid threshold: 2"
    );
  });
});
