import {compileKernels} from "../../loaders/compile-kernels.js";

process.stdout.write(await compileKernels());
