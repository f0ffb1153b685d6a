import {readCards} from "../../loaders/admet/read-cards.js";

process.stdout.write(JSON.stringify(readCards()));
