import {makeIssue, type Issue} from "../base/issue.js";

/** Files that the reader gave, in the order to read them, and what of a folder is none of ours. */
export interface GivenFiles {
  readonly files: readonly File[];
  /** Files of a folder whose names do not end like a file of structures: told, not read. */
  readonly leftOut: readonly Issue[];
}

/** Endings of names of files of structures, packed or not. */
const ENDINGS = [".smi", ".smiles", ".ism", ".can", ".csv", ".tsv", ".tab", ".txt", ".sdf", ".sd", ".mol", ".parquet"];

/** What an "Open" dialog offers. */
export const ACCEPTED = [...ENDINGS, ".gz"].join();

const isOurs = (name: string): boolean => {
  const plain = name.toLowerCase().replace(/\.gz$/, "");
  return ENDINGS.some((ending) => plain.endsWith(ending));
};

/** Files that were chosen one by one: all are read, whatever they are called. */
export const chosenFiles = (files: readonly File[]): GivenFiles => ({files, leftOut: []});

/** A file under the name of its place in a folder, by which rows and issues know it. */
const placed = (file: File, path: string): File =>
  path === "" || path === file.name ? file : new File([file], path, {lastModified: file.lastModified});

/** The files of a folder, by their place in it: those of structures to be read, the others told. */
export function folderFiles(files: readonly File[]): GivenFiles {
  const named = files.map((file) => placed(file, file.webkitRelativePath)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files: named.filter(({name}) => isOurs(name)),
    leftOut: named
      .filter(({name}) => !isOurs(name))
      .map(({name}) => makeIssue(name, null, "", "not read: its name does not end like that of a file of structures"))
  };
}

/** What was dropped: files as they are, folders with all that lies in them. To be called while the event is handled. */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFiles> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = [...transfer.files];
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry.isDirectory);
  if (folders.length === 0) return Promise.resolve(chosenFiles(files));
  const single = entries.filter((entry): entry is FileSystemFileEntry => entry.isFile);
  return readEntries(single, folders);
}

async function readEntries(
  single: readonly FileSystemFileEntry[],
  folders: readonly FileSystemDirectoryEntry[]
): Promise<GivenFiles> {
  const [files, within] = await Promise.all([
    Promise.all(single.map(fileOf)),
    Promise.all(folders.map(filesWithin)).then((lists) => lists.flat())
  ]);
  const {files: read, leftOut} = folderFiles(within);
  return {files: [...files, ...read], leftOut};
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, fail) => {
    entry.file((file) => {
      done(placed(file, entry.fullPath.replace(/^\//, "")));
    }, fail);
  });

/** All files in a folder and the folders in it. A browser lists a folder piece by piece. */
async function filesWithin(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const next = (): Promise<FileSystemEntry[]> =>
    new Promise((done, fail) => {
      reader.readEntries(done, fail);
    });
  const files: File[] = [];
  for (let some = await next(); some.length > 0; some = await next())
    for (const entry of some) {
      if (entry.isDirectory) files.push(...(await filesWithin(entry as FileSystemDirectoryEntry)));
      else files.push(await fileOf(entry as FileSystemFileEntry));
    }
  return files;
}
