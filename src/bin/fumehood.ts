#!/usr/bin/env tsx
import {fumehood} from "../../loaders/commands/fumehood.js";

await fumehood(process.argv);
