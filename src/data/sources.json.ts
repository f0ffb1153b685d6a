import {readProject} from "../../loaders/project.js";
import {readSources} from "../../loaders/project-sources.js";

process.stdout.write(JSON.stringify(await readSources(await readProject())));
