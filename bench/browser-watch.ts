import {execFileSync} from "node:child_process";
import type {Page} from "playwright-core";

/** Collects the long tasks of a page from now on. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, {tasks});
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration))).observe({
      type: "longtask"
    });
  });
}

/** Long tasks since the last call, in words. */
export async function tasksOf(page: Page): Promise<string> {
  const tasks = await page.evaluate(() => (globalThis as unknown as {tasks: number[]}).tasks.splice(0));
  const long = tasks.filter((duration) => duration > 100).length;
  return `main thread: longest task ${Math.max(0, ...tasks).toFixed(0)} ms, ${String(long)} over 100 ms`;
}

/** Samples the resident memory of all processes of the browser; gives the most seen, in bytes. */
export function watchMemory(mark: string): () => number {
  let most = 0;
  const sample = (): void => {
    most = Math.max(most, residentBytes(mark));
  };
  const timer = setInterval(sample, 2000);
  return () => {
    sample();
    clearInterval(timer);
    return most;
  };
}

function residentBytes(mark: string): number {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss=,args="], {encoding: "utf8", maxBuffer: 1e8})
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const members = new Set(rows.filter(([, , , command = ""]) => command.includes(mark)).map(([pid]) => pid));
  for (let size = -1; size !== members.size;) {
    size = members.size;
    for (const [pid, parent] of rows) if (members.has(parent)) members.add(pid);
  }
  return 1024 * rows.reduce((sum, [pid, , rss]) => sum + (members.has(pid) ? Number(rss) : 0), 0);
}
