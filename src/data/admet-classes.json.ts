import {projectClassReferences} from "../../loaders/admet/project-class-references.js";

process.stdout.write(JSON.stringify(await projectClassReferences()));
