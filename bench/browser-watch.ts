import {readdirSync, readFileSync} from "node:fs";
import type {Page} from "playwright-core";

/** A task of the page's main thread, or what of our code ran longest in it. */
interface LongTask {
  readonly ms: number;
  /** Function and file, as far as the browser tells. */
  readonly who: string;
}

/** Collects the long tasks of a page from now on, and the scripts that ran in long frames. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: LongTask[] = [];
    const scripts: LongTask[] = [];
    Object.assign(globalThis, {tasks, scripts});
    new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) tasks.push({ms: duration, who: ""});
    }).observe({type: "longtask"});
    interface Script extends PerformanceEntry {
      readonly sourceFunctionName: string;
      readonly sourceURL: string;
      readonly invoker: string;
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        for (const script of (entry as PerformanceEntry & {readonly scripts: readonly Script[]}).scripts) {
          const file = script.sourceURL.split("/").at(-1)?.split("?")[0] ?? "";
          scripts.push({ms: script.duration, who: `${script.sourceFunctionName || script.invoker} in ${file}`});
        }
    }).observe({type: "long-animation-frame"});
  });
}

/** Long tasks since the last call. */
export interface Tasks {
  readonly longestMs: number;
  /** Tasks of more than 100 ms. */
  readonly over: number;
  /** The longest script among them, in words. */
  readonly script: string;
}

/** Long tasks of the main thread since the last call. */
export async function takeTasks(page: Page): Promise<Tasks> {
  const {tasks, scripts} = await page.evaluate(() => {
    const held = globalThis as unknown as {tasks: LongTask[]; scripts: LongTask[]};
    return {tasks: held.tasks.splice(0), scripts: held.scripts.splice(0)};
  });
  const longest = scripts.sort((a, b) => b.ms - a.ms).slice(0, 2);
  return {
    longestMs: Math.max(0, ...tasks.map(({ms}) => ms)),
    over: tasks.filter(({ms}) => ms > 100).length,
    script: longest.map(({ms, who}) => `${who} ${ms.toFixed(0)} ms`).join("; ")
  };
}

/** Long tasks since the last call, in words. */
export async function tasksOf(page: Page): Promise<string> {
  const {longestMs, over, script} = await takeTasks(page);
  return `main thread: longest task ${longestMs.toFixed(0)} ms, ${String(over)} over 100 ms${script === "" ? "" : ` (${script})`}`;
}

/** Samples the memory of all processes of the browser; gives the most seen, in bytes. What processes share counts once. */
export function watchMemory(mark: string): () => number {
  let most = 0;
  const sample = (): void => {
    most = Math.max(most, memoryOf(mark));
  };
  const timer = setInterval(sample, 5000);
  return () => {
    sample();
    clearInterval(timer);
    return most;
  };
}

interface Process {
  readonly pid: string;
  readonly parent: string;
  readonly command: string;
}

/** Bytes of the processes whose command line has a mark, and of all that they started. */
function memoryOf(mark: string): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const members = new Set(processes.filter(({command}) => command.includes(mark)).map(({pid}) => pid));
  for (let size = -1; size !== members.size;) {
    size = members.size;
    for (const {pid, parent} of processes) if (members.has(parent)) members.add(pid);
  }
  return [...members].reduce((sum, pid) => sum + proportionalBytes(pid), 0);
}

function readProcess(pid: string): Process[] {
  try {
    const [, parent = ""] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return [{pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8")}];
  } catch {
    return [];
  }
}

function proportionalBytes(pid: string): number {
  try {
    const [, kilobytes = "0"] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return 1024 * Number(kilobytes);
  } catch {
    return 0;
  }
}
