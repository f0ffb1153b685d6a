import {collectCitations} from "../../loaders/collect-citations.js";

process.stdout.write(JSON.stringify(await collectCitations()));
