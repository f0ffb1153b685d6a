import {readFile} from "node:fs/promises";

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** The guide for those who fork: its own parts, then the one on sources without its title. */
export async function readGuide(): Promise<string> {
  const source = await read("loaders/sources/README.md");
  return `${await read("docs/add-your-own.md")}\n${source.replace(/^# .*\n/, "")}`;
}
