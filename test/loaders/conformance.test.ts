import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import {afterAll, describe, expect, it} from "vitest";
import {judgeResponse} from "../../loaders/http/judge-response.js";
import {alphafoldModel} from "../../loaders/normalise/alphafold-model.js";
import {entityRows, pubtatorDocument} from "../../loaders/normalise/pubtator-document.js";
import {biorxivVersion, versionRow} from "../../loaders/normalise/biorxiv-version.js";
import {activityRow, chemblActivity} from "../../loaders/normalise/chembl-activity.js";
import * as drug from "../../loaders/normalise/chembl-drug.js";
import {chemblMolecule, moleculeRow} from "../../loaders/normalise/chembl-molecule.js";
import {europePmcArticle, preprintRow} from "../../loaders/normalise/europe-pmc-article.js";
import {predictedStructureRow} from "../../loaders/normalise/alphafold-model.js";
import {tractabilityRows} from "../../loaders/normalise/open-targets-card.js";
import {interventionRows, registryStudy, trialRow} from "../../loaders/normalise/trial.js";
import {featureRows, proteinRow, uniprotEntry} from "../../loaders/normalise/uniprot-entry.js";
import {chemblStatus} from "../../loaders/sources/chembl-list.js";
import {findNcbiFailure} from "../../loaders/sources/pubmed-eutils.js";

const SHARED = "../shared/data";
const FOLDERS = [join(SHARED, "api"), join(SHARED, "opentargets", "recorded_m37")];
const isThere = FOLDERS.every((folder) => existsSync(folder));

type Json = Record<string, unknown>;
/** Rows of a body, or a reason for refusing it. */
type Reader = (body: Json) => number;

const parseAll = <const S extends v.GenericSchema>(
  schema: S,
  items: unknown,
  toRows: (item: v.InferOutput<S>) => unknown
): number => (items as unknown[]).map((item) => toRows(v.parse(schema, item))).flat().length;
const at = (body: unknown, ...path: string[]): unknown => path.reduce((part, key) => (part as Json)[key], body);

const associationRow = v.looseObject({
  score: v.number(),
  disease: v.looseObject({id: v.pipe(v.string(), v.regex(/^[A-Z]+_\d+$/i)), name: v.string()})
});
const namedDrug = v.looseObject({drug: v.looseObject({id: v.string(), name: v.string()})});
const tractability = v.looseObject({label: v.string(), modality: v.string(), value: v.boolean()});
const search = v.looseObject({count: v.pipe(v.string(), v.digits()), idlist: v.array(v.string())});

