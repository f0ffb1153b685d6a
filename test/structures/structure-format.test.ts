import {describe, expect, it} from "vitest";
import {formatComplaint, structureFormat} from "../../src/structures/structure-format.js";

describe("structureFormat(text)", () => {
  it.each([
    ["pdb", "HEADER\nATOM      1  N   VAL A 865      -3.275  27.260   2.419  1.00 45.39           N\n"],
    ["cif", "data_1ABC\nloop_\n_atom_site.group_PDB\n"],
    ["sdf", "\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n"],
    [null, "HEADER    nothing\n"],
    [null, ""],
    [null, "dear reader"]
  ])("is %s", (format, text) => {
    expect(structureFormat(text)).toBe(format);
  });
});

describe("formatComplaint(name, text)", () => {
  it.each([
    ["", "a.pdb is empty."],
    ["<!doctype html>", "a.pdb is a web page"],
    ["HEADER    x\nEND", "holds no ATOM or HETATM record"],
    ["dear reader", "begins with “dear reader”"]
  ])("of %j says what is wrong", (text, words) => {
    expect(formatComplaint("a.pdb", text)).toContain(words);
  });
});
