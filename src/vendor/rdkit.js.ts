import {vendorRDKitGlue} from "../../loaders/vendor-rdkit.js";

process.stdout.write(await vendorRDKitGlue());
