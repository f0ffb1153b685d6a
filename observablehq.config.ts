import {modelPaths} from "./loaders/admet/read-cards.js";
import {pageHead, pageHeader} from "./loaders/publish/page-frame.js";
import {publishedPaths, targetPaths} from "./loaders/publish/published-paths.js";
import {readSite} from "./loaders/publish/site.js";

const site = readSite();

export default {
  root: "src",
  output: "dist",
  dynamicPaths: [...modelPaths(), ...targetPaths(), ...publishedPaths()],
  title: "Fumehood",
  style: "style/fumehood.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  head: ({path}: {path: string}) => pageHead(path),
  header: ({path}: {path: string}) => pageHeader(site, path),
  footer: ""
};
