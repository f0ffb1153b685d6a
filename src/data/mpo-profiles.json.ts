import {emitCurated} from "../../loaders/emit-curated.js";

await emitCurated("mpo-profiles");
