import {vendorRDKitWasm} from "../../loaders/vendor-rdkit.js";

process.stdout.write(await vendorRDKitWasm());
