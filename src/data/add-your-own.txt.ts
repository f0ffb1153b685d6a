import {readGuide} from "../../loaders/publish/read-guide.js";

process.stdout.write(await readGuide());
