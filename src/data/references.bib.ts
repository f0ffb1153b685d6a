import {siteReferences} from "../../loaders/publish/attribution.js";

process.stdout.write(await siteReferences());
