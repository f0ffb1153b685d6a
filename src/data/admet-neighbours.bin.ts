import {readFile} from "node:fs/promises";

process.stdout.write(await readFile("data/models/neighbours.bin.gz"));
