import {readFile} from "node:fs/promises";

process.stdout.write(await readFile("data/models/models.bin.gz"));
