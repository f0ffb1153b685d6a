import {describe, expect, it} from "vitest";
import type {InputRecord} from "../../src/screening/input-record.js";
import {TextReader} from "../../src/screening/record-reader.js";

/** Reads a text whole and in pieces of each size, and expects the same records. */
function read(text: string): InputRecord[] {
  const inPieces = (size: number): InputRecord[] => {
    const reader = new TextReader();
    const records: InputRecord[] = [];
    for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
    return [...records, ...reader.end()];
  };
  const whole = inPieces(Math.max(1, text.length));
  for (const size of [1, 2, 7]) expect(inPieces(size)).toEqual(whole);
  return whole;
}
const brief = (text: string): (string | number | null)[][] =>
  read(text).map(({line, structure, id, name}) => [line, structure, id, name]);

const MOLBLOCK = `methane
  x

  1  0  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
M  END
`;

describe("TextReader", () => {
  it.each([
    [
      "SMILES alone",
      "CCO\nCC\n",
      [
        [1, "CCO", null, null],
        [2, "CC", null, null]
      ]
    ],
    ["SMILES with names after a blank", "CCO ethyl alcohol\n", [[1, "CCO", "ethyl alcohol", null]]],
    ["SMILES with a header", "smiles id\nCCO E1\n", [[2, "CCO", "E1", null]]],
    ["a SMILES with an extension", "CCO |$;;x$| E1\n", [[1, "CCO |$;;x$|", "E1", null]]],
    [
      "CRLF and no last line break",
      "CCO\r\nCC",
      [
        [1, "CCO", null, null],
        [2, "CC", null, null]
      ]
    ],
    ["a byte-order mark", "\ufeffsmiles,id\nC,1\n", [[2, "C", "1", null]]],
    [
      "blank lines, which count but give no record",
      "CCO\n\n\nCC\n",
      [
        [1, "CCO", null, null],
        [4, "CC", null, null]
      ]
    ],
    [
      "tabs without a header",
      "CCO\tE1\nCC\tE2\n",
      [
        [1, "CCO", "E1", null],
        [2, "CC", "E2", null]
      ]
    ],
    [
      "CSV without a header, structures second",
      "E1,CCO\nE2,CC\n",
      [
        [1, "CCO", "E1", null],
        [2, "CC", "E2", null]
      ]
    ],
    [
      "CSV with a header in any order",
      "mw,chembl_id,pref_name,canonical_smiles\n46,CHEMBL545,ALCOHOL,CCO\n",
      [[2, "CCO", "CHEMBL545", "ALCOHOL"]]
    ],
    [
      "CSV with unknown names",
      "key,drawn\n1,CCO\n2,c1ccccc1\n",
      [
        [2, "CCO", null, null],
        [3, "c1ccccc1", null, null]
      ]
    ],
    ["semicolons", "smiles;name\nCCO;alcohol\n", [[2, "CCO", null, "alcohol"]]],
    [
      "quotes, doubled quotes, commas and line breaks within",
      'smiles,name\n"CCO","ethyl ""alcohol"", pure\nor not"\nCC,ethane\n',
      [
        [2, "CCO", null, 'ethyl "alcohol", pure\nor not'],
        [4, "CC", null, "ethane"]
      ]
    ],
    [
      "a row that is too short",
      "id,smiles\nE1\nE2,CC\n",
      [
        [2, "", "E1", null],
        [3, "CC", "E2", null]
      ]
    ],
    ["a header alone", "smiles,id\n", []],
    ["nothing", "", []],
    ["blanks only", " \n\t\n", []]
  ])("reads %s", (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it("loses one row at most to a quote that is never closed", () => {
    expect(brief('smiles,name\nCCO,"open\nCC,ethane\n').map(([, structure]) => structure)).toContain("CC");
  });

  it("reads an SDF record by record, with titles and ids", () => {
    const text = `${MOLBLOCK}> <CHEMBL_ID>\nCHEMBL17564\n\n$$$$\n${MOLBLOCK}$$$$\n`;
    expect(read(text).map(({line, id, name}) => [line, id, name])).toEqual([
      [1, "CHEMBL17564", "methane"],
      [2, "methane", "methane"]
    ]);
  });

  it("gives RDKit the molblock without its data fields", () => {
    expect(read(`${MOLBLOCK}> <A>\n1\n\n$$$$\n`)[0]?.structure).toBe(MOLBLOCK);
  });

  it("reads a single molfile and an SDF cut off in its last record", () => {
    expect(read(MOLBLOCK)).toHaveLength(1);
    expect(read(`${MOLBLOCK}$$$$\n${MOLBLOCK.slice(0, 60)}`)).toHaveLength(2);
  });

  it("reads 20,000 lines with their numbers", () => {
    const reader = new TextReader();
    const text = Array.from({length: 20_000}, (_, index) => `C${"C".repeat(index % 20)} m${String(index)}`).join("\n");
    const records = [...reader.push(text), ...reader.end()];
    expect(records).toHaveLength(20_000);
    expect(records.at(-1)).toMatchObject({line: 20_000, id: "m19999"});
  });
});
