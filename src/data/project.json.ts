import {readProject} from "../../loaders/project.js";

process.stdout.write(JSON.stringify(await readProject()));