/** Which reader takes which capture: by the shape that the source's own client expects. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/chembl_recorded\/activity/, (b) => parseAll(chemblActivity, b["activities"], (item) => activityRow(item, "X", 1))],
  [
    /chembl_recorded\/drug_indication/,
    (b) => parseAll(drug.chemblIndication, b["drug_indications"], drug.indicationRow)
  ],
  [/chembl_recorded\/molecule/, (b) => parseAll(chemblMolecule, [b], (item) => moleculeRow(item, "s", 1))],
  [/chembl_recorded\/status/, (b) => parseAll(chemblStatus, [b], (item) => item)],
  [
    /biomcp\/chembl\/mechanisms/,
    (b) => parseAll(drug.chemblMechanism, b["mechanisms"], (item) => drug.mechanismRow(item, "X"))
  ],
  [/biomcp\/ctgov\/get/, (b) => parseAll(registryStudy, [b], (item) => [trialRow(item), ...interventionRows(item)])],
  [
    /biomcp\/ctgov\/search/,
    (b) => parseAll(registryStudy, b["studies"], (item) => [trialRow(item), ...interventionRows(item)])
  ],
  [/biomcp\/pubtator\/export/, (b) => parseAll(pubtatorDocument, b["PubTator3"], entityRows)],
  [/ctgov_recorded/, (b) => parseAll(v.looseObject({dataTimestamp: v.string()}), [b], (item) => item)],
  [/europepmc.*\.json$/, (b) => parseAll(europePmcArticle, at(b, "resultList", "result"), preprintRow)],
  [/biorxiv_recorded\/details|fastpaper\/(bio|med)rxiv/, (b) => parseAll(biorxivVersion, b["collection"], versionRow)],
  [/(pubmed|pmc)_e?search|683\/pubmed/, (b) => parseAll(search, [b["esearchresult"]], ({idlist}) => idlist)],
  [/alphafold_recorded/, (b) => parseAll(alphafoldModel, b, (item) => predictedStructureRow(item, "X"))],
  [
    /api\/uniprot\/|biomcp\/uniprot/,
    (b) => parseAll(uniprotEntry, [b], (item) => [proteinRow(item, "X"), ...featureRows(item)])
  ],
  [
    /recorded_m37\/associations/,
    (b) => parseAll(associationRow, at(b, "data", "target", "associatedDiseases", "rows"), (item) => item)
  ],
  [
    /recorded_m37\/meta/,
    (b) => parseAll(v.looseObject({year: v.string()}), [at(b, "data", "meta", "dataVersion")], (item) => item)
  ],
  [
    /opentargets\/clinical/,
    (b) => parseAll(namedDrug, at(b, "data", "target", "drugAndClinicalCandidates", "rows"), (item) => item)
  ],
  [
    /opentargets\/druggability/,
    (b) =>
      tractabilityRows(
        {
          id: "X",
          proteinIds: [],
          targetClass: [],
          subcellularLocations: [],
          tractability: v.parse(v.array(tractability), at(b, "data", "target", "tractability"))
        },
        "X"
      ).length
  ],
  [
    /opentargets\/drug_/,
    (b) =>
      parseAll(
        v.looseObject({maxClinicalStage: v.string()}),
        at(b, "data", "drug", "indications", "rows"),
        (item) => item
      )
  ]
];

/** A capture may be the reply itself, or a record of a request with the reply's text inside. */
function textOf(file: string): {readonly status: number; readonly text: string} {
  const text = readFileSync(file, "utf8");
  if (!text.trimStart().startsWith("{")) return {status: 200, text};
  const outer = JSON.parse(text) as {status?: unknown; text?: unknown};
  return typeof outer.text === "string" && typeof outer.status === "number"
    ? {status: outer.status, text: outer.text}
    : {status: 200, text};
}

/** "12 rows", or why the capture is refused. */
function readCapture(file: string): {readonly rows: number; readonly refusal: string | null} {
  const {status, text} = textOf(file);
  const verdict = judgeResponse(status, text, {
    expect: "json",
    findFailure: (body) => (Array.isArray(body) ? null : findNcbiFailure(body))
  });
  if (verdict.kind !== "good") return {rows: 0, refusal: verdict.kind === "absent" ? "absent" : verdict.reason};
  const reader = READERS.find(([pattern]) => pattern.test(file))?.[1];
  if (!reader) return {rows: 0, refusal: "no client of ours reads this reply"};
  return {rows: reader(verdict.body as Json), refusal: null};
}

const files = isThere
  ? FOLDERS.flatMap((folder) =>
      readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    )
  : [];

describe("captured replies of the real sources", () => {
  const counts = new Map<string, number>();
  const count = (what: string, n: number): void => void counts.set(what, (counts.get(what) ?? 0) + n);
  afterAll(() => {
    if (isThere) console.log(`captured replies: ${[...counts].map(([what, n]) => `${String(n)} ${what}`).join("; ")}`);
  });

  it.skipIf(!isThere)("are read from ../shared/data; skipped where that folder is not beside the clone", () => {
    expect(files.length).toBeGreaterThan(100);
  });

  for (const file of files)
    it(`${file.replace(SHARED, "")} gives rows or is refused`, () => {
      const {rows, refusal} = readCapture(file);
      count(refusal === null ? "read" : `refused: ${refusal.slice(0, 70)}`, 1);
      count("rows", rows);
      if (READERS.some(([pattern]) => pattern.test(file)) && file.endsWith(".json"))
        expect(refusal === null || /the source says/.test(refusal)).toBe(true);
      else expect(refusal).toMatch(/web page|XML|no client|the source says/);
    });
});
