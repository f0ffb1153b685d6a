import {openModels} from "../../loaders/admet/open-models.js";

/** The models that come with the project with their training molecules, ready to predict. */
export const engine = await openModels("data/models");

export const {set: modelSet, index: trainingIndex} = engine;
