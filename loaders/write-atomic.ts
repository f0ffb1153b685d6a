import {mkdir, open, rename} from "node:fs/promises";
import {dirname} from "node:path";

/** Writes a file so that a reader, or a kill at any moment, finds either the old content or the new one, never a part. */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const temporary = `${path}.tmp`;
  const file = await open(temporary, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
