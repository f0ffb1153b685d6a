import {readTargetVocabulary} from "../../loaders/target-vocabulary.js";

process.stdout.write(JSON.stringify(await readTargetVocabulary()));
