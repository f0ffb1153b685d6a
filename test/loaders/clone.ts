import {execFile} from "node:child_process";
import {cp, mkdir, mkdtemp, readdir, symlink, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";

const run = promisify(execFile);
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const LINKED = ["src", "loaders", "node_modules", "package.json", "tsconfig.json"];
const OWN = ["raw", "snapshot", "project.json"];

/** A clone of the project in a temporary folder: the code is linked, its project file and its embedded data are its own. */
export interface Clone {
  readonly root: string;
  /** Runs a TypeScript file or a command in it. @throws when it ends with another code than 0 */
  readonly run: (...argv: readonly string[]) => Promise<{readonly stdout: string; readonly stderr: string}>;
}

/** Makes a clone. @param project the text of its project file; the demonstration's unless given */
export async function makeClone(project?: string): Promise<Clone> {
  const root = await mkdtemp(join(tmpdir(), "fumehood-clone-"));
  for (const name of LINKED) await symlink(resolve(name), join(root, name));
  await mkdir(join(root, "data"));
  for (const name of await readdir("data"))
    if (!OWN.includes(name)) await symlink(resolve("data", name), join(root, "data", name));
  await cp("data/snapshot", join(root, "data/snapshot"), {recursive: true});
  if (project === undefined) await cp("data/project.json", join(root, "data/project.json"));
  else await writeFile(join(root, "data/project.json"), project);
  return {root, run: (...argv) => run(process.execPath, [tsx, ...argv], {cwd: root})};
}
