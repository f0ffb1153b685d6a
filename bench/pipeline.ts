import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {findPython} from "../loaders/find-python.js";
import {loadRDKit} from "../loaders/rdkit.js";
import {readScreeningTables} from "../loaders/screening-tables.js";
import {judgeProperties} from "../src/alerts/property-rules.js";
import {compileAlerts, findAlerts} from "../src/alerts/structural-alerts.js";
import {descriptors} from "../src/chem/descriptors.js";
import {withMolecule} from "../src/chem/molecule.js";
import {matchTarget} from "../src/chem/match-target.js";
import {moleculeGraph} from "../src/chem/molecule-graph.js";
import {qed, qedProperties} from "../src/chem/qed.js";
import {saScore} from "../src/chem/sa-score.js";
import {screen} from "../src/screening/screen.js";
import {openScreening, type ScreeningContext} from "../src/screening/screening-context.js";
import {morganFingerprint} from "../src/chem/morgan-fingerprint.js";
import {printFigures} from "./measure.js";

/** At least so many times as fast as the rival. */
const LEAST_RATIO = 1;
const MOLECULES = Number(process.env["BENCH_MOLECULES"] ?? 20_000);
const SET = new URL("../../shared/data/compounds/mcule_sample_250k.smi.gz", import.meta.url);

interface Answer {
  readonly smiles: string;
  readonly qed: number;
  readonly sa: number | null;
  readonly alerts: readonly {readonly set: string; readonly name: string}[];
}

/** Every n-th molecule of the set. */
function readSample(): string[] {
  const lines = gunzipSync(readFileSync(SET)).toString().trim().split("\n");
  const step = Math.max(1, Math.floor(lines.length / MOLECULES));
  return lines
    .filter((_, index) => index % step === 0)
    .slice(0, MOLECULES)
    .map((line) => line.split(/\s/)[0] ?? "");
}

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What the rival does, by the functions of the pipeline. */
function workOn(smiles: string, context: ScreeningContext, alerts: ScreeningContext["alerts"]): Answer | null {
  return withMolecule(context.rdkit, smiles, (molecule) => {
    const values = descriptors(molecule);
    const graph = moleculeGraph(molecule);
    const target = matchTarget(graph);
    judgeProperties(context.rules, values);
    morganFingerprint(molecule);
    return {
      smiles,
      qed: qed(qedProperties(context.qed, {molecule, graph, target, descriptors: values})),
      sa: saScore(context.saFragments, {graph, descriptors: values}),
      alerts: findAlerts(alerts, molecule, target)
    };
  });
}

/** Screening, per core, against the same in Python RDKit; and whether the answers are the same. */
export async function pipelineBench(): Promise<void> {
  const tables = await readScreeningTables();
  const context = openScreening(await loadRDKit(), tables);
  const records = readSample().map((structure, index) => ({line: index + 1, structure, id: null, name: null}));
  const screened = {smiles: [] as string[]};
  const whole = cpuMs(() => {
    const {rows} = screen(records, context, {setId: "bench", sourceId: "bench", source: "bench"});
    screened.smiles = rows.map(({smiles}) => smiles);
  });
  const asked = compileAlerts(
    context.rdkit,
    tables.alerts.sets.filter(({id}) => /^(pains|brenk)/.test(id))
  );
  const same = cpuMs(() => {
    for (const smiles of screened.smiles) workOn(smiles, context, asked);
  });
  const answers = screened.smiles.flatMap((smiles) => workOn(smiles, context, context.alerts) ?? []);
  const rival = nativeWork(answers);
  const each = (ms: number): string => `${((screened.smiles.length / ms) * 1000).toFixed(0)} molecules a second`;
  printFigures(
    `Screening ${String(screened.smiles.length)} molecules on one core, CPU time`,
    [
      {who: "Fumehood: parse, descriptors, QED, SA, rules, PAINS+Brenk, Morgan", ms: same},
      ...(rival ? [{who: "Python RDKit, the same", ms: rival.ms}] : []),
      {who: "Fumehood: the whole pipeline (parents, InChIKey, 13 alert sets)", ms: whole}
    ],
    [
      `Fumehood ${each(same)}; whole pipeline ${each(whole)}`,
      ...(rival?.notes ?? ["Python RDKit: not on this machine"]),
      ...(rival ? verdicts(rival.ms / same, rival.notes) : [])
    ]
  );
}

/** Whether the limits are kept: as fast as the rival, and the same alerts hit for hit. */
function verdicts(ratio: number, notes: readonly string[]): string[] {
  const [hits = ""] = notes.filter((note) => note.startsWith("hits ours/native"));
  const isSame = [...hits.matchAll(/(\d+)\/(\d+)/g)].every(([, ours, native]) => ours === native);
  const differs = notes.some((note) => /^differs in (pains|brenk|nih)/.test(note));
  return [
    `limit ${String(LEAST_RATIO)}x per core: ${ratio >= LEAST_RATIO ? "pass" : "FAIL"} (${ratio.toFixed(2)}x)`,
    `alerts hit for hit: ${isSame && !differs ? "pass" : "FAIL"}`
  ];
}

function nativeWork(answers: readonly Answer[]): {ms: number; notes: string[]} | null {
  const python = findPython("rdkit");
  if (python === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "fumehood-bench-"));
  const namesOf = ({alerts}: Answer, set: RegExp): string[] =>
    alerts.filter((alert) => set.test(alert.set)).map(({name}) => name);
  const lines = answers.map((answer) =>
    JSON.stringify({
      ...{smiles: answer.smiles, qed: answer.qed, sa: answer.sa},
      ...{pains: namesOf(answer, /^pains/), brenk: namesOf(answer, /^brenk/), nih: namesOf(answer, /^nih/)}
    })
  );
  try {
    writeFileSync(join(folder, "answers.jsonl"), lines.join("\n"));
    const script = new URL("pipeline.py", import.meta.url).pathname;
    const output = execFileSync(python, [script, join(folder, "answers.jsonl")], {
      encoding: "utf8"
    });
    const [first = "", ...notes] = output.trim().split("\n");
    return {ms: Number(first.split(" ")[1]), notes};
  } finally {
    rmSync(folder, {recursive: true});
  }
}
