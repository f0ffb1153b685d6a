import {Command} from "commander";
import {examineSite} from "../doctor/examine-site.js";

/** `fumehood doctor`: is this build fit to be shown? */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check a built site: links, policy, sizes, licences, database")
    .argument("[folder]", "folder of the site", "dist")
    .action(async (folder: string) => {
      const findings = await examineSite(folder);
      for (const {level, check, place, words} of findings)
        console.log(`${level.padEnd(5)} ${check}: ${place}: ${words}`);
      const wrong = findings.filter((finding) => finding.level === "wrong").length;
      console.log(wrong === 0 ? "The site is fit to be shown." : `${String(wrong)} things are to be mended.`);
      if (wrong > 0) process.exitCode = 1;
    });
}
