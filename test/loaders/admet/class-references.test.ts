import {beforeAll, describe, expect, it} from "vitest";
import {classReferences} from "../../../loaders/admet/class-references.js";
import {loadRDKit} from "../../../loaders/rdkit.js";
import type {RDKit} from "../../../src/chem/molecule.js";
import type {DrugClassRow} from "../../../src/tables/drug-classes.js";
import type {MoleculeRow} from "../../../src/tables/molecules.js";
import {engine} from "../../admet/read-models.js";

const molecule = (id: string, smiles: string | null, phase: number | null = 4): MoleculeRow => ({
  compound_id: id,
  set_id: "approved",
  smiles,
  name: id,
  molecule_type: "Small molecule",
  max_phase: phase,
  first_approval: null,
  source_id: "chembl",
  source_row: 1
});
const of = (id: string, code: string): DrugClassRow => ({compound_id: id, atc_code: code, source_id: "chembl"});
const rows = [
  molecule("aspirin", "CC(=O)Oc1ccccc1C(=O)O"),
  molecule("caffeine", "Cn1c(=O)c2c(ncn2C)n(C)c1=O"),
  molecule("nicotine", "CN1CCC[C@H]1c1cccnc1"),
  molecule("candidate", "CCOc1ccccc1", 2),
  molecule("antibody", null),
  molecule("salt", "[Na+].[Cl-]")
];
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("classReferences(rdkit, engine, molecules, classes, fewest)", () => {
  it("describes the approved drugs of each class that can be predicted, a drug of two classes in both", () => {
    const classes = [
      of("aspirin", "N02BA01"),
      of("aspirin", "B01AC06"),
      of("aspirin", "B01AC56"),
      of("caffeine", "N06BC01"),
      of("nicotine", "N07BA01"),
      ...["candidate", "antibody", "salt"].map((id) => of(id, "N01AA01"))
    ];
    const found = classReferences(rdkit, engine, rows, classes, 1);
    expect(found.map(({name, n}) => [name, n])).toEqual([
      ["blood and blood-forming organs (B)", 1],
      ["nervous system (N)", 3]
    ]);
    const [blood, nerves] = found;
    const only = blood!.quantiles["logd"]!;
    expect(new Set(only).size).toBe(1);
    expect(nerves!.quantiles["logd"]!).toEqual([...nerves!.quantiles["logd"]!].sort((a, b) => a - b));
    expect(nerves!.quantiles["logd"]).toContain(only[0]);
    expect(nerves!.quantiles["half-life"]).toEqual([]);
  });

  it("leaves out a class of too few drugs", () => {
    expect(classReferences(rdkit, engine, rows, [of("aspirin", "N02BA01")])).toEqual([]);
  });

  it("gives nothing for drugs without a class", () => {
    expect(classReferences(rdkit, engine, rows, [], 1)).toEqual([]);
  });
});
