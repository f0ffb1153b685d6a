import {spawnSync} from "node:child_process";

/** Debian's packages are seen by its own Python only, which need not be the first on the path. */
const COMMANDS = ["python3", "/usr/bin/python3"];

/** The first Python on this machine that has the modules, e.g. "rdkit"; undefined where none has. */
export const findPython = (...modules: readonly string[]): string | undefined =>
  COMMANDS.find(
    (command) => spawnSync(command, ["-c", `import ${modules.join(", ")}`], {stdio: "ignore"}).status === 0
  );
