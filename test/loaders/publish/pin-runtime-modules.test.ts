import {mkdir, mkdtemp, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pinRuntimeModules, runtimeModules} from "../../../loaders/publish/pin-runtime-modules.js";

async function makeFramework(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
  await mkdir(join(folder, "client/stdlib"), {recursive: true});
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "client/index.js"), 'import("npm:react-dom/client"); import "./stdlib/a.js";');
  await writeFile(join(folder, "client/stdlib/a.js"), "export const d3 = () => import('npm:@scope/d3');");
  await writeFile(
    join(folder, "resolvers.js"),
    'add("npm:react-dom"); if (specifier.startsWith("npm:")) add("npm:htl")'
  );
  return folder;
}

describe("runtimeModules(frameworkFolder)", () => {
  it("names every module once, without its path", async () => {
    expect(await runtimeModules(await makeFramework())).toEqual(["@scope/d3", "htl", "react-dom"]);
  });

  it("finds those of the installed framework", async () => {
    const names = await runtimeModules("node_modules/@observablehq/framework/dist");
    expect(names).toEqual(expect.arrayContaining(["react-dom", "d3", "@observablehq/plot"]));
  });
});

describe("pinRuntimeModules(frameworkEntry, folder)", () => {
  it("makes a folder for each, as the framework names them", async () => {
    const framework = await makeFramework();
    const folder = join(framework, "cache");
    await pinRuntimeModules(join(framework, "bin/observable.js"), folder);
    expect((await readdir(folder)).sort()).toEqual(["@scope", "htl@0.0.0", "react-dom@0.0.0"]);
    expect(await readdir(join(folder, "@scope"))).toEqual(["d3@0.0.0"]);
  });
});
