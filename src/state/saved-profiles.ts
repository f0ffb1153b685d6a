import {type MpoProfile, parseMpoProfile} from "../scoring/mpo.js";
import {keptByName} from "./kept-by-name.js";

const profiles = keptByName<MpoProfile>("fumehood:profiles", parseMpoProfile, (profile) => profile);

/** Profiles to rank by that were kept in this browser, by name; what cannot be read is left out. */
export const savedProfiles = profiles.all;

/** Keeps a profile under its name, in place of the one that had it. @throws when the browser keeps nothing */
export const saveProfile = profiles.save;

/** Forgets the profile of a name. */
export const forgetProfile = profiles.forget;
