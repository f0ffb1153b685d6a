import type {SourceRow} from "../../src/tables/sources.js";
import type {Finding} from "./finding.js";

const MEGABYTE = 1_000_000;

/** Largest file that common static hosts take. */
const HOST_LIMITS: readonly {readonly host: string; readonly megabytes: number; readonly level: Finding["level"]}[] = [
  {host: "GitHub Pages", megabytes: 100, level: "wrong"},
  {host: "Cloudflare Pages", megabytes: 26.2, level: "note"}
];

/** Files that common hosts refuse, and the size of the whole. */
export function checkSizes(sizes: ReadonlyMap<string, number>): Finding[] {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const inMegabytes = (size: number): string => `${(size / MEGABYTE).toFixed(1)} MB`;
  const large = [...sizes].flatMap(([place, size]) =>
    HOST_LIMITS.filter(({megabytes}) => size > megabytes * MEGABYTE).map(({host, megabytes, level}): Finding => ({
      level,
      check: "sizes",
      place,
      words: `has ${inMegabytes(size)}: ${host} takes files up to ${String(megabytes)} MB`
    }))
  );
  const words = `${String(sizes.size)} files, ${inMegabytes(total)} in all`;
  return [...large, {level: "note", check: "sizes", place: "the site", words}];
}

/** Licences that ask whoever passes data on to do so under the same terms. */
const SHARE_ALIKE = /-SA-/;

/** Sources without what they must be cited by, and those whose licence binds whoever publishes the site. */
export function checkLicences(sources: readonly SourceRow[]): Finding[] {
  const finding = (level: Finding["level"], place: string, words: string): Finding => ({
    level,
    check: "licences",
    place,
    words
  });
  if (sources.length === 0) return [finding("wrong", "data/sources.json", "names no source: the data cannot be cited")];
  const unnamed = sources.filter(({licence, citation}) => licence.trim() === "" || citation.trim() === "");
  const shared = sources.filter(({licence}) => SHARE_ALIKE.test(licence));
  const terms = [...new Set(shared.map(({licence}) => licence))].sort();
  return [
    ...unnamed.map((row) =>
      finding("wrong", row.source_id, "has no licence or no citation: complete data/sources.json")
    ),
    ...terms.map((licence) => {
      const names = shared.filter((row) => row.licence === licence).map((row) => row.source_id);
      return finding(
        "note",
        names.join(", "),
        `${licence}: keep the attribution, and pass the data on under the same terms`
      );
    })
  ];
}
