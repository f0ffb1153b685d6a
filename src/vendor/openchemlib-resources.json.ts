import {readOpenChemLibResources} from "../../loaders/openchemlib.js";

process.stdout.write(readOpenChemLibResources());
