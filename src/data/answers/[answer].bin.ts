import {emitFirstAnswer} from "../../../loaders/project-files.js";

await emitFirstAnswer(process.argv.slice(2));
