import {fontStyleSheet} from "../../loaders/publish/fonts.js";

process.stdout.write(fontStyleSheet());
