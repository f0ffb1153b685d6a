// What `npm test` runs. Every step runs even when an earlier one failed; the last line counts them all.
import {spawn} from "node:child_process";
import {mkdtemp, readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {findChromium} from "./browser/find-chromium.js";

interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

const reports = await mkdtemp(join(tmpdir(), "fumehood-test-"));

function run(command: string, args: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: {...process.env, ...extra},
    shell: process.platform === "win32"
  });
  return new Promise((done) => {
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("exit", (code) => {
      done(code ?? 1);
    });
  });
}

async function step(name: string, work: () => Promise<Omit<Outcome, "step" | "seconds">>): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const counts = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return {passed: 0, failed: 1, skipped: 0};
  });
  return {step: name, ...counts, seconds: (Date.now() - start) / 1000};
}

const command = (name: string, args: readonly string[]) => (): Promise<Omit<Outcome, "step" | "seconds">> =>
  run("npx", [name, ...args]).then((code) => ({passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0}));

async function vitest(
  project: string,
  extra: Readonly<Record<string, string>> = {}
): Promise<Omit<Outcome, "step" | "seconds">> {
  const file = join(reports, `${project}.json`);
  const args = [
    "vitest",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`
  ];
  const code = await run("npx", args, extra);
  const report = JSON.parse(await readFile(file, "utf8")) as VitestReport;
  const failedOtherwise = code !== 0 && report.numFailedTests === 0 ? Math.max(1, report.numFailedTestSuites) : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedOtherwise,
    skipped: report.numPendingTests
  };
}

const outcomes = [
  await step("types", command("tsc", [])),
  await step("lint", command("eslint", ["."])),
  await step("format", command("prettier", ["--check", "."])),
  await step("unit and architecture", () => vitest("unit")),
  await step("build", command("tsx", ["src/bin/fumehood.ts", "build"])),
  await step("site and browser", async () => vitest("site", {CHROME_PATH: await findChromium()}))
];

const sum = (key: "passed" | "failed" | "skipped"): number =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log();
for (const {step: name, passed, failed, skipped, seconds} of outcomes) {
  const words = `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ""}`;
  console.log(`${name.padEnd(24)}${words.padEnd(36)}${seconds.toFixed(1)} s`);
}
console.log(`${String(sum("passed"))} passed, ${String(sum("failed"))} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
