import {siteAttribution} from "../../loaders/publish/attribution.js";

process.stdout.write(await siteAttribution());
