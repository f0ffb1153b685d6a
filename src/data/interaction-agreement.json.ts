import {readFile} from "node:fs/promises";

process.stdout.write(await readFile("data/curated/interaction-agreement.json"));
